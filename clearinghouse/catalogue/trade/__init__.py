"""Trade: what is counted of it, side by side."""

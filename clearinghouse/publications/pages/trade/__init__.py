"""Trade: pages on what is counted of it, side by side."""

"""Trade: what is counted of it, reported by others or by states."""

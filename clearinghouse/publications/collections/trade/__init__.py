"""Trade: how what is counted of it is shown."""

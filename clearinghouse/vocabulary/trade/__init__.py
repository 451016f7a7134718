"""Trade: the closed lists of what is counted of it: in which units, by which measures, of which specimens."""

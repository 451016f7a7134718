"""Upkeep: the pages that show what the records lack, to those who can complete them."""

"""Compared: conditions that hold parts of one subject against one another, for the rules of comparisons.py."""

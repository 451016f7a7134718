"""Reports: what the working group did in a year, written by rules from the records."""

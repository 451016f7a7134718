"""Small: the parts that stand thousands of times in a site, from a badge to a row, which Python lays out; templates lay out all else."""

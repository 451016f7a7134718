"""Change: what differs between two states of a data folder, and what a change must not do.

Others use `revisions` (a comparison with all its problems) and `owners` (whose a file is); all else is for `revisions` alone.
"""

"""Change: what differs between two states of a data folder, and what a change must not do.

Others use `revisions` (a comparison with all its problems), `owners` (whose a file is) and `lost`; all else is for `revisions` alone.
"""

"""Meetings that are counted: in their order, and as a page for each series."""

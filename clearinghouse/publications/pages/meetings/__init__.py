"""Meetings of a body: in their order, and as a page for each series."""

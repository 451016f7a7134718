"""Citing: how to cite what the site shows, in the forms that people and their programs read."""

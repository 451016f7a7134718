"""Sharing: what a messenger shows of a link to the site."""

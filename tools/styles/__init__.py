"""Styles: what of the theme's style goes into a site."""

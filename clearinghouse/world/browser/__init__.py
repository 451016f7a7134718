"""Browsers: one is found or installed, and prints pages."""

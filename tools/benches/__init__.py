"""Benches of what a build makes apart from its pages."""

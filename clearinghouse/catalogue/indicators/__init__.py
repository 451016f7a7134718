"""Indicators: what a plan measures itself by, and what the records say to it."""

"""Delivery: what became of what a plan promises, as the page of an activity shows it."""

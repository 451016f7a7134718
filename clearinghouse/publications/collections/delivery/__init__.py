"""Delivery: what became of what a plan or a project promises, as the page of an activity or of the project shows it."""

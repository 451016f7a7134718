"""Lists: the records of a collection as tables, whole or narrowed; records enter, and what a page of a list lays out leaves."""

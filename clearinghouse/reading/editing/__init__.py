"""Editing: the file of a record with other values, in which all else stays as its author wrote it."""

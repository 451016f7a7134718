"""Editing: the file of a record with other values, in which all else stays as its author wrote it.

Others use `amendments` (a form on a record that is there) and `verification` (that records still hold); `amending` and
`verifying` write the text of one file.
"""

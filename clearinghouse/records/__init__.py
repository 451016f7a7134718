"""Records: frozen, typed, and able to answer questions about themselves.

Others use `collection` (the registry), the models in `collections/`, the values and rules in `keys/`, `written/` (how a record
is asked for and written) and `link_report`.
"""

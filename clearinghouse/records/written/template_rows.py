"""Rows of a template: the headings, the help and the example above the rows that people fill into a spreadsheet."""

from clearinghouse.records.written.keys import Leaf, leaves_of

_ID = ("Id", "Leave it empty: a name for the file is proposed.", "th-2026-03-crime-scene")


def template_rows(collection: str) -> list[list[str]]:
    """Three rows: labels of keys, of which those that every record needs have a star; then two comments."""
    leaves = leaves_of(collection)
    headings = [leaf.label + (" *" if leaf.required else "") for leaf in leaves]
    helps = [help_of(leaf) for leaf in leaves]
    examples = [leaf.key.example for leaf in leaves]
    return [[*headings, _ID[0]], ["# " + helps[0], *helps[1:], _ID[1]], ["# e.g. " + examples[0], *examples[1:], _ID[2]]]


def help_of(leaf: Leaf) -> str:
    """What belongs into the cells of a key."""
    return leaf.key.help + (" Separate several with ;" if leaf.key.many else "")

"""Typed cells: days, truths and numbers that a spreadsheet program made of what somebody typed as text."""

from clearinghouse.problems.intake.tables import TABLE_008, TABLE_009
from clearinghouse.problems.kind import Kind
from clearinghouse.reading.intake.tables import Cell
from clearinghouse.records.keys.key import BY_LANGUAGE, Key

_DAYS = frozenset(("date", "day", "time", "year"))
_TEXTS = frozenset(("line", "title", "official_title", "paragraph", "wording", "body", "number", "id", BY_LANGUAGE))
_SPOILT = {"day": TABLE_008.filled(type="a day or a time"), "truth": TABLE_008.filled(type="TRUE or FALSE")}


def kind_of(cell: Cell, key: Key | None) -> Kind | None:
    """What is wrong with the cell of a key (None: of the id of its record): a day is right where days belong, a truth in
    a flag, and a number everywhere but in a text, where nobody sees which zeros are missing."""
    type = key.type if key else "id"
    if (cell.type == "day" and type not in _DAYS) or (cell.type == "truth" and type != "flag"):
        return _SPOILT[cell.type]
    return TABLE_009 if cell.type == "number" and type in _TEXTS else None

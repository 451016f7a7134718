"""Cells: the value of a workbook's cell becomes the text that it shows, or a problem."""

import re
from datetime import date, datetime, time, timedelta
from typing import Any

from openpyxl.utils.escape import unescape

from clearinghouse.problems.intake.tables import TABLE_003, TABLE_003_ERROR
from clearinghouse.problems.problem import Place, Problem
from clearinghouse.reading.intake.cell_texts import constant
from clearinghouse.reading.intake.tables import Cell, CellType, notation

_LITERAL = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')
_YEAR = re.compile("[ybe]")
"""The signs of a year: `b` and `e` are those of the Buddhist and other eras."""
_CLOCK = re.compile("[hs]")
"""The signs of hours and seconds, beside which `m` is a minute."""
_TYPES: tuple[tuple[type, CellType], ...] = (
    (bool, "truth"),
    (date, "day"),
    (time, "day"),
    (timedelta, "day"),
    (int, "number"),
    (float, "number"),
)


_TRUTHS = {"=TRUE()": "true", "=FALSE()": "false"}
"""How LibreOffice saves them."""


def cell_of(cell: Any, place: Place) -> Cell | Problem | None:
    """The cell that openpyxl read at a place; a problem for a formula and for an error value, None where it holds nothing."""
    where = notation(place.line, place.column)
    value = cell.value
    if cell.data_type == "f" and isinstance(value, str):
        if value in _TRUTHS:
            return _cell(_TRUTHS[value], place, where, "truth")
        text = constant(value)
        return TABLE_003.at(place._replace(key=where), found=value) if text == value else _cell(text, place, where, "text")
    if cell.data_type in ("f", "e"):
        kind, found = (TABLE_003, "an array formula") if cell.data_type == "f" else (TABLE_003_ERROR, str(value))
        return kind.at(place._replace(key=where), found=found)
    type: CellType = next((type for known, type in _TYPES if isinstance(value, known)), "text")
    text = "" if value is None else _unescaped(str(value)) if type == "text" else _visible_text(value, cell.number_format)
    return _cell(constant(text.strip()), place, where, type)


def _cell(text: str, place: Place, where: str, type: CellType) -> Cell | None:
    return Cell(text, place.line, place.column, where, type) if text.strip() else None


def _visible_text(value: Any, number_format: str) -> str:
    """What is shown of a value, as near as its type allows: dates as precise as they are shown, numbers without a useless `.0`."""
    signs = _LITERAL.sub("", number_format).casefold()
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        day = _day(value, signs)
        return day if (value.hour, value.minute) == (0, 0) else f"{day} {value:%H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, timedelta):
        minutes = value // timedelta(minutes=1)
        return f"{minutes // 60:02}:{minutes % 60:02}"
    return _number(value, signs)


def _number(value: float, signs: str) -> str:
    """A number that is shown with zeros in front (`007`) has them, and one that is shown in hundredths is one (`25%`)."""
    if signs and not signs.strip("0") and value == int(value) >= 0:
        return format(int(value), f"0{len(signs)}")
    percent = signs.endswith("%") and ";" not in signs
    text = format(value * 100 if percent else value, ".15g")
    return f"{text}%" if percent else text


def _unescaped(text: str) -> str:
    """The characters that escapes such as `_x000D_` stand for (ECMA-376, ST_Xstring); halves of none stay as written."""
    try:
        meant = unescape(text).encode("utf-16-le", "surrogatepass").decode("utf-16-le")
    except UnicodeDecodeError:
        return text
    return meant.replace("\r\n", "\n").replace("\r", "\n")


def _day(value: datetime, signs: str) -> str:
    """A spreadsheet makes the first of March of `2026-03`; where the cell shows no day, none was meant."""
    has_month = "m" in signs and not _CLOCK.search(signs)
    if "d" in signs or not (has_month or _YEAR.search(signs)):
        return value.date().isoformat()
    return f"{value:%Y-%m}" if "m" in signs else f"{value:%Y}"

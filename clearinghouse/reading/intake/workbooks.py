"""Workbooks: the bytes of an .xlsx file (ECMA-376) become a table. What could run, grow or lie is refused.

A workbook is a zip of XML: before anything reads it, its size unpacked is held against a bound (zip stops where its
own directory says the end is), and no part may declare entities or come in another encoding than UTF-8.
"""

import io
import re
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

import openpyxl
from openpyxl.utils.escape import unescape

from clearinghouse.problems import tables as kinds
from clearinghouse.problems.problem import Place, Problem, Refusal
from clearinghouse.reading.intake.tables import Table, notation, of_rows

LARGEST_UNPACKED, MOST_PARTS = 60_000_000, 500
LAST_ROW = 1_048_576
_ENCODING = re.compile(rb"""^(?:\xef\xbb\xbf)?\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']*)["']""")
_LITERAL = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')

_YEAR = re.compile("[ybe]")
"""The signs of a year: `b` and `e` are those of the Buddhist and other eras."""


def of_xlsx(name: str, content: bytes, sheet: str) -> Table:
    """The sheet of that name, or else the first one that is not hidden. Raises Refusal."""
    problems: list[Problem] = []
    try:
        _refuse_suspicious(name, content)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns of what it leaves out: styles, drop-downs, pictures
            book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, keep_links=False)
            visible = [name for name in book.sheetnames if getattr(book[name], "sheet_state", "visible") == "visible"]
            named = [name for name in book.sheetnames if name.casefold() == sheet.casefold()]
            names = named or visible or book.sheetnames
            if not names:
                raise Refusal(kinds.TABLE_001_SHEET.at(Place(name), found="no sheet"))
            return of_rows(name, _rows(name, book[names[0]], problems), problems)
    except Refusal:
        raise
    except Exception:  # a broken workbook makes openpyxl raise whatever its parts raise
        raise Refusal(kinds.TABLE_001_WORKBOOK.at(Place(name))) from None


def _refuse_suspicious(name: str, content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        listed = parts.infolist()
        if len(listed) > MOST_PARTS or sum(part.file_size for part in listed) > LARGEST_UNPACKED:
            most = f"{LARGEST_UNPACKED // 1_000_000} MB"
            raise Refusal(kinds.TABLE_001_UNPACKED.at(Place(name), found="a workbook that grows when it is opened", most=most))
        for part in listed:
            if part.filename.casefold().endswith((".xml", ".rels", ".vml")):
                text = parts.read(part)
                encoding = _ENCODING.match(text)
                is_plain = b"\0" not in text and (encoding is None or encoding[1].lower() in (b"utf-8", b"us-ascii"))
                if not is_plain or b"<!DOCTYPE" in text or b"<!ENTITY" in text:
                    raise Refusal(kinds.TABLE_001_ENTITIES.at(Place(name), found=part.filename))


def _rows(name: str, sheet: Any, problems: list[Problem]) -> Iterator[tuple[int, Sequence[str]]]:
    if not hasattr(sheet, "reset_dimensions"):
        raise Refusal(kinds.TABLE_001_CHART.at(Place(name), found="a chart"))
    sheet.reset_dimensions()  # else rows beyond those that the file claims to have would be lost
    for number, cells in enumerate(sheet.iter_rows(max_row=LAST_ROW), start=1):
        if cells:  # a row far below makes openpyxl fill in a million empty ones
            yield number, [_text(cell, Place(name, number, column), problems) for column, cell in enumerate(cells, start=1)]


def _text(cell: Any, place: Place, problems: list[Problem]) -> str:
    """What a cell shows, as near as its type allows: dates as precise as they are shown, numbers without a useless `.0`."""
    value = cell.value
    if value is None:
        return ""
    if cell.data_type in ("f", "e"):
        kind = kinds.TABLE_003 if cell.data_type == "f" else kinds.TABLE_003_ERROR
        found = value if isinstance(value, str) else "an array formula"
        problems.append(kind.at(place._replace(key=notation(place.line, place.column)), found=found))
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        day = _day(value, cell.number_format)
        return day if (value.hour, value.minute) == (0, 0) else f"{day} {value:%H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, timedelta):
        minutes = value // timedelta(minutes=1)
        return f"{minutes // 60:02}:{minutes % 60:02}"
    return format(value, ".15g") if isinstance(value, float) else _unescaped(str(value))


def _unescaped(text: str) -> str:
    """The characters that escapes such as `_x000D_` stand for (ECMA-376, ST_Xstring); halves of none stay as written."""
    try:
        meant = unescape(text).encode("utf-16-le", "surrogatepass").decode("utf-16-le")
    except UnicodeDecodeError:
        return text
    return meant.replace("\r\n", "\n").replace("\r", "\n")


def _day(value: datetime, number_format: str) -> str:
    """A spreadsheet makes the first of March of `2026-03`; where the cell shows no day, none was meant."""
    signs = _LITERAL.sub("", number_format).casefold()
    if _YEAR.search(signs) and "d" not in signs:
        return f"{value:%Y-%m}" if "m" in signs else f"{value:%Y}"
    return value.date().isoformat()

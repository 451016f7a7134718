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

from clearinghouse.problems.problem import Problem
from clearinghouse.reading.intake.tables import Table, Unreadable, notation, of_rows, refused

LARGEST_UNPACKED, MOST_PARTS = 60_000_000, 500
LAST_ROW = 1_048_576
_ENCODING = re.compile(rb"""^(?:\xef\xbb\xbf)?\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']*)["']""")
_LITERAL = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')
_SAVE_AGAIN = "open it in a spreadsheet program and save it as .xlsx again, or as CSV UTF-8"


def of_xlsx(told: str, content: bytes, sheet: str) -> Table:
    """The sheet of that name, or else the first one. Raises Unreadable."""
    problems: list[Problem] = []
    try:
        _unsuspicious(told, content)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns of what it leaves out: styles, drop-downs, pictures
            book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, keep_links=False)
            names = [name for name in book.sheetnames if name.casefold() == sheet.casefold()] or book.sheetnames[:1]
            if not names:
                raise refused(told, "no sheet", "a sheet of rows", _SAVE_AGAIN)
            return of_rows(told, _rows(told, book[names[0]], problems), problems)
    except Unreadable:
        raise
    except Exception:  # a broken workbook makes openpyxl raise whatever its parts raise
        raise refused(told, "", "a workbook as spreadsheet programs save it", _SAVE_AGAIN) from None


def _unsuspicious(told: str, content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        listed = parts.infolist()
        if len(listed) > MOST_PARTS or sum(part.file_size for part in listed) > LARGEST_UNPACKED:
            raise refused(
                told, "a workbook that grows when it is opened", f"at most {LARGEST_UNPACKED // 1_000_000} MB unpacked", _SAVE_AGAIN
            )
        for part in listed:
            if part.filename.casefold().endswith((".xml", ".rels", ".vml")):
                text = parts.read(part)
                encoding = _ENCODING.match(text)
                is_plain = b"\0" not in text and (encoding is None or encoding[1].lower() in (b"utf-8", b"us-ascii"))
                if not is_plain or b"<!DOCTYPE" in text or b"<!ENTITY" in text:
                    raise refused(told, part.filename, "a workbook without entities, in UTF-8", _SAVE_AGAIN)


def _rows(told: str, sheet: Any, problems: list[Problem]) -> Iterator[tuple[int, Sequence[str]]]:
    if not hasattr(sheet, "reset_dimensions"):
        raise refused(told, "a chart", "a sheet of rows", "move the rows to the first sheet")
    sheet.reset_dimensions()  # else rows beyond those that the file claims to have would be lost
    for number, cells in enumerate(sheet.iter_rows(max_row=LAST_ROW), start=1):
        if cells:  # a row far below makes openpyxl fill in a million empty ones
            yield number, [_text(told, cell, number, column, problems) for column, cell in enumerate(cells, start=1)]


def _text(told: str, cell: Any, row: int, column: int, problems: list[Problem]) -> str:
    """What a cell shows, as near as its type allows: dates as precise as they are shown, numbers without a useless `.0`."""
    value = cell.value
    if value is None:
        return ""
    if cell.data_type in ("f", "e"):
        is_formula = cell.data_type == "f"
        found = value if isinstance(value, str) else "an array formula"
        fix = "copy the column and paste it as values only" if is_formula else "correct the cell, or empty it"
        problems.append(Problem(told, row, column, "TABLE-003", notation(row, column), found, "a value", fix))
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
    return format(value, ".15g") if isinstance(value, float) else str(value)


def _day(value: datetime, number_format: str) -> str:
    """A spreadsheet makes the first of March of `2026-03`; where the cell shows no day, none was meant."""
    shown = _LITERAL.sub("", number_format).casefold()
    if "y" in shown and "d" not in shown:
        return f"{value:%Y-%m}" if "m" in shown else f"{value:%Y}"
    return value.date().isoformat()

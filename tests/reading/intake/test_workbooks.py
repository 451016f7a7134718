"""Workbooks: what a cell or a sheet says beyond its bare value is taken for what it means."""

import io
from datetime import datetime

import openpyxl
import pytest

from clearinghouse.reading.intake.workbooks import of_xlsx


def _workbook(value: object, number_format: str = "General") -> bytes:
    """A workbook with a heading and one cell, behind a hidden sheet."""
    book = openpyxl.Workbook()
    book.worksheets[0].title = "Old"
    book.worksheets[0]["A1"] = "hidden"
    book.worksheets[0].sheet_state = "hidden"
    sheet = book.create_sheet("Current")
    sheet["A1"], sheet["A2"] = "title", value
    sheet["A2"].number_format = number_format
    book.active = 1
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _cell(content: bytes) -> str:
    table = of_xlsx("a.xlsx", content, "trainings")
    assert [heading.text for heading in table.headings] == ["title"]
    return table.rows[0].cells[1].text


@pytest.mark.parametrize("number_format", ["mmm bbbb", "mmm bb", "mm/e", "ge.m", "mmm yyyy"])
def test_month_without_a_day_stays_a_month(number_format: str) -> None:
    """A format that shows a month and a year, of whichever era, makes no day."""
    assert _cell(_workbook(datetime(2026, 3, 2), number_format)) == "2026-03"


@pytest.mark.parametrize(
    ("escaped", "meant"),
    [
        ("One_x000D_\nTwo", "One\nTwo"),
        ("_x0E01__x0E02_", "\u0e01\u0e02"),
        ("_x005F_x000D_", "_x000D_"),
        ("_xD83D__xDE00_", "\U0001f600"),
        ("_xD83D_ half", "_xD83D_ half"),
    ],
)
def test_escapes_are_the_characters_that_they_stand_for(escaped: str, meant: str) -> None:
    """An escape of ECMA-376 is read as its character; half a pair stays as it was written."""
    assert _cell(_workbook(escaped)) == meant

"""Tables as files: what a page shows of a table is what its files hold, whatever its texts are."""

import csv
import io
import json
from datetime import date
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from clearinghouse.publications.downloads.files import About, csv_content, json_content, texts_of
from clearinghouse.publications.downloads.sheet import Sheet, number_of, values_of
from clearinghouse.publications.downloads.workbook import workbook
from clearinghouse.publications.html.days import Days
from clearinghouse.publications.html.parts import Badge, Bit, Cell, Column
from clearinghouse.publications.translation.language import Language, speaking

HOSTILE = (
    *("=1+1", "+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", 'said "no", twice', "two\nlines", "# not a comment", "<b>&amp;"),
    *("ករណី", "\u202bعربى\u202c"),
)
ABOUT = About("Trainings: #1, =odd", "A house", "https://site.example/trainings/", date(2026, 3, 10), "Country: Viet Nam", "newest first")


def sheet_of(*texts: str) -> Sheet:
    """A table with these texts, a number and a day."""
    columns = (Column("What"), Column("How many", is_number=True), Column("When"))
    rows = [
        (Cell(((Bit(text, to=f"trainings/{place}/"),),), is_heading=True), Cell(((Bit(f"-{place},000.5"),),), is_number=True),
         Cell(((Bit("3 March 2026", time="2026-03-03"),),)))
        for place, text in enumerate(texts, 1)
    ]  # fmt: skip
    return Sheet.of(columns, rows, lambda to: f"https://site.example/{to}")


def test_a_cell_is_what_a_reader_sees() -> None:
    """Lines one after the other, codes as codes, badges in brackets; nothing that is hidden on the day of the build."""
    hidden = Days(is_shown=False)
    lines = (Bit("VN", code="VN"), Bit(" "), Bit("Ha\u00a0Noi")), (Bit("over", days=hidden), Bit("ລາວ", lang="lo"))
    cells = (
        Cell(lines, badges=(Badge("heed", "Low confidence"),)),
        Cell(((Bit("Title", to="a/"),),), is_heading=True),
        Cell((), mark=Badge("done", "Category 1")),
    )
    row = Sheet.of((Column("A"), Column("B"), Column("C")), [cells], lambda to: f"/{to}").rows[0]
    assert row.values == ("VN Ha Noi; ລາວ (Low confidence)", "Title", "Category 1")
    assert row.address == "/a/"


def test_what_counts_is_a_number() -> None:
    """With or without signs between thousands, also below zero; what says more than a number stays as it is."""
    numbers = {"1,234": 1234, "-5": -5, "-1,000.50": Decimal("-1000.50"), "about 5": "about 5", "12 to 15": "12 to 15", "1,23": "1,23"}
    assert {text: number_of(text) for text in numbers} == numbers
    with speaking(Language("id")):
        assert number_of("1.234") == 1234


def test_files_hold_hostile_texts_as_they_are() -> None:
    """But that of a CSV file begins with an apostrophe where it would be a formula; a space stands for a line end, as on the page."""
    sheet = sheet_of(*HOSTILE)
    seen = [" ".join(text.split()) for text in HOSTILE]
    texts = texts_of(sheet)
    lines = csv_content(ABOUT, sheet.headings, texts).removeprefix("\ufeff").split("\r\n")
    known, table = lines[:7], "\r\n".join(lines[7:])
    assert all(line.startswith("# ") for line in known)
    assert "'=" not in known[0]
    assert "=odd" in known[0]
    heads, *rows = csv.reader(io.StringIO(table, newline=""))
    assert heads == ["What", "How many", "When", "When (ISO 8601)", "Address"]
    assert [row[0] for row in rows] == [f"'{text}" if text[0] in "=+-@" else text for text in seen]
    assert rows[0][1:] == ["-1000.5", "3 March 2026", "2026-03-03", "https://site.example/trainings/1/"]
    data = json.loads(json_content(ABOUT, sheet.headings, texts))
    assert [row["What"] for row in data["rows"]] == seen
    assert data["rows"][0]["How many"] == -1000.5
    assert data["filter"] == "Country: Viet Nam"
    book = load_workbook(io.BytesIO(workbook(ABOUT, sheet.headings, [values_of(row, sheet.days) for row in sheet.rows])))
    source, table_sheet = book.worksheets
    assert [tuple(cell.value for cell in row) for row in source.rows][3] == ("Day", "2026-03-10")
    first, *others = table_sheet.rows
    assert [row[0].value for row in others] == seen
    assert all(row[0].data_type == "s" for row in others)
    assert [bool(row[0].quotePrefix) for row in others] == [text[0] in "=+-@" for text in seen]
    assert [cell.value for cell in first] == list(sheet.headings)


@pytest.mark.parametrize("text", ["\x00", "\x0b", "\ud800"])
def test_what_xml_cannot_hold_is_replaced(text: str) -> None:
    """A workbook opens whatever a record says."""
    content = workbook(ABOUT, ("What",), [(f"a{text}b",)])
    assert load_workbook(io.BytesIO(content)).worksheets[1]["A2"].value == "a\ufffdb"

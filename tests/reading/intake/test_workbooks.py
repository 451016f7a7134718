"""Workbooks: what a cell or a sheet says beyond its bare value is taken for what it means."""

import io
import zipfile
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime

import openpyxl
import pytest

from clearinghouse.problems.problem import Problem, Refusal
from clearinghouse.publications.forms.spreadsheets import template_xlsx
from clearinghouse.reading.intake.rows import Rows, rows_of
from clearinghouse.reading.intake.workbooks.layouts import MOST_RANGES
from clearinghouse.reading.intake.workbooks.table import of_xlsx
from tests.support.reading.books import GIVEN, workbook_of

SHEET = "xl/worksheets/sheet1.xml"
MERGED = '<mergeCell ref="A2:B2"/>' * (MOST_RANGES + 1)


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


@pytest.mark.parametrize("number_format", ["mmm bbbb", "mmm bb", "mm/e", "ge.m", "mmm yyyy", "mmmm"])
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


def _import(content: bytes) -> Rows:
    return rows_of(of_xlsx("a.xlsx", content, "trainings"), "trainings", GIVEN, [])


def _brief(problems: Iterable[Problem]) -> list[str]:
    return [f"{problem.code} {problem.key.split(' ')[0]}".strip() for problem in problems if problem.code != "TWIN-001"]


def test_all_that_a_workbook_holds_beside_its_rows_is_named() -> None:
    """Sheets that hold something, hidden rows and columns, comments, links, pictures, and ranges merged over columns."""
    rows = [["title", "place", "note"], ["One", "Hall", None], ["Two", None, "x"], ["Three", "Park", "x"], ["Four", "Park", "x"]]
    content = workbook_of({
        "sheets": {"trainings": rows, "2025": [["title"], ["Old"]], "Secret": [["x"]], "Sheet4": []},
        "hidden": [3, 4, "C", "Secret", 9, "F"], "comments": {"A2": "Ask first"}, "links": {"A2": "https://example.org/"},
        "merged": ["B2:C2"], "charts": ["E2"],
    })  # fmt: skip
    result = _import(content)
    assert result.is_sound
    assert [proposal.data["title"] for proposal in result.new] == ["One", "Two", "Three", "Four"]
    named = [problem for problem in result.problems if problem.code == "TABLE-006"]
    words = [" ".join(filter(None, (problem.key, problem.found, problem.fix.partition(";")[0].partition(",")[0]))) for problem in named]
    assert sorted(word.partition(":")[0] for word in words) == [
        "2025 not read", "A2 Ask first the comment was not read", "A2 https", "B2 B2", "Secret not read", "a picture or a chart not read",
        "read like all others", "read like all others",
    ]  # fmt: skip
    assert [problem.fix for problem in result.problems if "hidden" in problem.fix] == [
        "read like all others, though hidden: column C; delete there what is not meant",
        "read like all others, though hidden: rows 3 to 4; delete there what is not meant",
    ]


def test_a_link_that_its_cell_says_is_no_loss() -> None:
    """Spreadsheet programs make a link of every address."""
    links = {"B2": "https://example.org/one/", "C2": "mailto:office@example.org"}
    rows = [["title", "registration.url", "registration.contact"], ["One", "https://example.org/one", "office@example.org"]]
    assert not _import(workbook_of({"rows": rows, "links": links})).problems


def test_the_template_says_nothing_that_is_not_known() -> None:
    """Neither its help and example nor the sheet from which its drop-downs take their choices is named; what is added to them is."""
    content = template_xlsx("trainings")
    assert not of_xlsx("a.xlsx", content, "trainings").problems
    workbook = openpyxl.load_workbook(io.BytesIO(content))
    workbook["lists"]["A900"] = "added"
    workbook["trainings"]["B2"] = "added"
    saved = io.BytesIO()
    workbook.save(saved)
    assert _brief([problem for problem in _import(saved.getvalue()).problems if problem.severity == "warning"]) == [
        "TABLE-006",
        "TABLE-006 A2",
    ]


def test_a_cell_merged_over_rows_is_the_value_of_each() -> None:
    """Of those that hold something; below a heading, and beside a value that the range hides, nothing is filled."""
    rows = [["title", "place", "note"], ["One", "Hall", "x"], ["Two", None, "y"], [None], ["Three", "Park", None], ["Four", "Zoo", None]]
    result = _import(workbook_of({"rows": rows, "merged": ["B2:B4"]}))
    assert [proposal.data.get("place") for proposal in result.new] == ["Hall", "Hall", "Park", "Zoo"]
    assert _brief(result.problems) == []
    assert _brief(_import(workbook_of({"rows": rows, "merged": ["C1:C3"]})).problems) == ["TABLE-006 C1"]
    content = _changed(
        workbook_of({"rows": rows}),
        {SHEET: lambda text: text.replace("</sheetData>", '</sheetData><mergeCells><mergeCell ref="B5:B6"/></mergeCells>')},
    )
    assert _brief(_import(content).problems) == ["TABLE-006 B5"]


@pytest.mark.parametrize(
    ("value", "key", "codes"),
    [
        (date(2026, 4, 3), "title", ["TABLE-008 A2"]),
        (date(2026, 4, 3), "starts", []),
        (True, "place", ["TABLE-008 B2"]),
        (True, "undated", ["DATE-004 undated"]),
        (date(2026, 1, 10), "participants", ["TABLE-008 B2"]),
        ("=TRUE()", "place", ["TABLE-008 B2"]),
        (7, "place", ["TABLE-009 B2"]),
        (7, "participants", []),
        ('="007"', "place", []),
        ("=A1", "place", ["TABLE-003 B2"]),
        ("#N/A", "place", ["TABLE-003 B2"]),
        ("Vi\u00e1\u00bb\u2021t Nam", "place", ["TABLE-007 B2"]),
        ("\u201cCAF\u00c9\u201d \u2013 d\u00e9j\u00e0\u2026", "place", []),
    ],
)
def test_what_a_spreadsheet_made_of_a_text_is_refused_by_its_cell(value: object, key: str, codes: list[str]) -> None:
    """A day and a truth are none where no such value belongs; of a number nobody sees which zeros are missing."""
    rows = [["title"], [value]] if key == "title" else [["title", key], ["One", value]]
    result = _import(workbook_of({"rows": rows}))
    assert _brief(result.problems) == codes
    assert result.faulty == any(problem.severity == "error" for problem in result.problems)


@pytest.mark.parametrize(("value", "number_format", "text"), [(7, "000", "007"), (0.25, "0%", "25%"), (7.5, "0.0", "7.5")])
def test_a_number_is_what_its_cell_shows(value: float, number_format: str, text: str) -> None:
    """With the zeros in front, and in hundredths."""
    assert _cell(_workbook(value, number_format)) == text


def _changed(content: bytes, changes: Mapping[str, Callable[[str], str]]) -> bytes:
    """A workbook with some of its parts changed, or added."""
    saved = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(saved, "w") as after:
        for name in {**dict.fromkeys(before.namelist()), **changes}:
            text = before.read(name) if name in before.namelist() else b""
            after.writestr(name, changes[name](text.decode()) if name in changes else text)
    return saved.getvalue()


def _with_string(xml: str) -> bytes:
    """A workbook whose one text stands in the table of strings, where spreadsheet programs write it."""
    main = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    kind = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{main}.sharedStrings+xml"/></Types>'
    strings = f'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si>{xml}</si></sst>'
    return _changed(
        workbook_of({"rows": [["title"], ["One"]]}),
        {
            "[Content_Types].xml": lambda text: text.replace("</Types>", kind),
            "xl/sharedStrings.xml": lambda _: strings,
            SHEET: lambda text: text.replace('t="inlineStr"><is><t>One</t></is>', 't="s"><v>0</v>'),
        },
    )


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        ("<t>_x005F_x000D_</t>", "_x000D_"),
        ("<t>x005F_</t>", "x005F_"),
        ("<r><rPr><b/></rPr><t>Rich</t></r><r><t xml:space='preserve'> text</t></r>", "Rich text"),
    ],
)
def test_a_shared_string_is_its_text(xml: str, text: str) -> None:
    """Of all its runs, with each character that it writes as an escape."""
    assert _cell(_with_string(xml)) == text


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace('r="2"', 'r="9"', 1),
        lambda text: text.replace("</sheetData>", f"</sheetData><mergeCells>{MERGED}</mergeCells>"),
    ],
    ids=["rows that are not in their order", "more merged ranges than anybody makes"],
)
def test_what_would_be_lost_or_never_end_is_refused(change: Callable[[str], str]) -> None:
    """openpyxl passes over a row whose number was there already."""
    content = workbook_of({"rows": [["title"], ["One"], ["Two"]]})
    with pytest.raises(Refusal) as refused:
        of_xlsx("a.xlsx", _changed(content, {SHEET: change}), "trainings")
    assert refused.value.problem.code == "TABLE-001"
    assert refused.value.problem.found

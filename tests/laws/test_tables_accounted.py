"""Nothing of a spreadsheet is lost in silence: all that another reader finds in it is in a record, refused, or named."""

import csv
import io
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clearinghouse.publications.forms.spreadsheets import template_csv, template_xlsx
from tests.laws.conftest import ImportFile
from tests.support.reading.agenda_accounts import Records, Report
from tests.support.reading.books import GIVEN, workbook_of
from tests.support.reading.table_accounts import unaccounted

ANSWERS = {key: text for key, text in GIVEN.items() if key != "published"}
Import = Callable[[str, bytes], tuple[int, Report, Records]]
HEADINGS = ["title", "starts", "place", "participants", "note", "#remarks"]
ODD: dict[str, tuple[Mapping[str, Any], list[str]]] = {
    "plain": ({"rows": [["title", "starts"], ["One", date(2026, 3, 2)], ["Two", "2026-04"]]}, []),
    "a month": ({"rows": [["title", "starts"], ["One", datetime(2026, 3, 2)]], "formats": {"B2": "mmm bbbb"}}, []),
    "zeros and percents": (
        {"rows": [["title", "place"], ["One", 7], ["Two", 0.25]], "formats": {"B2": "000", "B3": "0%"}}, ["TABLE-009"] * 2,
    ),
    "other sheets": ({"sheets": {"trainings": [["title"], ["One"]], "2025": [["title"], ["Old"]], "empty": []}}, ["TABLE-006"]),
    "the first sheet hidden": ({"sheets": {"Old": [["title"], ["Old"]], "New": [["title"], ["One"]]}, "hidden": ["Old"]}, ["TABLE-006"]),
    "hidden rows": ({"rows": [["title"], ["One"], ["Two"], ["Three"], ["Four"]], "hidden": [2, 4, 5, 9]}, ["TABLE-006"]),
    "a hidden column": ({"rows": [["title", "place"], ["One", "Hall"]], "hidden": ["B", "C"]}, ["TABLE-006"]),
    "a comment": ({"rows": [["title"], ["One"]], "comments": {"A1": "As on the list", "A2": "Ask first"}}, ["TABLE-006"] * 2),
    "links": (
        {"rows": [["title", "place"], ["One", "https://e.org"]], "links": {"A2": "https://e.org/1", "B2": "https://e.org"}}, ["TABLE-006"],
    ),
    "a chart": ({"rows": [["title"], ["One"]], "charts": ["C2"]}, ["TABLE-006"]),
    "merged over rows": ({"rows": [["title", "place"], ["One", "Hall"], ["Two", None]], "merged": ["B2:B3"]}, ["TWIN-001"] * 2),
    "merged over columns": ({"rows": [["title", "place", "note"], ["One", "Hall", None]], "merged": ["B2:C2"]}, ["TABLE-006"]),
    "comments and titles": (
        {"rows": [["# list of 2026"], ["title", "# own"], ["#5 Course", "x"], ["# no row", "y"], ["#", "z"]]}, ["TABLE-006"] * 4,
    ),
    "what Excel made": (
        {"rows": [["title", "place"], [date(2026, 4, 3), "x"], ["One", True], [7, "y"]]}, ["TABLE-008!", "TABLE-008!", "TABLE-009"],
    ),
    "formulas and errors": (
        {"rows": [["title", "place"], ["One", '="007"'], ["Two", "=A1"], ["Three", "#REF!"], ["Four", "=1/0"]]}, ["TABLE-003!"] * 3,
    ),
    "garbage": ({"rows": [["title", "place"], ["One", "Vi\u00e1\u00bb\u2021t Nam"], ["Two", "H\u00c3\u00b4tel"]]}, ["TABLE-007!"] * 2),
    "a key beside its part": ({"rows": [["title", "audience", "audience.0"], ["One", "police", "rangers"]]}, ["TABLE-002!"]),
    "no heading": ({"rows": [["title"], ["One", "lost"]]}, ["TABLE-002!"]),
    "escapes": ({"rows": [["title", "note"], ["One_x0041_", "a_x000D_\nb"]]}, []),
}  # fmt: skip


@pytest.fixture
def imported(imported_file: ImportFile) -> Import:
    """Imports a spreadsheet into an empty folder."""
    return lambda name, content: imported_file(name, content, ANSWERS)


@pytest.mark.parametrize("name", ODD)
def test_each_kind_of_workbook_is_taken_for_what_it_means(name: str, imported: Import) -> None:
    """Its problems are those of its kind, errors with a mark behind, and all else that it holds is accounted for."""
    book, codes = ODD[name]
    content = workbook_of(book)
    status, report, records = imported("book.xlsx", content)
    assert sorted(problem["code"] + ("!" if problem["severity"] == "error" else "") for problem in report) == codes
    assert status == any(code.endswith("!") for code in codes)
    assert records or status
    assert unaccounted("book.xlsx", content, report, records) == []


@pytest.mark.parametrize(
    "name",
    [
        "a chart",
        "a comment",
        "a hidden column",
        "comments and titles",
        "formulas and errors",
        "hidden rows",
        "links",
        "merged over columns",
        "other sheets",
        "what Excel made",
    ],
)
def test_the_account_sees_what_is_missing(name: str, imported: Import) -> None:
    """A law that accepts everything holds nothing: each line that is taken out of the report, or the record, is missed."""
    content = workbook_of(ODD[name][0])
    _, report, records = imported("book.xlsx", content)
    for problem in report:
        if problem["code"] != "TABLE-009":
            assert unaccounted("book.xlsx", content, [other for other in report if other is not problem], records)
    for record in records:
        assert unaccounted("book.xlsx", content, report, [other for other in records if other is not record])
        assert unaccounted("book.xlsx", content, report, [{**other, "title": "Other"} for other in records])


def test_the_template_is_accounted_for(imported: Import) -> None:
    """Its own help, example and choices are no part of what an office sends."""
    for name, content in (("template.xlsx", template_xlsx("trainings")), ("template.csv", template_csv("trainings"))):
        status, report, records = imported(name, content)
        assert (status, report, records) == (0, [], [])


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"]), min_size=1, max_size=12)
VALUES = st.one_of(
    st.none(), WORDS, st.sampled_from([
        date(2026, 3, 2), datetime(2026, 3, 2, 9, 30), True, 7, 4.1, 1234567890123, "2026-03", "# aside", "#", "#5 Course", "=A1", '="007"',
        "#N/A",
        "Vi\u00e1\u00bb\u2021t Nam", "one; two", "30", "a\nb", "_x0041_", "- dash", "th: x", "=> see", "\u201cCAF\u00c9\u201d",
    ]),
)  # fmt: skip
ROWS = st.lists(st.lists(VALUES, min_size=1, max_size=6), min_size=1, max_size=4)
CELLS = st.sampled_from(["A1", "A2", "B2", "C3", "D4", "E5"])
BOOKS = st.fixed_dictionaries({
    "comments": st.dictionaries(CELLS, st.just("Ask the office"), max_size=2),
    "links": st.dictionaries(CELLS, st.just("https://example.org/1"), max_size=2),
    "merged": st.sampled_from([[], ["B2:B3"], ["C2:C4", "A3:B3"], ["A1:B1"], ["A2:A3", "E2:E5"], ["D2:E4"]]),
    "hidden": st.lists(st.sampled_from([2, 3, 4, "B", "C", "F"]), max_size=3), "charts": st.sampled_from([[], ["H1"]]),
    "formats": st.dictionaries(CELLS, st.sampled_from(["@", "mmm yyyy", "000", "0%", "dd/mm/yyyy", "h:mm"]), max_size=3),
})  # fmt: skip
MANY = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@MANY
@given(ROWS, BOOKS, st.sampled_from([[], [["x"]], [[None]]]))
def test_whatever_a_workbook_holds_is_accounted_for(
    imported: Import, rows: list[list[Any]], book: dict[str, Any], other: list[list[Any]]
) -> None:
    """Cells of all types, comments, links, merged ranges and what is hidden, in any number and order."""
    titled = [[f"Course {number}" if row[0] is None else row[0], *row[1:]] for number, row in enumerate(rows)]
    content = workbook_of({**book, "sheets": {"trainings": [HEADINGS, *titled], "Other": other}})
    status, report, records = imported("book.xlsx", content)
    assert status in (0, 1)
    assert unaccounted("book.xlsx", content, report, records) == []


@MANY
@given(ROWS, st.sampled_from(",;\t"))
def test_whatever_a_csv_file_holds_is_accounted_for(imported: Import, rows: list[list[Any]], sign: str) -> None:
    """Texts of all kinds, between any signs."""
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=sign).writerows([HEADINGS, *rows])
    content = text.getvalue().encode()
    status, report, records = imported("table.csv", content)
    assert status in (0, 1)
    assert unaccounted("table.csv", content, report, records) == []

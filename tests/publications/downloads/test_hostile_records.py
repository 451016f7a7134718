"""Hostile records: what somebody writes into a title reaches every file as a text, in every script, and none of it is a formula."""

import csv
import io
import json

from openpyxl import load_workbook

from clearinghouse.publications.pages.lists.list_files import list_files
from tests.support.examples import catalogue, yaml
from tests.support.publications.rendering import pages_of

TITLES = {
    "th-2026-03-formula": '=HYPERLINK("https://example.org","x")',
    "th-2026-03-plus": "+1+1",
    "th-2026-03-minus": "-2+3",
    "th-2026-03-at": "@SUM(A1:A9)",
    "th-2026-03-quotes": 'said "no", twice; <b>&amp;</b>',
    "th-2026-03-khmer": "វគ្គបណ្តុះបណ្តាលស្តីពីសត្វព្រៃ",
    "th-2026-03-arabic": "دورة تدريبية (CITES) 2026",
}


def test_titles_come_back_from_every_file_as_they_were() -> None:
    """From CSV with an apostrophe before what would be a formula, from JSON and a workbook as they are."""
    files = {f"trainings/{name}": yaml("trainings", title=json.dumps(title, ensure_ascii=False)) for name, title in TITLES.items()}
    pages = pages_of(catalogue(files))
    pages.below_prose("trainings/", "")
    written = list_files(pages.lists, pages.catalogue, pages.site, pages.templates.languages, pages.rows.cells)
    given = {file.address: file.content for file in written}
    text = given["trainings/trainings.csv"]
    assert isinstance(text, str)
    lines = [line for line in text.removeprefix("\ufeff").splitlines() if not line.startswith("# ")]
    assert {plain(row["Training"]) for row in csv.DictReader(lines)} == {safe(title) for title in TITLES.values()}
    assert {plain(row["Training"]) for row in json.loads(given["trainings/trainings.json"])["rows"]} == set(TITLES.values())
    book = given["trainings/trainings.xlsx"]
    assert isinstance(book, bytes)
    sheet = load_workbook(io.BytesIO(book)).worksheets[1]
    place = next(cell.column for cell in sheet[1] if cell.value == "Training")
    cells = [row[place - 1] for row in sheet.iter_rows(min_row=2)]
    assert {plain(str(cell.value)) for cell in cells} == set(TITLES.values())
    assert {cell.data_type for cell in cells} == {"s"}


def plain(text: str) -> str:
    """A title without what badges say behind it."""
    return next((title for title in (*map(safe, TITLES.values()), *TITLES.values()) if text.startswith(title)), text)


def safe(title: str) -> str:
    """With an apostrophe where it would be a formula."""
    return f"'{title}" if title[0] in "=+-@" else title

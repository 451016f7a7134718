"""Tables: the bytes of a spreadsheet, a CSV file or an agenda become headings and rows of texts, or problems."""

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from clearinghouse.problems.problem import Problem

LARGEST_FILE = 5_000_000
MOST_ROWS, MOST_COLUMNS, LONGEST_CELL = 2_000, 300, 30_000
ASIDE = "#"
"""What begins with it is no record: a row by its first cell, a column by its heading."""
_NAMED = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
"""A first line by which a file tells spreadsheet programs its sign; they do not show it."""


@dataclass(frozen=True)
class Cell:
    """A text and its place. row, column: from 1; where: as people call the place (`B7`; in an agenda `DTSTART`)."""

    text: str
    row: int
    column: int
    where: str


@dataclass(frozen=True)
class Row:
    """A row: its number (in an agenda the line where the event begins), and the cells that hold something, by the
    column of their heading."""

    number: int
    cells: Mapping[int, Cell]


@dataclass(frozen=True)
class Table:
    """A table. told: as problems name the file; headings: those that hold something; problems: what could not be read
    of it; aside: how many rows were left out because they begin with `#`; is_agenda: whether
    its columns have no place in the file."""

    told: str
    headings: Sequence[Cell]
    rows: Sequence[Row]
    problems: Sequence[Problem] = ()
    aside: int = 0
    is_agenda: bool = False


class Unreadable(Exception):
    """A file that is no table. problem: why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.fix)
        self.problem = problem


def refused(told: str, found: str, allowed: str, fix: str, row: int = 1, code: str = "TABLE-001") -> Unreadable:
    """Why a whole file is refused."""
    return Unreadable(Problem(told, row, 1, code, "", found, allowed, fix))


def notation(row: int, column: int) -> str:
    """A place as spreadsheets write it: B7."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row}"


def of_rows(told: str, rows: Iterable[tuple[int, Sequence[str]]], problems: Sequence[Problem] = ()) -> Table:
    """A table of numbered rows of texts; the first that holds something is that of the headings. Raises Unreadable."""
    headings: list[Cell] = []
    kept: list[Row] = []
    aside = 0
    for number, texts in rows:
        cells = [Cell(text.strip(), number, column, notation(number, column)) for column, text in enumerate(texts, start=1) if text.strip()]
        if any(cell.column > MOST_COLUMNS or len(cell.text) > LONGEST_CELL for cell in cells):
            fix = "split it into several files, and long texts into several records"
            raise refused(told, f"row {number}", f"at most {MOST_COLUMNS} columns, {LONGEST_CELL:,} characters in a cell", fix, number)
        if cells and not headings:
            headings = cells
        elif cells and cells[0].column == 1 and cells[0].text.startswith(ASIDE):
            aside += 1
        elif cells:
            kept.append(Row(number, {cell.column: cell for cell in cells}))
        if len(kept) > MOST_ROWS:
            raise refused(told, f"more than {MOST_ROWS:,} rows", f"at most {MOST_ROWS:,} rows", "split it into several files", number)
    if not headings:
        raise refused(told, "an empty table", "headings and rows", "begin with the template: chm import --into COLLECTION --template")
    return Table(told, headings, kept, problems, aside)


def of_csv(told: str, content: bytes) -> Table:
    """A table of comma- or semicolon-separated values (RFC 4180) in UTF-8, with or without a byte order mark. Raises Unreadable."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = content[: error.start].count(b"\n") + 1
        fix = "save it as CSV UTF-8: in Excel, Save as, CSV UTF-8 (Comma delimited)"
        raise refused(told, f"the byte {content[error.start]:02X}", "text in UTF-8", fix, row, "FILE-001") from None
    named = _NAMED.match(text)
    sign, text = (named[1], text[named.end() :]) if named else (_delimiter(text), text)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=True)
    try:
        return of_rows(told, enumerate(rows, start=1))
    except csv.Error as error:
        fix = "put a text with quotes in double quotes and double those inside; or use an .xlsx file"
        raise refused(told, str(error), "comma-separated values", fix, rows.line_num) from None


def _delimiter(text: str) -> str:
    """The one of `,` `;` and tab that stands most often in the first line that holds something, quoted texts aside."""
    first = next((line for line in text.splitlines() if line.strip(" \t,;")), "")
    bare = "".join(first.split('"')[::2])
    return max(",;\t", key=bare.count)

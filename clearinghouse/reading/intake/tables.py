"""Tables: the bytes of a spreadsheet, a CSV file or an agenda become headings and rows of texts, or problems."""

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from clearinghouse.problems.files import FILE_001_CSV
from clearinghouse.problems.problem import Place, Problem, Refusal
from clearinghouse.problems.tables import TABLE_001_CELLS, TABLE_001_CSV, TABLE_001_EMPTY, TABLE_001_ROWS

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

    def place(self, table: str, key: str = "") -> Place:
        """Where a problem of it stands, in the table of that name."""
        return Place(table, self.row, self.column, f"{self.where} {key}".strip())


@dataclass(frozen=True)
class Row:
    """A row: its number (in an agenda the line where the event begins), and the cells that hold something, by the
    column of their heading. One without cells is what can be no record; a problem says why."""

    number: int
    cells: Mapping[int, Cell]


@dataclass(frozen=True)
class Table:
    """A table. name: as problems name the file; headings: those that hold something; problems: what could not be read
    of it; aside: how many rows were left out because they begin with `#`; is_agenda: whether
    its columns have no place in the file."""

    name: str
    headings: Sequence[Cell]
    rows: Sequence[Row]
    problems: Sequence[Problem] = ()
    aside: int = 0
    is_agenda: bool = False


def notation(row: int, column: int) -> str:
    """A place as spreadsheets write it: B7."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row}"


def of_rows(name: str, rows: Iterable[tuple[int, Sequence[str]]], problems: Sequence[Problem] = ()) -> Table:
    """A table of numbered rows of texts; the first that holds something is that of the headings. Raises Refusal."""
    headings: list[Cell] = []
    kept: list[Row] = []
    aside = 0
    for number, texts in rows:
        cells = [Cell(text.strip(), number, column, notation(number, column)) for column, text in enumerate(texts, start=1) if text.strip()]
        if any(cell.column > MOST_COLUMNS or len(cell.text) > LONGEST_CELL for cell in cells):
            bounds = {"columns": str(MOST_COLUMNS), "characters": f"{LONGEST_CELL:,}"}
            raise Refusal(TABLE_001_CELLS.at(Place(name, number), found=f"row {number}", **bounds))
        if cells and not headings:
            headings = cells
        elif cells and cells[0].column == 1 and cells[0].text.startswith(ASIDE):
            aside += 1
        elif cells:
            kept.append(Row(number, {cell.column: cell for cell in cells}))
        if len(kept) > MOST_ROWS:
            raise Refusal(TABLE_001_ROWS.at(Place(name, number), found=f"more than {MOST_ROWS:,} rows", most=f"{MOST_ROWS:,}"))
    if not headings:
        raise Refusal(TABLE_001_EMPTY.at(Place(name), found="an empty table"))
    return Table(name, headings, kept, problems, aside)


def of_csv(name: str, content: bytes) -> Table:
    """A table of comma- or semicolon-separated values (RFC 4180) in UTF-8, with or without a byte order mark. Raises Refusal."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = content[: error.start].count(b"\n") + 1
        raise Refusal(FILE_001_CSV.at(Place(name, row), found=f"the byte {content[error.start]:02X}")) from None
    stated = _NAMED.match(text)
    sign, text = (stated[1], text[stated.end() :]) if stated else (_delimiter(text), text)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=True)
    try:
        return of_rows(name, enumerate(rows, start=1))
    except csv.Error as error:
        raise Refusal(TABLE_001_CSV.at(Place(name, rows.line_num), found=str(error))) from None


def _delimiter(text: str) -> str:
    """The one of `,` `;` and tab that stands most often in the first line that holds something, quoted texts aside."""
    first = next((line for line in text.splitlines() if line.strip(" \t,;")), "")
    bare = "".join(first.split('"')[::2])
    return max(",;\t", key=bare.count)

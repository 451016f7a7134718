"""Tables: the bytes of a spreadsheet, a CSV file or an agenda become headings and rows of texts, or problems."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from clearinghouse.problems.files import FILE_001_CSV
from clearinghouse.problems.intake.tables import TABLE_001_CELLS, TABLE_001_CSV, TABLE_001_EMPTY, TABLE_001_ROWS
from clearinghouse.problems.problem import Place, Problem, Refusal
from clearinghouse.reading.intake.cell_texts import constant, fault_of

LARGEST_FILE = 5_000_000
MOST_ROWS, MOST_COLUMNS, LONGEST_CELL = 2_000, 300, 30_000
ASIDE = "#"
"""A column whose heading begins with it is left out; so is a row whose first cell begins with it and a space, or holds
nothing else: `#5 Patrol course` is a title."""
CellType = Literal["text", "day", "truth", "number"]
"""What a spreadsheet holds a cell as; a `day` may have a time, or be one."""
_NAMED = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
"""A first line by which a file tells spreadsheet programs its sign; they do not show it."""


@dataclass(frozen=True)
class Cell:
    """A text and its place. row, column: from 1; where: as people call the place (`B7`; in an agenda `DTSTART`)."""

    text: str
    row: int
    column: int
    where: str
    type: CellType = "text"

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
    of it, and what it holds beside its rows; aside: the rows that were left out as comments; is_agenda: whether its columns
    have no place in the file."""

    name: str
    headings: Sequence[Cell]
    rows: Sequence[Row]
    problems: Sequence[Problem] = ()
    aside: Sequence[Row] = ()
    is_agenda: bool = False


def notation(row: int, column: int) -> str:
    """A place as spreadsheets write it: B7."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row}"


def cells_of(number: int, texts: Iterable[str]) -> Iterator[Cell]:
    """The cells of a row of texts that hold something."""
    for column, text in enumerate(texts, start=1):
        if bare := constant(text.strip()):
            yield Cell(bare, number, column, notation(number, column))


def of_rows(name: str, rows: Iterable[Sequence[Cell]], problems: Sequence[Problem] = ()) -> Table:
    """A table of rows, each of the cells that hold something; the first that is no comment is that of the headings.

    A comment above the headings stands alone in its row, since a heading may begin with `#` as well. problems: is read
    when all rows were. Raises Refusal.
    """
    headings: Sequence[Cell] = ()
    kept: list[Row] = []
    aside: list[Row] = []
    for cells in rows:
        if not cells:
            continue
        number = cells[0].row
        if any(cell.column > MOST_COLUMNS or len(cell.text) > LONGEST_CELL for cell in cells):
            bounds = {"columns": str(MOST_COLUMNS), "characters": f"{LONGEST_CELL:,}"}
            raise Refusal(TABLE_001_CELLS.at(Place(name, number), found=f"row {number}", **bounds))
        row = Row(number, {cell.column: cell for cell in cells})
        if _is_aside(cells[0]) and (headings or len(cells) == 1):
            aside.append(row)
        elif headings:
            kept.append(row)
        else:
            headings = cells
        if max(len(kept), len(aside)) > MOST_ROWS:
            raise Refusal(TABLE_001_ROWS.at(Place(name, number), found=f"more than {MOST_ROWS:,} rows", most=f"{MOST_ROWS:,}"))
    if not headings:
        raise Refusal(TABLE_001_EMPTY.at(Place(name), found="an empty table"))
    left_out = {row.number for row in aside}
    faulty = [problem for problem in problems if problem.line not in left_out]
    lines = {problem.line for problem in faulty if problem.line > headings[0].row}
    unread = [Row(number, {}) for number in lines.difference(row.number for row in kept)]
    sound = []
    for row in sorted([*kept, *unread], key=lambda row: row.number):
        faults = {column: fault for column, cell in row.cells.items() if (fault := fault_of(cell.text))}
        faulty += [fault.at(row.cells[column].place(name), found=row.cells[column].text) for column, fault in faults.items()]
        sound.append(Row(row.number, {column: cell for column, cell in row.cells.items() if column not in faults}))
    return Table(name, headings, sound, sorted(faulty), aside)


def _is_aside(cell: Cell) -> bool:
    return cell.column == 1 and cell.text.split(maxsplit=1)[0] == ASIDE


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
        return of_rows(name, (list(cells_of(number, texts)) for number, texts in enumerate(rows, start=1)))
    except csv.Error as error:
        raise Refusal(TABLE_001_CSV.at(Place(name, rows.line_num), found=str(error))) from None


def _delimiter(text: str) -> str:
    """The one of `,` `;` and tab that stands most often in the first line that holds something, quoted texts aside."""
    first = next((line for line in text.splitlines() if line.strip(" \t,;")), "")
    bare = "".join(first.split('"')[::2])
    return max(",;\t", key=bare.count)

"""Report: sections of sentences and tables with numbered notes, as plain values that each format lays out in its own way."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Note:
    """A source. Notes are cited by their number, which is their place from 1."""

    text: str
    url: str


@dataclass(frozen=True)
class Row:
    """A row of a table. The first cell is its heading; to: the page of this site that it leads to, or empty; notes: numbers of
    its sources."""

    cells: tuple[str, ...]
    to: str = ""
    notes: tuple[int, ...] = ()


@dataclass(frozen=True)
class Table:
    """A table. numbers: the columns that hold numbers alone, by their places from 0."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    numbers: frozenset[int] = frozenset()

    @property
    def has_notes(self) -> bool:
        """Whether a row of it cites sources."""
        return any(row.notes for row in self.rows)


@dataclass(frozen=True)
class Section:
    """A section. id: of its anchor and of its table's file."""

    id: str
    title: str
    paragraphs: tuple[str, ...] = ()
    table: Table | None = None


@dataclass(frozen=True)
class Report:
    """A report. lead: what it answers, and by which rule; day: on which it was known."""

    year: int
    title: str
    lead: str
    day: str
    sections: tuple[Section, ...]
    notes: tuple[Note, ...]

    @cached_property
    def first_rows(self) -> Mapping[int, Row]:
        """The row that cites a note first, by the number of the note."""
        rows = [(number, row) for _, table in self.tables for row in table.rows for number in row.notes]
        return dict(reversed(rows))

    @property
    def tables(self) -> Iterator[tuple[str, Table]]:
        """All tables, each by the id of its section."""
        yield from ((section.id, section.table) for section in self.sections if section.table)

"""Sheet: the cells of a table come in; what a file holds of them leaves: texts as they are seen, numbers as numbers, addresses.

overrides/assets/taking/reading.js reads the same from the page, where the table stands as a reader has filtered and sorted it.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from clearinghouse.publications.html.parts import Badge, Bit, Cell, Column, Line
from clearinghouse.publications.translation.language import language
from clearinghouse.publications.translation.texts import gettext

Value = str | int | Decimal
Target = Callable[[str], str]
"""Gives the whole address of what an address of this site names."""
_NUMBER = re.compile(r"-?(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:\.[0-9]+)?\Z")
_POINTED = re.compile(r"-?[0-9]{1,3}(?:\.[0-9]{3})+\Z")
"""A whole number as it is written where points part thousands."""
_POINTS = ("id", "vi")


@dataclass(frozen=True)
class Row:
    """A row. days: for each of its cells the day, month or year that it tells (ISO 8601), or nothing; address: where it leads."""

    values: tuple[Value, ...]
    days: tuple[str, ...]
    address: str


@dataclass(frozen=True)
class Sheet:
    """A table. days: the places of the columns that tell days."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    days: tuple[int, ...]

    @classmethod
    def of(cls, columns: Iterable[Column], rows: Iterable[Sequence[Cell]], target: Target) -> "Sheet":
        """A table of a page."""
        lines = tuple(row_of(cells, target) for cells in rows)
        return cls(tuple(column.label for column in columns), lines, days_in(lines))

    @property
    def headings(self) -> tuple[str, ...]:
        """Those of the page, then one for each column of days, then one for the addresses."""
        return headings(self.columns, self.days)


def headings(columns: Sequence[str], days: Iterable[int]) -> tuple[str, ...]:
    """The headings of a file."""
    return (*columns, *(f"{columns[place]} (ISO 8601)" for place in days), gettext("Address"))


def values_of(row: Row, days: Iterable[int]) -> tuple[Value, ...]:
    """A row as its file has it."""
    return (*row.values, *(row.days[place] for place in days), row.address)


def days_in(rows: Iterable[Row]) -> tuple[int, ...]:
    """The places of the columns that tell days."""
    return tuple(sorted({place for row in rows for place, day in enumerate(row.days) if day}))


def row_of(cells: Sequence[Cell], target: Target) -> Row:
    """A row of a page. It leads where its heading does, or else its first link."""
    bits = [bit for cell in sorted(cells, key=lambda cell: not cell.is_heading) for line in cell.lines for bit in line]
    address = next((bit.href or target(bit.to or "") for bit in bits if bit.href or bit.to is not None), "")
    days = (next((bit.time for line in cell.lines for bit in line if bit.time and _is_seen(bit)), "") for cell in cells)
    return Row(tuple(map(_value, cells)), tuple(days), address)


def number_of(text: str) -> Value:
    """The number that a text is, or the text itself."""
    if language().tag in _POINTS and _POINTED.match(text):
        return int(text.replace(".", ""))
    if not _NUMBER.match(text):
        return text
    plain = text.replace(",", "")
    return Decimal(plain) if "." in plain else int(plain)


def _value(cell: Cell) -> Value:
    text = _text(cell)
    return number_of(text) if cell.is_number else text


def _text(cell: Cell) -> str:
    """What a reader sees of it: its lines, with what a badge says in brackets behind them."""
    pieces = [*([_badge(cell.mark)] if cell.mark else []), *map(_line, cell.lines)]
    text = "; ".join(filter(None, pieces))
    for badge in filter(None, map(_badge, cell.badges)):
        text = f"{text} ({badge})" if text else badge
    return text


def _line(line: Line) -> str:
    return " ".join("".join(_words(line)).split())


def _words(line: Line) -> Iterator[str]:
    for bit in line:
        if _is_seen(bit):
            yield bit.code or bit.text


def _badge(badge: Badge) -> str:
    return badge.text if badge.days is None or badge.days.is_shown else ""


def _is_seen(bit: Bit) -> bool:
    return bit.days is None or bit.days.is_shown

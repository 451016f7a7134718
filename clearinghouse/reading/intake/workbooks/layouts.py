"""Layouts: what the XML of a sheet says of its rows, columns and cells, beside their values.

openpyxl passes over it where it reads a sheet row by row, which alone keeps large sheets small in memory.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from string import digits
from typing import IO, NamedTuple
from xml.etree.ElementTree import XMLParser  # no part declares entities

from openpyxl.utils import column_index_from_string, range_boundaries

MOST_RANGES = 5_000
LAST_COLUMN, LAST_ROW = 16_384, 1_048_576
_CELLS = re.compile(r"\$?[A-Z]{1,3}\$?[0-9]{1,7}(?::\$?[A-Z]{1,3}\$?[0-9]{1,7})?")
_PIECE = 100_000


class Range(NamedTuple):
    """A rectangle of cells, by its first and last column and row, from 1."""

    left: int
    top: int
    right: int
    bottom: int

    def holds(self, row: int, column: int) -> bool:
        """Whether a cell lies in it."""
        return self.left <= column <= self.right and self.top <= row <= self.bottom

    @property
    def is_one_column(self) -> bool:
        """Whether it is a cell merged over rows, as for a value that each of them has."""
        return self.left == self.right


class Overfull(Exception):
    """That a sheet has more marks than anybody makes by hand."""


@dataclass
class Layout:
    """hidden_rows: their numbers; hidden_columns: the first and the last of each run; merged: ranges; links: what leads to
    an address, by its range, as the id of a relation; choices: by the name of a sheet, the ranges from which drop-downs are
    filled; is_in_order: whether rows and cells ascend, since openpyxl reads no others."""

    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    merged: list[Range] = field(default_factory=list)
    links: list[tuple[Range, str]] = field(default_factory=list)
    choices: dict[str, list[Range]] = field(default_factory=dict)
    is_in_order: bool = True


def layout_of(source: IO[bytes]) -> Layout:
    """Reads the part of a sheet. Raises Overfull, or whatever broken XML raises."""
    reader = _Reader()
    parser = XMLParser(target=reader)
    while piece := source.read(_PIECE):
        parser.feed(piece)
    parser.close()
    return reader.layout


class _Reader:
    """A target of the parser: it keeps nothing of a cell, however many there are."""

    def __init__(self) -> None:
        self.layout = Layout()
        self._row = self._column = 0
        self._formula: list[str] | None = None

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        layout = self.layout
        match tag.rpartition("}")[2]:
            case "row":
                number = int(attributes.get("r", self._row + 1))
                layout.is_in_order &= number > self._row
                self._row, self._column = number, 0
                if _is_hidden(attributes, "ht"):
                    layout.hidden_rows.append(number)
            case "c":
                column = _column(attributes["r"].rstrip(digits)) if "r" in attributes else self._column + 1
                layout.is_in_order &= column > self._column
                self._column = column
            case "col" if _is_hidden(attributes, "width"):
                layout.hidden_columns.append((int(attributes["min"]), int(attributes["max"])))
            case "mergeCell":
                layout.merged.append(_range(attributes["ref"]))
            case "hyperlink":
                relation = next((value for name, value in attributes.items() if name.endswith("}id")), "")
                layout.links.append((_range(attributes["ref"]), relation))
            case "formula1":
                self._formula = []
        if len(layout.merged) + len(layout.links) + len(layout.hidden_columns) > MOST_RANGES:
            raise Overfull

    def data(self, text: str) -> None:
        if self._formula is not None:
            self._formula.append(text)

    def end(self, tag: str) -> None:
        if tag.endswith("formula1") and self._formula is not None:
            sheet, _, cells = "".join(self._formula).strip().rpartition("!")
            self._formula = None
            if sheet and _CELLS.fullmatch(cells):
                self.layout.choices.setdefault(sheet.strip("'").replace("''", "'"), []).append(_range(cells))


@cache
def _column(letters: str) -> int:
    return int(column_index_from_string(letters))


def _is_hidden(attributes: Mapping[str, str], size: str) -> bool:
    return attributes.get("hidden") in ("1", "true") or attributes.get(size) == "0"


def _range(cells: str) -> Range:
    left, top, right, bottom = range_boundaries(cells)
    return Range(left or 1, top or 1, right or LAST_COLUMN, bottom or LAST_ROW)

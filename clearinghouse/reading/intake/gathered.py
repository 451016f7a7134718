"""Gathered rows: rows of a table that belong to one record become one, where a row is a member of a list and no record.

Rows that would have one id belong together. What concerns the whole record may stand in any of them; where two say
something else of it, the later one has the problem.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from typing import Any

from clearinghouse.problems.problem import Problem
from clearinghouse.problems.trade.reports import REPORT_006
from clearinghouse.reading.intake.tables import Cell, Row
from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.written.filling import put, value_of
from clearinghouse.records.written.keys import key_in
from clearinghouse.records.written.proposed_ids import proposed_id


@dataclass(frozen=True)
class Gathered:
    """The cells of one record by dotted key. numbers: of its rows, the first one first; problems: where its rows differ.

    Of a record of several rows the members of the list are numbered as its rows are.
    """

    numbers: tuple[int, ...]
    cells: Mapping[str, Cell]
    members: str = ""
    problems: tuple[Problem, ...] = ()

    def column_key(self, key: str) -> str:
        """The key by which a column is known that holds a key of the record: `lines.0.unit` of `lines.3.unit`."""
        number = self._member(key)
        return key if number is None else key.replace(f"{self.members}.{number}", f"{self.members}.0", 1)

    def number_of(self, key: str) -> int:
        """The number of the row that says a key of the record."""
        number = self._member(key)
        return self.numbers[0 if number is None or number >= len(self.numbers) else number]

    def given(self, answers: Mapping[str, str]) -> dict[str, str]:
        """Answers for all rows, those on a member of the list for each of them."""
        first = f"{self.members}.0."
        everywhere = {key: text for key, text in answers.items() if not self.members or not key.startswith(first)}
        for key, text in answers.items():
            if key not in everywhere:
                everywhere |= {f"{self.members}.{number}.{key.removeprefix(first)}": text for number in range(len(self.numbers))}
        return everywhere

    def _member(self, key: str) -> int | None:
        name, _, rest = key.partition(".")
        number = rest.partition(".")[0]
        return int(number) if self.members and name == self.members and number.isdecimal() else None


def gathered(table: str, collection: str, keys: Mapping[int, str], rows: Iterable[Row], owner: str) -> Iterator[Gathered]:
    """The records of which the rows of a table tell, in the order of their first rows. keys: of the columns, by number."""
    named = [(row.number, {keys[column]: cell for column, cell in row.cells.items() if keys.get(column)}) for row in rows]
    members = COLLECTIONS[collection].rows_are
    if not members:
        yield from (Gathered((number,), cells) for number, cells in named)
        return
    together: dict[str, list[tuple[int, Mapping[str, Cell]]]] = defaultdict(list)
    for number, cells in named:
        together[_record_of(collection, cells, owner) if cells else f"row {number}"].append((number, cells))
    yield from (_one(table, collection, members, of_record) for of_record in together.values())


def _record_of(collection: str, cells: Mapping[str, Cell], owner: str) -> str:
    """The id that a row's record would have, but for what it corrects, which one of its rows may say for all."""
    data: dict[str, Any] = {}
    for key, cell in cells.items():
        if (asked := key_in(collection, key)) and "." not in key and key != "corrects":
            put(data, key, value_of(asked, cell.text))
    return proposed_id(collection, data, owner)


def _one(table: str, collection: str, members: str, rows: Iterable[tuple[int, Mapping[str, Cell]]]) -> Gathered:
    cells: dict[str, Cell] = {}
    problems: list[Problem] = []
    numbers: list[int] = []
    for place, (number, of_row) in zip(count(), rows):
        numbers.append(number)
        for key, cell in of_row.items():
            if key.startswith(f"{members}."):
                cells[key.replace(".0.", f".{place}.", 1)] = cell
            elif not _says_the_same(collection, key, first := cells.setdefault(key, cell), cell):
                problems.append(REPORT_006.at(cell.place(table, key), found=cell.text, first=first.text, row=str(first.row)))
    return Gathered(tuple(numbers), cells, members, tuple(problems))


def _says_the_same(collection: str, key: str, one: Cell, other: Cell) -> bool:
    asked = key_in(collection, key)
    return one.text == other.text or (asked is not None and value_of(asked, one.text) == value_of(asked, other.text))

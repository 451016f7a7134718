"""Asides: the rows and columns of a table that are passed over since they begin with `#`, each named."""

from collections.abc import Iterator, Mapping

from clearinghouse.problems.intake.tables import TABLE_006_COLUMN, TABLE_006_ROW
from clearinghouse.problems.problem import Problem
from clearinghouse.reading.intake.tables import ASIDE, Table
from clearinghouse.records.written.template_rows import template_rows


def asides(table: Table, collection: str, keys: Mapping[int, str]) -> Iterator[Problem]:
    """A warning for each, but for what the template itself says above the rows. keys: of the columns, by their numbers."""
    known = {text for row in template_rows(collection) for text in row}
    for row in table.aside:
        if any(cell.text not in known for cell in row.cells.values()):
            first = next(iter(row.cells.values()))
            yield TABLE_006_ROW.at(first.place(table.name), found=" | ".join(cell.text for cell in row.cells.values()), aside=ASIDE)
    holding = {column for row in table.rows for column in row.cells} | {problem.column for problem in table.problems}
    for heading in table.headings:
        if is_aside(table, keys, heading.column) and heading.column in holding:
            yield TABLE_006_COLUMN.at(heading.place(table.name), found=heading.text, aside=ASIDE)


def is_aside(table: Table, keys: Mapping[int, str], column: int) -> bool:
    """Whether a column is passed over."""
    return not keys.get(column, "-") and any(cell.column == column and cell.text.startswith(ASIDE) for cell in table.headings)

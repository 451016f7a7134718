"""Plain tables: what a page shows as a grid, a matrix or lists comes in; the table that its files hold leaves."""

from collections.abc import Iterable, Sequence
from typing import Any

from clearinghouse.publications.html.parts import Bit, Cell, Column, Line, Table


def plain_table(
    caption: str, labels: Sequence[str], rows: Iterable[Sequence[Line]], *, heading: int = 0, numbers: Sequence[int] = ()
) -> Table:
    """A table of lines. heading: the place of the cell that leads to what a row is about; numbers: those of cells with numbers alone."""
    columns = tuple(Column(label, place in numbers) for place, label in enumerate(labels))
    cells = (
        tuple(Cell((line,), is_heading=place == heading, is_number=place in numbers) for place, line in enumerate(row)) for row in rows
    )
    return Table(caption, columns, tuple(cells), has_workbook=True)


def grid_table(caption: str, corner: str, heads: Sequence[str], rows: Iterable[dict[str, Any]]) -> Table:
    """A grid of counts. heads: of its columns; rows: each has a label and cells with a number."""
    lines = ([(Bit(row["label"]),), *((Bit(str(cell["number"])),) for cell in row["cells"])] for row in rows)
    return plain_table(caption, (corner, *heads), lines, numbers=range(1, len(heads) + 1))

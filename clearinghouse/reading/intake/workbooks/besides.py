"""Besides: what a workbook holds beside the rows that are read, each named in a warning.

Hidden rows and columns are read like all others, and named. Whoever filtered a list sees less than he sends, but nobody
filters in order to delete: a record too many is seen in the pull request, one that was left out is missed by nobody.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import groupby

from openpyxl.utils import coordinate_to_tuple, get_column_letter

from clearinghouse.problems.intake import tables as kinds
from clearinghouse.problems.problem import Place, Problem
from clearinghouse.reading.intake.tables import Table, notation
from clearinghouse.reading.intake.workbooks.companions import Companions
from clearinghouse.reading.intake.workbooks.layouts import Layout, Range


def besides(table: Table, layout: Layout, companions: Companions, filled: Collection[Range]) -> Iterator[Problem]:
    """A warning for each comment, link, drawing and merged range of the sheet, and for its hidden rows and columns that
    hold something. filled: the merged ranges that were read as they are meant."""
    hidden_rows = set(layout.hidden_rows)
    rows = [row.number for row in table.rows if row.number in hidden_rows]
    if rows:
        yield kinds.TABLE_006_HIDDEN.at(Place(table.name, rows[0]), hidden=_named("row", rows, str))
    holding = {column for row in table.rows for column in row.cells} | {problem.column for problem in table.problems}
    columns = sorted(column for column in holding if _is_hidden(column, layout))
    if columns:
        place = Place(table.name, table.headings[0].row, columns[0])
        yield kinds.TABLE_006_HIDDEN.at(place, hidden=_named("column", columns, get_column_letter))
    for merged in layout.merged:
        if merged not in filled:
            first, last = notation(merged.top, merged.left), notation(merged.bottom, merged.right)
            yield kinds.TABLE_006_MERGED.at(_place(table, first), found=f"{first}:{last}", first=first)
    yield from _accompanying(table, layout, companions)


def _accompanying(table: Table, layout: Layout, companions: Companions) -> Iterator[Problem]:
    for cell, text in companions.comments.items():
        yield kinds.TABLE_006_COMMENT.at(_place(table, cell), found=text)
    texts = {cell.where: cell.text for row in table.rows for cell in row.cells.values()}
    for linked, relation in layout.links:
        where = notation(linked.top, linked.left)
        address = companions.addresses.get(relation, "")
        if address and _bare(address) != _bare(texts.get(where, "")):
            yield kinds.TABLE_006_LINK.at(_place(table, where), found=address)
    for text in companions.drawings:
        yield kinds.TABLE_006_DRAWING.at(Place(table.name), found=text or "a picture or a chart")


def _bare(address: str) -> str:
    """An address without what programs add to it or take away."""
    return address.removeprefix("mailto:").partition("#")[0].rstrip("/")


def _is_hidden(column: int, layout: Layout) -> bool:
    return any(first <= column <= last for first, last in layout.hidden_columns)


def _named(noun: str, numbers: Sequence[int], name: Callable[[int], str]) -> str:
    """Numbers as people say them: `rows 3, 5 to 7`."""
    runs = [[number for _, number in run] for _, run in groupby(enumerate(numbers), lambda pair: pair[1] - pair[0])]
    texts = [name(run[0]) if len(run) == 1 else f"{name(run[0])} to {name(run[-1])}" for run in runs]
    return f"{noun}{'s' if len(numbers) > 1 else ''} {', '.join(texts)}"


def _place(table: Table, cell: str) -> Place:
    return Place(table.name, *coordinate_to_tuple(cell), cell)

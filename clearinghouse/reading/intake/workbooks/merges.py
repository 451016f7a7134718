"""Merges: a cell that is merged over rows is the value of each of them."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from clearinghouse.reading.intake.tables import Row, Table, notation
from clearinghouse.reading.intake.workbooks.layouts import Range


def filled_down(table: Table, merged: Sequence[Range]) -> tuple[Table, frozenset[Range]]:
    """The table with the value of each such range in all of its rows that hold something, and the ranges that were filled.

    A range over several columns, one that begins with a heading, and one that hides values of its own are none of these:
    what they mean only people know.
    """
    numbers = [row.number for row in table.rows]
    cells = [dict(row.cells) for row in table.rows]
    filled = set()
    ends: dict[int, int] = {}
    for area in sorted(merged):
        begin, end = bisect_right(numbers, area.top - 1), bisect_right(numbers, area.bottom)
        is_apart = area.top > ends.get(area.left, 0)
        if area.left != area.right or not is_apart or begin == end or numbers[begin] != area.top:
            continue
        ends[area.left] = area.bottom
        first = cells[begin].get(area.left)
        if first and not any(area.left in others for others in cells[begin + 1 : end]):
            filled.add(area)
            for number, others in zip(numbers[begin + 1 : end], cells[begin + 1 : end], strict=True):
                others[area.left] = replace(first, row=number, where=notation(number, area.left))
    rows = [Row(number, others) for number, others in zip(numbers, cells, strict=True)]
    return replace(table, rows=rows), frozenset(filled)

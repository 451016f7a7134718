"""Table: the bytes of an .xlsx file become the rows of one of its sheets, and warnings of all else that it holds."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from clearinghouse.problems.intake import tables as kinds
from clearinghouse.problems.problem import Place, Problem, Refusal
from clearinghouse.reading.intake.tables import Cell, Table, of_rows
from clearinghouse.reading.intake.workbooks.besides import besides
from clearinghouse.reading.intake.workbooks.cells import cell_of
from clearinghouse.reading.intake.workbooks.companions import companions_of
from clearinghouse.reading.intake.workbooks.layouts import LAST_ROW, MOST_RANGES, Overfull, Range, layout_of
from clearinghouse.reading.intake.workbooks.merges import filled_down
from clearinghouse.reading.intake.workbooks.packages import Package, opened


def of_xlsx(name: str, content: bytes, sheet: str) -> Table:
    """The sheet of that name, or else the first one that is not hidden. Raises Refusal."""
    try:
        package = opened(name, content)
        book = package.book
        visible = [title for title in book.sheetnames if getattr(book[title], "sheet_state", "visible") == "visible"]
        named = [title for title in book.sheetnames if title.casefold() == sheet.casefold()]
        titles = named or visible or book.sheetnames
        if not titles:
            raise Refusal(kinds.TABLE_001_WORKBOOK.at(Place(name), found="no sheet"))
        return _table(name, package, titles[0])
    except Refusal:
        raise
    except Overfull:
        marks = f"more than {MOST_RANGES:,} merged ranges, links or comments"
        raise Refusal(kinds.TABLE_001_WORKBOOK.at(Place(name), found=marks)) from None
    except Exception:  # a broken workbook makes openpyxl raise whatever its parts raise
        raise Refusal(kinds.TABLE_001_WORKBOOK.at(Place(name))) from None


def _table(name: str, package: Package, title: str) -> Table:
    sheet: Any = package.book[title]
    if not hasattr(sheet, "reset_dimensions"):
        raise Refusal(kinds.TABLE_001_CHART.at(Place(name), found="a chart"))
    with package.archive.open(package.paths[title]) as source:
        layout = layout_of(source)
    if not layout.is_in_order:
        raise Refusal(kinds.TABLE_001_WORKBOOK.at(Place(name), found="rows or cells that are not in their order"))
    problems: list[Problem] = []
    table, filled = filled_down(of_rows(name, _rows(name, sheet, problems), problems), layout.merged)
    beside = besides(table, layout, companions_of(package, title), filled)
    return replace(table, problems=[*table.problems, *_other_sheets(name, package, title, layout.choices), *beside])


def _rows(name: str, sheet: Any, problems: list[Problem]) -> Iterator[Sequence[Cell]]:
    for number, row in _numbered(sheet):
        cells = []
        for column, cell in enumerate(row, start=1):
            match cell_of(cell, Place(name, number, column)):
                case Cell() as read:
                    cells.append(read)
                case Problem() as problem:
                    problems.append(problem)
        yield cells


def _numbered(sheet: Any) -> Iterator[tuple[int, Sequence[Any]]]:
    """The rows of a sheet with their numbers, also those beyond its size as the file claims it. One that is far below makes
    openpyxl fill in a million empty ones."""
    sheet.reset_dimensions()
    return ((number, cells) for number, cells in enumerate(sheet.iter_rows(max_row=LAST_ROW), start=1) if cells)


def _other_sheets(name: str, package: Package, title: str, choices: Mapping[str, Iterable[Range]]) -> Iterator[Problem]:
    """A warning for each sheet that is not read, but for what drop-downs of the one that is take their choices from."""
    for other in package.book.sheetnames:
        sheet: Any = package.book[other]
        if other != title and (not hasattr(sheet, "reset_dimensions") or _holds_more(sheet, list(choices.get(other, ())))):
            yield kinds.TABLE_006.at(Place(name), found=other, sheet=title)


def _holds_more(sheet: Any, ranges: Sequence[Range]) -> bool:
    return any(
        cell.value is not None and not any(area.holds(number, column) for area in ranges)
        for number, cells in _numbered(sheet)
        for column, cell in enumerate(cells, start=1)
    )

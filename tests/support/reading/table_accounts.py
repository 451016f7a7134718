"""Accounts of tables: what a workbook or a CSV file holds, held against what `chm import` wrote and said of it.

Nothing here knows how the clearing house reads a table: cells, comments, ranges and what is hidden come from `second_reader`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tests.support.reading.agenda_accounts import LABELS, Records, Report, squeezed
from tests.support.reading.second_reader import Area, Cell, Sheet, at, letters, of_csv, of_xlsx

RUN = re.compile(r"(\w+)(?: to (\w+))?")


def unaccounted(name: str, content: bytes, report: Report, records: Records) -> list[str]:
    """What stands in the file, and neither in a record nor in a problem or warning. Empty where all is accounted for.

    name: of the file, with its ending; report: the problems of `--format json`; records: the plain data of what was written.
    """
    if any(problem["code"] in ("TABLE-001", "FILE-001") for problem in report):
        return ["something was written of what was refused"] if records else []
    sheets = [of_csv(content)] if name.endswith(".csv") else of_xlsx(content)
    named = {problem["found"] for problem in report if problem["code"] == "TABLE-006" and problem["fix"].startswith("not read: move")}
    choices = [area for sheet in sheets for area in sheet.choices]
    missing = []
    for sheet in sheets:
        is_of_choices = all(any(area.is_on(sheet.name, cell) for area in choices) for row in sheet.rows.values() for cell in row.values())
        if not is_of_choices and sheet.name not in named:
            missing += [f"{sheet.name}: {what}" for what in _of_sheet(sheet, report, records)]
    return missing


def _of_sheet(sheet: Sheet, report: Report, records: Records) -> Iterator[str]:
    head = next((number for number, row in sorted(sheet.rows.items()) if len(row) > 1 or not _is_comment(row)), 0)
    headings = {column: cell.text for column, cell in sheet.rows[head].items()}
    errors = {problem["line"] for problem in report if problem["severity"] == "error"}
    warnings = [problem for problem in report if problem["code"] == "TABLE-006"]
    places = {(problem["line"], problem["column"]) for problem in warnings}
    yield from _beside(sheet, head, warnings)
    if head in errors or any(problem["code"] == "TABLE-002" for problem in report):
        yield from ["something was written below headings that were refused"] if records else []
        return
    filled = [area for area in sheet.merged if not _is_named(area, warnings)]
    yield from (
        f"{area.name} is merged over columns or a heading, and not named" for area in filled if area.left != area.right or area.top <= head
    )
    for number, row in sorted(sheet.rows.items()):
        if number != head and _is_comment(row):
            yield from [f"the comment of row {number} is not named"] if (number, 1) not in places else []
        elif number > head and number not in errors:
            yield from _of_row(row | _filled(sheet, row, filled), headings, head, places, records)


def _of_row(
    row: Mapping[int, Cell], headings: Mapping[int, str], head: int, places: set[tuple[int, int]], records: Records
) -> Iterator[str]:
    title = next((cell for column, cell in row.items() if headings.get(column) == "title"), None)
    own = [record for record in records if title and _says(record, "title", title)]
    for column, cell in row.items():
        heading = headings[column]
        if heading.startswith("#"):
            yield from [f"{heading} is left out, and not named"] if (head, column) not in places else []
        elif not any(_says(record, heading, cell) for record in own):
            yield f"{cell} is in no record"


def _filled(sheet: Sheet, row: Mapping[int, Cell], areas: Sequence[Area]) -> dict[int, Cell]:
    """The cells of a row that others are merged over."""
    number = next(cell.row for cell in row.values())
    over = {area.left: sheet.rows.get(area.top, {}).get(area.left) for area in areas if area.top < number <= area.bottom}
    return {column: cell for column, cell in over.items() if cell}


def _beside(sheet: Sheet, head: int, warnings: Report) -> Iterator[str]:
    quoted = [(problem["line"], problem["column"], squeezed(problem["found"])) for problem in warnings]
    for place, text in sheet.comments.items():
        yield from [f"the comment of {place} is not named"] if (*place, squeezed(text)) not in quoted else []
    for place, address in sheet.links.items():
        said = sheet.rows.get(place[0], {}).get(place[1])
        is_said = said and said.text.rstrip("/") == address.removeprefix("mailto:").rstrip("/")
        yield from [f"the link of {place} is not named"] if not is_said and (*place, squeezed(address)) not in quoted else []
    drawn = [problem for problem in warnings if problem["allowed"].startswith("cells alone")]
    yield from [f"{sheet.drawings} drawings, {len(drawn)} named"] if sheet.drawings > len(drawn) else []
    rows = {number: row for number, row in sheet.rows.items() if number > head and not _is_comment(row)}
    named = " ".join(problem["fix"] for problem in warnings if problem["fix"].startswith("read like all others"))
    hidden = {str(number) for number in sheet.hidden_rows & rows.keys()}
    hidden |= {letters(column) for column in sheet.hidden_columns for row in rows.values() if column in row}
    yield from (f"{what} is hidden, and not named" for what in hidden - set(_members(named)))


def _members(text: str) -> Iterator[str]:
    """The rows and columns that `rows 3, 5 to 7` names."""
    for runs in re.findall(r"(?:row|column)s? ([^;]+)", text):
        for first, last in RUN.findall(runs):
            if first.isdecimal():
                yield from map(str, range(int(first), int(last or first) + 1))
            else:
                yield from (letters(number) for number in range(at(f"{first}1")[1], at(f"{last or first}1")[1] + 1))


def _is_comment(row: Mapping[int, Cell]) -> bool:
    return 1 in row and row[1].text.split()[:1] == ["#"]


def _is_named(area: Area, warnings: Report) -> bool:
    return any(problem["found"] == area.name for problem in warnings)


def _says(record: Mapping[str, Any], heading: str, cell: Cell) -> bool:
    """Whether a record says under a key what a cell says."""
    value: Any = record
    for part in heading.split("."):
        value = (
            value[int(part)]
            if isinstance(value, list) and int(part) < len(value)
            else value.get(part, "")
            if isinstance(value, Mapping)
            else ""
        )
    texts = list(_texts(value))
    if cell.kind == "day":
        return any(text in cell.text and len(text) == cell.precision for text in texts)
    if cell.kind == "number":
        return any(_number(text) == _number(cell.text) for text in texts)
    everything = squeezed(" ".join(texts))
    members = [member for member in re.split("[;\n]", cell.text) if member.strip()]
    return cell.kind in ("text", "flag") and all(
        squeezed(member) in everything or LABELS.get(member.strip(), "-") in texts for member in members
    )


def _texts(value: Any) -> Iterator[str]:
    """All texts of plain data, those by language with their tags."""
    if isinstance(value, Mapping):
        for key, member in value.items():
            yield from (f"{key} {text}" for text in _texts(member))
    elif isinstance(value, list):
        for member in value:
            yield from _texts(member)
    else:
        yield str(value)


def _number(text: str) -> float | str:
    try:
        return float(text.rstrip("%")) / (100 if text.endswith("%") else 1)
    except ValueError:
        return text

"""Agendas: the bytes of an .ics file become entries, one for each event."""

from collections.abc import Iterator
from typing import Any

from clearinghouse.problems.problem import Refusal
from clearinghouse.reading.intake.agendas.table import of_ics
from clearinghouse.reading.intake.harvest.entries import MOST_ENTRIES, Entry, SourceFault
from clearinghouse.reading.intake.harvest.fields import fill
from clearinghouse.reading.intake.harvest.texts import LONGEST_TITLE, line, paragraph
from clearinghouse.reading.intake.known_events import IMPORTED
from clearinghouse.reading.intake.tables import Table
from clearinghouse.records.harvest_sources import HarvestSource

_LINK, _PAGE = "sources.0.url", "sources.0."


def entries_of(content: bytes, source: HarvestSource) -> tuple[list[Entry], list[str]]:
    """The entries of a calendar, and what of the calendar as a whole is not taken. Raises SourceFault."""
    try:
        table = of_ics(source.url, content, source.collection, MOST_ENTRIES)
    except Refusal as refusal:
        problem = refusal.problem
        raise SourceFault(f"it is no calendar that can be read: {problem.found or problem.fix}") from None
    entries = list(_entries(table, source))
    numbers = [row.number for row in table.rows]
    before = [problem for problem in table.problems if not numbers or problem.line < numbers[0]]
    return entries, [f"{problem.key or 'a line'}: {problem.fix}" for problem in before]


def _entries(table: Table, source: HarvestSource) -> Iterator[Entry]:
    keys = {cell.column: cell.text for cell in table.headings}
    refusals = {problem.line: problem.fix for problem in table.problems if problem.severity == "error"}
    seen: set[str] = set()
    for row in table.rows:
        texts = {keys[column]: cell.text for column, cell in row.cells.items()}
        title = line(texts.get("title"), LONGEST_TITLE)
        mark = texts.get(f"{IMPORTED}.event") or f"line-{row.number}"
        link = texts.get(_LINK, "")
        address = link if link and link not in seen else f"{source.url}#{mark}"
        seen.add(address)
        refusal = "" if title else refusals.get(row.number, "it has no title")
        yield Entry(address, title or f"the event of line {row.number}", _data(texts, title, source), refusal=refusal)


def _data(texts: dict[str, str], title: str, source: HarvestSource) -> dict[str, Any]:
    data: dict[str, Any] = {}
    for key, text in texts.items():
        if not key.startswith((_PAGE, f"{IMPORTED}.")) and key not in ("title", "summary", "id", "published"):
            fill(data, source.collection, key, text)
    data["title"] = title
    data["summary"] = paragraph(texts.get("summary")) or "The source gives no description."
    data.setdefault("status", "announced")
    if "starts" not in data:
        data |= {"undated": "true", "note": "The source gives no date."}
    return data

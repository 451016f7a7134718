"""Lines: proposals come in, what an editor reads of them in a terminal leaves: what is known of each, and what it changes."""

import difflib
from collections.abc import Iterator
from datetime import date

from clearinghouse.problems.problem import visible
from clearinghouse.reading.intake.messages.messages import Arrival, arrivals
from clearinghouse.records.proposal_sheet import Sheet

MOST = 5
LONGEST_WORDS = 600
MOST_LINES = 400
"""Of a difference, in a terminal; git shows the rest."""


def lines_of(sheet: Sheet, today: date) -> Iterator[str]:
    """What is to be known of a proposal, its head first."""
    office = visible(sheet.office) or "no office named"
    trust = f"confirmed by {sheet.by}" if sheet.confirmed else "not confirmed"
    yield f"{sheet.reference}  {_age(sheet, today)}  {sheet.state}  {sheet.kind} by {sheet.way}  {office} ({trust})"
    for record in sheet.records[:MOST]:
        yield f"  {visible(record)}"
    for problem in sheet.problems[:MOST]:
        yield f"  {problem.severity}: {visible(problem.key)}{': ' if problem.key else ''}{visible(problem.fix)} ({visible(problem.code)})"
    if len(sheet.problems) > MOST:
        yield f"  and {len(sheet.problems) - MOST} more problems: see its sheet"
    for _, other in sheet.duplicates[:MOST]:
        yield f"  perhaps the same as {visible(other)}"


def _age(sheet: Sheet, today: date) -> str:
    try:
        days = (today - date.fromisoformat(sheet.received)).days
    except ValueError:
        return "no day"
    return "today" if days <= 0 else "1 day" if days == 1 else f"{days} days"


def words_in(message: str) -> Iterator[str]:
    """What the sender wrote for the editors alone. message: the text of the message that is kept, or empty."""
    for arrival in arrivals(message):
        if isinstance(arrival, Arrival) and arrival.message.reason:
            words = visible(" ".join(arrival.message.reason.split()))
            yield f"  for the editors: {words if len(words) <= LONGEST_WORDS else f'{words[:LONGEST_WORDS]}…'}"


def difference(path: str, before: bytes | None, after: bytes) -> Iterator[str]:
    """What a file loses and gains, as `diff -u` says it. before: None where there is none."""
    old, new = ((text or b"").decode("utf-8", "replace").split("\n") for text in (before, after))
    lines = list(difflib.unified_diff(old, new, "nothing" if before is None else f"data/{path}", f"proposed/{path}", lineterm=""))
    yield from (f"  {line[:1]}{visible(line[1:])}" for line in lines[:MOST_LINES])
    if len(lines) > MOST_LINES:
        yield f"  and {len(lines) - MOST_LINES:,} more lines"

"""Lines: proposals come in, what an editor reads of them in a terminal leaves: what is known of each, and what it changes."""

import difflib
from collections.abc import Iterator
from datetime import date

from clearinghouse.problems.problem import visible
from clearinghouse.reading.intake.messages.messages import Arrival, arrivals
from clearinghouse.records.proposal_sheet import Sheet, SheetProblem

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
        yield f"  {_line(problem)}"
    if len(sheet.problems) > MOST:
        yield f"  and {len(sheet.problems) - MOST} more problems: see its sheet"
    for _, other in sheet.duplicates[:MOST]:
        yield f"  perhaps the same as {visible(other)}"


def left_out(sheet: Sheet) -> Iterator[str]:
    """The errors of a proposal of which the rest is accepted."""
    yield from (f"  left out: {_line(problem)}" for problem in sheet.problems if problem.severity == "error")


def _line(problem: SheetProblem) -> str:
    """Where something is wrong, in a file with the name of the file, and how to mend it."""
    name = problem.record.rpartition("/")[2]
    where = ", ".join(filter(None, (visible(name) if "." in name else "", visible(problem.key))))
    return f"{problem.severity}: {where}{': ' if where else ''}{visible(problem.fix)} ({visible(problem.code)})"


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
    old, new = ((text or b"").decode("utf-8", "replace").removesuffix("\n").split("\n") for text in (before, after))
    lines = list(difflib.unified_diff(old, new, "nothing" if before is None else f"data/{path}", f"proposed/{path}", lineterm=""))
    yield from (f"  {line[:1]}{visible(line[1:])}" for line in lines[:MOST_LINES])
    if len(lines) > MOST_LINES:
        yield f"  and {len(lines) - MOST_LINES:,} more lines"

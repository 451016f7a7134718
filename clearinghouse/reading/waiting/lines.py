"""Lines: proposals come in as sheets, what an editor reads of them in a terminal leaves."""

from collections.abc import Iterator
from datetime import date

from clearinghouse.problems.problem import visible
from clearinghouse.records.proposal_sheet import Sheet

MOST = 5


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

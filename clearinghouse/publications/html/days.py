"""Days: on which days something is true, so that a page that was built last week is right today.

A page also holds what will be true on later days, hidden. A small script (overrides/assets/pages/today.js) shows what is true
on the reader's own day and hides the rest; where no script runs, the day of the build stands.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

T = TypeVar("T")

_DAY = timedelta(1)
_BEHIND = 2 * _DAY
"""So far may the day of a reader lie behind that of the build: the clocks of the earth span 26 hours."""


@dataclass(frozen=True)
class Days:
    """A stretch of days on which something is true; first and last are part of it, None stands for no end.

    zone: the IANA time zone whose day it is, or None for the reader's own; is_shown: whether it is true on the day of the build.
    """

    first: date | None = None
    last: date | None = None
    zone: str | None = None
    is_shown: bool = True


def earliest(as_of: date) -> date:
    """The first day on which a page built on that day may be read."""
    return as_of - _BEHIND


def days(as_of: date, first: date | None = None, last: date | None = None, zone: str | None = None) -> Days:
    """A stretch of days, seen from the day of the build."""
    return Days(first, last, zone, (first or as_of) <= as_of <= (last or as_of))


def stretches(
    rule: Callable[[date], T], changes: Iterable[date | None], as_of: date, zone: str | None = None
) -> list[tuple[Days | None, T]]:
    """What a rule says from the earliest day on, each answer with its stretch of days; one that never changes has None.

    changes: the days from which on the rule may say something else.
    """
    begin = earliest(as_of)
    answers: list[tuple[date, T]] = []
    for day in sorted({begin, *(change for change in changes if change and change > begin)}):
        answer = rule(day)
        if not answers or answers[-1][1] != answer:
            answers.append((day, answer))
    if len(answers) == 1:
        return [(None, answers[0][1])]
    firsts = [None, *(day for day, _ in answers[1:])]
    lasts = [*(day - _DAY for day, _ in answers[1:]), None]
    return [(days(as_of, first, last, zone), answer) for first, last, (_, answer) in zip(firsts, lasts, answers, strict=True)]


def day_after(day: date | None) -> date | None:
    """The day on which something that lasted until then is no longer true."""
    return day + _DAY if day else None


def day_before(day: date) -> date:
    """The last day on which something that begins then is still to come."""
    return day - _DAY

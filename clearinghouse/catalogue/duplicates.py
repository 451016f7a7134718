"""Duplicates: events that are likely second records of one event.

The one definition for `chm check`, `import` and `new`, and for the form, whose script is its twin (assets/forms/rules/duplicates.js);
all four are held against tests/catalogue/duplicate_cases.json.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta

from clearinghouse.records.collections.event import Event

DAYS_APART = 3
ALIKE = 2 / 3
"""The part of the pairs of letters of two titles that both share, from which on they are alike."""
SAID_EVERYWHERE = (
    *("a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "the", "to", "with", "asean", "regional", "national"),
    *("training", "trainings", "course", "workshop", "meeting", "seminar"),
)
"""Words that say nothing of what an event is about."""
_WORD = re.compile(r"[^\W_]+")


class Duplicates:
    """Finds likely duplicates among many events."""

    def __init__(self, events: Iterable[Event]) -> None:
        self._by_month: dict[str, list[Event]] = defaultdict(list)
        for event in events:
            if event.starts:
                self._by_month[_month(event.starts)].append(event)

    def of(self, event: Event) -> list[Event]:
        """The events of which this one is likely a second record."""
        months = months_around(str(event.starts)) if event.starts else ()
        return [other for month in months for other in self._by_month[month] if is_likely_duplicate(event, other)]


def is_likely_duplicate(event: Event, other: Event) -> bool:
    """Whether both are on the same days, and at the same place or with the same host and titles alike.

    Withdrawn events are none, nor is an event a duplicate of itself.
    """
    if event.key == other.key or event.withdrawn or other.withdrawn or not _has_same_days(event, other):
        return False
    return _has_same_place(event, other) or (event.host == other.host and _has_title_alike(event.title, other.title))


def shared(event: Event, other: Event) -> str:
    """What two duplicates share besides their days: `place`, or else `host`."""
    return "place" if _has_same_place(event, other) else "host"


def _has_same_place(event: Event, other: Event) -> bool:
    return bool(event.place and other.place) and str(event.place).casefold() == str(other.place).casefold()


def months_around(starts: str) -> tuple[str, ...]:
    """The months in which a duplicate of an event may begin, as dates are written; of a year alone, that year.

    What is written is not judged here, so it may be no date, or so early or late that there is none three days off.
    """
    try:
        day = date.fromisoformat(starts)
        return tuple(dict.fromkeys(_month(day + timedelta(days)) for days in (-DAYS_APART, 0, DAYS_APART)))
    except (ValueError, OverflowError):
        return (_month(starts),)


def _month(starts: object) -> str:
    return str(starts)[: len("2026-03")]


def _has_same_days(event: Event, other: Event) -> bool:
    """Whether they begin within three days; of what is known by month or year alone, in the same one."""
    if not event.starts or not other.starts:
        return False
    if event.starts.is_day and other.starts.is_day:
        return abs((event.starts.first - other.starts.first).days) <= DAYS_APART
    return _month(event.starts) == _month(other.starts)


def _has_title_alike(title: str, other: str) -> bool:
    one, two = _letter_pairs(title), _letter_pairs(other)
    return 2 * len(one & two) >= ALIKE * (len(one) + len(two)) > 0


def _letter_pairs(title: str) -> set[str]:
    """Each two letters that stand side by side in the words that say what it is about; a word begins with a space."""
    words = _WORD.findall(title.casefold())
    telling = [word for word in words if word not in SAID_EVERYWHERE] or words
    return {f" {word}"[place : place + 2] for word in telling for place in range(len(word))}

"""Duplicates: events that are likely second records of one event.

The one definition for `chm check`, `import` and `new`, and for the form, whose script is its twin (assets/forms/rules/duplicates.js);
all four are held against tests/catalogue/duplicate_cases.json.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

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


class _Traits(NamedTuple):
    """By what an event is known again, reckoned once: of a thousand events on one day each is held against all others."""

    key: str
    day: int
    month: str
    place: str
    host: str
    letters: frozenset[str]


class Duplicates:
    """Finds likely duplicates among many events."""

    def __init__(self, events: Iterable[Event]) -> None:
        self._by_month: dict[str, list[tuple[Event, _Traits]]] = defaultdict(list)
        for event in events:
            if event.starts and not event.withdrawn:
                self._by_month[_month(event.starts)].append((event, _traits(event)))

    def of(self, event: Event) -> list[Event]:
        """The events of which this one is likely a second record."""
        if not event.starts or event.withdrawn:
            return []
        own = _traits(event)
        return [other for month in months_around(str(event.starts)) for other, traits in self._by_month[month] if _is_alike(own, traits)]


def is_likely_duplicate(event: Event, other: Event) -> bool:
    """Whether both are on the same days, and at the same place or with the same host and titles alike.

    Withdrawn events are none, nor is an event a duplicate of itself.
    """
    return other in Duplicates([other]).of(event)


def _traits(event: Event) -> _Traits:
    day = event.starts.first.toordinal() if event.starts and event.starts.is_day else 0
    place = str(event.place or "").casefold()
    return _Traits(event.key, day, _month(event.starts), place, str(event.host or ""), _letter_pairs(event.title))


def _is_alike(one: _Traits, two: _Traits) -> bool:
    """Whether two begin within three days, or, where one is known by month or year alone, in the same one; and the rest."""
    has_same_days = abs(one.day - two.day) <= DAYS_APART if one.day and two.day else one.month == two.month
    if not has_same_days or one.key == two.key:
        return False
    if one.place and one.place == two.place:
        return True
    return one.host == two.host and 2 * len(one.letters & two.letters) >= ALIKE * (len(one.letters) + len(two.letters)) > 0


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


def _letter_pairs(title: str) -> frozenset[str]:
    """Each two letters that stand side by side in the words that say what it is about; a word begins with a space."""
    words = _WORD.findall(title.casefold())
    telling = [word for word in words if word not in SAID_EVERYWHERE] or words
    return frozenset(f" {word}"[place : place + 2] for word in telling for place in range(len(word)))

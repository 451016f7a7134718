"""Duplicates: events that are likely second records of one event.

The one definition for `chm check`, `import` and `new`, and for the form, whose script is its twin (assets/forms/rules/duplicates.js);
all four are held against tests/catalogue/duplicate_cases.json.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from clearinghouse.records.collections.event import Event

MOST_DUPLICATES = 3
"""How many are named of each event: a thousand events of one day and place are a million pairs."""
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
    """By what an event is known again. number: its place among the events, or -1."""

    number: int
    key: str
    day: int
    month: str
    place: str
    host: str
    title: str


class _Letters(NamedTuple):
    """The pairs of letters of a title, a bit for each, since whole numbers are compared ten times as fast as sets; and how many."""

    bits: int
    size: int


class Duplicates:
    """Finds likely duplicates among many events: only those that share the place or the host are compared."""

    def __init__(self, events: Iterable[Event]) -> None:
        self._events = sorted((event for event in events if event.starts and not event.withdrawn), key=lambda event: _month(event.starts))
        self._numbers = {event.key: number for number, event in enumerate(self._events)}
        self._bits: dict[str, int] = {}
        self._letters: dict[str, _Letters] = {}  # by title, of those that were compared: of a thousand on one day each is, many times
        self._at_place: dict[tuple[str, str], list[_Traits]] = defaultdict(list)
        self._of_host: dict[tuple[str, str], list[_Traits]] = defaultdict(list)
        for number, event in enumerate(self._events):
            traits = self._traits(event, number)
            self._at_place[traits.month, traits.place].append(traits)
            self._of_host[traits.month, traits.host].append(traits)

    def of(self, event: Event) -> list[Event]:
        """The events of which this one is likely a second record, the earlier months first."""
        if not event.starts or event.withdrawn:
            return []
        own = self._traits(event)
        likely: set[int] = set()
        for month in months_around(str(event.starts)):
            if own.place:
                likely.update(other.number for other in self._at_place.get((month, own.place), ()) if _has_same_days(own, other))
            likely.update(self._with_titles_alike(own, self._of_host.get((month, own.host), ())))
        likely.discard(self._numbers.get(own.key, own.number))
        return [self._events[number] for number in sorted(likely)]

    def _traits(self, event: Event, number: int = -1) -> _Traits:
        day = event.starts.first.toordinal() if event.starts and event.starts.is_day else 0
        place = str(event.place or "").casefold()
        return _Traits(number, event.key, day, _month(event.starts), place, str(event.host or ""), event.title)

    def _with_titles_alike(self, own: _Traits, others: Iterable[_Traits]) -> Iterator[int]:
        """The numbers of those on the same days whose titles have two thirds of their pairs of letters in common with this one's."""
        for other in others:
            if _has_same_days(own, other):
                one, two = self._letters_of(own.title), self._letters_of(other.title)
                if 2 * (one.bits & two.bits).bit_count() >= ALIKE * (one.size + two.size) > 0:
                    yield other.number

    def _letters_of(self, title: str) -> _Letters:
        known = self._letters.get(title)
        if known is None:
            pairs = _letter_pairs(title)
            bits = sum(1 << self._bits.setdefault(pair, len(self._bits)) for pair in pairs)
            known = self._letters[title] = _Letters(bits, len(pairs))
        return known


def is_likely_duplicate(event: Event, other: Event) -> bool:
    """Whether both are on the same days, and at the same place or with the same host and titles alike.

    Withdrawn events are none, nor is an event a duplicate of itself.
    """
    return other in Duplicates([other]).of(event)


def _has_same_days(one: _Traits, two: _Traits) -> bool:
    """Whether two begin within three days, or, where one is known by month or year alone, in the same one."""
    return abs(one.day - two.day) <= DAYS_APART if one.day and two.day else one.month == two.month


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

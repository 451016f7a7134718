"""Coming: what comes next, goes on, closes soon and is over, for whatever day a page is read on."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Generic, TypeVar

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.publications.collections.event import event_line, zone_of
from clearinghouse.publications.html.days import Days, day_after, day_before, days, earliest
from clearinghouse.publications.html.parts import Bit, EventLine, Item, Notice
from clearinghouse.publications.words import capital, date_words, when
from clearinghouse.records.collections.event import SOON, Event
from clearinghouse.records.keys.dates import PartialDate
from clearinghouse.vocabulary.writing_systems import language_by_script

L = TypeVar("L", EventLine, Item)

MOST = 3
"""So many lines stand above a list of events."""

SENT = 12
"""So many events are sent beside those that are shown, so that the next can move up when days have passed."""


@dataclass(frozen=True)
class Group(Generic[L]):
    """Lines in their order, of which a page shows the first `most` that are true on the day on which it is read."""

    lines: tuple[L, ...]
    most: int

    @property
    def is_shown(self) -> bool:
        """Whether any of it is shown on the day of the build."""
        return any(line.days is None or line.days.is_shown for line in self.lines)

    @property
    def keys(self) -> frozenset[str]:
        """The events that it shows on the day of the build."""
        return frozenset(line.key for line in self.lines if line.days is None or line.days.is_shown)


def group(lines: Iterable[L], most: int, but: frozenset[str] = frozenset()) -> Group[L]:
    """The group of these lines. but: events that stand in an earlier group, and are not told twice."""
    number, shown_in = 0, []
    for line in lines:
        period = line.days or Days()
        is_shown = period.is_shown and line.key not in but and number < most
        number += is_shown
        shown_in.append(replace(line, days=replace(period, is_shown=is_shown)))
    return Group(tuple(shown_in), most)


@dataclass(frozen=True)
class Ahead:
    """What stands above a list of events: what comes, what closes, and what to say when nothing comes any more."""

    to_come: Group[EventLine]
    closing: Group[Item]
    empty: Notice


def ahead(collection: str, catalogue: Catalogue) -> Ahead | None:
    """Of a collection of events; None where nothing comes for whoever reads."""
    as_of = catalogue.as_of
    events = [event for event in catalogue.events if event.collection == collection and event.lies_ahead(earliest(as_of))]
    if not events:
        return None
    coming = to_come(events, as_of, MOST)
    # The day from which on none of these is to come, though some may still be under way.
    last = max((line.days.last for line in coming.lines if line.days and line.days.last), default=None)
    notice = Notice("Nothing more is announced.", days=days(as_of, first=day_after(last)))
    return Ahead(coming, closing(events, as_of, MOST), notice)


def happenings(events: Iterable[Event]) -> tuple[Event, ...]:
    """What somebody holds and others join: an observance alone says nothing of what the region does."""
    return tuple(event for event in events if not event.is_observance)


def next_to_begin(events: Sequence[Event], as_of: date) -> Group[EventLine]:
    """The next event to begin whose day is known."""
    dated = [event for event in _ahead(events, as_of) if event.starts and event.starts.is_day and event.starts.first >= earliest(as_of)]
    return group((_line(event, as_of, last=event.starts.first if event.starts else None) for event in dated[:SENT]), 1)


def to_come(events: Sequence[Event], as_of: date, most: int, but: frozenset[str] = frozenset()) -> Group[EventLine]:
    """Events that have not begun, or of which nobody knows the day; soonest first."""
    lines = []
    for event in _ahead(events, as_of):
        last = day_before(event.starts.first) if event.starts and event.starts.is_day else event.last_day
        if last and last >= earliest(as_of):
            lines.append(_line(event, as_of, last=last))
    return group(lines[: SENT + most], most, but)


def under_way(events: Sequence[Event], as_of: date, most: int, but: frozenset[str] = frozenset()) -> Group[EventLine]:
    """Events that have begun and are not over; what ends soonest stands first."""
    begin = [(event, event.starts.first) for event in _ahead(events, as_of) if event.starts and event.starts.is_day][: SENT + most]
    begin.sort(key=lambda member: (member[0].last_day or date.max, member[0].id))
    return group((_line(event, as_of, first, event.last_day) for event, first in begin), most, but)


def open_now(events: Sequence[Event], as_of: date, most: int) -> Group[Item]:
    """Events for which one can register, from the day on which that opens; what closes soonest stands first."""
    lines = []
    for event in _ahead(events, as_of):
        registration = event.registration
        last = registration and (registration.deadline or event.last_day)
        if registration and last and last >= earliest(as_of):
            closes = Bit(f"until {date_words(last)}", time=last.isoformat(), small=True)
            head = (Bit(event.title, to=event.address, lang=language_by_script(event.title)), Bit(" "), closes)
            lines.append((last, event.id, Item(head, days=days(as_of, registration.opens, last, zone_of(event)))))
    lines.sort(key=lambda line: line[:2])
    return group((line for _, _, line in lines[: SENT + most]), most)


def closing(events: Sequence[Event], as_of: date, most: int) -> Group[Item]:
    """Events for which one may register for two weeks more at most; what closes soonest stands first."""
    lines = []
    for event in _ahead(events, as_of):
        registration = event.registration
        if registration and registration.deadline and registration.deadline >= earliest(as_of):
            first = max(registration.opens or date.min, registration.deadline - SOON)
            period = days(as_of, first, registration.deadline, zone_of(event))
            closes = Bit(date_words(registration.deadline), time=registration.deadline.isoformat())
            begins = f". It begins on {date_words(event.starts)}." if event.starts and event.starts.is_day else f". {capital(when(event))}."
            context = (Bit("Registration closes on "), closes, Bit(begins))
            head = (Bit(event.title, to=event.address, lang=language_by_script(event.title)),)
            lines.append((registration.deadline, event.id, Item(head, context, days=period)))
    lines.sort(key=lambda line: line[:2])
    return group((line for _, _, line in lines[: SENT + most]), most)


def over(events: Sequence[Event], as_of: date, most: int) -> Group[EventLine]:
    """Events that took place, the latest first."""
    ended = [event for event in events if event.is_over(date.max)]
    going = sorted((event for event in ended if not event.is_over(as_of)), key=_end)[:SENT]
    gone = sorted((event for event in ended if event.is_over(as_of)), key=_end, reverse=True)[: most + SENT // 4]
    latest = sorted((*going, *gone), key=_end, reverse=True)
    return group((_line(event, as_of, first=day_after(event.last_day)) for event in latest), most)


def last_day_of(events: Iterable[Event]) -> date | None:
    """The day after which nothing of these is to come any more."""
    return max((event.last_day for event in events if event.last_day), default=None)


def _ahead(events: Iterable[Event], as_of: date) -> list[Event]:
    """What may lie ahead for any reader, by its first day; what is known by month or year alone stands at the end of it."""
    coming = [event for event in events if event.lies_ahead(earliest(as_of))]
    return sorted(coming, key=lambda event: (event.starts.last if event.starts else date.min, event.id))


def _end(event: Event) -> tuple[date, str]:
    # As Catalogue.past has it: what is known by month alone stands with the first of that month.
    return ((event.ends or event.starts or PartialDate(1900)).first, event.id)


def _line(event: Event, as_of: date, first: date | None = None, last: date | None = None) -> EventLine:
    return replace(event_line(event, as_of), days=days(as_of, first, last, zone_of(event)), key=event.key)

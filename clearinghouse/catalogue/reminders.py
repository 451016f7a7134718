"""Reminders: that a registration closes, or an event starts, in a week; news that the calendar makes."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.catalogue.news import News, newest_first, news
from clearinghouse.records.collections.event import Event
from clearinghouse.records.collections.record import Change
from clearinghouse.records.keys.dates import PartialDate

AHEAD = timedelta(7)
_OFF = ("cancelled", "postponed")


def news_and_reminders(catalogue: Catalogue) -> tuple[News, ...]:
    """All that is told to those who follow: what changed up to today, and what is due within a week, newest first."""
    return newest_first((*news(catalogue), *reminders(catalogue)))


def reminders(catalogue: Catalogue) -> tuple[News, ...]:
    """Reminders up to today, each a week before its date. What was once told stays told, also when the date is past,
    but for the deadline of a registration that was moved: records do not say what it was.

    A date that became known within the week before it makes none: the news that told it is reminder enough. Nor does
    one of an event that was off by then.
    """
    return newest_first(reminder for event in catalogue.events for reminder in _of(event) if reminder.on <= catalogue.as_of)


def _of(event: Event) -> Iterator[News]:
    for since, until, day, what in (*_deadlines(event), *_starts(event)):
        on = day - AHEAD
        if since < on < until and (event.withdrawn is None or on < event.withdrawn.date):
            yield News(on, event, what, due=day)


def _deadlines(event: Event) -> Iterator[tuple[date, date, date, str]]:
    """The last day of registration: known since, until it was called off or put off (on an unknown day: from the beginning)."""
    deadline = event.registration.deadline if event.registration else None
    if deadline:
        ends = [change.on for change in event.changes if change.what == event.status]
        yield event.published, max(ends, default=date.min) if event.status in _OFF else date.max, deadline, "closing"


def _starts(event: Event) -> Iterator[tuple[date, date, date, str]]:
    """The days on which it was to start, also of before it moved: known since, until something else was known, the day."""
    since: date | None = event.published
    turns = sorted((change for change in event.changes if change.what in ("moved", "confirmed", *_OFF)), key=lambda change: change.on)
    for place, change in enumerate(turns):
        if change.what == "confirmed":
            since = since or change.on
            continue
        day = _to_the_day(change.from_ if change.what == "moved" else change.from_ or _start_before(turns[place + 1 :], event))
        if since and day:
            yield since, change.on, day, "starting"
        since = change.on if change.what == "moved" else None
    day = _to_the_day(event.starts)
    if since and day and event.status not in _OFF:
        yield since, date.max, day, "starting"


def _start_before(turns: Sequence[Change], event: Event) -> PartialDate | None:
    """When it was to start before these changes."""
    return next((change.from_ for change in turns if change.what == "moved"), event.starts)


def _to_the_day(day: PartialDate | None) -> date | None:
    return day.first if day and day.is_day else None

"""Months: trainings and workshops as a table of days, a page a month, and all years at a glance."""

import calendar
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.publications.collections.event import event_line
from clearinghouse.publications.html.parts import Action, Head
from clearinghouse.publications.words import capital, counted
from clearinghouse.records.collections.event import Event
from clearinghouse.records.keys.dates import MONTHS
from clearinghouse.vocabulary.writing_systems import language_by_script

Month = tuple[int, int]
LONGEST_IN_DAYS = 14
"""Events that last longer stand below the table, not in each of its days."""
WEEKDAYS = tuple(calendar.day_name)


def address_of(month: Month) -> str:
    """The page of a month."""
    return f"months/{month[0]}-{month[1]:02}/"


def name_of(month: Month) -> str:
    """March 2026."""
    return f"{MONTHS[month[1] - 1]} {month[0]}"


@dataclass(frozen=True)
class Months:
    """The months in which something happens, and what; events known by year alone stand in no month."""

    catalogue: Catalogue

    @cached_property
    def events(self) -> Mapping[Month, tuple[Event, ...]]:
        """Events by month, the earliest first; an event of several months stands in each."""
        by_month: dict[Month, list[Event]] = defaultdict(list)
        for event in reversed(self.catalogue.events):
            if event.starts and event.starts.month and event.withdrawn is None:
                for month in _months_between(event.starts.first, event.last_day or event.starts.first):
                    by_month[month].append(event)
        return {month: tuple(sorted(by_month[month], key=_begin)) for month in sorted(by_month)}

    def neighbours(self, month: Month) -> tuple[Month | None, Month | None]:
        """The months with events before and after a month."""
        months = list(self.events)
        place = months.index(month)
        return (months[place - 1] if place else None, months[place + 1] if place + 1 < len(months) else None)

    def overview(self) -> Mapping[str, Any]:
        """What the page of all years lays out: a row a year, newest first, a cell a month."""
        years = sorted({year for year, _ in self.events}, reverse=True)
        rows = []
        for year in years:
            cells = []
            for number, name in enumerate(MONTHS, start=1):
                events = self.events.get((year, number), ())
                cells.append({"number": len(events), "to": address_of((year, number)) if events else None, "label": name})
            rows.append({"label": str(year), "terms": "", "cells": cells})
        return {"columns": [name[:3] for name in MONTHS], "names": MONTHS, "rows": rows}

    def page(self, month: Month) -> Mapping[str, Any]:
        """What the page of a month lays out: its weeks, then what has no single day."""
        events = self.events[month]
        in_days = [event for event in events if _stands_in_days(event)]
        before, after = self.neighbours(month)
        actions = [
            Action(f"{'←' if neighbour == before else '→'} {name_of(neighbour)}", to=address_of(neighbour))
            for neighbour in (before, after)
            if neighbour
        ]
        lead = f"{capital(counted(len(events), 'training or meeting', 'trainings and meetings'))} in this month."
        return {
            "head": Head(
                name_of(month), lead, actions=tuple(actions), crumbs=(("Home", ""), ("Months", "months/"), (name_of(month), None))
            ),
            "weekdays": WEEKDAYS,
            "weeks": [[_day(day, month, in_days) for day in week] for week in calendar.Calendar().monthdatescalendar(*month)],
            "others": [event_line(event, self.catalogue.as_of) for event in events if event not in in_days],
            "caption": name_of(month),
        }


def _begin(event: Event) -> tuple[date, str]:
    return (event.starts.first if event.starts else date.max, event.key)


def _months_between(first: date, last: date) -> Iterator[Month]:
    year, month = first.year, first.month
    while (year, month) <= (last.year, last.month):
        yield (year, month)
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)


def _stands_in_days(event: Event) -> bool:
    return event.days is not None and event.days <= LONGEST_IN_DAYS


def _off(event: Event) -> str:
    """That nobody should go there on that day, in a word."""
    return event.status if event.status in ("cancelled", "postponed") else ""


def _day(day: date, month: Month, events: list[Event]) -> dict[str, Any]:
    if (day.year, day.month) != month:
        return {"number": None, "iso": "", "events": []}
    own = [event for event in events if event.starts and event.starts.first <= day <= event.starts.first + timedelta((event.days or 1) - 1)]
    lines = [{"title": event.title, "to": event.address, "lang": language_by_script(event.title), "off": _off(event)} for event in own]
    return {"number": day.day, "iso": day.isoformat(), "events": lines}

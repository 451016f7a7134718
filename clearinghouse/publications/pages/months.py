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
from clearinghouse.publications.collections.view import kind_words
from clearinghouse.publications.downloads.plain_tables import grid_table, plain_table
from clearinghouse.publications.html.charts import STEPS, step_of
from clearinghouse.publications.html.days import days, earliest
from clearinghouse.publications.html.parts import Action, Bit, Head, Table
from clearinghouse.publications.html.templates import Templates
from clearinghouse.publications.page import Page
from clearinghouse.publications.translation.formats import month_names, short_month_names
from clearinghouse.publications.translation.texts import gettext, ngettext
from clearinghouse.publications.words import capital, counted, listed, month_words, when
from clearinghouse.records.collections.event import Event
from clearinghouse.vocabulary.states import name_of as name_of_state
from clearinghouse.vocabulary.writing_systems import language_by_script

Month = tuple[int, int]
LONGEST_IN_DAYS = 14
"""Events that last longer stand below the table, not among its days."""
MOST_NAMED = 3
"""How many months without any event are named between two that have some; of more it is said how many."""
WEEKDAYS = tuple(calendar.day_name)


def address_of(month: Month) -> str:
    """The page of a month."""
    return f"months/{month[0]}-{month[1]:02}/"


def name_of(month: Month) -> str:
    """March 2026."""
    return month_words(*month)


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
        """What the page of all years lays out: a row for each year from the first to the last, newest first, a cell a month."""
        if not self.events:
            return {"file": None, "columns": (), "names": (), "rows": [], "steps": STEPS, "basis": ""}
        years = range(max(self.events)[0], min(self.events)[0] - 1, -1)
        rows = [{"label": str(year), "terms": "", "cells": [self._cell((year, month)) for month in range(1, 13)]} for year in years]
        events = {event.key for events in self.events.values() for event in events}
        unplaced = sum(event.withdrawn is None for event in self.catalogue.events) - len(events)
        more = ngettext("{number} more is known by year alone, or undated.", "{number} more are known by year alone, or undated.", unplaced)
        first, last = name_of(min(self.events)), name_of(max(self.events))
        stretch = gettext("{first} to {last}", first=first, last=last)
        basis = (
            f"{capital(counted(len(events), 'training or meeting', 'trainings and meetings'))}, {stretch}.{f' {more}' if unplaced else ''}"
        )
        file = grid_table(gettext("Trainings and meetings by year and month"), gettext("Year"), month_names(), rows)
        return {"columns": short_month_names(), "names": month_names(), "rows": rows, "steps": STEPS, "basis": basis, "file": file}

    def _cell(self, month: Month) -> dict[str, Any]:
        number = len(self.events.get(month, ()))
        first, last = _days_of(month)
        as_of = self.catalogue.as_of
        now = days(as_of, first, last) if last >= earliest(as_of) else None
        to = address_of(month) if number else None
        return {"number": number, "to": to, "label": month_names()[month[1] - 1], "step": step_of(number), "now": now}

    def page(self, month: Month) -> Mapping[str, Any]:
        """What the page of a month lays out: its weeks, then what has no single day."""
        events = self.events[month]
        in_days = [event for event in events if _stands_in_days(event)]
        before, after = self.neighbours(month)
        actions = [
            *([Action(f"← {name_of(before)}", to=address_of(before))] if before else []),
            *([Action(f"{name_of(after)} →", to=address_of(after))] if after else []),
        ]
        number = f"{capital(counted(len(events), 'training or meeting', 'trainings and meetings'))} in this month."
        lead = f"{number} {_passed_over(before, month, after)}".strip()
        crumbs = (("Home", ""), ("Months", "months/"), (name_of(month), None))
        return {
            "head": Head(name_of(month), lead, actions=tuple(actions), crumbs=crumbs),
            "weekdays": WEEKDAYS,
            "weeks": [self._week(week, month, in_days) for week in calendar.Calendar().monthdatescalendar(*month)] if in_days else [],
            "others": [event_line(event, self.catalogue.as_of) for event in events if event not in in_days],
            "caption": name_of(month),
            "file": _file(name_of(month), events),
        }

    def _week(self, week: list[date], month: Month, events: list[Event]) -> dict[str, Any]:
        """The days of a week, then its events in as few rows as have room for them, each over the days that it lasts."""
        as_of = self.catalogue.as_of
        cells = [
            {"number": day.day, "iso": day.isoformat(), "now": days(as_of, day, day) if day >= earliest(as_of) else None}
            if (day.year, day.month) == month
            else {"number": None, "iso": "", "now": None}
            for day in week
        ]
        lanes: list[list[dict[str, Any]]] = []
        for event in events:
            places = [place for place, day in enumerate(week) if cells[place]["number"] and _is_on(event, day)]
            if not places:
                continue
            lane = next((lane for lane in lanes if lane[-1]["end"] <= places[0]), None)
            if lane is None:
                lanes.append(lane := [])
            start = lane[-1]["end"] if lane else 0
            lane.append({"gap": places[0] - start, "span": len(places), "end": places[-1] + 1} | _bar(event, week[places[0]], month))
        return {"days": cells, "lanes": [{"bars": lane, "rest": len(week) - lane[-1]["end"]} for lane in lanes]}


def _file(name: str, events: tuple[Event, ...]) -> Table:
    """The events of a month, the earliest first."""
    rows = []
    for event in events:
        day = Bit(when(event), time=str(event.starts) if event.starts else None)
        texts = (kind_words(event), event.place or "", name_of_state(event.host) if event.host else "", event.status)
        rows.append([(day,), (Bit(event.title, to=event.address),), *((Bit(text),) for text in texts)])
    labels = (gettext("Date"), gettext("Title"), gettext("Kind"), gettext("Place"), gettext("Country"), gettext("Status"))
    return plain_table(gettext("Trainings and meetings in {month}", month=name), labels, rows, heading=1)


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


def _is_on(event: Event, day: date) -> bool:
    return event.starts is not None and event.starts.first <= day <= event.starts.first + timedelta((event.days or 1) - 1)


def _bar(event: Event, begin: date, month: Month) -> dict[str, Any]:
    """An event over its days of a week; it is described in full where it first stands in the month, and goes on in later weeks."""
    first = event.starts.first if event.starts else begin
    goes_on = begin > first and (begin.year, begin.month) == month and begin.day > 1
    return {
        "title": event.title, "to": event.address, "lang": language_by_script(event.title), "off": _off(event), "when": when(event),
        "goes_on": goes_on,
    }  # fmt: skip


def _days_of(month: Month) -> tuple[date, date]:
    year, number = month
    return date(year, number, 1), date(year, number, calendar.monthrange(year, number)[1])


def _passed_over(before: Month | None, month: Month, after: Month | None) -> str:
    """Which months the ways to the one before and to the one after leave out, since nothing is known of them."""
    stretches = [(before, month), (month, after)]
    empty = [_between(earlier, later) for earlier, later in stretches if earlier and later]
    return " ".join(_none_in(stretch) for stretch in empty if stretch)


def _between(earlier: Month, later: Month) -> list[Month]:
    return list(_months_between(date(*earlier, 1), date(*later, 1)))[1:-1]


def _none_in(stretch: list[Month]) -> str:
    if len(stretch) > MOST_NAMED:
        return gettext("No training or meeting is known from {first} to {last}.", first=name_of(stretch[0]), last=name_of(stretch[-1]))
    return gettext("No training or meeting is known in {months}.", months=listed([name_of(month) for month in stretch]))


def pages(months: Months, templates: Templates) -> Iterator[Page]:
    """The page of each month."""
    for month in months.events:
        address, name = address_of(month), name_of(month)
        html = templates.render("pages/month.html", address, **months.page(month))
        yield Page(address, name, f"Trainings and meetings in {name}.", html, "months/", is_indexed=False)

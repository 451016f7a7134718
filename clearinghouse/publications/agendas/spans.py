"""Spans: what a calendar that people follow still holds: this year, the two before it and all that lies ahead; older years lie beside it.

The day comes in, the first year of that span and the calendars of older years leave: those of all events, one for each year in which
one ended. So an event stands in the calendar of all or in that of one year, and no calendar grows without end.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.publications.agendas.vevents import as_last_dated
from clearinghouse.publications.channels import ALL, Channel
from clearinghouse.records.collections.event import Event

BEFORE = 2
"""How many years before this one; by whole years, so that a calendar does not change because a day has passed."""


def first_year(as_of: date) -> int:
    """The first year that calendars hold."""
    return as_of.year - BEFORE


def year_of(dated: Event) -> int:
    """The year in which an event ends whose first and last day are known."""
    assert dated.starts
    assert dated.days
    return (dated.starts.first + timedelta(dated.days - 1)).year


def older_years(catalogue: Catalogue) -> dict[int, Channel]:
    """The calendars of older years, the last first. A year without an event has none."""
    dated = filter(None, map(as_last_dated, catalogue.events))
    years = {year_of(event) for event in dated}
    return {year: _older(year) for year in sorted(years, reverse=True) if year < first_year(catalogue.as_of)}


def agendas_of(dated: Event, followed: Iterable[Channel], as_of: date) -> tuple[Channel, ...]:
    """The channels in whose calendars an event stands whose days are known. followed: those that it belongs to."""
    year = year_of(dated)
    return (_older(year),) if year < first_year(as_of) else tuple(channel for channel in followed if channel.agenda)


def _older(year: int) -> Channel:
    return Channel(f"{ALL}/{year}", "Earlier years", "Year", str(year), "months/", agenda=f"agendas/{ALL}-{year}.ics")

"""When: the days and hours of an event, as a record has them: first and last day, and the hours of each of them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import vDDDTypes

from clearinghouse.problems.dates import DATE_001_AGENDA
from clearinghouse.problems.intake.agendas import ICS_004, ICS_007, ICS_007_UTC, ICS_007_ZONES, ICS_008, ICS_008_DAYS, ICS_009, ICS_010
from clearinghouse.problems.intake.tables import TABLE_005
from clearinghouse.problems.kind import Kind
from clearinghouse.problems.problem import Place, Problem
from clearinghouse.reading.intake.agendas import zones as zone_names
from clearinghouse.reading.intake.agendas.components import Component
from clearinghouse.reading.intake.agendas.content_lines import Property
from clearinghouse.reading.intake.agendas.repeats import MOST_DAYS, days_in_a_row
from clearinghouse.reading.intake.agendas.zones import Zones

_MIDNIGHT, _LAST_MINUTE = time(), "23:59"
_DAY = timedelta(1)
_REPEATS = ("RDATE", "EXDATE", "EXRULE", "RECURRENCE-ID")
_READ = ("DTSTART", "DTEND", "DURATION", "RRULE", *_REPEATS)
_BAD = (ValueError, TypeError, AttributeError, LookupError, OverflowError)
"""What libraries raise for a date that is none, or that lies beyond the end of their calendar."""


@dataclass
class When:
    """texts: by the key of a record, the property that says it, and what is written; problems: what cannot be written,
    or not as it is there; lines: of the properties that were read for it."""

    texts: dict[str, tuple[Property, str]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    lines: set[int] = field(default_factory=set)


@dataclass(frozen=True)
class _Moment:
    """A day, or a time of a zone, and the property that says it. zone: by its IANA name; empty where nobody can tell."""

    said: Property
    at: date
    zone: str = ""


class _Unreadable(Exception):
    """A property that does not say what it should, as a problem."""

    def __init__(self, kind: Kind, said: Property, **gaps: str) -> None:
        super().__init__(said.name)
        self.kind, self.said, self.gaps = kind, said, gaps


def when_of(table: str, event: Component, zones: Zones) -> When:
    """The days and hours of an event. table: as problems name the file."""
    when = When()
    starts = event.all("DTSTART")
    if not starts:
        return when
    when.lines |= {one.line for one in event.properties if one.name in _READ}
    try:
        start = _moment(starts[0], zones)
        when.texts["starts"] = (start.said, _day(start.at).isoformat())
        _write(table, start, _end(event, start, zones), when)
    except _Unreadable as error:
        when.problems.append(error.kind.at(_place(table, error.said), found=error.said.value, **error.gaps))
        return when
    when.problems += [TABLE_005.at(_place(table, said), found=said.value) for name in _REPEATS for said in event.all(name)[:1]]
    for rule in event.all("RRULE")[:1]:
        _unroll(table, rule, start, when)
    unknown = start.said.params.get("TZID", "")
    if isinstance(start.at, datetime) and unknown and not start.zone:
        when.problems.append(ICS_009.at(_place(table, start.said), found=unknown))
    return when


def _place(table: str, said: Property) -> Place:
    return Place(table, said.line, key=said.name)


def _moment(said: Property, zones: Zones) -> _Moment:
    """What stands in UTC is meant in the calendar's own zone where it names one, as programs show it."""
    try:
        at = vDDDTypes.from_ical(said.value.strip())
        if not isinstance(at, datetime):
            if not isinstance(at, date):
                raise ValueError(said.value)
            return _Moment(said, at)
        tzid = said.params.get("TZID", "")
        zone = zones.of(tzid) if tzid else zones.own
        if at.tzinfo is None:
            return _Moment(said, at, zone)
        return _Moment(said, _in_zone(at, zone or zone_names.UTC), zone or zone_names.UTC)
    except _BAD:
        raise _Unreadable(DATE_001_AGENDA, said) from None


def _in_zone(at: datetime, zone: str) -> datetime:
    """The time on the clocks of a zone."""
    return at.astimezone(ZoneInfo(zone)).replace(tzinfo=None)


def _end(event: Component, start: _Moment, zones: Zones) -> _Moment | None:
    """When it ends, on the clocks of its start; None where nothing is said."""
    end = next((_moment(said, zones) for said in event.all("DTEND")), None)
    if end and isinstance(end.at, datetime) and isinstance(start.at, datetime) and end.zone != start.zone:
        if not (end.zone and start.zone):  # of which one is unknown: nobody can tell how long it lasts
            raise _Unreadable(ICS_007_ZONES, end.said)
        end = _Moment(end.said, _in_zone(end.at.replace(tzinfo=ZoneInfo(end.zone)), start.zone), start.zone)
    for said in event.all("DURATION")[:1]:
        try:
            length = vDDDTypes.from_ical(said.value.strip())
            if not isinstance(length, timedelta) or length < timedelta():
                raise ValueError(said.value)
            after = start.at + length
            if not isinstance(start.at, datetime) and length % _DAY:
                after = datetime.combine(start.at, _MIDNIGHT) + length
        except _BAD:
            raise _Unreadable(DATE_001_AGENDA, said) from None
        if end and end.at != after:
            raise _Unreadable(ICS_004, said, name="DTEND or DURATION", line=str(end.said.line))
        end = end or _Moment(said, after, start.zone)
    return end


def _unroll(table: str, rule: Property, start: _Moment, when: When) -> None:
    """Writes the last of several days in a row; what repeats in another way is a problem."""
    count = days_in_a_row(rule.value, start.at, start.zone)
    last = when.texts.get("ends", when.texts["starts"])[1]
    if not count or (count > 1 and last != when.texts["starts"][1]):
        when.problems.append(TABLE_005.at(_place(table, rule), found=rule.value))
    elif count > 1:
        when.texts["ends"] = (rule, (_day(start.at) + (count - 1) * _DAY).isoformat())
        _bound(table, rule, count, when)


def _write(table: str, start: _Moment, end: _Moment | None, when: When) -> None:
    """Writes the last day where the event states an end, and the hours where each day has them.

    RFC 5545 §3.6.1 has an event without DTEND and DURATION last a day; but then nobody has said so, and it may go on.
    """
    first, last = _day(start.at), _last_day(start, end)
    if end and last != first:
        when.texts["ends"] = (end.said, last.isoformat())
        _bound(table, end.said, (last - first).days + 1, when)
    if isinstance(start.at, datetime):
        if not end or isinstance(end.at, datetime):
            if not _is_all_day(start.at, end.at if end else None):
                when.texts |= {key: (said, text) for key, said, text in _hours(table, start, end, last, when)}
        elif start.at.time() != _MIDNIGHT:
            gaps = {"start": f"{start.at:%H:%M}", "end": "an unknown time"}
            when.problems.append(ICS_008_DAYS.at(_place(table, end.said), found=end.said.value, **gaps))
    elif end and isinstance(end.at, datetime) and end.at.time() != _MIDNIGHT:
        when.problems.append(ICS_008.at(_place(table, end.said), found=end.said.value, written=f"{last}, without its hour"))
    if end and last == first and "time.to" not in when.texts:
        when.texts["ends"] = (end.said, last.isoformat())  # hours say by themselves that it is over on that day


def _last_day(start: _Moment, end: _Moment | None) -> date:
    """An end that is a day, or midnight, is the day after the last one (RFC 5545 §3.6.1); some write the day itself."""
    if not end:
        return _day(start.at)
    day = _day(end.at)
    is_after = (not isinstance(end.at, datetime) or end.at.time() == _MIDNIGHT) and day > _day(start.at)
    return day - _DAY if is_after else day


def _hours(table: str, start: _Moment, end: _Moment | None, last: date, when: When) -> Iterator[tuple[str, Property, str]]:
    assert isinstance(start.at, datetime)
    begin, place = start.at, _place(table, end.said if end else start.said)
    hours = [("time.from", start.said, f"{begin:%H:%M}"), ("time.zone", start.said, start.zone)]
    if not end or end.at == begin:
        yield from hours
        return
    assert isinstance(end.at, datetime)
    if end.at < begin or end.at.time() > begin.time():
        yield from (*hours, ("time.to", end.said, f"{end.at:%H:%M}"))
    elif end.at.time() == _MIDNIGHT:
        yield from (*hours, ("time.to", end.said, _LAST_MINUTE))
        when.problems.append(ICS_008.at(place, found=end.said.value, written=_LAST_MINUTE))
    elif end.at - begin < _DAY:
        kind = ICS_007_UTC if start.zone == zone_names.UTC else ICS_007
        when.problems.append(kind.at(place, found=end.said.value))
    else:
        when.problems.append(ICS_008_DAYS.at(place, found=end.said.value, start=f"{begin:%H:%M}", end=f"{end.at:%H:%M}"))


def _bound(table: str, said: Property, days: int, when: When) -> None:
    if days > MOST_DAYS:
        when.problems.append(ICS_010.at(_place(table, said), found=said.value, most=str(MOST_DAYS)))


def _is_all_day(start: datetime, end: date | None) -> bool:
    """Some programs write whole days from midnight to midnight."""
    return start.time() == _MIDNIGHT and isinstance(end, datetime) and end.time() == _MIDNIGHT and end.date() > start.date()


def _day(at: date) -> date:
    return at.date() if isinstance(at, datetime) else at

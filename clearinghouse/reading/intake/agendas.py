"""Agendas: the bytes of an .ics file (RFC 5545) become a table, one row for each event.

Who organises and attends is left out: such properties name persons. What an agenda does not say, the kind of an event
or where the news of it stands, has to be given for all rows beside it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from icalendar import Calendar, Event

from clearinghouse.problems.dates import DATE_001_AGENDA
from clearinghouse.problems.files import FILE_001_AGENDA
from clearinghouse.problems.problem import Place, Problem, Refusal
from clearinghouse.problems.tables import TABLE_001_AGENDA, TABLE_001_EVENTS, TABLE_001_PROPERTY, TABLE_005
from clearinghouse.reading.intake.tables import MOST_ROWS, Cell, Row, Table
from clearinghouse.records.keys.lists import LISTS

_STATUSES = {"CONFIRMED": "confirmed", "CANCELLED": "cancelled", "TENTATIVE": "announced"}
_REPEATS = ("RRULE", "RDATE", "RECURRENCE-ID")
_ID = re.compile(r"([a-z]+)/([a-z0-9-]+)@.+")
_PLAIN = {"SUMMARY": "title", "LOCATION": "place", "URL": "sources.0.url"}


@dataclass
class _Entry:
    """Where an event stands in the file, and where its properties do: line by name."""

    line: int = 1
    lines: dict[str, int] = field(default_factory=dict)


def of_ics(name: str, content: bytes, collection: str) -> Table:
    """The events of an agenda, under the keys that they fill. Raises Refusal."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = content[: error.start].count(b"\n") + 1
        raise Refusal(FILE_001_AGENDA.at(Place(name, row), found=f"the byte {content[error.start]:02X}")) from None
    try:
        events: list[Any] = [event for agenda in Calendar.from_ical(text, multiple=True) for event in agenda.walk("VEVENT")]
    except (ValueError, LookupError, AttributeError, TypeError) as error:
        raise Refusal(TABLE_001_AGENDA.at(Place(name), found=str(error).partition("\n")[0])) from None
    if not events or len(events) > MOST_ROWS:
        raise Refusal(TABLE_001_EVENTS.at(Place(name), found=f"{len(events):,} events", most=f"{MOST_ROWS:,}"))
    entries = _entries(text)
    entries = entries if len(entries) == len(events) else [_Entry() for _ in events]
    problems: list[Problem] = []
    rows: list[dict[str, Cell]] = []
    for event, entry in zip(events, entries, strict=True):
        problems += _problems(name, event, entry)
        values = _values(event, collection)
        rows.append({key: Cell(text, entry.lines.get(source, entry.line), 1, source) for key, (source, text) in values.items() if text})
    keys = list(dict.fromkeys(key for row in rows for key in row))
    headings = [Cell(key, 1, column, "") for column, key in enumerate(keys, start=1)]
    by_column = [{keys.index(key) + 1: cell for key, cell in row.items()} for row in rows]
    return Table(
        name, headings, [Row(entry.line, cells) for entry, cells in zip(entries, by_column, strict=True)], problems, is_agenda=True
    )


def _entries(text: str) -> list[_Entry]:
    entries: list[_Entry] = []
    inside: list[str] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if line[:1] in (" ", "\t"):  # the rest of the property above
            continue
        name, _, value = line.partition(":")
        name = name.partition(";")[0].strip().upper()
        if name == "BEGIN":
            inside.append(value.strip().upper())
            if inside[-1] == "VEVENT":
                entries.append(_Entry(number))
        elif name == "END" and inside:
            inside.pop()
        elif inside and inside[-1] == "VEVENT":
            entries[-1].lines.setdefault(name, number)
    return entries


def _problems(table: str, event: Event, entry: _Entry) -> Iterator[Problem]:
    for name in filter(None, (name for name, _ in event.errors)):
        kind = DATE_001_AGENDA if name.startswith(("DT", "DURATION")) else TABLE_001_PROPERTY
        yield kind.at(Place(table, entry.lines.get(name, entry.line), key=name), found=str(event.get(name, "")))
    for name in _REPEATS:
        if name in event:
            yield TABLE_005.at(Place(table, entry.lines.get(name, entry.line), key=name))


def _values(event: Event, collection: str) -> dict[str, tuple[str, str]]:
    """By key: the name of the property that fills it, and the text."""
    values = {key: (name, _text(event.get(name))) for name, key in _PLAIN.items()}
    first, _, rest = _text(event.get("DESCRIPTION")).partition("\n")
    values["summary"], values["body"] = ("DESCRIPTION", first), ("DESCRIPTION", rest.strip())
    values["status"] = ("STATUS", _STATUSES.get(_text(event.get("STATUS")).upper(), _text(event.get("STATUS"))))
    known = _ID.fullmatch(_text(event.get("UID")))
    values["id"] = ("UID", known[2] if known and known[1] == collection else "")
    return values | {key: ("CATEGORIES", text) for key, text in _about(event).items()} | _when(event)


def _text(value: Any) -> str:
    return str(value).replace("\r\n", "\n").strip() if value is not None else ""


def _about(event: Event) -> Mapping[str, str]:
    """Categories that are, or mean, a term; the others stay as the source's own words."""
    listed = event.get("CATEGORIES") or []
    names = [_text(name) for line in (listed if isinstance(listed, list) else [listed]) for name in getattr(line, "cats", [])]
    audience = [name for name in names if LISTS["audiences"].meant_by(name)]
    topics = [name for name in names if name not in audience and LISTS["topics"].meant_by(name)]
    return {
        "audience": "; ".join(audience),
        "topics": "; ".join(topics),
        "topics_note": "; ".join(name for name in names if name not in audience and name not in topics),
    }


def _when(event: Event) -> dict[str, tuple[str, str]]:
    """First and last day, and the hours. The end of an all-day event is the day after its last one (RFC 5545 §3.6.1)."""
    start, end, length = (_time(event, name) for name in ("DTSTART", "DTEND", "DURATION"))
    if not isinstance(start, date):
        return {}
    named = "DTEND" if isinstance(end, date) else "DURATION"
    end = end if isinstance(end, date) else start + length if isinstance(length, timedelta) else None
    if isinstance(start, datetime) and not _is_all_day(start, end):
        return _hours(event, start, end, named)
    first, after = _day(start), _day(end) if end else None
    last = after - timedelta(1) if after else first
    return {"starts": ("DTSTART", first.isoformat()), "ends": (named, last.isoformat() if last > first else "")}


def _time(event: Event, name: str) -> Any:
    """The value of a property in time, or None where it is not there or broken."""
    is_broken = any(broken == name for broken, _ in event.errors)
    return None if is_broken else getattr(event.get(name), "dt", None)


def _hours(event: Event, start: datetime, end: date | None, named: str) -> dict[str, tuple[str, str]]:
    zone = getattr(start.tzinfo, "key", None) or str(event["DTSTART"].params.get("TZID", "UTC" if start.tzinfo else ""))
    if isinstance(end, datetime) and end.tzinfo and start.tzinfo:
        end = end.astimezone(start.tzinfo)
    last = _day(end) if end else start.date()
    return {
        "starts": ("DTSTART", start.date().isoformat()),
        "ends": (named, last.isoformat() if last != start.date() else ""),
        "time.from": ("DTSTART", f"{start:%H:%M}"),
        "time.to": (named, f"{end:%H:%M}" if isinstance(end, datetime) else ""),
        "time.zone": ("DTSTART", zone),
    }


def _is_all_day(start: datetime, end: date | None) -> bool:
    """Some programs write whole days from midnight to midnight."""
    return start.time() == time() and isinstance(end, datetime) and end.time() == time() and end.date() > start.date()


def _day(when: date) -> date:
    return when.date() if isinstance(when, datetime) else when

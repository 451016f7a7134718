"""Events: what a VEVENT says, as texts under the keys of a record; what is no public event of a collection is a problem.

Who organises and attends is never read: such properties name persons.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from clearinghouse.problems.intake.agendas import (
    ICS_003_EMPTY,
    ICS_003_OTHER,
    ICS_003_PRIVATE,
    ICS_003_REMINDER,
    ICS_003_WITHDRAWN,
    ICS_004,
)
from clearinghouse.problems.problem import Place, Problem
from clearinghouse.reading.intake.agendas.components import Component
from clearinghouse.reading.intake.agendas.content_lines import Property
from clearinghouse.reading.intake.agendas.own_events import OURS, left_over, off_word, own_texts
from clearinghouse.reading.intake.agendas.texts import line_of, members_of, text_of
from clearinghouse.reading.intake.agendas.versions import version_of
from clearinghouse.reading.intake.agendas.when import when_of
from clearinghouse.reading.intake.agendas.zones import Zones
from clearinghouse.reading.intake.headings import ID
from clearinghouse.reading.intake.known_events import IMPORTED, digest
from clearinghouse.reading.intake.tables import Cell
from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.keys.lists import LISTS

CANCEL = "CANCEL"
"""The method of an agenda whose events do not take place (RFC 5546 §3.2.5)."""
_STATUSES = {"CONFIRMED": "confirmed", "CANCELLED": "cancelled", "TENTATIVE": "announced"}
_ONCE = ("DTSTART", "DTEND", "DURATION", "RRULE", "UID", "STATUS", "URL", "CLASS", "SEQUENCE")


@dataclass
class Reading:
    """What was read of an event. cells: by key; problems: what is wrong with it, warnings too; lines: of the properties
    that were read, whether they became a value or not."""

    cells: dict[str, Cell] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    lines: set[int] = field(default_factory=set)

    def write(self, key: str, one: Property, text: str) -> None:
        """What the property says under the key. Nothing is written for an empty text."""
        self.lines.add(one.line)
        if text:
            self.cells[key] = Cell(text, one.line, 1, one.name)


@dataclass(frozen=True)
class Agenda:
    """What an agenda says of all its events. method: of what is to be done with them; is_ours: whether it is one of ours."""

    zones: Zones = field(default_factory=Zones)
    method: Property | None = None
    is_ours: bool = False


def event_read(table: str, event: Component, agenda: Agenda, collection: str) -> Reading:
    """What an event of an agenda says. table: as problems name the file."""
    reading = Reading()
    is_off = bool(agenda.method and agenda.method.value.strip().upper() == CANCEL)
    if refused := _refused(table, event, is_off, collection):
        return Reading({}, [refused], {*event.lines()})
    reading.problems += _repeated(table, event)
    _read_titles(table, event, reading)
    _read_texts(table, event, collection, reading)
    _read_terms(event, reading)
    when = when_of(table, event, agenda.zones)
    for key, (said, text) in when.texts.items():
        reading.write(key, said, text)
    reading.problems += when.problems
    reading.lines |= when.lines
    if agenda.method and is_off:
        reading.write("status", agenda.method, "cancelled")
    if ID in reading.cells and agenda.is_ours:
        _read_ours(table, event, collection, reading)
    return reading


def _read_ours(table: str, event: Component, collection: str, reading: Reading) -> None:
    """An event of our own agendas says more than others do, and in other places."""
    title, place = (reading.cells[key].text if key in reading.cells else "" for key in ("title", "place"))
    for key, name, text in own_texts(event, collection, title, place):
        reading.cells.pop(key, None)
        for one in event.all(name)[:1]:
            reading.write(key, one, text)
    reading.problems += left_over(table, event)


def _refused(table: str, event: Component, is_off: bool, collection: str) -> Problem | None:
    """Why an event can be no record of the collection. is_off: whether it is there only to be cancelled, which takes no title."""
    place = Place(table, event.line, key=event.name)
    if secret := next((one for one in event.all("CLASS") if one.value.strip().upper() != "PUBLIC"), None):
        return ICS_003_PRIVATE.at(Place(table, secret.line, key=secret.name), found=secret.value)
    if ours := OURS.fullmatch(event.text("UID")):
        uid = Place(table, event.all("UID")[0].line, key="UID")
        if ours[3]:
            return ICS_003_REMINDER.at(uid, found=event.text("UID"))
        if ours[1] in COLLECTIONS and ours[1] != collection:
            return ICS_003_OTHER.at(uid, found=event.text("UID"), collection=ours[1], wanted=collection)
        if off_word(event) == "withdrawn":
            return ICS_003_WITHDRAWN.at(uid, found=event.text("UID"))
    if not event.text("SUMMARY") and not (is_off and event.text("UID")):
        return ICS_003_EMPTY.at(place)
    return None


def _repeated(table: str, event: Component) -> Iterator[Problem]:
    for name in _ONCE:
        first, others = next(iter(event.all(name)), None), event.all(name)[1:]
        for other in others:
            if first and (other.value, other.params) != (first.value, first.params):
                yield ICS_004.at(Place(table, other.line, key=name), found=other.value, name=name, line=str(first.line))


def _language(one: Property) -> str:
    """The language of a text without its region: `th` of `th-TH`; empty where none is named."""
    return one.params.get("LANGUAGE", "").casefold().partition("-")[0]


def _main(table: str, event: Component, name: str, reading: Reading) -> tuple[Property | None, list[Property]]:
    """Of a text in several languages the one without a language, or in English, or the first; and those in others.
    Two in one language are a problem, unless they say the same."""
    texts = event.all(name)
    by_language: dict[str, Property] = {}
    for one in texts:
        language = _language(one)
        first = by_language.setdefault(language, one)
        if first is not one:
            reading.lines.add(one.line)
            if first.value != one.value:
                reading.problems.append(ICS_004.at(Place(table, one.line, key=name), found=one.value, name=name, line=str(first.line)))
    tags = sorted(by_language, key=lambda tag: (tag != "", not tag.startswith("en")))
    return (by_language[tags[0]], [by_language[tag] for tag in tags[1:]]) if tags else (None, [])


def _read_titles(table: str, event: Component, reading: Reading) -> None:
    title, others = _main(table, event, "SUMMARY", reading)
    if title:
        reading.write("title", title, line_of(title))
    for other in others:
        reading.write(f"title_local.{_language(other)}", other, line_of(other))


def _read_texts(table: str, event: Component, collection: str, reading: Reading) -> None:
    """Places and descriptions in other languages have no key, and are left out by name."""
    place, _ = _main(table, event, "LOCATION", reading)
    if place:
        reading.write("place", place, line_of(place))
    description, _ = _main(table, event, "DESCRIPTION", reading)
    description = description or next(iter(event.all("X-ALT-DESC")), None)
    if description:
        first, _, rest = text_of(description).partition("\n")
        reading.write("summary", description, first.strip())
        reading.write("body", description, rest.strip())
    for one in event.all("URL"):
        reading.write("sources.0.url", one, one.value.strip())
    for one in event.all("STATUS"):
        reading.write("status", one, _STATUSES.get(one.value.strip().upper(), one.value.strip()))
    for one in event.all("UID"):
        ours = OURS.fullmatch(one.value.strip())
        if ours and ours[1] == collection:
            reading.write(ID, one, ours[2])
        elif COLLECTIONS[collection].is_event and one.value.strip():
            number, stamp = version_of(event)
            reading.write(f"{IMPORTED}.event", one, digest(one.value.strip()))
            reading.write(f"{IMPORTED}.version", one, re.sub(r"[^0-9tz-]", "", f"{number}-{stamp}".lower()).strip("-")[:40])


def _read_terms(event: Component, reading: Reading) -> None:
    """Categories that are, or mean, a term; the others stay as the source's own words."""
    listed = event.all("CATEGORIES")
    names = [name for one in listed for name in members_of(one)]
    audience = [name for name in names if LISTS["audiences"].meant_by(name)]
    topics = [name for name in names if name not in audience and LISTS["topics"].meant_by(name)]
    for one in listed[:1]:
        reading.write("audience", one, "; ".join(audience))
        reading.write("topics", one, "; ".join(topics))
        reading.write("topics_note", one, "; ".join(name for name in names if name not in audience and name not in topics))
    reading.lines |= {one.line for one in listed}

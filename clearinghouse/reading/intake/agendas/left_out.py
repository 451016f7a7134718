"""Left out: what stands in an agenda and became neither a value nor a problem is named, with its lines."""

from collections import defaultdict
from collections.abc import Container, Iterator, Sequence

from clearinghouse.problems.intake.agendas import ICS_002, ICS_002_FILE, ICS_002_PERSON
from clearinghouse.problems.problem import Place, Problem
from clearinghouse.reading.intake.agendas.components import Component

AGENDA, EVENT, ZONE = "VCALENDAR", "VEVENT", "VTIMEZONE"
_MOST_LINES = 12
_PERSONS = frozenset(["ORGANIZER", "ATTENDEE", "CONTACT", "PARTICIPANT", "VRESOURCE", "X-ORGANIZER"])
"""Whose values are never repeated."""
_ENVELOPE = frozenset(["DTSTAMP", "PRODID", "VERSION"])
"""What every file has to have (RFC 5545 §3.6, §3.6.1): it says when and by which program the file was written, and nothing of an event."""
_OWN_ZONE = "X-WR-TIMEZONE"
"""Of an agenda, in which its first one decides how hours are read."""
_OF_THE_FILE = frozenset([
    "CALSCALE", "CLASS", "COLOR", "CREATED", "DCREATED", "LAST-MODIFIED", "METHOD", "NAME", "PRIORITY",
    "REFRESH-INTERVAL", "SEQUENCE", "SOURCE", "TRANSP", "UID", "VALARM", "VTIMEZONE", "X-PUBLISHED-TTL", "X-WR-CALDESC",
    "X-WR-CALNAME", "X-WR-RELCALID", "X-WR-TIMEZONE", "AALARM", "DALARM", "X-LIC-ERROR", "X-OWNER",
])  # fmt: skip
_PROGRAMS = (
    "X-MICROSOFT-",
    "X-MOZ-",
    "X-MS-OLK-",
    "X-CALENDARSERVER-",
    "X-APPLE-CALENDAR",
    "X-APPLE-TRAVEL",
    "X-APPLE-DEFAULT",
    "X-LOTUS-",
)


def left_out(table: str, root: Component, read: Container[int]) -> Iterator[Problem]:
    """A warning for each name of properties or components that are left out, and one for all that describe the file alone.

    read: the lines of what became a value, decided one, or is named by a problem; all else counts as left out, so that
    nothing can be forgotten here.
    """
    rest: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for name, line, value in _rest(root, read):
        rest[name].append((line, value))
    of_the_file = {name: places for name, places in rest.items() if name in _OF_THE_FILE or name.startswith(_PROGRAMS)}
    for name, places in rest.items():
        if name in of_the_file:
            continue
        lines = _listed([line for line, _ in places])
        place = Place(table, places[0][0], key=name)
        yield ICS_002_PERSON.at(place, lines=lines) if name in _PERSONS else ICS_002.at(place, found=places[0][1], lines=lines)
    if of_the_file:
        counts = ", ".join(name if len(places) == 1 else f"{name} ({len(places):,})" for name, places in sorted(of_the_file.items()))
        yield ICS_002_FILE.at(Place(table, min(places[0][0] for places in of_the_file.values())), names=counts)


def _rest(component: Component, read: Container[int]) -> Iterator[tuple[str, int, str]]:
    """Name, line and value of what is left out of a component; a part of it that is no event is one thing."""
    own = next((one.line for one in component.properties if one.name == _OWN_ZONE), 0)
    for one in component.properties:
        if one.line not in read and one.name not in _ENVELOPE and one.line != own:
            yield one.name, one.line, one.value
    for part in component.parts:
        if part.name in (AGENDA, EVENT):
            yield from _rest(part, read)
        elif part.line not in read:
            yield part.name, part.line, ""


def _listed(lines: Sequence[int]) -> str:
    """`line 7`, or `lines 7, 9 and 2,000 more`."""
    if len(lines) == 1:
        return f"line {lines[0]}"
    more = f" and {len(lines) - _MOST_LINES:,} more" if len(lines) > _MOST_LINES else ""
    return f"lines {', '.join(str(line) for line in lines[:_MOST_LINES])}{more}"

"""Versions: of the events with one UID in a file, the latest holds (RFC 5546 §2.1.4 and §2.1.5)."""

from collections import defaultdict
from collections.abc import Sequence

from clearinghouse.problems.agendas import ICS_005, ICS_006
from clearinghouse.problems.problem import Place, Problem
from clearinghouse.reading.intake.agendas.components import Component

Version = tuple[int, str]


def version_of(event: Component) -> Version:
    """Its revision, and when it was written; later ones are greater."""
    number = event.text("SEQUENCE")
    stamps = (event.text("DTSTAMP"), event.text("LAST-MODIFIED"))
    return int(number) if number.isdecimal() and len(number) < 10 else 0, max(stamps)


def superseded(table: str, events: Sequence[Component]) -> tuple[list[Component], list[Problem]]:
    """The events of which a later version is among the others, and what is to be said of events with one UID. One time of
    an event that repeats is no version of it. table: as problems name the file."""
    by_uid: dict[str, list[Component]] = defaultdict(list)
    for event in events:
        if event.text("UID") and not event.all("RECURRENCE-ID"):
            by_uid[event.text("UID")].append(event)
    old: list[Component] = []
    problems: list[Problem] = []
    for uid, versions in by_uid.items():
        latest = max(versions, key=version_of)
        for event in versions:
            place = Place(table, event.all("UID")[0].line, key="UID")
            twin = next((other for other in versions if version_of(other) == version_of(event) and _said(other) != _said(event)), None)
            if version_of(event) == version_of(latest) and twin:
                problems.append(ICS_006.at(place, found=uid, line=str(twin.line)))
            elif event is not latest:
                old.append(event)
                problems.append(ICS_005.at(place, found=uid, later=f"the event of line {latest.line}"))
    return old, problems


def _said(event: Component) -> object:
    """All that an event says, wherever it stands."""
    return sorted((one.name, sorted(one.params.items()), one.value) for one in event.properties), [_said(part) for part in event.parts]

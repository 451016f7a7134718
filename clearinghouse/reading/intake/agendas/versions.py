"""Versions: of the events with one UID in a file, the latest holds (RFC 5546 §2.1.4 and §2.1.5)."""

from collections import defaultdict
from collections.abc import Sequence

from clearinghouse.problems.intake.agendas import ICS_005, ICS_006
from clearinghouse.problems.problem import Place, Problem
from clearinghouse.reading.intake.agendas.components import Component

Version = tuple[int, str]


def version_of(event: Component) -> Version:
    """Its revision, and when it was written; later ones are greater. Many programs set DTSTAMP at every export."""
    number = event.text("SEQUENCE")
    return int(number) if number.isdecimal() and len(number) < 10 else 0, event.text("LAST-MODIFIED") or event.text("DTSTAMP")


def superseded(table: str, events: Sequence[Component]) -> tuple[set[Component], list[Problem]]:
    """The events of which a later version is among the others, and what is to be said of events with one UID. One time of
    an event that repeats is no version of it. table: as problems name the file."""
    by_uid: dict[str, list[Component]] = defaultdict(list)
    for event in events:
        if event.text("UID") and not event.all("RECURRENCE-ID"):
            by_uid[event.text("UID")].append(event)
    old: set[Component] = set()
    problems: list[Problem] = []
    for uid, versions in by_uid.items():
        latest = max(versions, key=version_of)
        last = [event for event in versions if version_of(event) == version_of(latest)]
        said = _said(latest)
        twin = next((event for event in last if _said(event) != said), None)
        for event in versions:
            place = Place(table, event.all("UID")[0].line, key="UID")
            if twin and event in last:
                problems.append(ICS_006.at(place, found=uid, line=str((latest if event is not latest else twin).line)))
            elif event is not latest:
                old.add(event)
                problems.append(ICS_005.at(place, found=uid, later=f"the event of line {latest.line}"))
    return old, problems


def _said(event: Component) -> object:
    """All that an event says, wherever it stands."""
    return sorted((one.name, sorted(one.params.items()), one.value) for one in event.properties), [_said(part) for part in event.parts]

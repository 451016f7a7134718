"""Agendas: the bytes of an .ics file become a table, one row for each event.

What an agenda does not say, the kind of an event or where the news of it stands, has to be given for all rows beside it.
A row without cells is what cannot become a record; its problem says why.
"""

from collections.abc import Iterator

from clearinghouse.problems.files import FILE_001_AGENDA
from clearinghouse.problems.intake.agendas import ICS_003, ICS_003_METHOD, ICS_003_SCALE, ICS_009_OWN
from clearinghouse.problems.intake.tables import TABLE_001_AGENDA, TABLE_001_EVENTS
from clearinghouse.problems.problem import Place, Problem, Refusal
from clearinghouse.reading.intake.agendas.components import Component, components_of
from clearinghouse.reading.intake.agendas.events import CANCEL, Agenda, Reading, event_read
from clearinghouse.reading.intake.agendas.left_out import AGENDA, EVENT, ZONE, left_out
from clearinghouse.reading.intake.agendas.versions import superseded
from clearinghouse.reading.intake.agendas.zones import zones_of
from clearinghouse.reading.intake.tables import MOST_ROWS, Cell, Row, Table
from clearinghouse.records.written.agenda_words import PRODUCT

_METHODS = ("PUBLISH", "REQUEST", CANCEL)


def of_ics(name: str, content: bytes, collection: str, most: int = MOST_ROWS) -> Table:
    """The events of an agenda, `most` at most, under the keys that they fill. name: as problems name the file. Raises Refusal."""
    root, problems = components_of(name, content)
    components = list(_components(name, root, _agenda(name, root, problems), problems))
    if not components and problems:
        first = problems[0]
        raise Refusal(first if first.code == FILE_001_AGENDA.code else TABLE_001_AGENDA.at(first.place, found=first.found))
    if not components or len(components) > most:
        raise Refusal(TABLE_001_EVENTS.at(Place(name), found=f"{len(components):,} events", most=f"{most:,}"))
    old, of_versions = superseded(name, [component for component, _ in components if component.name == EVENT])
    problems += of_versions
    read = {line for event in old for line in event.lines()}
    readings: dict[int, Reading] = {}
    for component, agenda in components:
        if component.name != EVENT:
            refusal = ICS_003.at(Place(name, component.line, key=component.name), found=component.name)
            readings[component.line] = Reading(problems=[refusal])
        elif component not in old:
            readings[component.line] = event_read(name, component, agenda, collection)
    for reading in readings.values():
        problems += reading.problems
        read |= reading.lines
    problems += left_out(name, root, read | {problem.line for problem in problems})
    return _table(name, {line: reading.cells for line, reading in sorted(readings.items())}, problems)


def _components(table: str, around: Component, agenda: Agenda, problems: list[Problem]) -> Iterator[tuple[Component, Agenda]]:
    """The events, and what is neither an event nor a zone, each with the agenda in which it stands. An event that another
    one holds, whose END is missing, is one too."""
    for part in around.parts:
        if part.name == AGENDA:
            yield from _components(table, part, _agenda(table, part, problems), problems)
        elif part.name == EVENT or (part.name != ZONE and around.name != EVENT):
            yield part, agenda
            if part.name == EVENT:
                yield from _components(table, part, agenda, problems)


def _agenda(table: str, component: Component, problems: list[Problem]) -> Agenda:
    """What stands above the events. Raises Refusal for an agenda that is no list of events."""
    for scale in component.all("CALSCALE"):
        if scale.value.strip().upper() != "GREGORIAN":
            raise Refusal(ICS_003_SCALE.at(Place(table, scale.line, key=scale.name), found=scale.value))
    method = next(iter(component.all("METHOD")), None)
    if method and method.value.strip().upper() not in _METHODS:
        raise Refusal(ICS_003_METHOD.at(Place(table, method.line, key=method.name), found=method.value))
    own = next(iter(component.all("X-WR-TIMEZONE")), None)
    zones = zones_of(own.value if own else "", [part for part in component.parts if part.name == ZONE])
    if own and not zones.own:
        problems.append(ICS_009_OWN.at(Place(table, own.line, key=own.name), found=own.value))
    return Agenda(zones, method, PRODUCT in component.text("PRODID"))


def _table(name: str, cells: dict[int, dict[str, Cell]], problems: list[Problem]) -> Table:
    """A column for each key, a row for each event, by the line where it begins."""
    keys = {key: column for column, key in enumerate(dict.fromkeys(key for row in cells.values() for key in row), start=1)}
    headings = [Cell(key, 1, column, "") for key, column in keys.items()]
    rows = [Row(line, {keys[key]: cell for key, cell in row.items()}) for line, row in cells.items()]
    return Table(name, headings, rows, problems, is_agenda=True)

"""Components: the properties of an agenda become its tree of calendars, events and what else it holds."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from clearinghouse.problems.intake.agendas import ICS_001_END, ICS_001_ENDED
from clearinghouse.problems.intake.tables import TABLE_001_AGENDA
from clearinghouse.problems.problem import Place, Problem, Refusal
from clearinghouse.reading.intake.agendas.content_lines import Property, content_lines

DEEPEST, MOST_LINES, MOST_BROKEN = 6, 250_000, 1_000


@dataclass(eq=False)
class Component:
    """A component. line: that of its BEGIN; properties: in their order; parts: the components inside it."""

    name: str
    line: int
    properties: list[Property] = field(default_factory=list)
    parts: list["Component"] = field(default_factory=list)

    def all(self, name: str) -> list[Property]:
        """Its properties of that name."""
        return [one for one in self.properties if one.name == name]

    def text(self, name: str) -> str:
        """The value of its first property of that name, or nothing."""
        return next((one.value.strip() for one in self.properties if one.name == name), "")

    def lines(self) -> Iterator[int]:
        """The lines of all properties in it, those of its parts too."""
        yield from (one.line for one in self.properties)
        for part in self.parts:
            yield from part.lines()


def components_of(table: str, content: bytes) -> tuple[Component, list[Problem]]:
    """A component without a name around all that the file holds, and what is wrong with its lines. Raises Refusal."""
    root = Component("", 1)
    problems = list[Problem]()
    path = [root]
    last = 1
    for count, line in enumerate(content_lines(table, content), start=1):
        last = line.line
        if count > MOST_LINES or len(problems) > MOST_BROKEN:
            found = f"more than {MOST_LINES:,} lines" if count > MOST_LINES else f"more than {MOST_BROKEN:,} lines that are no property"
            raise Refusal(TABLE_001_AGENDA.at(Place(table, last), found=found))
        if isinstance(line, Problem):
            problems.append(line)
        elif line.name == "BEGIN":
            if len(path) > DEEPEST:
                raise Refusal(TABLE_001_AGENDA.at(Place(table, line.line), found=f"components inside {DEEPEST} others"))
            path[-1].parts.append(Component(line.value.strip().upper(), line.line))
            path.append(path[-1].parts[-1])
        elif line.name == "END":
            problems += _ended(table, path, line)
        else:
            path[-1].properties.append(line)
    problems += _not_ended(table, path[1:], last)
    return root, problems


def _ended(table: str, path: list[Component], line: Property) -> Iterator[Problem]:
    """Closes the component that ends, and those inside it whose END is missing."""
    name = line.value.strip().upper()
    place = next((place for place in range(len(path) - 1, 0, -1) if path[place].name == name), 0)
    if not place:
        yield ICS_001_ENDED.at(Place(table, line.line), found=f"END:{line.value}")
        return
    yield from _not_ended(table, path[place + 1 :], line.line)
    del path[place:]


def _not_ended(table: str, components: Iterable[Component], line: int) -> Iterator[Problem]:
    for component in components:
        yield ICS_001_END.at(Place(table, line), name=component.name, line=str(component.line))

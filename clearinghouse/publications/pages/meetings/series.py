"""Series as pages: the meetings of a body and of those before it in tables, with what is missing as rows."""

from collections.abc import Iterator

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.publications.collections.cells import quiet
from clearinghouse.publications.html.parts import Bit, Cell, Column, Head, Item, Line, Section, Table
from clearinghouse.publications.html.templates import Templates
from clearinghouse.publications.page import Page
from clearinghouse.publications.pages.meetings.order import Gap, meetings_of, with_gaps
from clearinghouse.publications.search.traits import of_prose
from clearinghouse.publications.words import counted, plural_of, truncated, when
from clearinghouse.records.collections.record import Record
from clearinghouse.records.collections.workshop import Workshop
from clearinghouse.vocabulary.bodies import BODIES
from clearinghouse.vocabulary.series import SERIES, Series
from clearinghouse.vocabulary.states import name_of

ADDRESS = "series/"
SECTION = f"{Workshop.collection}/"
_PROSE = ("Where", "Outcomes", "Documents")
_COLUMNS = tuple(Column(label, is_prose=label in _PROSE) for label in ("Meeting", "When", "Where", "Chair", "Outcomes", "Documents"))
_LEAD = "Meetings that are counted, with the numbers of which no record was found."


def pages(catalogue: Catalogue, templates: Templates) -> Iterator[Page]:
    """The list of all series, and a page for each."""
    items = tuple(Item((Bit(series.title, to=series.address),), (Bit(_tally(series, catalogue)),)) for series in SERIES)
    yield _page(ADDRESS, "Series of meetings", _LEAD, (Section("series", "Series", items),), templates)
    for series in SERIES:
        sections = tuple(section for body in series.bodies if (section := _section(series, body, catalogue)))
        yield _page(series.address, series.title, f"{_tally(series, catalogue)} {_next(series, catalogue)}", sections, templates)


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 4th, 11th."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _page(address: str, title: str, lead: str, sections: tuple[Section, ...], templates: Templates) -> Page:
    above = () if address == ADDRESS else (("Series of meetings", ADDRESS),)
    crumbs = (("Home", ""), (plural_of(Workshop.collection), SECTION), *above, (title, None))
    traits = of_prose(address, "")
    html = templates.render("pages/series.html", address, head=Head(title, lead, crumbs=crumbs), sections=sections, traits=traits)
    return Page(address, title, truncated(lead, 200), html, SECTION, traits=traits)


def _tally(series: Series, catalogue: Catalogue) -> str:
    number = sum(len(meetings_of(catalogue, body)) for body in series.bodies)
    return f"{counted(number, 'meeting').capitalize()} found."


def _next(series: Series, catalogue: Catalogue) -> str:
    """What is known of the meeting to come."""
    meetings = meetings_of(catalogue, series.bodies[0])
    ahead = [meeting for meeting in meetings if meeting.lies_ahead(catalogue.as_of)]
    if ahead:
        return f"Next: {ahead[0].title}, {when(ahead[0])}."
    numbers = [meeting.number for meeting in meetings if meeting.number]
    of = f"the {ordinal(max(numbers) + 1)} meeting" if numbers else "a next meeting"
    return f"No date of {of} was found."


def _section(series: Series, body: str, catalogue: Catalogue) -> Section | None:
    rows = tuple(_row(row, catalogue) for row in with_gaps(meetings_of(catalogue, body), series.first.get(body, 1)))
    term = BODIES[body]
    return Section(body, term.label, table=Table(term.wording or term.label, _COLUMNS, rows)) if rows else None


def _row(row: Workshop | Gap, catalogue: Catalogue) -> tuple[Cell, ...]:
    if isinstance(row, Gap):
        several = row.last > row.first
        words = f"{ordinal(row.first)} to {ordinal(row.last)} meeting" if several else f"{ordinal(row.first)} meeting"
        silence = "No record with these numbers was found." if several else "No record with this number was found."
        return (Cell(((Bit(words),),), is_heading=True), *(Cell(quiet("not found"), column.label) for column in _COLUMNS[1:4]),
                Cell(quiet(silence), _COLUMNS[4].label), Cell(quiet("not found"), _COLUMNS[5].label))  # fmt: skip
    date: tuple[Line, ...] = ((Bit(when(row), time=str(row.starts)),),) if row.starts else quiet("date not known")
    place = ", ".join(dict.fromkeys(filter(None, (row.place, name_of(row.host) if row.host else ""))))
    chair = name_of(row.chair) if row.chair else ""
    chair += f"; vice chair {name_of(row.vice_chair)}" if chair and row.vice_chair else ""
    records = (catalogue.record(name) for name in row.documents)
    documents = tuple((Bit(record.title, to=record.address),) for record in records if isinstance(record, Record))
    cells: tuple[tuple[Line, ...], ...] = (
        ((Bit(place),),) if place else (),
        ((Bit(chair),),) if chair else (),
        tuple((Bit(outcome),) for outcome in row.outcomes),
        documents,
    )
    return (
        Cell(((Bit(row.title, to=row.address),),), is_heading=True),
        Cell(date, _COLUMNS[1].label),
        *(Cell(lines or quiet("not stated"), column.label) for lines, column in zip(cells, _COLUMNS[2:], strict=True)),
    )

"""Lists: a collection as a table, whole or narrowed to one term, in pages of a hundred."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.catalogue.facets import Facet, facets
from clearinghouse.publications.collections.events import place_line, status_badges
from clearinghouse.publications.collections.library import figure_words, period_words
from clearinghouse.publications.collections.view import confidence_badge, other_titles, separated
from clearinghouse.publications.html.parts import Badge, Bit, Cell, Column, Line
from clearinghouse.publications.words import capital, date_words, when
from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.collections.document import Document
from clearinghouse.records.collections.event import Event
from clearinghouse.records.collections.figure import Figure
from clearinghouse.records.collections.network import Network
from clearinghouse.records.collections.programme import Programme
from clearinghouse.records.collections.project import Project
from clearinghouse.records.collections.record import Record
from clearinghouse.records.collections.update import Update
from clearinghouse.vocabulary.audiences import AUDIENCES
from clearinghouse.vocabulary.states import name_of
from clearinghouse.vocabulary.writing_systems import language_by_script

PER_PAGE = 100
LISTED = ("trainings", "workshops", "programmes", "documents", "networks", "projects", "figures", "updates")
"""The collections that have a list; plans and legislation have pages of their own kind."""

BY_NAME = frozenset({"programmes", "networks", "projects", "figures"})
"""Those that stand in the order of the alphabet; all others stand newest first."""


@dataclass(frozen=True)
class Choice:
    """A link to a narrowed list. count: how many records stand there."""

    label: str
    to: str
    count: int


@dataclass(frozen=True)
class Filter:
    """A facet as a reader sees it."""

    label: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class Listing:
    """One page of a list. address: of this page; pages: (number, address) of all its pages; narrowed_by: the facet and term, or None."""

    collection: str
    address: str
    records: tuple[Record, ...]
    total: int
    number: int
    pages: tuple[tuple[int, str], ...]
    narrowed_by: tuple[Facet, str] | None
    filters: tuple[Filter, ...]
    terms: Mapping[str, Mapping[str, tuple[str, ...]]]
    """Of a whole list: the terms of each record (by key) in each facet, by which a script narrows it in place."""
    earlier: tuple[Choice, ...] = ()
    later: tuple[Choice, ...] = ()
    """Of a year: the year before and the year after that hold records, where there are such."""


@dataclass(frozen=True)
class Whole:
    """What a script must know of a whole list: what one of its records is called, several, and how many there are."""

    one: str
    several: str
    total: str

    @classmethod
    def of(cls, listing: Listing) -> "Whole":
        """Of a listing that is not narrowed."""
        collection = COLLECTIONS[listing.collection]
        return cls(collection.one, collection.several, f"{listing.total:,}")


def listings(catalogue: Catalogue, collection: str) -> Iterator[Listing]:
    """All pages of a collection's list: the whole one first, then each term of each facet, empty or not.

    A list of one term leads to those of the facet's other terms, but that of a year to the years beside it alone: the terms
    are a closed list, where a year that is new would change the pages of all others.
    """
    known = facets(catalogue, collection)
    every = tuple(_filter(facet, collection) for facet in known)
    yield from _paged(catalogue.collection(collection), collection, f"{collection}/", None, every, _terms(known))
    for facet, shown in zip(known, every, strict=True):
        by_year = facet.id == "years"
        for number, (choice, own) in enumerate(zip(facet.choices, shown.choices, strict=True)):
            later, earlier = (tuple(shown.choices[max(0, at) : at + 1]) if by_year else () for at in (number - 1, number + 1))
            filters = () if by_year else (shown,)
            yield from _paged(choice.records, collection, own.to, (facet, choice.label), filters, beside=(earlier, later))


def _terms(known: Sequence[Facet]) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    found: dict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    for facet in known:
        for choice in facet.choices:
            for record in choice.records:
                found[record.key][facet.id] = (*found[record.key].get(facet.id, ()), choice.id)
    return found


def _filter(facet: Facet, collection: str) -> Filter:
    return Filter(
        facet.label, tuple(Choice(each.label, f"{collection}/by/{facet.id}/{each.id}/", len(each.records)) for each in facet.choices)
    )


def _paged(
    records: Sequence[Record],
    collection: str,
    address: str,
    narrowed_by: tuple[Facet, str] | None,
    filters: tuple[Filter, ...],
    terms: Mapping[str, Mapping[str, tuple[str, ...]]] = MappingProxyType({}),
    beside: tuple[tuple[Choice, ...], tuple[Choice, ...]] = ((), ()),
) -> Iterator[Listing]:
    count = max(1, -(-len(records) // PER_PAGE))
    pages = tuple((number, address if number == 1 else f"{address}page/{number}/") for number in range(1, count + 1))
    for number, page in pages:
        shown = tuple(records[(number - 1) * PER_PAGE : number * PER_PAGE])
        yield Listing(collection, page, shown, len(records), number, pages, narrowed_by, filters, terms, *beside)


def columns_of(collection: str) -> tuple[Column, ...]:
    """The columns of a collection's table."""
    return _TABLES[collection][0]


def row_of(record: Record, catalogue: Catalogue) -> tuple[Cell, ...]:
    """A record's row in the table of its collection."""
    return _TABLES[record.collection][1](record, catalogue)


def _title(record: Record, catalogue: Catalogue) -> Cell:
    badges: list[Badge] = [confidence_badge("low")] if record.confidence == "low" else []
    if isinstance(record, Event) and not record.withdrawn:
        badges = [badge for badge in status_badges(record, catalogue.as_of) if badge.style in ("heed", "stop", "soon")] + badges
    if record.withdrawn:
        badges.insert(0, Badge("stop", "Withdrawn"))
    local = tuple((Bit(title, lang=tag, small=True),) for tag, title in other_titles(record))
    return Cell(
        ((Bit(record.title, to=record.address, lang=language_by_script(record.title)),), *local), is_heading=True, badges=tuple(badges)
    )


def _date(record: Record) -> Cell:
    if isinstance(record, Event):
        return Cell(((Bit(when(record), time=str(record.starts)) if record.starts else Bit("date not known", small=True),),))
    return Cell(
        ((Bit(date_words(record.sort_date), time=str(record.sort_date)) if record.sort_date else Bit("date not known", small=True),),)
    )


def _quiet(text: str) -> tuple[Line, ...]:
    return ((Bit(text, small=True),),)


def _where(event: Event) -> Cell:
    code = (Bit(name_of(event.host), code=event.host), Bit(" ")) if event.host else ()
    place = (Bit(event.place, lang=language_by_script(event.place)),) if event.place else place_line(event)
    return Cell((code + place,) if code or place else _quiet("not told"), "Where")


def _for(ids: tuple[str, ...]) -> Cell:
    labels = ", ".join(AUDIENCES[each].label for each in ids)
    return Cell(((Bit(labels),),) if labels else _quiet("not told"), "For")


def _people(event: Event) -> Cell:
    return Cell(((Bit(f"{event.participants:,}"),),) if event.participants is not None else _quiet("not told"), "People", is_number=True)


def _serves(record: Record, catalogue: Catalogue) -> Cell:
    bits = []
    for key in record.serves:
        activity, plan = catalogue.activity(key), catalogue.plan(key.partition("/")[0])
        bits.append(Bit(f"{plan.prefix}\u00a0{activity.number}", to=activity.address) if activity and plan else Bit(key))
    return Cell((separated(bits),) if bits else _quiet("none"), "Serves")


def _states(codes: Sequence[str]) -> Cell:
    bits: list[Bit] = []
    for code in codes:
        bits += [Bit(" ")] if bits else []
        bits.append(Bit(name_of(code), code=code))
    return Cell((tuple(bits),) if bits else _quiet("none named"), "States")


def _text(text: str | None, label: str, silent: str = "not told") -> Cell:
    return Cell(((Bit(text),),) if text else _quiet(silent), label)


def _training(record: Record, catalogue: Catalogue) -> tuple[Cell, ...]:
    assert isinstance(record, Event)
    return (_date(record), _title(record, catalogue), _where(record), _for(record.audience), _people(record), _serves(record, catalogue))


def _workshop(record: Record, catalogue: Catalogue) -> tuple[Cell, ...]:
    assert isinstance(record, Event)
    return (
        _date(record),
        _title(record, catalogue),
        _text(capital(getattr(record, "kind", "")), "Kind"),
        _where(record),
        _people(record),
        _serves(record, catalogue),
    )


def _programme(record: Record, catalogue: Catalogue) -> tuple[Cell, ...]:
    assert isinstance(record, Programme)
    return (
        _title(record, catalogue),
        _text(capital(record.kind), "Kind"),
        _text(record.provider, "Offered by"),
        _for(record.audience),
        _states(record.states),
    )


def _document(record: Record, catalogue: Catalogue) -> tuple[Cell, ...]:
    assert isinstance(record, Document)
    return (
        _date(record),
        _title(record, catalogue),
        _text(capital(record.kind), "Kind"),
        _text(record.publisher, "Publisher"),
        _serves(record, catalogue),
    )


def _network(record: Record, catalogue: Catalogue) -> tuple[Cell, ...]:
    assert isinstance(record, Network)
    home = Cell(((Bit(record.url.split("://", 1)[-1].removesuffix("/"), href=record.url),),) if record.url else _quiet("not told"), "Home")
    return (_title(record, catalogue), _text(capital(record.kind), "Kind"), _states(record.states), home)


def _project(record: Record, catalogue: Catalogue) -> tuple[Cell, ...]:
    assert isinstance(record, Project)
    return (
        _title(record, catalogue),
        _text(record.lead, "Lead"),
        _text(record.funder, "Funder"),
        _states(record.countries),
        _text(date_words(record.sort_date), "Latest report", "none"),
    )


def _figure(record: Record, catalogue: Catalogue) -> tuple[Cell, ...]:
    assert isinstance(record, Figure)
    return (
        _title(record, catalogue),
        Cell(((Bit(figure_words(record)),),), "Value"),
        _text(period_words(record), "Period"),
        _text(record.scope, "Scope"),
        _text(record.sources[0].publisher, "Source"),
    )


def _update(record: Record, catalogue: Catalogue) -> tuple[Cell, ...]:
    assert isinstance(record, Update)
    return (_date(record), _title(record, catalogue), _text(record.summary, "Summary"))


_Row = Callable[[Record, Catalogue], tuple[Cell, ...]]
_PEOPLE = Column("People", is_number=True)
_DATE = Column("Date", sorted="descending")
_TABLES: Mapping[str, tuple[tuple[Column, ...], _Row]] = {
    "trainings": ((_DATE, Column("Training"), Column("Where"), Column("For"), _PEOPLE, Column("Serves")), _training),
    "workshops": ((_DATE, Column("Workshop or meeting"), Column("Kind"), Column("Where"), _PEOPLE, Column("Serves")), _workshop),
    "programmes": (
        (Column("Programme", sorted="ascending"), Column("Kind"), Column("Offered by"), Column("For"), Column("States")),
        _programme,
    ),
    "documents": ((_DATE, Column("Document"), Column("Kind"), Column("Publisher"), Column("Serves")), _document),
    "networks": ((Column("Network", sorted="ascending"), Column("Kind"), Column("State"), Column("Home")), _network),
    "projects": (
        (Column("Project", sorted="ascending"), Column("Lead"), Column("Funder"), Column("States"), Column("Latest report")),
        _project,
    ),
    "figures": ((Column("What", sorted="ascending"), Column("Value"), Column("Period"), Column("Scope"), Column("Source")), _figure),
    "updates": ((_DATE, Column("Notice"), Column("Summary")), _update),
}

"""Listings: a collection enters, and leaves as tables, whole or narrowed to one term, in pages of a hundred."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from clearinghouse.catalogue import facets as catalogue_facets
from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.catalogue.facets import Facet, facets, years_of
from clearinghouse.publications.html.parts import Cell, Choice, Column
from clearinghouse.publications.narrowed import ACTIVITIES, list_address, list_in_year
from clearinghouse.publications.pages.lists.groups import Group, Grouping, grouping, is_of_state
from clearinghouse.publications.presentations import PRESENTATIONS
from clearinghouse.publications.translation.texts import gettext, ngettext
from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.collections.record import Record

PER_PAGE = 100
_YEAR = "Year"


@dataclass(frozen=True)
class Filter:
    """A facet as a reader sees it."""

    label: str
    choices: tuple[Choice, ...]
    is_folded: bool = False
    """Whether terms without records are left out, since there are so many of them."""

    @property
    def empty(self) -> tuple[Choice, ...]:
        """The terms without records that a whole list folds away; one or two take no more room than what would unfold them."""
        none = tuple(choice for choice in self.choices if not choice.count)
        return none if len(none) > 2 and not self.is_folded else ()

    @property
    def show_empty(self) -> str:
        """What unfolds them."""
        return ngettext("Show {number} empty one", "Show {number} empty ones", len(self.empty))


@dataclass(frozen=True)
class Listing:
    """One page of a list. address: of this page; groups: its records, parted or not; all, low: those of the whole list, and
    how many of them are of low confidence; pages: (number, address) of all its pages; narrowed_by: the facet and term, or None."""

    collection: str
    address: str
    groups: tuple[Group, ...]
    all: tuple[Record, ...]
    low: int
    number: int
    pages: tuple[tuple[int, str], ...]
    narrowed_by: tuple[Facet, str] | None
    filters: tuple[Filter, ...]
    terms: Mapping[str, Mapping[str, tuple[str, ...]]]
    """Of a whole list: the terms of each record (by key) in each facet, by which a script narrows it in place."""
    earlier: tuple[Choice, ...] = ()
    later: tuple[Choice, ...] = ()
    """Of a year: the year before and the year after that hold records, where there are such."""
    about: str = ""
    """What it is narrowed to, where the term is a number."""
    order: str = ""
    """How its records stand, in words, where not as those of the collection do."""

    @property
    def total(self) -> int:
        """How many the whole list holds."""
        return len(self.all)

    @property
    def records(self) -> tuple[Record, ...]:
        """Those of this page."""
        return tuple(record for group in self.groups for record in group.records)

    @property
    def states(self) -> tuple[str, ...]:
        """The state to which it is narrowed, as addresses have it."""
        is_of_state = self.narrowed_by is not None and self.narrowed_by[0].id == "countries"
        return (self.address.split("/")[3],) if is_of_state else ()


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
    """All pages of a collection's list: the whole one first, then each term of each facet under which a record stands; for the
    others see `no_records`.

    A list of one term leads to those of the facet's other terms, but that of a year to the years beside it alone: the terms
    are a closed list, where a year that is new would change the pages of all others.
    """
    offered = facets(catalogue, collection)
    filters = tuple(_filter(facet, collection) for facet in offered)
    parts = next((facet for facet in offered if facet.id == PRESENTATIONS[collection].parted_by), None)
    whole = grouping(catalogue.collection(collection), collection, None, parts)
    yield from _paged(whole, f"{collection}/", None, filters, _terms(offered))
    for facet, facet_filter in zip(offered, filters, strict=True):
        by_year = facet.id == "years"
        for number, (choice, own) in enumerate(zip(facet.choices, facet_filter.choices, strict=True)):
            if not choice.records:
                continue
            later, earlier = (tuple(facet_filter.choices[max(0, at) : at + 1]) if by_year else () for at in (number - 1, number + 1))
            others = () if by_year else (facet_filter,)
            in_years = tuple(_in_years(choice, collection)) if facet.id == ACTIVITIES and "years" in COLLECTIONS[collection].facets else ()
            all_years = Choice("All years", own.to, own.count)
            also = (Filter(_YEAR, (all_years, *(link for link, _ in in_years))),) if in_years else ()
            members = grouping(choice.records, collection, (facet, choice), parts)
            yield from _paged(members, own.to, (facet, choice.label), (*also, *others), beside=(earlier, later), about=choice.about)
            for link, records in in_years:
                members = Grouping(collection, records)
                yield from _paged(members, link.to, (facet, f"{choice.label}, {link.label}"), also, about=choice.about)


def _in_years(choice: catalogue_facets.Choice, collection: str) -> Iterator[tuple[Choice, tuple[Record, ...]]]:
    """The years in which records of an activity fall, the last first, each with those records: plans ask for both at once."""
    by_year: dict[str, list[Record]] = defaultdict(list)
    for record in choice.records:
        for year in years_of(record):
            by_year[year].append(record)
    for year in sorted(by_year, reverse=True):
        yield Choice(year, list_in_year(collection, choice.id, year), len(by_year[year])), tuple(by_year[year])


def _terms(offered: Sequence[Facet]) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    by_record: dict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    for facet in offered:
        for choice in facet.choices:
            for record in choice.records:
                by_record[record.key][facet.id] = (*by_record[record.key].get(facet.id, ()), choice.id)
    return by_record


def _filter(facet: Facet, collection: str) -> Filter:
    choices = (
        Choice(f"{term.label} {term.about}".strip(), list_address(collection, facet.id, term.id), len(term.records))
        for term in facet.choices
    )
    label = gettext("Country (host or taking part)") if is_of_state(collection, facet) else facet.label
    return Filter(label, tuple(choices), is_folded=facet.id == ACTIVITIES)


def _paged(
    members: Grouping,
    address: str,
    narrowed_by: tuple[Facet, str] | None,
    filters: tuple[Filter, ...],
    terms: Mapping[str, Mapping[str, tuple[str, ...]]] = MappingProxyType({}),
    beside: tuple[tuple[Choice, ...], tuple[Choice, ...]] = ((), ()),
    about: str = "",
) -> Iterator[Listing]:
    records = members.records
    count = max(1, -(-len(records) // PER_PAGE))
    pages = tuple((number, address if number == 1 else f"{address}page/{number}/") for number in range(1, count + 1))
    low = sum(record.confidence == "low" for record in records)
    for number, page in pages:
        groups = members.of_page(number, PER_PAGE)
        yield Listing(
            members.collection, page, groups, records, low, number, pages, narrowed_by, filters, terms, *beside, about, members.order
        )


def columns_of(listing: Listing) -> tuple[Column, ...]:
    """The columns of a list's table. One that stands in groups is sorted by none of them."""
    columns = (column for column, _ in PRESENTATIONS[listing.collection].columns)
    return tuple(replace(column, sorted="") if listing.order else column for column in columns)


def row_of(record: Record, catalogue: Catalogue) -> tuple[Cell, ...]:
    """A record's row in the table of its collection. What its card leaves out needs no label there."""
    cells = ((column, cell(record, catalogue)) for column, cell in PRESENTATIONS[record.collection].columns)
    return tuple(replace(cell, label="") if column.is_aside else cell for column, cell in cells)

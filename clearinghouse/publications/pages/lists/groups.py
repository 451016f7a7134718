"""Groups: the records of a list enter in its order, and leave in the order and under the headings that they have on its page."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

from clearinghouse.catalogue.facets import Choice, Facet
from clearinghouse.publications.translation.texts import gettext
from clearinghouse.publications.words import records_counted
from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.collections.event import Event
from clearinghouse.records.collections.record import Record

LEAST = 10
"""A list of fewer records is short enough without years."""
IN_EACH = "newest first in each group"
"""The order of a list that years do not part."""


@dataclass(frozen=True)
class Group:
    """Records of a page under one heading, and how many the whole list has under it; without a heading where nothing parts them."""

    title: str
    count: str
    records: tuple[Record, ...]


@dataclass(frozen=True)
class Grouping:
    """The records of a list in their order, each with the heading under which it stands; no headings where nothing parts them."""

    collection: str
    records: tuple[Record, ...]
    titles: tuple[str, ...] = ()

    def of_page(self, number: int, per_page: int) -> tuple[Group, ...]:
        """The groups of a page. One that began on the page before says that it goes on."""
        first, last = (number - 1) * per_page, number * per_page
        if not self.titles:
            return (Group("", "", self.records[first:last]),)
        counts = Counter(self.titles)
        pairs = list(zip(self.titles, self.records, strict=True))
        groups: list[Group] = []
        for title, members in groupby(pairs[first:last], lambda pair: pair[0]):
            goes_on = not groups and first > 0 and self.titles[first - 1] == title
            words = gettext("{group}, continued", group=title) if goes_on else title
            groups.append(Group(words, records_counted(counts[title], self.collection), tuple(record for _, record in members)))
        return tuple(groups)


def grouping(records: Sequence[Record], collection: str, narrowed_by: tuple[Facet, Choice] | None) -> Grouping:
    """By year where a whole list stands by date; by the state's part in it where events are those of one state, its own first."""
    title = _title(collection, narrowed_by, len(records))
    if not title:
        return Grouping(collection, tuple(records))
    by_title: dict[str, list[Record]] = {}
    for record in records:
        by_title.setdefault(title(record), []).append(record)
    names = by_title if narrowed_by is None else sorted(by_title, key=lambda name: not _is_hosted(by_title[name][0], narrowed_by[1]))
    if len(by_title) == 1 and narrowed_by is None:
        return Grouping(collection, tuple(records))
    pairs = [(name, record) for name in names for record in by_title[name]]
    return Grouping(collection, tuple(record for _, record in pairs), tuple(name for name, _ in pairs))


def is_of_state(collection: str, facet: Facet) -> bool:
    """Whether a facet narrows events to those in which a state has part, as host or otherwise."""
    return facet.id == "countries" and COLLECTIONS[collection].is_event


def _title(collection: str, narrowed_by: tuple[Facet, Choice] | None, number: int) -> Callable[[Record], str] | None:
    if narrowed_by is None:
        return _year if COLLECTIONS[collection].is_newest_first and number >= LEAST else None
    facet, state = narrowed_by
    if not is_of_state(collection, facet):
        return None
    here, elsewhere = (
        gettext("Hosted by {state}", state=state.label),
        gettext("Elsewhere or online, with {state} taking part", state=state.label),
    )
    return lambda record: here if _is_hosted(record, state) else elsewhere


def _is_hosted(record: Record, state: Choice) -> bool:
    return isinstance(record, Event) and (record.host or "").lower() == state.id


def _year(record: Record) -> str:
    return str(record.sort_date.year) if record.sort_date else gettext("Date not known")

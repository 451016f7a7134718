"""Groups: the records of a list enter in its order, and leave in the order and under the headings that they have on its page."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from clearinghouse.catalogue.facets import Choice, Facet
from clearinghouse.publications.translation.texts import gettext
from clearinghouse.publications.words import records_counted
from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.collections.event import Event
from clearinghouse.records.collections.record import Record

LEAST = 10
"""A whole list of fewer records is short enough without years."""
LONG = 30
"""So is a narrowed one of fewer; and fewer records than these need no headings of another kind."""
OPEN = 20
"""On a phone a page shows the groups that begin within so many rows; the others are folded, each below its heading."""


@dataclass(frozen=True)
class Group:
    """Records of a page under one heading, and how many the whole list has under it; without a heading where nothing parts them.
    is_open: whether a phone shows them at once."""

    title: str
    count: str
    records: tuple[Record, ...]
    is_open: bool = True


@dataclass(frozen=True)
class Grouping:
    """The records of a list in their order, each with the heading under which it stands; no headings where nothing parts them.
    order: how they stand, in words, where headings other than years part them."""

    collection: str
    records: tuple[Record, ...]
    titles: tuple[str, ...] = ()
    order: str = ""

    def of_page(self, number: int, per_page: int) -> tuple[Group, ...]:
        """The groups of a page. One that began on the page before says that it goes on."""
        first, last = (number - 1) * per_page, number * per_page
        if not self.titles:
            return (Group("", "", self.records[first:last]),)
        counts = Counter(self.titles)
        pairs = list(zip(self.titles, self.records, strict=True))
        groups: list[Group] = []
        rows = 0
        for title, members in groupby(pairs[first:last], lambda pair: pair[0]):
            goes_on = not groups and first > 0 and self.titles[first - 1] == title
            words = gettext("{group}, continued", group=title) if goes_on else title
            records = tuple(record for _, record in members)
            groups.append(Group(words, records_counted(counts[title], self.collection), records, is_open=rows < OPEN))
            rows += len(records)
        return tuple(groups)


def grouping(records: Sequence[Record], collection: str, narrowed_by: tuple[Facet, Choice] | None, parts: Facet | None = None) -> Grouping:
    """By the state's part in it where events are those of one state, its own first; by year where a long list stands by date; else
    by a facet of the collection in which each record has one word. parts: that facet."""
    if narrowed_by is not None and is_of_state(collection, narrowed_by[0]):
        host = narrowed_by[1]
        here, elsewhere = (
            gettext("Hosted by {state}", state=host.label),
            gettext("Elsewhere or online, with {state} taking part", state=host.label),
        )
        titles = {record.key: here if _is_hosted(record, host) else elsewhere for record in records}
        return _parted(records, collection, titles, (here, elsewhere), "newest first in each group")
    if COLLECTIONS[collection].is_newest_first:
        is_short = len(records) < (LEAST if narrowed_by is None else LONG)
        is_short = is_short or (narrowed_by is not None and narrowed_by[0].id == "years")
        titles, order = {record.key: _year(record) for record in records}, ""
    else:
        is_short = len(records) < LONG or parts is None
        titles, order = _words(parts), "A to Z in each group"
    if is_short or len({titles[record.key] for record in records}) == 1:
        return Grouping(collection, tuple(records))
    return _parted(records, collection, titles, tuple(titles.values()), order)


def _parted(records: Sequence[Record], collection: str, titles: Mapping[str, str], in_order: Sequence[str], order: str) -> Grouping:
    """titles: of each record, by its key; in_order: all of them, as they follow each other, some perhaps more than once."""
    places = {title: place for place, title in enumerate(dict.fromkeys(in_order))}
    members = sorted(records, key=lambda record: places[titles[record.key]])
    return Grouping(collection, tuple(members), tuple(titles[record.key] for record in members), order)


def _words(facet: Facet | None) -> dict[str, str]:
    """Of each record, by its key, its word in a facet."""
    return {record.key: gettext(choice.label) for choice in facet.choices for record in choice.records} if facet else {}


def is_of_state(collection: str, facet: Facet) -> bool:
    """Whether a facet narrows events to those in which a state has part, as host or otherwise."""
    return facet.id == "countries" and COLLECTIONS[collection].is_event


def _is_hosted(record: Record, state: Choice) -> bool:
    return isinstance(record, Event) and (record.host or "").lower() == state.id


def _year(record: Record) -> str:
    return str(record.sort_date.year) if record.sort_date else gettext("Date not known")

"""Reach: what of the site a changed record shows up in: pages, feeds, agendas and indicators, by their addresses."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.catalogue.differences import ChangeSet, Difference
from clearinghouse.publications.agendas.spans import agendas_of, first_year
from clearinghouse.publications.agendas.vevents import as_last_dated
from clearinghouse.publications.channels import DEADLINES, EVENT, Channel, channels, channels_of
from clearinghouse.publications.pages.lists.listings import listings
from clearinghouse.publications.presentations import LISTED
from clearinghouse.records.collection import AnyRecord
from clearinghouse.records.collections.activity import Activity
from clearinghouse.records.collections.event import Event
from clearinghouse.records.collections.record import Record
from clearinghouse.vocabulary.states import MEMBER_STATES


@dataclass(frozen=True)
class Reach:
    """Addresses relative to the site, each once, in order. activities: those (plan/number) whose evidence or wording
    changes, and with it the state of their indicators."""

    pages: tuple[str, ...]
    feeds: tuple[str, ...]
    agendas: tuple[str, ...]
    activities: tuple[str, ...]


def reach(change: ChangeSet) -> Reach:
    """What the differences reach, in their state before and after. Pages that list everything (the front page, the
    search) are not among them, nor are the further pages of long lists."""
    pages: set[str] = set()
    feeds: set[str] = set()
    agendas: set[str] = set()
    activities: set[str] = set()
    by_id = {**channels(change.before), **channels(change.after)}
    differences = [difference for difference in change.differences if not difference.is_hidden]
    for difference in differences:
        for record, catalogue in ((difference.before, change.before), (difference.after, change.after)):
            if record is None or (isinstance(record, Record) and record.draft):
                continue
            pages.update(_pages(record, catalogue))
            if isinstance(record, Record):
                followed = [by_id[key] for key in channels_of(record) if key in by_id]
                feeds.update(channel.feed for channel in followed if channel.feed and difference.news)
                agendas.update(_agendas(record, followed, by_id, catalogue.as_of))
        activities.update(_activities(difference))
    for catalogue, records in ((change.before, _of(differences, "before")), (change.after, _of(differences, "after"))):
        pages.update(_lists(catalogue, records))
    return Reach(*(tuple(sorted(addresses)) for addresses in (pages, feeds, agendas, activities)))


def _of(differences: Iterable[Difference], state: str) -> set[str]:
    records = (getattr(difference, state) for difference in differences)
    return {record.key for record in records if record is not None}


def _pages(record: AnyRecord, catalogue: Catalogue) -> Iterator[str]:
    yield record.address
    if isinstance(record, Activity):
        yield f"plans/{record.plan}/"
        return
    yield f"{record.collection}/"
    yield from (f"countries/{code.lower()}/" for code in record.states if code in MEMBER_STATES)
    for served in record.serves:
        yield f"plans/{served.partition('/')[0]}/"
        yield f"plans/{served}/"
    if isinstance(record, Event):
        yield from (f"networks/{name}/" for name in (*record.organisers, *record.partners) if catalogue.network(name))


def _lists(catalogue: Catalogue, keys: set[str]) -> Iterator[str]:
    """The narrowed lists in which the records stand."""
    for collection in LISTED:
        if any(key.startswith(f"{collection}/") for key in keys):
            for listing in listings(catalogue, collection):
                if any(record.key in keys for record in listing.records):
                    yield listing.pages[0][1]


def _agendas(record: Record, followed: Iterable[Channel], by_id: dict[str, Channel], as_of: date) -> Iterator[str]:
    if not isinstance(record, Event):
        return
    if dated := as_last_dated(record):
        yield f"{record.address}{EVENT}"
        yield from (channel.agenda for channel in agendas_of(dated, followed, as_of))
    if record.registration and record.registration.deadline and record.registration.deadline.year >= first_year(as_of):
        yield by_id[DEADLINES].agenda


def _activities(difference: Difference) -> Iterator[str]:
    """Activities that gain or lose evidence, or whose own words change."""
    if isinstance(difference.record, Activity):
        yield difference.record.id
    evidence = [
        set(record.serves) if isinstance(record, Record) and record.is_certain and not record.draft else set[str]()
        for record in (difference.before, difference.after)
    ]
    yield from evidence[0] ^ evidence[1]

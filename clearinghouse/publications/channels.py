"""Channels: what one can follow: everything, a kind of record, a country, a topic, an audience or a plan."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.catalogue.news import News, served_later
from clearinghouse.publications.site import Site
from clearinghouse.publications.words import plural_of
from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.collections.plan import Plan
from clearinghouse.records.collections.record import Record
from clearinghouse.vocabulary.audiences import AUDIENCES
from clearinghouse.vocabulary.states import MEMBER_STATES
from clearinghouse.vocabulary.topics import TOPICS

ALL, DEADLINES = "all", "deadlines"
EVENT = "event.ics"
"""What the agenda of one event is called, below the address of its page."""


@dataclass(frozen=True)
class Channel:
    """Something to follow.

    id: `all`, `trainings`, `countries/la`; group: the heading under which it is offered; page: the address of the page
    that shows the same; feed: the address of its feeds without the ending, or empty; agenda: that of its agenda, or empty.
    """

    id: str
    group: str
    label: str
    page: str
    feed: str = ""
    agenda: str = ""

    @property
    def rss(self) -> str:
        """The address of its RSS feed."""
        return f"{self.feed}.rss"

    @property
    def atom(self) -> str:
        """The address of its Atom feed."""
        return f"{self.feed}.atom"


def channels(catalogue: Catalogue) -> Mapping[str, Channel]:
    """All channels by id: one for every term of every closed list, empty or not, in the order in which they are offered."""
    return {channel.id: channel for channel in _channels(catalogue)}


def _channels(catalogue: Catalogue) -> Iterator[Channel]:
    yield Channel(ALL, "Kinds", "Everything", "updates/", "feeds/updates", "agendas/all.ics")
    for name, collection in COLLECTIONS.items():
        if collection.has_feed:
            agenda = f"agendas/{name}.ics" if collection.is_event else ""
            yield Channel(name, "Kinds", plural_of(name), f"{name}/", f"feeds/{name}", agenda)
    yield Channel(DEADLINES, "Kinds", "Registration deadlines", "trainings/", agenda="agendas/deadlines.ics")
    for state in MEMBER_STATES.values():
        own = f"countries/{state.address}"
        yield Channel(own, "Countries", state.name, f"{own}/", f"feeds/{own}", f"agendas/{own}.ics")
    for term in TOPICS:
        yield Channel(f"topics/{term.id}", "Topics", term.label, f"trainings/by/topics/{term.id}/", f"feeds/topics/{term.id}")
    for term in AUDIENCES:
        own = f"audiences/{term.id}"
        yield Channel(own, "Audiences", term.label, f"trainings/by/audience/{term.id}/", f"feeds/{own}", f"agendas/{own}.ics")
    for plan in catalogue.plans:
        yield Channel(f"plans/{plan.id}", "Plans", plan.label, f"plans/{plan.id}/", f"feeds/plans/{plan.id}")


def channels_of(record: Record) -> Iterator[str]:
    """The ids of the channels that a record belongs to, but for those of plans."""
    yield ALL
    yield record.collection
    yield from (f"countries/{code.lower()}" for code in record.states if code in MEMBER_STATES)
    yield from (f"topics/{term}" for term in dict.fromkeys(getattr(record, "topics", ())))
    yield from (f"audiences/{term}" for term in dict.fromkeys(getattr(record, "audience", ())))


def sorted_into_channels(news: Iterable[News], catalogue: Catalogue) -> Mapping[str, tuple[News, ...]]:
    """News by the id of the channel, in their order. An opening stands in every channel, since it speaks for all records."""
    found: dict[str, list[News]] = {key: [] for key in channels(catalogue)}
    for each in news:
        own = found if each.is_opening else {*channels_of(each.record), *_plans_of(each, catalogue)}
        for key in own:
            if key in found:
                found[key].append(each)
    return {key: tuple(several) for key, several in found.items()}


def _plans_of(each: News, catalogue: Catalogue) -> Iterator[str]:
    """The plans whose activities the record served on that day; one that it came to serve later learns no older news."""
    if each.record.collection == Plan.collection:
        yield f"plans/{each.record.id}"
    later = served_later(each.record, catalogue)
    for activity in each.record.serves:
        if activity not in later or later[activity].on <= each.on:
            yield f"plans/{activity.partition('/')[0]}"


def title_of(channel: Channel, site: Site) -> str:
    """What a channel's feed and agenda are called in a reader, where they stand among those of other sites."""
    return site.name if channel.id == ALL else f"{site.name}: {channel.label}"

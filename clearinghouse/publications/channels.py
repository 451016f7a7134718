"""Channels: what one can follow: everything, a kind of record, a country, a topic, an audience or a plan."""

from collections.abc import Callable, Iterable, Iterator, Mapping
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
_KINDS = "Kinds", "Kind"
"""The heading of the channels that are no family, which are one for each kind of record, and everything; and what one is called."""
EVENT = "event.ics"
"""What the agenda of one event is called, below the address of its page."""


@dataclass(frozen=True)
class Channel:
    """Something to follow.

    id: `all`, `trainings`, `countries/la`; group: the heading under which it is offered; one: what one of them is called
    there; page: the address of the page that shows the same; feed: the address of its feeds without the ending, or empty;
    agenda: that of its agenda, or empty.
    """

    id: str
    group: str
    one: str
    label: str
    page: str
    feed: str = ""
    agenda: str = ""

    @property
    def state(self) -> str:
        """The code of the member state that it is about, as addresses have it, or empty."""
        family, _, term = self.id.partition("/")
        return term if family == "countries" else ""

    @property
    def rss(self) -> str:
        """The address of its RSS feed."""
        return f"{self.feed}.rss"

    @property
    def xml(self) -> str:
        """The address at which browsers show its RSS feed in its style, whatever servers say of `.rss`."""
        return f"{self.feed}.xml"

    @property
    def atom(self) -> str:
        """The address of its Atom feed."""
        return f"{self.feed}.atom"


@dataclass(frozen=True)
class Family:
    """The channels of a list: one for each of its terms, empty or not. A new one is declared below, and nowhere else.

    name: with which the ids and the addresses of its channels begin; group: the heading under which they are offered;
    one: what one of them is called there; terms: id and label of each; of: the ids of those that a record belongs to;
    page: the address of a term's page; facet: by which the lists of records are narrowed to the same terms.
    """

    name: str
    group: str
    one: str
    terms: Callable[[Catalogue], Iterable[tuple[str, str]]]
    of: Callable[[Record], Iterable[str]]
    page: str
    facet: str = ""
    has_agendas: bool = False

    def channels(self, catalogue: Catalogue) -> Iterator[Channel]:
        """Its channels, in the order of the list."""
        for term, label in self.terms(catalogue):
            own = f"{self.name}/{term}"
            agenda = f"agendas/{own}.ics" if self.has_agendas else ""
            yield Channel(own, self.group, self.one, label, self.page.format(term), f"feeds/{own}", agenda)


def _plans_of(record: Record) -> Iterator[str]:
    if isinstance(record, Plan):
        yield record.id
    yield from (activity.partition("/")[0] for activity in record.serves)


FAMILIES = (
    Family(
        "countries",
        "Countries",
        "Country",
        lambda _: ((state.address, state.name) for state in MEMBER_STATES.values()),
        lambda record: (code.lower() for code in record.states if code in MEMBER_STATES),
        "countries/{}/",
        "countries",
        has_agendas=True,
    ),
    Family(
        "topics",
        "Topics",
        "Topic",
        lambda _: ((term.id, term.label) for term in TOPICS),
        lambda record: getattr(record, "topics", ()),
        "topics/{}/",
        "topics",
    ),
    Family(
        "audiences",
        "Audiences",
        "Audience",
        lambda _: ((term.id, term.label) for term in AUDIENCES),
        lambda record: getattr(record, "audience", ()),
        "trainings/by/audience/{}/",
        "audience",
        has_agendas=True,
    ),
    Family(
        Plan.collection,
        "Plans",
        "Plan",
        lambda catalogue: ((plan.id, plan.label) for plan in catalogue.plans),
        _plans_of,
        "plans/{}/",
    ),
)


def channels(catalogue: Catalogue) -> Mapping[str, Channel]:
    """All channels by id, in the order in which they are offered."""
    families = (channel for family in FAMILIES for channel in family.channels(catalogue))
    return {channel.id: channel for channel in (*_kinds(), *families)}


def _kinds() -> Iterator[Channel]:
    yield Channel(ALL, *_KINDS, "Everything", "updates/", "feeds/updates", "agendas/all.ics")
    for name, collection in COLLECTIONS.items():
        if collection.has_feed:
            agenda = f"agendas/{name}.ics" if collection.is_event else ""
            yield Channel(name, *_KINDS, plural_of(name), f"{name}/", f"feeds/{name}", agenda)
    yield Channel(DEADLINES, *_KINDS, "Registration deadlines", "trainings/", agenda="agendas/deadlines.ics")


def channel_of_facet(facet: str, term: str) -> str:
    """The id that the channel of a list has which is narrowed by a facet to a term; empty where there is none."""
    return next((f"{family.name}/{term}" for family in FAMILIES if family.facet == facet), "")


def channels_of(record: Record) -> tuple[str, ...]:
    """The ids of the channels that a record belongs to, each once."""
    terms = (f"{family.name}/{term}" for family in FAMILIES for term in family.of(record))
    return tuple(dict.fromkeys((ALL, record.collection, *terms)))


def sorted_into_channels(news: Iterable[News], catalogue: Catalogue) -> Mapping[str, tuple[News, ...]]:
    """News by the id of the channel, in their order. An opening stands in every channel, since it speaks for all records."""
    sorted_news: dict[str, list[News]] = {key: [] for key in channels(catalogue)}
    for piece in news:
        for key in sorted_news if piece.is_opening else channels_of(piece.record):
            if key in sorted_news and not _is_older_than_service(piece, key, catalogue):
                sorted_news[key].append(piece)
    return {key: tuple(pieces) for key, pieces in sorted_news.items()}


def _is_older_than_service(piece: News, key: str, catalogue: Catalogue) -> bool:
    """Whether the channel is that of a plan of which the record came to serve an activity only later: it learns no older news."""
    family, _, plan = key.partition("/")
    served = [activity for activity in piece.record.serves if activity.partition("/")[0] == plan] if family == Plan.collection else []
    later = served_later(piece.record, catalogue) if served else {}
    return bool(served) and not piece.is_opening and all(activity in later and later[activity].on > piece.on for activity in served)


def title_of(channel: Channel, site: Site) -> str:
    """What a channel's feed and agenda are called in a reader, where they stand among those of other sites."""
    return site.name if channel.id == ALL else f"{site.name}: {channel.label}"

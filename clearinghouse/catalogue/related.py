"""Related records: what a reader of one record may want to see next, and why."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.collections.record import Record
from clearinghouse.records.collections.trade.figure import Figure

_PLACE = itemgetter(0, 1)
"""Of a member of a group: by moment, then by key."""
NEAR = 4
MOST = 4
LEAST = 3
_WEIGHTS = {"series": 6, "source": 5, "organiser": 2, "host": 2, "topic": 2, "audience": 1, "state": 1, "activity": 1}
"""What sharing a trait says. Two records that share less than LEAST in all are not related."""


@dataclass(frozen=True)
class Related:
    """A related record. shared: (trait, value) pairs that both have, the weightiest first."""

    record: Record
    shared: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Relations:
    """Finds related records in time that grows in step with records: only neighbours in time within a group are weighed."""

    catalogue: Catalogue

    @cached_property
    def _groups(self) -> Mapping[tuple[str, str], list[tuple[int, str, Record]]]:
        groups: dict[tuple[str, str], list[tuple[int, str, Record]]] = defaultdict(list)
        records = (record for record in self.catalogue.records if COLLECTIONS[record.collection].is_related and record.withdrawn is None)
        for member in sorted(((_moment(record), record.key, record) for record in records), key=_PLACE):
            for trait in traits(member[2]):
                groups[trait].append(member)
        return groups

    def of(self, record: Record, but: Set[str] = frozenset()) -> tuple[Related, ...]:
        """At most four records that share most with it, the closest in time first among equals. but: addresses of those to pass over."""
        shared: dict[str, list[tuple[str, str]]] = defaultdict(list)
        others: dict[str, Record] = {}
        moment = _moment(record)
        for trait in traits(record):
            for _, key, other in self._neighbours(trait, moment, record.key, NEAR):
                if key != record.key and other.address not in but:
                    shared[key].append(trait)
                    others[key] = other
        weights = {key: sum(_WEIGHTS[trait] for trait, _ in traits_shared) for key, traits_shared in shared.items()}
        best = sorted(
            (key for key in shared if weights[key] >= LEAST), key=lambda key: (-weights[key], abs(_moment(others[key]) - moment), key)
        )
        return tuple(Related(others[key], tuple(sorted(shared[key], key=lambda pair: -_WEIGHTS[pair[0]]))) for key in best[:MOST])

    def beside(self, record: Record) -> tuple[Record | None, Record | None]:
        """The one before and the one after it in its series: meetings of a body, documents of a series."""
        series = series_of(record)
        members = self._groups.get(("series", series), []) if series else []
        place = bisect_left(members, (_moment(record), record.key), key=_PLACE)
        if place == len(members) or members[place][1] != record.key:
            return None, None
        before = members[place - 1][2] if place > 0 else None
        return before, members[place + 1][2] if place + 1 < len(members) else None

    def citing(self, record: Record, most: int) -> tuple[Record, ...]:
        """The newest of the other records that name its address, or the page on which it was found, as their source."""
        urls = {source.url for source in record.sources} | {getattr(record, "url", None)}
        citing = {other.key: other for url in urls if url for _, _, other in self._groups.get(("source", url), [])[-most - 1 :]}
        citing.pop(record.key, None)
        return tuple(sorted(citing.values(), key=lambda other: (-_moment(other), other.key)))[:most]

    def _neighbours(self, trait: tuple[str, str], moment: int, key: str, near: int) -> list[tuple[int, str, Record]]:
        members = self._groups.get(trait, [])
        place = bisect_left(members, (moment, key), key=_PLACE)
        return members[max(0, place - near) : place + near + 1]


def series_of(record: Record) -> str | None:
    """The series of which a record is one: a body's meetings, or what a document says. Figures of a series stand in one chart."""
    return getattr(record, "body_of", None) or (None if isinstance(record, Figure) else getattr(record, "series", None))


def traits(record: Record) -> Iterable[tuple[str, str]]:
    """What a record may share with others."""
    yield from {("source", source.url): None for source in record.sources}
    for trait, key in (("organiser", "organisers"), ("topic", "topics"), ("audience", "audience")):
        yield from ((trait, value) for value in dict.fromkeys(getattr(record, key, ())))
    if series := series_of(record):
        yield ("series", series)
    if host := getattr(record, "host", None):
        yield ("host", host)
    yield from (("state", code) for code in record.states)
    yield from (("activity", activity) for activity in dict.fromkeys(record.serves))


def _moment(record: Record) -> int:
    return record.sort_date.first.toordinal() if record.sort_date else 0

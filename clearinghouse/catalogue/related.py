"""Related records: what a reader of one record may want to see next."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.records.record import Record

NEAR = 4
MOST = 4
_WEIGHTS = {"source": 5, "organiser": 2, "host": 2, "state": 1, "topic": 2, "audience": 1, "body": 4}


@dataclass(frozen=True)
class Relations:
    """Finds related records in time that grows in step with records: only neighbours in time within a group are weighed."""

    catalogue: Catalogue

    @cached_property
    def _groups(self) -> Mapping[tuple[str, str], list[tuple[int, str, Record]]]:
        groups: dict[tuple[str, str], list[tuple[int, str, Record]]] = defaultdict(list)
        for record in self.catalogue.records:
            if record.collection not in ("legislation", "updates") and record.withdrawn is None:
                for trait in _traits(record):
                    groups[trait].append((_moment(record), record.key, record))
        for members in groups.values():
            members.sort(key=lambda member: member[:2])
        return groups

    def of(self, record: Record) -> tuple[Record, ...]:
        """At most four records that share most with it, the closest in time first among equals."""
        shared: dict[str, int] = defaultdict(int)
        known: dict[str, Record] = {}
        moment = _moment(record)
        for trait in _traits(record):
            members = self._groups.get(trait, [])
            place = bisect_left(members, (moment, record.key), key=lambda member: member[:2])
            for _, key, other in members[max(0, place - NEAR) : place + NEAR + 1]:
                if key != record.key:
                    shared[key] += _WEIGHTS[trait[0]]
                    known[key] = other
        best = sorted(shared, key=lambda key: (-shared[key], abs(_moment(known[key]) - moment), key))
        return tuple(known[key] for key in best if shared[key] > 2)[:MOST]


def _moment(record: Record) -> int:
    return record.sort_date.first.toordinal() if record.sort_date else 0


def _traits(record: Record) -> Iterable[tuple[str, str]]:
    yield from (("source", source.url) for source in record.sources)
    for trait, key in (("organiser", "organisers"), ("topic", "topics"), ("audience", "audience")):
        yield from ((trait, value) for value in getattr(record, key, ()))
    for trait, key in (("host", "host"), ("body", "body_of")):
        if value := getattr(record, key, None):
            yield (trait, value)
    yield from (("state", code) for code in record.states)

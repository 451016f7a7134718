"""Quality: what each record lacks on a day, by the member state whose office could mend it. It counts, and judges nobody."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from zlib import crc32

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.catalogue.expected import expected, missing
from clearinghouse.catalogue.offices import REGION, office_of
from clearinghouse.catalogue.outward import sources_of
from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.collections.event import Event
from clearinghouse.records.collections.legislation import LegislationStatus
from clearinghouse.records.collections.record import Record
from clearinghouse.vocabulary.states import MEMBER_STATES

COUNTED = tuple(collection.name for collection in COLLECTIONS.values() if collection.is_counted)
"""The collections that are looked at."""
OFFICES = (*MEMBER_STATES, REGION)
SOON = timedelta(30)
"""What falls due within so many days is due soon."""
STEP_SOON = timedelta(90)
"""The same for a step of legislation, which takes longer."""


def year_after(day: date) -> date:
    """The day on which twelve months have passed; for 29 February it is 1 March."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return date(day.year + 1, 3, 1)


@dataclass(frozen=True)
class Due:
    """Something that waits for an office.

    what: `report` (an event is over, and nobody said that it was held), `confirmation` (it is near and only announced),
    `step` (of legislation) or `verification` (twelve months will have passed); day: on which it falls due; since: from when
    on it is told; name: unique among those of a record; detail: in the record's own words.
    """

    what: str
    day: date
    since: date
    name: str
    detail: str = ""


@dataclass(frozen=True)
class Finding:
    """What a record lacks. expected, missing: keys, see `expected`; stale_since: from which day on twelve months have
    passed since it was verified, or None; is_stale: also where it never was; sources, unarchived: how many it has, and
    how many of them without an archived copy."""

    record: Record
    office: str
    expected: tuple[str, ...]
    missing: tuple[str, ...]
    stale_since: date | None
    is_stale: bool
    is_low: bool
    sources: int
    unarchived: int
    due: tuple[Due, ...]

    @property
    def wants(self) -> tuple[str, ...]:
        """In which ways it could be mended, the most urgent first: due, stale, low, missing, unarchived."""
        ways = {"due": self.due, "stale": self.is_stale, "low": self.is_low, "missing": self.missing, "unarchived": self.unarchived}
        return tuple(way for way, is_wanting in ways.items() if is_wanting)


WAYS = ("due", "stale", "low", "missing", "unarchived")


@dataclass(frozen=True)
class Tally:
    """How many records, and how many of them could be mended in each way; how many values are expected and missing, and
    how many sources there are and stand without an archived copy."""

    records: int
    wanting: Mapping[str, int]
    expected: int
    missing: int
    sources: int
    unarchived: int

    @classmethod
    def of(cls, findings: Iterable[Finding]) -> "Tally":
        """Counts."""
        counted = tuple(findings)
        ways = Counter(way for finding in counted for way in finding.wants)
        return cls(
            len(counted),
            {way: ways[way] for way in WAYS},
            sum(len(finding.expected) for finding in counted),
            sum(len(finding.missing) for finding in counted),
            sum(finding.sources for finding in counted),
            sum(finding.unarchived for finding in counted),
        )


@dataclass(frozen=True)
class Quality:
    """What all records lack. Drafts, what was withdrawn and what is past are left out: nobody need mend these."""

    catalogue: Catalogue

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """One for each record, by collection, in its order."""
        as_of = self.catalogue.as_of
        records = (record for name in COUNTED for record in self.catalogue.collection(name))
        return tuple(finding(record, as_of) for record in records if record.withdrawn is None and not record.is_past(as_of))

    @cached_property
    def _sorted(self) -> Mapping[str, Mapping[str, tuple[Finding, ...]]]:
        by_office: dict[str, dict[str, list[Finding]]] = defaultdict(lambda: defaultdict(list))
        for finding in self.findings:
            by_office[finding.office][finding.record.collection].append(finding)
        return {office: {name: tuple(members) for name, members in groups.items()} for office, groups in by_office.items()}

    def of(self, office: str, collection: str | None = None) -> tuple[Finding, ...]:
        """The findings of an office, or those of one collection among them."""
        groups = self._sorted.get(office, {})
        return tuple(finding for name in COUNTED if collection in (None, name) for finding in groups.get(name, ()))

    def by_key(self, collection: str) -> Mapping[str, tuple[int, int]]:
        """For each key that readers look for in a collection: in how many records it is missing, and in how many expected."""
        own = [finding for finding in self.findings if finding.record.collection == collection]
        looked_for = Counter(key for finding in own for key in finding.expected)
        lacking = Counter(key for finding in own for key in finding.missing)
        return {key: (lacking[key], number) for key, number in looked_for.items()}


def finding(record: Record, as_of: date) -> Finding:
    """What a record lacks on a day."""
    stale_since = year_after(record.verified) if record.verified else None
    sources = sources_of(record)
    return Finding(
        record,
        office_of(record),
        expected(record),
        missing(record),
        stale_since,
        stale_since is None or stale_since <= as_of,
        record.confidence == "low",
        len(sources),
        sum(source.archived is None for source in sources),
        tuple(due for due in _due(record) if due.since <= as_of and _still(due, as_of)),
    )


def _still(due: Due, as_of: date) -> bool:
    """Whether it is due: what was to be confirmed before it began, or verified before it was stale, is then told otherwise."""
    return due.day > as_of if due.what in ("confirmation", "verification") else True


def _due(record: Record) -> Iterator[Due]:
    """All that ever falls due in a record as it is."""
    if isinstance(record, Event) and record.last_day and record.status in ("announced", "confirmed", "unconfirmed"):
        over = record.last_day + timedelta(1)
        yield Due("report", over, over, "report")
        if record.status == "announced" and record.starts and record.starts.is_day:
            yield Due("confirmation", record.starts.first, record.starts.first - SOON, f"confirmation:{record.starts}")
    if isinstance(record, LegislationStatus):
        for step in record.next_steps:
            if step.due:
                # Named by what it says: its place among the others changes when one of them is done.
                yield Due("step", step.due.last, step.due.last - STEP_SOON, f"step-{crc32(step.what.encode()):08x}:{step.due}", step.what)
    if record.verified:
        stale = year_after(record.verified)
        yield Due("verification", stale, stale - SOON, f"verification:{stale}")

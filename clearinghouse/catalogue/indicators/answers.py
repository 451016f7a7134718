"""Answers: what the records say to an indicator, by its type, with all that was counted and all that was left out.

A result is given only where a rule gives one. That no record shows something proves nothing, so it is never `not met`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from typing import Literal

from clearinghouse.catalogue.evidence import Reason
from clearinghouse.records.collections.activity import LogEntry
from clearinghouse.records.collections.parts.indicator import Indicator, Period, Query
from clearinghouse.records.collections.record import Record, Source
from clearinghouse.records.keys.dates import PartialDate

Result = Literal["met", "partly met", "not met", "cannot be said"]
MET: Result = "met"
PARTLY: Result = "partly met"
NOT_MET: Result = "not met"
UNSAID: Result = "cannot be said"

OTHER_KIND = Reason.of("of another kind")
OTHER_AUDIENCE = Reason.of("for another audience, or one that is not stated")
OTHER_TOPIC = Reason.of("on another topic, or one that is not stated")
BEFORE = Reason.of("from before these years")
AFTER = Reason.of("from after these years")
UNDATED = Reason.of("without a date")


@dataclass(frozen=True)
class Deliverable:
    """Something that exists or does not. records, sources: what shows it; lacks: what of it was not found."""

    indicator: Indicator
    records: tuple[Record, ...]
    sources: tuple[Source, ...]

    @property
    def result(self) -> Result:
        """Met where something shows it and nothing of it is lacking."""
        if not self.records and not self.sources:
            return UNSAID
        return PARTLY if self.indicator.lacks else MET


@dataclass(frozen=True)
class Count:
    """A number of records. looked_at: those of the collections that are asked for; records: those of them that count, in
    their years; left_out: all others by reason, so that both together are those looked at."""

    indicator: Indicator
    query: Query
    years: Period
    looked_at: tuple[Record, ...]
    records: tuple[Record, ...]
    left_out: Mapping[Reason, tuple[Record, ...]]

    @property
    def whenever(self) -> tuple[Record, ...]:
        """Those that would count whatever the year."""
        return (*self.records, *chain.from_iterable(self.left_out.get(reason, ()) for reason in (BEFORE, AFTER, UNDATED)))

    @property
    def result(self) -> Result:
        """No plan says how many are enough."""
        return UNSAID


@dataclass(frozen=True)
class Cadence(Count):
    """How regularly. periods: the stretches of years into each of which a record should fall, those to come left out;
    filled: those into which one does."""

    periods: tuple[Period, ...] = ()
    filled: tuple[Period, ...] = ()

    @property
    def result(self) -> Result:
        """Met where a record falls into each period."""
        if not self.filled:
            return UNSAID
        return MET if self.filled == self.periods else PARTLY


@dataclass(frozen=True)
class Share:
    """A number of member states. day: on which it is asked; yes, no, unknown: their codes; as_of: the date of the newest
    assessment among those that were looked at, None where requirements are asked for, which have none."""

    indicator: Indicator
    day: date
    yes: tuple[str, ...]
    no: tuple[str, ...]
    unknown: tuple[str, ...]
    as_of: PartialDate | None = None

    @property
    def of(self) -> int:
        """How many member states there were on that day."""
        return len(self.yes) + len(self.no) + len(self.unknown)

    @property
    def result(self) -> Result:
        """Met where it is so in all, not met where it is known to be so in none."""
        if len(self.yes) == self.of:
            return MET
        return PARTLY if self.yes else UNSAID if self.unknown else NOT_MET


@dataclass(frozen=True)
class Narrative:
    """What only words can answer: those of the log. Without a type that is all there is."""

    indicator: Indicator
    entry: LogEntry | None
    result: Result = field(default=UNSAID, init=False)


Answer = Deliverable | Cadence | Count | Share | Narrative

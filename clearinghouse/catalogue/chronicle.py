"""Chronicle: what happened in the world, from the dates that records give; what the site itself learned of is news."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.catalogue.evidence import reason_left_out
from clearinghouse.records.collections.activity import Activity, LogEntry
from clearinghouse.records.collections.document import Document
from clearinghouse.records.collections.event import Event
from clearinghouse.records.collections.legislation import Assessment, ComplianceNote, LegislationStatus
from clearinghouse.records.collections.parts.law import Law
from clearinghouse.records.collections.record import Record
from clearinghouse.records.keys.dates import PartialDate


@dataclass(frozen=True)
class TimeSpan:
    """The days after one day, up to and with another."""

    after: date
    until: date

    def overlaps(self, first: date, last: date) -> bool:
        """Whether a part of what lasted from one day to another may lie in it."""
        return last > self.after and first <= self.until


@dataclass(frozen=True)
class Milestone:
    """One thing that happened. what: `held`, `document`, `law`, `category`, `decision` or `delivery`; claim: where it is one of
    several of its record, of an activity's log the record is the plan; before: the assessment that held until then; ends: of what
    lasted longer."""

    what: str
    when: PartialDate
    record: Record
    claim: Law | Assessment | ComplianceNote | LogEntry | None = None
    before: Assessment | None = None
    activity: Activity | None = None
    ends: PartialDate | None = None

    @property
    def first(self) -> date:
        """The first day on which it may have happened. What is known by its year alone may lie in each part of that year."""
        return self.when.first

    @property
    def last(self) -> date:
        """The last one."""
        return max(self.when.last, (self.ends or self.when).last)


def chronicle(catalogue: Catalogue) -> tuple[Milestone, ...]:
    """All that happened up to today, newest first: events that were held, documents, laws, assessments, decisions, and steps in
    the delivery of activities.

    What has no date, or does not count by the rule of evidence, is left out.
    """
    counted = (record for record in catalogue.records if reason_left_out(record, None, catalogue.as_of) is None)
    of_records = (milestone for record in counted for milestone in _milestones(record))
    every = (*of_records, *_deliveries(catalogue))
    happened = (milestone for milestone in every if milestone.when.first <= catalogue.as_of)
    return tuple(sorted(happened, key=lambda milestone: (milestone.when, milestone.record.key), reverse=True))


def _milestones(record: Record) -> Iterator[Milestone]:
    if isinstance(record, Event):
        if record.starts:
            yield Milestone("held", record.starts, record, ends=record.ends)
    elif isinstance(record, Document):
        if record.sort_date:
            yield Milestone("document", record.sort_date, record)
    elif isinstance(record, LegislationStatus):
        yield from (Milestone("law", law.when, record, law) for law in record.laws if law.when and law.is_sure)
        sound = (assessment for assessment in reversed(record.sound_history) if assessment.is_sure)
        for before, assessment in pairwise((None, *sound)):
            assert assessment is not None
            yield Milestone("category", assessment.as_of, record, assessment, before)
        yield from (Milestone("decision", note.as_of, record, note) for note in record.compliance if note.as_of and note.is_sure)


def _deliveries(catalogue: Catalogue) -> Iterator[Milestone]:
    for activity in catalogue.activities:
        plan = catalogue.plan(activity.plan)
        for entry in (*activity.log, *(entry for part in activity.sub_activities for entry in part.log)):
            if plan and entry.date and entry.confidence != "low":
                yield Milestone("delivery", entry.date, plan, entry, activity=activity)


def meetings(catalogue: Catalogue, body: str) -> tuple[Event, ...]:
    """The meetings of a body that were held and have a day, the first one first."""
    return tuple(
        sorted(
            (
                event
                for event in catalogue.events
                if getattr(event, "body_of", None) == body
                and event.status == "held"
                and event.last_day
                and event.last_day <= catalogue.as_of
            ),
            key=lambda event: (event.last_day or date.min, event.id),
        )
    )

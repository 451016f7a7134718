"""Year: the catalogue comes in, what happened in one year by what is known today leaves, of all states or of one."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TypeVar

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.catalogue.evidence import REASONS, Reason, reason_left_out
from clearinghouse.records.collections.activity import Activity, Commitment, LogEntry
from clearinghouse.records.collections.document import Document
from clearinghouse.records.collections.event import Event
from clearinghouse.records.collections.legislation import Assessment, LegislationStatus
from clearinghouse.records.collections.parts.law import Law
from clearinghouse.records.collections.plan import Plan
from clearinghouse.records.collections.record import Record
from clearinghouse.records.collections.training import Training
from clearinghouse.records.collections.workshop import Workshop
from clearinghouse.records.keys.dates import PartialDate, Span

R = TypeVar("R", bound=Record)

BODY = "awg-cites-we"
"""The working group, whose reports these are."""


MOST_YEARS = 30
"""So that a plan whose first year is mistyped does not give a site a thousand reports."""


def years(catalogue: Catalogue) -> range:
    """The years that have a report: from the first year of the first plan to the present one, MOST_YEARS of them at most."""
    present = catalogue.as_of.year
    first = min((plan.period.from_ for plan in catalogue.plans), default=present + 1)
    return range(max(first, present + 1 - MOST_YEARS), present + 1)


@dataclass(frozen=True)
class Year:
    """A year, of all states or of one by its code.

    What counts in it, counts by the rule of evidence: it happened or was published, and a part of it falls into the year. What began
    in one year and ended in the next counts in both.
    """

    catalogue: Catalogue
    number: int
    state: str | None = None

    @property
    def end(self) -> date:
        """Its last day, or today while it goes on."""
        return min(date(self.number, 12, 31), self.catalogue.as_of)

    @property
    def is_over(self) -> bool:
        """Whether its last day is past."""
        return self.number < self.catalogue.as_of.year

    @cached_property
    def at_its_end(self) -> Catalogue:
        """All that is known today, asked on the last day of the year: what came later is still to come."""
        return replace(self.catalogue, as_of=self.end)

    @property
    def plans(self) -> tuple[Plan, ...]:
        """The plans in force in it."""
        return tuple(plan for plan in self.catalogue.plans if plan.period.from_ <= self.number <= plan.period.to)

    def activities_of(self, plan: Plan) -> tuple[Activity, ...]:
        """The activities of a plan; of one state those that it leads and those with a record of this year that concerns it."""
        activities = self.catalogue.activities_of(plan)
        if self.state is None:
            return activities
        return tuple(activity for activity in activities if self.state in activity.all_leads or self.evidence(activity))

    def evidence(self, activity: Activity) -> tuple[Record, ...]:
        """What counts for an activity and falls into the year."""
        return tuple(self._of_the_year(self.catalogue.evidence(activity).counted))

    @cached_property
    def trainings(self) -> tuple[Training, ...]:
        """Trainings that were held."""
        return self._counted(Training)

    @cached_property
    def workshops(self) -> tuple[Workshop, ...]:
        """Workshops and meetings that were held, those of the working group among them."""
        return self._counted(Workshop)

    @property
    def events(self) -> tuple[Event, ...]:
        """Trainings, then workshops and meetings."""
        return (*self.trainings, *self.workshops)

    @property
    def meetings(self) -> tuple[Workshop, ...]:
        """The meetings of the working group."""
        return tuple(workshop for workshop in self.workshops if workshop.body_of == BODY)

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """Documents that were published."""
        return self._counted(Document)

    @cached_property
    def assessments(self) -> tuple[tuple[LegislationStatus, Assessment], ...]:
        """Assessments on which a status may rest, as of the year, by state."""
        return tuple(
            (record, assessment)
            for record in self._legislation
            for assessment in reversed(record.sound_history)
            if assessment.is_sure and self._includes(assessment.as_of)
        )

    @cached_property
    def laws(self) -> tuple[tuple[LegislationStatus, Law, tuple[str, ...]], ...]:
        """Laws that were adopted or came into force, each with which of both: `adopted`, `in force`."""
        return tuple((record, law, steps) for record, law, steps in self._laws if law.is_sure)

    @cached_property
    def laws_left_out(self) -> tuple[tuple[LegislationStatus, Law], ...]:
        """Those of low confidence or from secondary sources alone."""
        return tuple((record, law) for record, law, _ in self._laws if not law.is_sure)

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all is recorded of it."""
        evidence = any(self.evidence(activity) for plan in self.plans for activity in self.activities_of(plan))
        return not (evidence or self.events or self.documents or self.assessments or self.laws)

    @cached_property
    def states(self) -> frozenset[str]:
        """Codes of the states that something recorded of the year concerns."""
        of_records = {code for record in (*self.events, *self.documents) for code in record.states}
        of_records |= {
            code for plan in self.plans for activity in self.activities_of(plan) for record in self.evidence(activity)
            if not isinstance(record, LegislationStatus) for code in record.states
        }  # fmt: skip
        of_assessments, of_laws = {record.country for record, _ in self.assessments}, {record.country for record, _, _ in self.laws}
        return frozenset(of_records | of_assessments | of_laws)

    def delivery(self, commitment: Commitment) -> LogEntry | None:
        """The last entry of a log that speaks of a time up to the end of the year; entries without a date speak of none."""
        return next((entry for entry in reversed(commitment.log) if entry.date and entry.date.last <= self.end), None)

    @property
    def _laws(self) -> Iterator[tuple[LegislationStatus, Law, tuple[str, ...]]]:
        for record in self._legislation:
            for law in reversed(record.laws_newest_first):
                dates = (("adopted", law.adopted or law.year), ("in force", law.in_force))
                if steps := tuple(step for step, day in dates if day and self._includes(day)):
                    yield record, law, steps

    @property
    def _legislation(self) -> tuple[LegislationStatus, ...]:
        records = self.catalogue.legislation
        counted = (record for record in records if reason_left_out(record, None, self.catalogue.as_of) is None)
        return tuple(record for record in counted if self.state in (None, record.country))

    def _includes(self, day: PartialDate) -> bool:
        return day.year == self.number and day.first <= self.catalogue.as_of

    def left_out(self, model: type[Record]) -> Mapping[Reason, list[Record]]:
        """The records of a collection that fall into the year and do not count, by reason."""
        by_reason: dict[Reason, list[Record]] = {reason: [] for reason in REASONS}
        for record in self._of_the_year(self._all(model)):
            if reason := reason_left_out(record, None, self.catalogue.as_of):
                by_reason[reason].append(record)
        return {reason: records for reason, records in by_reason.items() if records}

    def _counted(self, model: type[R]) -> tuple[R, ...]:
        """The records of a collection that count and fall into the year, the earliest first."""
        counted = (record for record in self._all(model) if reason_left_out(record, None, self.catalogue.as_of) is None)
        return tuple(self._of_the_year(counted))[::-1]

    def _all(self, model: type[R]) -> Iterator[R]:
        return (record for record in self.catalogue.collection(model.collection) if isinstance(record, model))

    def _of_the_year(self, records: Iterable[R]) -> Iterator[R]:
        span = Span.of_years(self.number, self.number)
        for record in records:
            if (self.state is None or self.state in record.states) and any(own.overlaps(span) for own in record.spans):
                yield record

"""Activities: what a plan promises, in the plan's own words."""

from dataclasses import replace
from datetime import date
from typing import Annotated, ClassVar, Self

from pydantic import Field
from typing_extensions import override

from clearinghouse.problems.changes import CHANGE_012, CHANGE_012_ORDER
from clearinghouse.records.collections.collection import Collection
from clearinghouse.records.collections.parts.indicator import Evidence, Indicator, Period
from clearinghouse.records.collections.record import Confidence, Part, Subject
from clearinghouse.records.keys.comparisons import comparing
from clearinghouse.records.keys.key import QUOTED, Lasting, Mark, Place
from clearinghouse.records.keys.values import (
    Date,
    Day,
    Id,
    Line,
    Number,
    Paragraph,
    Several,
    StateCode,
    Title,
    Wording,
    one_of,
)
from clearinghouse.vocabulary.kinds import DELIVERIES, SOURCE_GAPS, VERIFIERS


class LogEntry(Part):
    """What was known of the delivery of an activity on a day, and who stands for it; appended, never rewritten.

    It says how far the activity has come: not how its indicators came out, nor that a record serves it.
    """

    on: Day = Field(description="The day of this entry.", examples=["2031-11-26"])
    delivery: Annotated[str, one_of(DELIVERIES)] = Field(
        description="How far it has come, as the plan words it.", examples=["partly delivered"]
    )
    by: Annotated[str, one_of(VERIFIERS)] = Field(
        description="Who confirms it: found in public sources, reported by a member state, or checked by the secretariat.",
        examples=["public sources"],
    )
    what: Paragraph | None = Field(
        None, description="What was delivered, in a sentence.", examples=["A first course was held in Vientiane."]
    )
    date: Date | None = Field(None, description="When it was; `delivered` needs it.", examples=["2031-05"])
    evidence: Evidence | None = Field(None, validate_default=True, description="What shows it; `delivered` needs it.")
    confidence: Annotated[Confidence, Mark.PASSING] = Field(
        title="how sure", description="How sure that makes it; another look at its evidence may change that.", examples=["medium"]
    )
    note: Paragraph | None = Field(None, description="What is missing or in doubt.", examples=["The list of the indicator was not found."])

    _supported = comparing("log")


_INDICATORS = replace(QUOTED, by=("wording",))
_LOG = Lasting(CHANGE_012, by=(), name="the entry `{delivery}` of {on}", order=CHANGE_012_ORDER)


class Commitment(Part):
    """What activities and sub-activities share: who, when, and how it is measured."""

    wording: Annotated[Wording, Place.EARLY] = Field(
        title="Wording",
        description="Exactly what the plan says, without the number.",
        examples=["Undertake training programmes for judges."],
    )
    responsible: Annotated[Several[Line], QUOTED] = Field(
        (), title="Responsible", description="Bodies, as the plan has them.", examples=[["AWG CITES and WE"]]
    )
    lead: Annotated[Several[StateCode], QUOTED] = Field(
        (), title="Lead countries", description="By their two-letter codes.", examples=[["TH"]]
    )
    partners: Annotated[Several[Line], QUOTED] = Field(
        (), title="Partners", description="With whom, as the plan has them.", examples=[["CITES Secretariat"]]
    )
    timeline: Annotated[Period | None, QUOTED] = Field(None, title="Timeline", description="The years of this row.")
    indicators: Annotated[Several[Indicator], _INDICATORS] = Field(
        (), title="Indicator", description="Key performance indicators of this row."
    )
    log: Annotated[Several[LogEntry], Place.LATE, _LOG] = Field(
        (), title="Log", description="What became of it, appended, never rewritten; the last entry is the status."
    )

    _forward = comparing("commitment")

    @property
    def status(self) -> LogEntry | None:
        """The last entry of its log, or None where it has none."""
        return self.log[-1] if self.log else None

    @property
    def delivery(self) -> str | None:
        """How far it has come, by the last entry of its log."""
        return self.status.delivery if self.status else None

    def known_on(self, day: date) -> Self:
        """It as its log stood on a day; a plan does not change."""
        return self.model_copy(update={"log": tuple(entry for entry in self.log if entry.on <= day)})


class SubActivity(Commitment):
    """A bullet of the plan; it holds only what stands in its own row."""

    id: Annotated[Id, Place.FIRST] = Field(description="a, b, c …; unique in this file.", examples=["a"])


class Activity(Subject, Commitment):
    """An activity. Its id is plan/number."""

    collection: ClassVar[str] = "activities"

    programme: Annotated[Number, Place.FIRST, QUOTED] = Field(
        title="Action programme", description="The number of the action programme that it belongs to.", examples=["4.1"]
    )
    label: Annotated[Title, Place.FIRST] = Field(
        title="Short name", description="Our own short words for lists.", examples=["Training for judges and customs"]
    )
    sub_activities: Annotated[Several[SubActivity], Place.EARLY, QUOTED] = Field(
        (), title="Sub-activity", description="The plan's bullets, in its order."
    )
    source_gap: Several[Annotated[str, one_of(SOURCE_GAPS)]] = Field(
        (), title="Gaps in the plan", description="Which cells are empty in the plan.", examples=[["indicators"]]
    )
    note: Paragraph | None = Field(
        None, title="Note", description="Gaps and oddities of the plan.", examples=["The plan does not say which indicator belongs where."]
    )

    _unrepeated = comparing("activity")

    @override
    def known_on(self, day: date) -> Self:
        return super().known_on(day).model_copy(update={"sub_activities": tuple(part.known_on(day) for part in self.sub_activities)})

    @property
    def plan(self) -> str:
        """The id of its plan."""
        return self.id.partition("/")[0]

    @property
    def number(self) -> str:
        """Its number in the plan, as text: 4.1.2."""
        return self.id.partition("/")[2]

    @property
    def address(self) -> str:
        """The address of its page, relative to the site."""
        return f"plans/{self.id}/"

    @property
    def order(self) -> tuple[int, ...]:
        """What sorts 2.1.9 before 2.1.10."""
        return tuple(int(part) for part in self.number.split("."))

    @property
    def all_leads(self) -> tuple[str, ...]:
        """Lead countries of the activity and of its parts, each once."""
        return tuple(dict.fromkeys((*self.lead, *(code for part in self.sub_activities for code in part.lead))))

    @property
    def all_indicators(self) -> tuple[Indicator, ...]:
        """Indicators of the activity and of its parts."""
        return (*self.indicators, *(indicator for part in self.sub_activities for indicator in part.indicators))


COLLECTION = Collection(
    model=Activity,
    order=20,
    one="activity",
    several="activities",
    compared=("activity", "commitment"),
    is_counted=False,
    is_promise=True,
    is_flat=False,
    has_feed=False,  # nothing happens to an activity but that records serve it
)

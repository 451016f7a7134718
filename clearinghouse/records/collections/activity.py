"""Activities: what a plan promises, in the plan's own words."""

from typing import Annotated, ClassVar

from pydantic import Field, field_validator

from clearinghouse.records.collections.collection import Collection
from clearinghouse.records.collections.record import Part, Subject
from clearinghouse.records.keys.checking import comparing
from clearinghouse.records.keys.values import Id, Line, Number, Paragraph, Several, StateCode, Title, Wording, Year, one_of
from clearinghouse.vocabulary.kinds import SOURCE_GAPS


class Period(Part):
    """From a year to a year, both included."""

    from_: Year = Field(alias="from")
    to: Year

    _ordered = field_validator("to")(classmethod(comparing("period")))

    def __str__(self) -> str:
        return f"{self.from_}-{self.to}"


class Indicator(Part):
    """A key performance indicator in the plan's own words."""

    wording: Wording


class Commitment(Part):
    """What activities and sub-activities share: who, when, and how it is measured."""

    wording: Wording
    responsible: Several[Line] = ()
    lead: Several[StateCode] = ()
    partners: Several[Line] = ()
    timeline: Period | None = None
    indicators: Several[Indicator] = ()


class SubActivity(Commitment):
    """A bullet of the plan; it holds only what stands in its own row."""

    id: Id


class Activity(Subject, Commitment):
    """An activity. id: plan/number; label: our own short words for lists; source_gap: cells that are empty in the plan."""

    collection: ClassVar[str] = "activities"

    programme: Number
    label: Title
    sub_activities: Several[SubActivity] = ()
    source_gap: Several[Annotated[str, one_of(SOURCE_GAPS)]] = ()
    note: Paragraph | None = None

    _unrepeated = field_validator("sub_activities")(classmethod(comparing("activity")))

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
    is_counted=False,
    is_promise=True,
    is_flat=False,
    has_feed=False,  # nothing happens to an activity but that records serve it
)

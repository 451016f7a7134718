"""Activities: what a plan promises, in the plan's own words."""

from typing import Annotated, ClassVar

from pydantic import Field, ValidationInfo, field_validator

from clearinghouse.records.record import Part, earlier
from clearinghouse.records.values import Id, Line, Number, Paragraph, StateCode, Title, Whole, Wording, one_of, wrong
from clearinghouse.vocabulary.kinds import SOURCE_GAPS


class Period(Part):
    """From a year to a year, both included."""

    from_: Whole = Field(alias="from")
    to: Whole

    @field_validator("to")
    @classmethod
    def _ends_after_start(cls, to: int, info: ValidationInfo) -> int:
        start = earlier(info, "from_")
        if isinstance(start, int) and to < start:
            raise wrong("DATE-003", "a year not before `from`", "exchange the two, or correct one")
        return to

    def __str__(self) -> str:
        return f"{self.from_}-{self.to}"


class Indicator(Part):
    """A key performance indicator in the plan's own words."""

    wording: Wording


class Commitment(Part):
    """What activities and sub-activities share: who, when, and how it is measured."""

    wording: Wording
    responsible: tuple[Line, ...] = ()
    lead: tuple[StateCode, ...] = ()
    partners: tuple[Line, ...] = ()
    timeline: Period | None = None
    indicators: tuple[Indicator, ...] = ()


class SubActivity(Commitment):
    """A bullet of the plan; it holds only what stands in its own row."""

    id: Id


class Activity(Commitment):
    """An activity. id: plan/number; label: our own short words for lists; source_gap: cells that are empty in the plan."""

    collection: ClassVar[str] = "activities"

    id: str = ""
    path: str = ""
    programme: Number
    label: Title
    sub_activities: tuple[SubActivity, ...] = ()
    source_gap: tuple[Annotated[str, one_of(SOURCE_GAPS)], ...] = ()
    note: Paragraph | None = None

    @field_validator("sub_activities")
    @classmethod
    def _ids_are_unique(cls, parts: tuple[SubActivity, ...]) -> tuple[SubActivity, ...]:
        if len({part.id for part in parts}) != len(parts):
            raise wrong("ID-005", "an id that no other sub-activity has", "number them a, b, c")
        return parts

    @property
    def key(self) -> str:
        """`activities/plan/number`."""
        return f"{self.collection}/{self.id}"

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

"""Plans: strategic thrusts > action programmes > activities."""

from typing import Annotated, ClassVar

from pydantic import Field

from clearinghouse.records.collections.collection import Collection
from clearinghouse.records.collections.parts.indicator import Period
from clearinghouse.records.collections.record import Part, Record
from clearinghouse.records.keys.comparisons import comparing
from clearinghouse.records.keys.key import QUOTED
from clearinghouse.records.keys.values import Line, Number, Reference, Several, Title


class ActionProgramme(Part):
    """An action programme of a thrust, its title in the plan's own words."""

    number: Number = Field(description="Thrust and programme, as in the plan.", examples=["1.1"])
    title: Title = Field(description="In the plan's own words.", examples=["Strengthened Wildlife Law Enforcement"])


class StrategicThrust(Part):
    """A strategic thrust, its title in the plan's own words."""

    number: Number = Field(description="As in the plan; a number that the plan skips is skipped here too.", examples=["1"])
    title: Title = Field(description="In the plan's own words.", examples=["Enhancing sustainable forest management"])
    programmes: Annotated[Several[ActionProgramme], QUOTED] = Field(title="action programme", description="Its action programmes.")


class Plan(Record):
    """A plan. prefix: PoA in PoA 4.1.2."""

    collection: ClassVar[str] = "plans"
    label: Title = Field(
        title="Short name", description="Its short name, for headings and lists.", examples=["Example Work Plan 2031-2035"]
    )
    prefix: Annotated[Line, QUOTED] = Field(title="Prefix", description="How its activities are cited in a table.", examples=["EWP"])
    period: Annotated[Period, QUOTED] = Field(title="Period", description="The years that it covers.")
    document: Reference | None = Field(
        None, title="Document", description="The record of the plan itself, as collection/id.", examples=["documents/doc-example-work-plan"]
    )
    thrusts: Annotated[Several[StrategicThrust], QUOTED] = Field(
        (),
        validate_default=True,
        title="Thrust",
        description="Its strategic thrusts, in the plan's order; left out only where `note` says why.",
    )

    _explained = comparing("plan")

    @property
    def programmes(self) -> dict[str, ActionProgramme]:
        """Its action programmes by number."""
        return {programme.number: programme for thrust in self.thrusts for programme in thrust.programmes}


COLLECTION = Collection(
    model=Plan,
    order=10,
    one="plan",
    several="plans",
    compared=("record", "plan"),
    is_counted=False,
    is_promise=True,
    is_flat=False,
)

"""Plans: strategic thrusts > action programmes > activities."""

from typing import ClassVar

from clearinghouse.records.collections.activity import Period
from clearinghouse.records.collections.collection import Collection
from clearinghouse.records.collections.record import Part, Record
from clearinghouse.records.keys.values import Line, Number, Reference, Several, Title


class ActionProgramme(Part):
    """An action programme of a thrust, its title in the plan's own words. number: 4.1."""

    number: Number
    title: Title


class StrategicThrust(Part):
    """A strategic thrust, its title in the plan's own words. number: 4."""

    number: Number
    title: Title
    programmes: Several[ActionProgramme]


class Plan(Record):
    """A plan. label: its short name; prefix: how an activity of it is cited in a table (PoA 4.1.2)."""

    collection: ClassVar[str] = "plans"
    label: Title
    prefix: Line
    period: Period
    thrusts: Several[StrategicThrust]
    document: Reference | None = None

    @property
    def programmes(self) -> dict[str, ActionProgramme]:
        """Its action programmes by number."""
        return {programme.number: programme for thrust in self.thrusts for programme in thrust.programmes}


COLLECTION = Collection(
    model=Plan,
    order=10,
    one="plan",
    several="plans",
    is_counted=False,
    is_promise=True,
    is_flat=False,
)

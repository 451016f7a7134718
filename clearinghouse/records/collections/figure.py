"""Figures: one sourced number on trade, seizures or courses. Never summed: units, scopes and periods differ."""

from typing import ClassVar

from typing_extensions import override

from clearinghouse.records.collections.collection import Collection
from clearinghouse.records.collections.record import Part, Record
from clearinghouse.records.keys.values import Line, Quantity, Several, StateCode


class Amount(Part):
    """A number and its unit."""

    value: Quantity
    unit: Line


class Figure(Record):
    """A figure. period, scope: in the source's words; qualifier: `more than`, `estimated`; also: what the source counts beside it."""

    collection: ClassVar[str] = "figures"
    value: Quantity
    unit: Line
    period: Line
    scope: Line
    qualifier: Line | None = None
    countries: Several[StateCode] = ()
    also: Several[Amount] = ()

    @property
    @override
    def states(self) -> tuple[str, ...]:
        return self.countries


COLLECTION = Collection(
    model=Figure,
    order=100,
    one="figure",
    several="figures",
    ids="fig-{words}",
    facets=("countries",),
)

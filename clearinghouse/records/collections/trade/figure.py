"""Figures: one sourced number on trade, seizures or courses. Never summed: units, scopes and periods differ."""

from typing import Annotated, ClassVar

from pydantic import Field
from typing_extensions import override

from clearinghouse.records.collections.collection import Collection
from clearinghouse.records.collections.record import Part, Record, SpeciesNamed
from clearinghouse.records.keys.dates import Span
from clearinghouse.records.keys.key import Mark
from clearinghouse.records.keys.values import Line, Quantity, Several, StateCode


class Amount(Part):
    """A number and its unit."""

    value: Quantity = Field(description="Digits, with a full stop for decimals.", examples=["52"])
    unit: Line = Field(description="Of what.", examples=["seizures"])


class Figure(Record):
    """A figure."""

    collection: ClassVar[str] = "figures"
    value: Quantity = Field(title="Value", description="Digits, with a full stop for decimals.", examples=["206.4"])
    unit: Line = Field(title="Unit", description="tonnes, kg, animals, cases, seizures, million USD …", examples=["tonnes"])
    period: Line = Field(title="Period", description="Which time it covers, in the source's words.", examples=["2016-2019"])
    scope: Line = Field(title="Scope", description="Where it was counted, in the source's words.", examples=["Indonesia, Malaysia"])
    qualifier: Line | None = Field(None, title="Qualifier", description="more than, around, nearly, estimated …", examples=["more than"])
    countries: Several[StateCode] = Field((), title="Countries", description="The states of the scope.", examples=[["ID", "MY"]])
    species: SpeciesNamed = ()
    also: Annotated[Several[Amount], Mark.PASSING] = Field((), title="Also", description="What the same source counts beside it.")

    @property
    @override
    def states(self) -> tuple[str, ...]:
        return self.countries

    @property
    @override
    def spans(self) -> tuple[Span, ...]:
        span = Span.in_words(self.period)
        return (span,) if span else ()


COLLECTION = Collection(
    model=Figure,
    order=100,
    one="figure",
    several="figures",
    ids="fig-{words}",
    facets=("countries",),
)

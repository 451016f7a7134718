"""Figures: one sourced number on trade, seizures or courses. Never summed: units, scopes and periods differ."""

from decimal import Decimal
from typing import Annotated, ClassVar

from pydantic import Field
from typing_extensions import override

from clearinghouse.records.collections.collection import Collection
from clearinghouse.records.collections.record import Part, Record, SpeciesNamed
from clearinghouse.records.keys.comparisons import comparing
from clearinghouse.records.keys.dates import PartialDate, Span
from clearinghouse.records.keys.key import InForm, Mark
from clearinghouse.records.keys.values import Date, Id, Line, Quantity, Several, StateCode, one_of
from clearinghouse.records.keys.values import Unit as UnitName
from clearinghouse.vocabulary.trade.measures import MEASURES
from clearinghouse.vocabulary.trade.specimens import SPECIMENS
from clearinghouse.vocabulary.trade.units import UNITS, Unit


class Amount(Part):
    """A number and its unit, which is only shown beside another and so may be any."""

    value: Quantity = Field(description="Digits, with a full stop for decimals.", examples=["52"])
    unit: Line = Field(description="Of what.", examples=["seizures"])


class Figure(Record):
    """A figure. Its dates are true ones, beside the period in the words of the source."""

    collection: ClassVar[str] = "figures"
    measure: Annotated[str, one_of(measure.id for measure in MEASURES), InForm("What happened to it: seized, rescued, traded …")] = Field(
        title="Measure", description="What it says of what it counts.", examples=["seized"]
    )
    value: Quantity = Field(title="Value", description="Digits, with a full stop for decimals.", examples=["206.4"])
    unit: UnitName = Field(
        title="Unit", description="A unit of the list: tonnes, kg, animals, cases, seizures, million USD …", examples=["tonnes"]
    )
    qualifier: Line | None = Field(None, title="Qualifier", description="more than, around, nearly, estimated …", examples=["more than"])
    specimen: Annotated[str, one_of(SPECIMENS)] | None = Field(
        None, title="Specimen", description="In what form the animals or plants were.", examples=["scales"]
    )
    part: Line | None = Field(None, title="Part", description="Which part of a whole it counts, in a word or two.", examples=["by sea"])
    period: Line = Field(title="Period", description="Which time it covers, in the source's words.", examples=["2016-2019"])
    from_: Date | None = Field(
        None, alias="from", title="From", description="The first year, month or day of that time; alone, all of it.", examples=["2016"]
    )
    until: Date | None = Field(None, title="Until", description="The last year, month or day of that time.", examples=["2019"])
    scope: Line = Field(title="Scope", description="Where it was counted, in the source's words.", examples=["Indonesia, Malaysia"])
    countries: Annotated[Several[StateCode], InForm("The states where it was counted.")] = Field(
        (), title="Countries", description="The states of the scope.", examples=[["ID", "MY"]]
    )
    species: SpeciesNamed = ()
    series: Id | None = Field(
        None,
        title="Series",
        description="A word for figures that share one chart: same publisher, unit, measure and scope.",
        examples=["scales-at-seaports"],
    )
    also: Annotated[Several[Amount], Mark.PASSING] = Field((), title="Further number", description="What the same source counts beside it.")

    _compared = comparing("figure")

    @property
    @override
    def states(self) -> tuple[str, ...]:
        return self.countries

    @property
    @override
    def sort_date(self) -> PartialDate | None:
        return self.from_ or self.until

    @property
    def ends(self) -> PartialDate | None:
        """The last date of its time, where that is another than the first."""
        return self.until

    @property
    @override
    def spans(self) -> tuple[Span, ...]:
        span = Span.of(self.sort_date, self.until) if self.sort_date else Span.in_words(self.period)
        return (span,) if span else ()

    @property
    def counted_in(self) -> Unit:
        """Its unit, with its kind."""
        return UNITS[self.unit]

    @property
    def amount(self) -> Decimal:
        """Its number in the base of its unit, so that it can be compared with others."""
        return self.value * self.counted_in.size

    @property
    def publisher(self) -> str:
        """Who published it: the first of its sources."""
        return self.sources[0].publisher


COLLECTION = Collection(
    model=Figure,
    order=100,
    one="figure",
    several="figures",
    ids="fig-{words}",
    facets=("countries", "years", "species", "measures", "units"),
    has_form=True,
    compared=("record", "figure"),
)

"""Trade reports: what a member state reports of its seizures, or of its legal trade, in a period (PoA 1.2.1 and 2.2.1).

A report holds sums: what was seized or traded of a kind of specimen, in all cases together. It has no place for a case,
a person, a road or a day.
"""

from typing import Annotated, ClassVar

from pydantic import Field
from typing_extensions import override

from clearinghouse.problems.changes import CHANGE_006_REPORT
from clearinghouse.records.collections.collection import Collection
from clearinghouse.records.collections.record import Part, Record, SpeciesNamed
from clearinghouse.records.keys.comparisons import comparing
from clearinghouse.records.keys.dates import PartialDate, Span
from clearinghouse.records.keys.key import Lasting, Place
from clearinghouse.records.keys.values import Amount, Id, Line, MemberState, ReportPeriod, Several, StateCode, Title, Whole, one_of
from clearinghouse.vocabulary.kinds import APPENDICES, REPORT_KINDS
from clearinghouse.vocabulary.trade.specimens import SPECIMENS
from clearinghouse.vocabulary.trade.units import UNITS

_UNITS = tuple(UNITS[unit].id for unit in ("kg", "tonnes", "grams", "cubic metres", "animals", "pieces", "specimens"))
"""In which specimens are reported: no money, no cases and no shares, and no unit of which there are several."""


class TradeLine(Part):
    """What was seized or traded of one kind of specimen, between the same states, in all cases of the period together."""

    scientific_name: Line = Field(
        title="scientific name",
        description="The species or group as the Appendices of CITES have it.",
        examples=["Exemplum maius"],
    )
    appendix: Annotated[str, one_of(APPENDICES)] = Field(
        title="appendix", description="The Appendix of CITES that it is listed in.", examples=["II"]
    )
    specimen: Annotated[str, one_of(SPECIMENS)] = Field(description="What it was.", examples=["scales"])
    quantity: Amount = Field(description="How much, in all cases together.", examples=["120.5"])
    unit: Annotated[str, one_of(_UNITS)] = Field(description="The unit of the quantity.", examples=["kg"])
    cases: Whole | None = Field(None, description="In how many seizures or shipments, all together.", examples=["4"])
    origin: Several[StateCode] = Field((), description="The states that it came from.", examples=[["ID"]])
    transit: Several[StateCode] = Field((), description="The states that it passed.", examples=[["MY", "SG"]])
    destination: Several[StateCode] = Field((), description="The states that it was bound for.", examples=[["VN"]])

    @property
    def of(self) -> tuple[object, ...]:
        """What it is a line of: two lines of a report never have all of this in common."""
        routes = (frozenset(self.origin), frozenset(self.transit), frozenset(self.destination))
        return (self.scientific_name.casefold(), self.appendix, self.specimen, self.unit, *routes)


class TradeReport(Record):
    """A report of one state, of one kind, on one period. A later one that replaces it names it under `corrects`."""

    collection: ClassVar[str] = "trade"
    title: Annotated[Title, Place.FIRST] = Field(
        title="Title", description="Its kind, state and period, on one line.", examples=["Seizures, Lao PDR, July to September 2025"]
    )
    summary: Annotated[Line, Place.LAST] = Field(
        title="Summary",
        description="The report in one sentence, without details of any case.",
        examples=["Scales and live animals were seized at two seaports."],
    )
    body: Annotated[Line | None, Place.LAST] = Field(
        None, title="More about it", description="How it was counted, in one line.", examples=["Seizures of customs and police."]
    )
    note: Annotated[Line | None, Place.LAST] = Field(
        None,
        title="Note",
        description="What a reader must know of gaps, in one line.",
        examples=["The last month of the period is not complete."],
    )
    country: Annotated[MemberState, Lasting()] = Field(
        title="Reporting state", description="The member state that reports, by its code.", examples=["LA"]
    )
    kind: Annotated[str, one_of(REPORT_KINDS), Lasting()] = Field(
        title="Kind", description="Whether it reports seizures or legal trade.", examples=["seizures"]
    )
    period: Annotated[ReportPeriod, Lasting()] = Field(
        title="Period", description="A year, or a quarter of one, that has ended.", examples=["2025-Q3"]
    )
    office: Line = Field(
        title="Reporting office", description="The office that reports, never a person.", examples=["Department of Examples"]
    )
    corrects: Id | None = Field(
        None, title="Corrects", description="The id of the report that this one replaces.", examples=["la-2025-q3-seizures"]
    )
    species: SpeciesNamed = ()
    lines: Annotated[Several[TradeLine], Lasting(CHANGE_006_REPORT, by=(), name="the line on {scientific_name}, {specimen}")] = Field(
        min_length=1, title="Line", description="One for each kind of specimen, with the sums of the period."
    )

    _compared = comparing("trade_report")

    @property
    @override
    def states(self) -> tuple[str, ...]:
        return (self.country,)

    @property
    @override
    def sort_date(self) -> PartialDate:
        return PartialDate(self.period.year)

    @property
    @override
    def spans(self) -> tuple[Span, ...]:
        return (self.period.span,)

    @property
    def subject(self) -> tuple[str, str, str]:
        """The state, the kind and the period: of these there is one report that holds."""
        return (self.country, self.kind, str(self.period))


COLLECTION = Collection(
    model=TradeReport,
    order=102,
    one="trade report",
    several="trade reports",
    ids="{country}-{period}-{kind}-{edition}",
    is_newest_first=True,
    facets=("countries", "years", "kinds"),
    compared=("record", "trade_report"),
    is_flat=False,
    rows_are="lines",
    holds_sums=True,
)

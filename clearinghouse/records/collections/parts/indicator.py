"""Indicators: a plan's measures in its own words, and how each of them is answered from the records."""

from typing import Annotated

from pydantic import Field

from clearinghouse.records.collections import document, network, programme, project, training, workshop
from clearinghouse.records.collections.record import Part, Source
from clearinghouse.records.collections.trade import figure
from clearinghouse.records.keys.comparisons import comparing
from clearinghouse.records.keys.key import Mark
from clearinghouse.records.keys.values import Audience, Flag, Line, Paragraph, Reference, Several, Topic, Whole, Wording, Year, one_of
from clearinghouse.vocabulary.kinds import INDICATOR_TYPES, SHARES

COUNTED = tuple(module.COLLECTION for module in (training, workshop, programme, document, network, project, figure))
"""The collections of which records can be counted for an indicator."""
COUNTED_NAMES = tuple(collection.name for collection in COUNTED)
COUNTED_KINDS = tuple(dict.fromkeys(kind for collection in COUNTED for kind in collection.kinds))


class Period(Part):
    """From a year to a year, both included."""

    from_: Year = Field(alias="from", description="The first year.", examples=["2031"])
    to: Year = Field(description="The last year, not before the first.", examples=["2035"])

    _ordered = comparing("period")

    def __str__(self) -> str:
        return f"{self.from_}-{self.to}"


class Evidence(Part):
    """What shows it: records of this site, and pages elsewhere of which it holds no record."""

    records: Several[Reference] = Field(
        (), description="Records that show it, as collection/id.", examples=[["workshops/asean-2031-05-meeting"]]
    )
    sources: Several[Source] = Field((), title="Source", description="Pages that show it, where no record does.")


class Query(Part):
    """Which records are counted: those that contribute to the activity, or those that a page of some site tells of, and all of the rest.

    Of several audiences, topics or kinds one is enough.
    """

    collections: Several[Annotated[str, one_of(COUNTED_NAMES)]] = Field(
        min_length=1, description="Of which collections.", examples=[["trainings", "workshops"]]
    )
    kinds: Several[Annotated[str, one_of(COUNTED_KINDS)]] = Field((), description="Of which kinds.", examples=[["training"]])
    audiences: Several[Audience] = Field((), description="Who it is for: choose from the list.", examples=[["judges", "customs"]])
    topics: Several[Topic] = Field((), description="What it is about: choose from the list.", examples=[["evidence"]])
    sites: Several[Line] = Field(
        (), description="Hosts of pages: then all records count that name one as their source.", examples=[["asean.example.org"]]
    )
    years: Period | None = Field(None, description="In which years; absent = those of the plan.")


class Indicator(Part):
    """A key performance indicator in the plan's own words; all other keys are ours, and say how it is answered."""

    wording: Wording = Field(description="Exactly what the plan says.", examples=["List of trainings compiled."])
    type: Annotated[Annotated[str, one_of(INDICATOR_TYPES)] | None, Mark.PASSING] = Field(
        None,
        description="What kind of answer it asks for: something that exists, a number, a number of states, how regularly, or words.",
        examples=["count"],
    )
    where: Annotated[Evidence | None, Mark.PASSING] = Field(
        None, validate_default=True, description="Of a deliverable: what shows that it exists; absent = not found."
    )
    lacks: Annotated[Paragraph | None, Mark.PASSING] = Field(
        None,
        validate_default=True,
        description="Of a deliverable: what the indicator asks for and was not found.",
        examples=["Its endorsement was not found."],
    )
    query: Annotated[Query | None, Mark.PASSING] = Field(
        None, validate_default=True, description="Of a count or a cadence: which records are counted."
    )
    live: Annotated[Flag, Mark.PASSING] = Field(
        False,
        validate_default=True,
        description="Of a count: whether the plan asks for a list, which the list of these records then is.",
        examples=["true"],
    )
    every: Annotated[Whole | None, Mark.PASSING] = Field(
        None, validate_default=True, description="Of a cadence: once in how many years; absent = each year.", examples=["1"]
    )
    states: Annotated[Annotated[str, one_of(SHARES)] | None, Mark.PASSING] = Field(
        None,
        validate_default=True,
        description="Of a share: what is asked of the legislation of each member state.",
        examples=["category 1"],
    )

    _typed = comparing("indicator")

"""Permits: a made-up collection of papers, without dates of its own kind."""

from typing import Annotated, ClassVar

from pydantic import Field
from typing_extensions import override

from clearinghouse.records.collections.collection import Collection
from clearinghouse.records.collections.record import Record
from clearinghouse.records.keys.dates import PartialDate
from clearinghouse.records.keys.values import Date, Line, Several, StateCode, one_of

KINDS = ("export permit", "import permit")


class Permit(Record):
    """A permit."""

    collection: ClassVar[str] = "permits"
    kind: Annotated[str, one_of(KINDS)] = Field(title="Kind", description="What it allows.", examples=["export permit"])
    authority: Line = Field(title="Authority", description="The office that gave it.", examples=["Office of Examples"])
    given: Date | None = Field(None, title="Given", description="When it was given.", examples=["2026-02-03"])
    countries: Several[StateCode] = Field((), title="States", description="The states that it concerns.", examples=[["TH"]])

    @property
    @override
    def states(self) -> tuple[str, ...]:
        return self.countries

    @property
    @override
    def sort_date(self) -> PartialDate | None:
        return self.given


COLLECTION = Collection(
    model=Permit,
    order=65,
    one="permit",
    several="permits",
    ids="permit-{words}",
    is_newest_first=True,
    facets=("countries", "years", "kinds"),
    expected=("given", "countries"),
    has_form=True,
)

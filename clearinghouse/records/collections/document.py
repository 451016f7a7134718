"""Documents: plans, handbooks, reports and statements that states share (PoA 4.2.2)."""

from typing import Annotated, ClassVar

from pydantic import Field
from typing_extensions import override

from clearinghouse.records.collections.collection import Collection
from clearinghouse.records.collections.record import Record, SpeciesNamed
from clearinghouse.records.keys.comparisons import comparing
from clearinghouse.records.keys.dates import PartialDate
from clearinghouse.records.keys.key import InForm, Place
from clearinghouse.records.keys.values import Date, Flag, LanguageTag, Line, Link, OfficialTitle, Several, StateCode, one_of
from clearinghouse.vocabulary.kinds import DOCUMENT_KINDS


class Document(Record):
    """A document. `year` or `date`, or `undated: true` with the reason in `note`."""

    collection: ClassVar[str] = "documents"
    title: Annotated[OfficialTitle, Place.FIRST] = Field(
        title="Title",
        description="Its own title in full, on one line of at most 500 characters.",
        examples=["Handbook of Examples for Border Officers"],
    )
    kind: Annotated[str, one_of(DOCUMENT_KINDS)] = Field(title="Kind", description="What kind it is.", examples=["plan"])
    year: Date | None = Field(None, title="Year", description="When it appeared: the year …", examples=["2025"])
    date: Date | None = Field(
        None, title="Date", description="… or, more precisely, the date (one of the two is enough).", examples=["2025-11-03"]
    )
    undated: Flag = Field(
        False,
        validate_default=True,
        title="Undated",
        description="Yes, instead of a date, and only with the reason in the note.",
        examples=["false"],
    )
    publisher: Line = Field(title="Publisher", description="Who published it.", examples=["Office of Examples"])
    url: Link | None = Field(None, title="Address", description="Where it can be read.", examples=["https://example.org/handbook.pdf"])
    countries: Several[StateCode] = Field(
        (), title="Countries", description="Which states it is about, only where the source says so.", examples=[["MY", "SG"]]
    )
    languages: Annotated[Several[LanguageTag], InForm("In which languages it is.")] = Field(
        (), title="Languages", description="In which languages it is, by tag or name.", examples=[["th", "en"]]
    )
    species: SpeciesNamed = ()
    series: Line | None = Field(None, title="Series", description="What it is one of.", examples=["Handbooks of Examples"])

    _compared = comparing("document")

    @property
    @override
    def states(self) -> tuple[str, ...]:
        return self.countries

    @property
    @override
    def sort_date(self) -> PartialDate | None:
        return self.date or self.year


COLLECTION = Collection(
    model=Document,
    order=70,
    one="document",
    several="documents",
    ids="doc-{words}-{year}",
    is_newest_first=True,
    facets=("countries", "years", "kinds", "activities"),
    expected=("url",),
    compared=("record", "document"),
    has_form=True,
)

"""Programmes: standing courses, laboratories and facilities that can be shared (PoA 4.1.1)."""

from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field
from typing_extensions import override

from clearinghouse.records.collections.collection import Collection
from clearinghouse.records.collections.pictures.picture import Pictures
from clearinghouse.records.collections.record import AudienceNote, Audiences, Part, Record, SpeciesNamed, Topics, TopicsNote
from clearinghouse.records.keys.comparisons import comparing
from clearinghouse.records.keys.dates import PartialDate, Span
from clearinghouse.records.keys.key import InForm
from clearinghouse.records.keys.values import (
    Date,
    Flag,
    LanguageTag,
    Line,
    Link,
    Paragraph,
    Several,
    StateCode,
    Whole,
    one_of,
)
from clearinghouse.vocabulary.kinds import FEES, PROGRAMME_KINDS, RUNNING


class Access(Part):
    """How other states can use it."""

    who: Paragraph | None = Field(None, title="who can use it", description="Who can use it.", examples=["Officers of any member state"])
    apply: Paragraph | None = Field(
        None, title="how to apply", description="How to apply.", examples=["Nomination by the national focal point"]
    )
    cost: Paragraph | None = Field(None, description="What it costs, in words.", examples=["free; travel is not paid"])
    fee: Annotated[str, one_of(FEES)] | None = Field(
        None, description="Whether it costs anything, travel left aside; leave it out if the source does not say.", examples=["free"]
    )
    duration: Paragraph | None = Field(None, description="How long it takes.", examples=["five days"])
    certificate: Paragraph | None = Field(None, description="What one gets.", examples=["certificate of completion"])
    places: Whole | None = Field(None, description="How many at once, in digits.", examples=["24"])


class Programme(Record):
    """A programme."""

    collection: ClassVar[str] = "programmes"
    kind: Annotated[str, one_of(PROGRAMME_KINDS)] = Field(title="Kind", description="What kind it is.", examples=["academy"])
    provider: Line = Field(title="Provider", description="Who runs it.", examples=["Office of Examples"])
    url: Link = Field(title="Address", description="Its page.", examples=["https://example.org/centre"])
    url_checked: Flag = Field(title="Address was opened", description="Whether someone opened that address.", examples=["true"])
    since: Date | None = Field(None, title="Since", description="When it began.", examples=["2019-06"])
    until: Date | None = Field(None, title="Until", description="When it ends or ended.", examples=["2028"])
    running: Annotated[
        Annotated[str, one_of(RUNNING)] | None,
        InForm("Leave it out if this was not checked. Choose `unsure` if it was checked and no source says so."),
    ] = Field(
        None,
        title="Still running",
        description="Whether it still runs; leave it out if this was not checked. `unsure` = checked, and no source says so.",
        examples=["yes"],
    )
    running_note: Paragraph | None = Field(
        None,
        title="Still running in words",
        description="What shows it, and of when that is.",
        examples=["A course was held in June 2025."],
    )
    place: Line | None = Field(None, title="Place", description="Town or building.", examples=["Vinh"])
    host: StateCode | None = Field(
        None,
        title="Host state",
        description="The state where it is; leave it out if it is online or belongs to none.",
        examples=["VN"],
    )
    countries: Several[StateCode] = Field(
        (), title="Countries", description="Which states it is for, only where the source says so.", examples=[["LA", "VN"]]
    )
    audience: Audiences = ()
    audience_note: AudienceNote = None
    topics: Topics = ()
    topics_note: TopicsNote = None
    species: SpeciesNamed = ()
    languages: Annotated[Several[LanguageTag], InForm("In which languages it is offered.")] = Field(
        (), title="Languages", description="In which languages it is offered, by tag or name.", examples=[["th", "en"]]
    )
    accreditation: Paragraph | None = Field(
        None, title="Accreditation", description="Of a laboratory or a degree.", examples=["ISO 17025 for animal DNA, 2021"]
    )
    access: Access | None = Field(None, title="Access", description="How other states can use it.")

    pictures: Pictures = ()

    _ordered = comparing("programme")

    @property
    @override
    def states(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*([self.host] if self.host else []), *self.countries)))

    @property
    @override
    def spans(self) -> tuple[Span, ...]:
        first = self.since or self.until
        return (Span.of(first, self.until),) if first else ()

    @property
    @override
    def sort_date(self) -> PartialDate | None:
        return self.since

    def runs(self, as_of: date) -> str | None:
        """Whether it still runs on a day, in a word of RUNNING; None where nobody looked. What has ended does not."""
        return "no" if self.until and self.until.last < as_of else self.running

    @property
    def fee(self) -> str | None:
        """Whether it costs anything, in a word of FEES; None where that is not stated."""
        return self.access.fee if self.access else None


COLLECTION = Collection(
    model=Programme,
    order=50,
    one="programme",
    several="programmes",
    ids="{state}-{words}",
    facets=("countries", "audience", "topics", "kinds", "running", "cost", "languages", "activities"),
    expected=("audience", "topics", "access", "url_checked"),
    has_form=True,
    compared=("record", "programme"),
)

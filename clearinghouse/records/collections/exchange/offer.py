"""Offers: what an office of a member state offers to others, or asks of them, until a day (PoA 4.1.1)."""

from datetime import date, timedelta
from typing import Annotated, ClassVar

from pydantic import Field
from typing_extensions import override

from clearinghouse.records.collections.collection import Collection
from clearinghouse.records.collections.record import AudienceNote, Audiences, Record, SpeciesNamed, Topics, TopicsNote
from clearinghouse.records.keys.comparisons import comparing
from clearinghouse.records.keys.dates import PartialDate, Span
from clearinghouse.records.keys.key import InForm
from clearinghouse.records.keys.values import Date, Day, LanguageTag, Line, Link, Several, StateCode, one_of
from clearinghouse.vocabulary.kinds import EXCHANGED, OFFER_KINDS


class Offer(Record):
    """An offer or a request."""

    collection: ClassVar[str] = "offers"
    kind: Annotated[str, one_of(OFFER_KINDS), InForm("Whether an office has it and shares it, or needs it.")] = Field(
        title="Kind", description="`offer` = an office has it and shares it; `request` = an office needs it.", examples=["offer"]
    )
    about: Annotated[str, one_of(EXCHANGED)] = Field(title="What", description="What is offered or needed.", examples=["seats"])
    office: Line = Field(
        title="Office", description="The authority that offers or needs it, never a person.", examples=["Department of Examples"]
    )
    country: StateCode = Field(title="State", description="The state of that office.", examples=["TH"])
    expires: Day = Field(
        title="Open until",
        description="The last day on which others can answer, at most two years after it is published.",
        examples=["2026-06-30"],
    )
    answer: Link = Field(
        title="How to answer",
        description="A page of the office, or the address of its general mailbox; never that of a person.",
        examples=["https://example.org/offers"],
    )
    starts: Date | None = Field(None, title="From", description="When it begins, where it has a time.", examples=["2026-08"])
    ends: Date | None = Field(None, title="To", description="When it ends.", examples=["2026-09"])
    audience: Audiences = ()
    audience_note: AudienceNote = None
    topics: Topics = ()
    topics_note: TopicsNote = None
    species: SpeciesNamed = ()
    languages: Annotated[Several[LanguageTag], InForm("In which languages.")] = Field(
        (), title="Languages", description="In which languages, by tag or name.", examples=[["th", "en"]]
    )

    _compared = comparing("offer")

    @property
    @override
    def states(self) -> tuple[str, ...]:
        return (self.country,)

    @property
    @override
    def sort_date(self) -> PartialDate:
        """The day on which it expires: of a list that is sorted by it the open ones stand first."""
        return PartialDate.of(self.expires)

    @property
    @override
    def spans(self) -> tuple[Span, ...]:
        return (Span.of(PartialDate.of(self.published), self.sort_date),)

    @property
    def closes(self) -> date:
        """The day from which on nobody can answer."""
        withdrawn = self.withdrawn.date if self.withdrawn else date.max
        return min(self.expires + timedelta(1), withdrawn)

    @override
    def is_past(self, as_of: date) -> bool:
        return as_of >= self.closes


COLLECTION = Collection(
    model=Offer,
    order=55,
    one="offer or request",
    several="offers and requests",
    ids="{country}-{words}",
    is_newest_first=True,
    facets=("status", "countries", "kinds", "audience", "topics"),
    expected=("audience", "topics"),
    compared=("record", "offer"),
    is_related=False,
    has_form=True,
)

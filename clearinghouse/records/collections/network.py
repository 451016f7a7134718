"""Networks: organisations, networks, laboratories and authorities (PoA 1.2.5)."""

from typing import Annotated, ClassVar

from pydantic import Field
from typing_extensions import override

from clearinghouse.records.collections.collection import Collection
from clearinghouse.records.collections.pictures.picture import Pictures
from clearinghouse.records.collections.record import Record, SpeciesNamed
from clearinghouse.records.keys.comparisons import comparing
from clearinghouse.records.keys.dates import Span
from clearinghouse.records.keys.key import InForm
from clearinghouse.records.keys.values import Date, Flag, Id, Line, Link, Several, StateCode, one_of
from clearinghouse.vocabulary.kinds import NETWORK_KINDS


class Network(Record):
    """A network or organisation."""

    collection: ClassVar[str] = "networks"
    kind: Annotated[str, one_of(NETWORK_KINDS)] = Field(title="Kind", description="What kind it is.", examples=["ASEAN body"])
    acronym: Annotated[Line | None, InForm("What it is called in lists.")] = Field(
        None, title="Acronym", description="How it is called in lists.", examples=["EX-WEN"]
    )
    url: Link | None = Field(None, title="Address", description="Its page.", examples=["https://example.org/network"])
    url_checked: Flag | None = Field(
        None, title="Address was opened", description="Whether someone opened that address.", examples=["true"]
    )
    country: StateCode | None = Field(None, title="Country", description="The state that it belongs to, where it is one.", examples=["KH"])
    started: Date | None = Field(None, title="Started", description="When it was set up.", examples=["2009-05"])
    ended: Date | None = Field(None, title="Ended", description="When it ended.", examples=["2025"])
    species: SpeciesNamed = ()
    member_of: Annotated[Several[Id], InForm("The networks that it belongs to: choose from the list.")] = Field(
        (), title="Member of", description="Ids of networks that it belongs to.", examples=[["net-asean-wen"]]
    )
    pictures: Pictures = ()

    _ordered = comparing("network")

    @property
    @override
    def states(self) -> tuple[str, ...]:
        return (self.country,) if self.country else ()

    @property
    @override
    def spans(self) -> tuple[Span, ...]:
        first = self.started or self.ended
        return (Span.of(first, self.ended),) if first else ()

    @override
    def can_tell(self, key: str) -> bool:
        return key != "url_checked" or self.url is not None

    @property
    def name(self) -> str:
        """How it is called in a list of organisers."""
        return self.acronym or self.title


COLLECTION = Collection(
    model=Network,
    order=80,
    one="network",
    several="networks",
    ids="net-{words}",
    facets=("countries", "kinds", "activities"),
    expected=("url", "url_checked"),
    has_form=True,
    compared=("record", "network"),
)

"""Networks: organisations, networks, laboratories and authorities (PoA 1.2.5)."""

from typing import Annotated, ClassVar

from pydantic import field_validator
from typing_extensions import override

from clearinghouse.records.collections.collection import Collection
from clearinghouse.records.collections.record import Record
from clearinghouse.records.keys.checking import comparing
from clearinghouse.records.keys.dates import PartialDate
from clearinghouse.records.keys.values import Flag, Id, Line, Link, Several, StateCode, one_of
from clearinghouse.vocabulary.kinds import NETWORK_KINDS


class Network(Record):
    """A network or organisation. country: where it belongs to one state; member_of: ids of networks."""

    collection: ClassVar[str] = "networks"
    kind: Annotated[str, one_of(NETWORK_KINDS)]
    acronym: Line | None = None
    url: Link | None = None
    url_checked: Flag | None = None
    country: StateCode | None = None
    started: PartialDate | None = None
    ended: PartialDate | None = None
    member_of: Several[Id] = ()

    _ordered = field_validator("ended")(classmethod(comparing("network")))

    @property
    @override
    def states(self) -> tuple[str, ...]:
        return (self.country,) if self.country else ()

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
    kinds=NETWORK_KINDS,
    facets=("countries", "kinds", "activities"),
    expected=("url", "url_checked"),
    compared=("record", "network"),
)

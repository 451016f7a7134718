"""Programmes: standing courses, laboratories and facilities that can be shared (PoA 4.1.1)."""

from typing import Annotated, ClassVar

from pydantic import field_validator
from typing_extensions import override

from clearinghouse.records.collections.collection import Collection
from clearinghouse.records.collections.record import Part, Record
from clearinghouse.records.keys.checking import comparing
from clearinghouse.records.keys.dates import PartialDate
from clearinghouse.records.keys.values import Audience, Flag, LanguageTag, Line, Link, Paragraph, Several, StateCode, Topic, Whole, one_of
from clearinghouse.vocabulary.kinds import PROGRAMME_KINDS


class Access(Part):
    """Who may use it, how to ask, what it costs, what one gets, how many at once."""

    who: Paragraph | None = None
    apply: Paragraph | None = None
    cost: Paragraph | None = None
    certificate: Paragraph | None = None
    places: Whole | None = None


class Programme(Record):
    """A programme. url_checked: whether somebody opened the address; host: the state in which it stands."""

    collection: ClassVar[str] = "programmes"
    kind: Annotated[str, one_of(PROGRAMME_KINDS)]
    provider: Line
    url: Link
    url_checked: Flag
    since: PartialDate | None = None
    until: PartialDate | None = None
    place: Line | None = None
    host: StateCode | None = None
    countries: Several[StateCode] = ()
    audience: Several[Audience] = ()
    audience_note: Paragraph | None = None
    topics: Several[Topic] = ()
    topics_note: Paragraph | None = None
    languages: Several[LanguageTag] = ()
    accreditation: Paragraph | None = None
    access: Access | None = None

    _ordered = field_validator("until")(classmethod(comparing("programme")))

    @property
    @override
    def states(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*([self.host] if self.host else []), *self.countries)))

    @property
    @override
    def sort_date(self) -> PartialDate | None:
        return self.since


COLLECTION = Collection(
    model=Programme,
    order=50,
    one="programme",
    several="programmes",
    ids="{state}-{words}",
    kinds=PROGRAMME_KINDS,
    facets=("countries", "audience", "topics", "kinds", "activities"),
    expected=("audience", "topics", "access", "url_checked"),
    compared=("record", "programme"),
)

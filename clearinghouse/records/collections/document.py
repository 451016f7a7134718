"""Documents: plans, handbooks, reports and statements that states share (PoA 4.2.2)."""

from typing import Annotated, ClassVar

from pydantic import Field, field_validator
from typing_extensions import override

from clearinghouse.records.collections.collection import Collection
from clearinghouse.records.collections.record import Record
from clearinghouse.records.keys.checking import comparing
from clearinghouse.records.keys.dates import PartialDate
from clearinghouse.records.keys.values import Flag, LanguageTag, Line, Link, Several, StateCode, one_of
from clearinghouse.vocabulary.kinds import DOCUMENT_KINDS


class Document(Record):
    """A document. `year` or `date`, or `undated: true` with the reason in `note`; series: what it is one of."""

    collection: ClassVar[str] = "documents"
    kind: Annotated[str, one_of(DOCUMENT_KINDS)]
    year: PartialDate | None = None
    date: PartialDate | None = None
    undated: Flag = Field(default=False, validate_default=True)
    publisher: Line
    url: Link | None = None
    countries: Several[StateCode] = ()
    languages: Several[LanguageTag] = ()
    series: Line | None = None

    _compared = field_validator("undated")(classmethod(comparing("document")))

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
    kinds=DOCUMENT_KINDS,
    facets=("countries", "years", "kinds", "activities"),
    expected=("url",),
    compared=("record", "document"),
    has_form=True,
)

"""Documents: plans, handbooks, reports and statements that states share (PoA 4.2.2)."""

from typing import Annotated, ClassVar

from pydantic import Field, ValidationInfo, field_validator
from typing_extensions import override

from clearinghouse.records.dates import PartialDate
from clearinghouse.records.record import Record
from clearinghouse.records.values import Flag, LanguageTag, Line, Link, StateCode, one_of, wrong
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
    countries: tuple[StateCode, ...] = ()
    languages: tuple[LanguageTag, ...] = ()
    series: Line | None = None

    @field_validator("undated")
    @classmethod
    def _has_a_date_or_a_reason(cls, undated: bool, info: ValidationInfo) -> bool:
        known = {"year", "date"} <= info.data.keys()
        if known and bool(info.data["year"] or info.data["date"]) == undated:
            raise wrong("DATE-004", "`year`, `date` or `undated: true`", "add `year: 2026`, or `undated: true` and the reason in `note`")
        if undated and "note" in info.data and not info.data["note"]:
            raise wrong("DATE-005", "`note` with the reason", "add e.g. `note: The page gives no date.`")
        return undated

    @property
    @override
    def states(self) -> tuple[str, ...]:
        return self.countries

    @property
    @override
    def sort_date(self) -> PartialDate | None:
        return self.date or self.year

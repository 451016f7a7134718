"""Dates as precise as their source: a year, a month or a day (ISO 8601 calendar dates at reduced precision); and periods of reports."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import total_ordering
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from clearinghouse.problems.dates import DATE_001, DATE_001_DAY, DATE_001_NO_DAY, DATE_001_PERIOD
from clearinghouse.records.keys.conditions import MONTHS, not_a_day
from clearinghouse.records.keys.rules import PLAIN_SPACES, YEAR, Rule, like
from clearinghouse.records.keys.rules import date as date_rules
from clearinghouse.records.keys.value import Value

__all__ = ["DATE", "DAY", "MONTHS", "PERIOD", "PartialDate", "Period", "Span"]


@total_ordering
@dataclass(frozen=True)
class PartialDate:
    """A date of which the month or the day may be unknown. Sorted by first day, the less precise first."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, text: object) -> "PartialDate":
        """Reads `2026`, `2026-03` or `2026-03-02`. Raises PydanticCustomError with the fault of another text."""
        date_: PartialDate = DATE.read(text)
        return date_

    @classmethod
    def of(cls, day: date) -> "PartialDate":
        """A day as a date of day precision."""
        return cls(day.year, day.month, day.day)

    @property
    def first(self) -> date:
        """The earliest day that it may mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The latest day that it may mean."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    @property
    def is_day(self) -> bool:
        """Whether it names one day."""
        return self.day is not None

    @property
    def precision(self) -> str:
        """`year`, `month` or `day`."""
        return "day" if self.day else "month" if self.month else "year"

    def __str__(self) -> str:
        return "-".join([f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part is not None)])

    def __lt__(self, other: "PartialDate") -> bool:
        return (self.first, self.month or 0, self.day or 0) < (other.first, other.month or 0, other.day or 0)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.is_instance_schema(cls, serialization=core_schema.to_string_ser_schema())

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$", "description": "A date as precise as its source."}


@dataclass(frozen=True)
class Span:
    """Days from a first to a last, both included."""

    first: date
    last: date

    @classmethod
    def of(cls, starts: PartialDate, ends: PartialDate | None = None) -> "Span":
        """All days that dates may mean, from a first one to a last."""
        return cls(starts.first, max(starts.last, (ends or starts).last))

    @classmethod
    def of_years(cls, first: int, last: int) -> "Span":
        """Whole years."""
        return cls(date(first, 1, 1), date(last, 12, 31))

    @classmethod
    def in_words(cls, words: str) -> "Span | None":
        """From the first to the last year that a text names: `2015 to August 2022`; None where it names none."""
        years = [int(year) for year in re.findall(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])", words)]
        return cls.of_years(min(years), max(years)) if years else None

    def overlaps(self, other: "Span") -> bool:
        """Whether they have a day in common."""
        return self.first <= other.last and other.first <= self.last


@dataclass(frozen=True)
class Period:
    """What a report covers: a year, or one of its quarters from 1 to 4."""

    year: int
    quarter: int | None = None

    @property
    def span(self) -> Span:
        """Its days."""
        first, last = (3 * self.quarter - 2, 3 * self.quarter) if self.quarter else (1, 12)
        return Span.of(PartialDate(self.year, first), PartialDate(self.year, last))

    def __str__(self) -> str:
        return f"{self.year:04}-Q{self.quarter}" if self.quarter else f"{self.year:04}"

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.is_instance_schema(cls, serialization=core_schema.to_string_ser_schema())

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"type": "string", "pattern": f"^{_PERIOD}$", "description": "A year, or a quarter of one."}


_PERIOD = r"[0-9]{4}(?:-Q[1-4])?"
_LIKE_A_QUARTER = ((r"([0-9]{4})[-/ ]?[Qq]([1-4])", "{0}-Q{1}"), (r"[Qq]([1-4])[-/ ]?([0-9]{4})", "{1}-Q{0}"))
"""How people write quarters otherwise, and what they mean."""


def _period(text: str) -> Period:
    year, _, quarter = text.partition("-Q")
    return Period(int(year), int(quarter) if quarter else None)


def _of_text(text: str) -> PartialDate:
    return PartialDate(*map(int, text.split("-")))


DATE = Value("date", date_rules(DATE_001), _of_text)
DAY = Value("day", (*date_rules(DATE_001_DAY), Rule(DATE_001_NO_DAY, not_a_day)), date.fromisoformat)
PERIOD = Value("period", (PLAIN_SPACES, like(_PERIOD, DATE_001_PERIOD, hints=_LIKE_A_QUARTER), YEAR), _period)

"""Dates as precise as their source: a year, a month or a day (ISO 8601 calendar dates at reduced precision)."""

import calendar
from dataclasses import dataclass
from datetime import date
from functools import total_ordering
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from clearinghouse.records.keys.checking import checked
from clearinghouse.records.keys.conditions import MONTHS

__all__ = ["MONTHS", "PartialDate", "parse_day"]


@total_ordering
@dataclass(frozen=True)
class PartialDate:
    """A date of which the month or the day may be unknown. Sorted by first day, the less precise first."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, text: object) -> "PartialDate":
        """Reads `2026`, `2026-03` or `2026-03-02`. Raises PydanticCustomError with TYPE-001, DATE-001 or DATE-002."""
        return cls(*map(int, checked("date", text).split("-")))

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


def parse_day(text: object) -> date:
    """Reads a date that must name a day. Raises PydanticCustomError with TYPE-001, DATE-001 or DATE-002."""
    return date.fromisoformat(checked("day", text))

"""Dates as precise as their source: a year, a month or a day (ISO 8601 calendar dates at reduced precision)."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import total_ordering
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

_FORM = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
MONTHS = tuple(calendar.month_name)[1:]
ALLOWED = "a real date YYYY-MM-DD, or YYYY-MM, or YYYY"


@total_ordering
@dataclass(frozen=True)
class PartialDate:
    """A date of which the month or the day may be unknown. Sorted by first day, the less precise first."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """Reads `2026`, `2026-03` or `2026-03-02`. Raises PydanticCustomError with DATE-001 or DATE-002."""
        match = _FORM.fullmatch(text)
        if not match:
            raise PydanticCustomError("DATE-001", "{fix}", {"allowed": ALLOWED, "fix": "write e.g. 2026-03-02, 2026-03 or 2026"})
        year, month, day = (int(part) if part else None for part in match.groups())
        assert year is not None
        if not 1900 <= year <= 2200:
            raise PydanticCustomError("DATE-002", "{fix}", {"allowed": "a year from 1900 to 2200", "fix": "correct the year"})
        if month is not None and not 1 <= month <= 12:
            raise PydanticCustomError(
                "DATE-002", "{fix}", {"allowed": ALLOWED, "fix": "a year has months 01 to 12; the order is year-month-day"}
            )
        if month is not None and day is not None:
            length = calendar.monthrange(year, month)[1]
            if not 1 <= day <= length:
                fix = f"{MONTHS[month - 1]} {year} has {length} days; write e.g. {year}-{month:02}-{min(max(day, 1), length):02}"
                raise PydanticCustomError("DATE-002", "{fix}", {"allowed": ALLOWED, "fix": fix})
        return cls(year, month, day)

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
        return core_schema.no_info_after_validator_function(
            cls.parse, core_schema.str_schema(), serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$", "description": "A date as precise as its source."}


def parse_day(text: str) -> date:
    """Reads a date that must name a day. Raises PydanticCustomError with DATE-001 or DATE-002."""
    parsed = PartialDate.parse(text)
    if not parsed.is_day:
        raise PydanticCustomError(
            "DATE-001", "{fix}", {"allowed": "a day, YYYY-MM-DD", "fix": f"add the day, e.g. {parsed.first.isoformat()}"}
        )
    return parsed.first

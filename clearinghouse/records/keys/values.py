"""Values: the types of a record's keys. Every scalar arrives as text; its rules stand in `rules`, as data."""

from collections.abc import Callable, Iterable
from datetime import date, time
from decimal import Decimal
from typing import Annotated, Any, TypeVar

from pydantic import BeforeValidator, Field, PlainSerializer, WithJsonSchema

from clearinghouse.records.keys.checking import checked, wrong
from clearinghouse.records.keys.dates import parse_day
from clearinghouse.records.keys.shapes import MOST_IN_A_LIST, misshapen


def _bounded(value: Any) -> Any:
    # Pydantic counts the members only after it has judged each of them.
    if isinstance(value, list) and len(value) > MOST_IN_A_LIST:
        raise wrong(misshapen("too_many", most=str(MOST_IN_A_LIST)))
    return value


T = TypeVar("T")
Several = Annotated[tuple[T, ...], Field(max_length=MOST_IN_A_LIST), BeforeValidator(_bounded)]
"""A list. It has a bound, since looking for what a misspelt member meant takes a while for each."""


def _read(kind: str, convert: Callable[[str], Any] = str) -> BeforeValidator:
    # Defaults of the schema are values already; a file holds only text.
    def read(value: Any) -> Any:
        return value if isinstance(value, bool) else convert(checked(kind, value))

    return BeforeValidator(read, json_schema_input_type=str)


def one_of(choices: Iterable[str]) -> BeforeValidator:
    """A closed list of plain words; a misspelt one is told the nearest."""
    words = tuple(choices)
    return BeforeValidator(lambda value: checked("word", value, words), json_schema_input_type=str)


Line = Annotated[str, _read("line")]
Title = Annotated[str, _read("title")]
Paragraph = Annotated[str, _read("paragraph")]
Wording = Annotated[str, _read("wording")]
Body = Annotated[str, _read("body")]
Whole = Annotated[int, _read("whole", int)]
Year = Annotated[int, _read("year", int)]
Quantity = Annotated[Decimal, _read("quantity", Decimal)]
Flag = Annotated[bool, _read("flag", lambda text: text == "true")]
Day = Annotated[date, BeforeValidator(parse_day, json_schema_input_type=str)]
ClockTime = Annotated[time, _read("time", time.fromisoformat), PlainSerializer(lambda value: f"{value:%H:%M}", return_type=str)]
Link = Annotated[str, _read("link"), WithJsonSchema({"type": "string", "format": "uri"})]
Mailbox = Annotated[str, _read("mailbox")]
Id = Annotated[str, _read("id")]
ChangeId = Annotated[str, _read("change_id")]
ActivityRef = Annotated[str, _read("activity")]
Number = Annotated[str, _read("number")]
Reference = Annotated[str, _read("reference")]
StateCode = Annotated[str, _read("state")]
LanguageTag = Annotated[str, _read("language")]
Zone = Annotated[str, _read("zone")]
Audience = Annotated[str, _read("audience")]
Topic = Annotated[str, _read("topic")]
BodyOf = Annotated[str, _read("body_of")]

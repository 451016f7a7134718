"""Values: the types of a record's keys. Every scalar arrives as text; its rules stand in `rules`, as data."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from typing import Annotated, Any, TypeVar

from pydantic import BeforeValidator, Field, GetCoreSchemaHandler, PlainSerializer, WithJsonSchema
from pydantic_core import CoreSchema, core_schema

from clearinghouse.records.keys.checking import checked, wrong
from clearinghouse.records.keys.dates import PartialDate
from clearinghouse.records.keys.shapes import MOST_IN_A_LIST, misshapen


def _bounded(value: Any) -> Any:
    # Pydantic counts the members only after it has judged each of them.
    if isinstance(value, list) and len(value) > MOST_IN_A_LIST:
        raise wrong(misshapen("too_many", most=str(MOST_IN_A_LIST)))
    return value


T = TypeVar("T")
Several = Annotated[tuple[T, ...], Field(max_length=MOST_IN_A_LIST), BeforeValidator(_bounded)]
"""A list. It has a bound, since looking for what a misspelt member meant takes a while for each."""


@dataclass(frozen=True)
class Value:
    """What a value is: its text keeps the rules of that name, of a closed list of plain words too, and is converted."""

    rules: str
    convert: Callable[[str], Any] = str
    words: tuple[str, ...] = ()

    def read(self, value: Any) -> Any:
        """The value that a text of a file stands for. Defaults of the schema are values already."""
        return value if isinstance(value, bool) else self.convert(checked(self.rules, value, self.words))

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self.read, handler(source), json_schema_input_schema=core_schema.str_schema())


def one_of(choices: Iterable[str]) -> Value:
    """A closed list of plain words; a misspelt one is told the nearest."""
    return Value("word", words=tuple(choices))


Line = Annotated[str, Value("line")]
Title = Annotated[str, Value("title")]
Paragraph = Annotated[str, Value("paragraph")]
Wording = Annotated[str, Value("wording")]
Body = Annotated[str, Value("body")]
Whole = Annotated[int, Value("whole", int)]
Year = Annotated[int, Value("year", int)]
Quantity = Annotated[Decimal, Value("quantity", Decimal)]
Flag = Annotated[bool, Value("flag", lambda text: text == "true")]
Day = Annotated[date, Value("day", date.fromisoformat)]
Date = Annotated[PartialDate, Value("date", lambda text: PartialDate(*map(int, text.split("-"))))]
ClockTime = Annotated[time, Value("time", time.fromisoformat), PlainSerializer(lambda value: f"{value:%H:%M}", return_type=str)]
Link = Annotated[str, Value("link"), WithJsonSchema({"type": "string", "format": "uri"})]
Mailbox = Annotated[str, Value("mailbox")]
Id = Annotated[str, Value("id")]
ChangeId = Annotated[str, Value("change_id")]
ActivityRef = Annotated[str, Value("activity")]
Number = Annotated[str, Value("number")]
Reference = Annotated[str, Value("reference")]
StateCode = Annotated[str, Value("state")]
LanguageTag = Annotated[str, Value("language")]
Zone = Annotated[str, Value("zone")]
Audience = Annotated[str, Value("audience")]
Topic = Annotated[str, Value("topic")]
BodyOf = Annotated[str, Value("body_of")]

"""Value: a type of value as its rules; in the metadata of an annotated type it is the validator that pydantic runs."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from clearinghouse.problems.kind import Fault
from clearinghouse.problems.values import TYPE_001
from clearinghouse.records.keys.rules import NOT_BLANK, PLAIN_SPACES, Rule

FAULT = "fault"
"""Where the context of pydantic's error holds the Fault."""


def failed(fault: Fault) -> PydanticCustomError:
    """A fault as the error that pydantic collects."""
    return PydanticCustomError(fault.kind.code, fault.kind.fix(fault.gaps), {FAULT: fault})


@dataclass(frozen=True, eq=False)
class Value:
    """A type of value. name: by which samples, forms and schemas know it; rules: in the order in which they are tried;
    convert: makes the value of a text that stands; words: the closed list of a plain word."""

    name: str
    rules: tuple[Rule, ...]
    convert: Callable[[str], Any] = str
    words: tuple[str, ...] = ()

    @cached_property
    def is_prose(self) -> bool:
        """Whether it is a text whose margins do not count."""
        return self.rules[0] is NOT_BLANK

    def of_words(self, words: tuple[str, ...]) -> "Value":
        """The same type, of which these words are the closed list."""
        return replace(self, rules=tuple(replace(rule, given={**rule.given, "words": words}) for rule in self.rules), words=words)

    def fault(self, text: str) -> Fault | None:
        """The first rule that a text fails, margins taken away where they do not count; None where it stands."""
        if self.is_prose:
            text = text.strip()
        return next((fault for rule in self.rules if (fault := rule.fault(text))), None)

    def read(self, value: Any) -> Any:
        """The value that a text of a file stands for. Raises PydanticCustomError for the first rule that the text fails.

        Defaults of a model are values already.
        """
        if isinstance(value, bool):
            return value
        if not isinstance(value, str):
            raise failed(Fault(TYPE_001, {"wanted": self._wanted}))
        if fault := self.fault(value):
            raise failed(fault)
        return self.convert(value.strip() if self.is_prose else value)

    @property
    def _wanted(self) -> str:
        wanted = next(rule for rule in self.rules if rule.kind is not PLAIN_SPACES.kind)
        return "text" if self.is_prose else wanted.kind.allowed.replace("{all}", " | ".join(self.words))

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self.read, handler(source), json_schema_input_schema=core_schema.str_schema())

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return handler(schema) | ({"enum": list(self.words)} if self.words else {})

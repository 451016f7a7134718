"""Columns: a model comes in, the columns of its collection's table leave, by a walk over its keys.

A group of keys is spread over columns, `registration.deadline` as `registration_deadline`; a list is one column. What follows
from a record without being one of its keys stands in the last columns, which are the fields of `Known`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from functools import cache
from typing import Annotated

from pydantic import Field

from clearinghouse.publications.data.document import Shape
from clearinghouse.publications.data.records import hidden_keys
from clearinghouse.records.collection import AnyRecord
from clearinghouse.records.collections.activity import Activity
from clearinghouse.records.keys.key import BY_LANGUAGE, GROUP, Key
from clearinghouse.records.keys.keys_of import keys_of
from clearinghouse.records.keys.values import ActivityRef, Date, Day, Flag, Id, Line, Link, Several, StateCode

LABEL = "_label"
"""What the name of a column ends in that says in words what the one before it says in codes."""
_TYPES: Mapping[str, str] = {
    "whole": "integer", "year": "integer", "quantity": "number", "amount": "number", "flag": "boolean", "day": "date",
}  # fmt: skip
"""The types of values in the words of Table Schema; all others are texts."""
FREE = ("line", "title", "official_title", "paragraph", "wording", "body")
"""The types of free texts. Values of any other type hold no semicolon, so that one can part them."""
_DRAFT = "draft"
"""The key that no table needs: a draft is in none."""


class CellForm(Enum):
    """How a value stands in a cell. CODES: several, with `; ` between them; LINES: several texts, one a line; JSON: groups, or texts
    by language, as in the API."""

    ONE = "one"
    CODES = "codes"
    LINES = "lines"
    JSON = "json"


class Known(Shape):
    """What follows from a record, in the last columns of its table."""

    page: Link = Field(title="Page", description="The page of the record on this site.")
    address: Link = Field(title="JSON", description="The record in the JSON API, with all that follows from it.")
    when: Date | None = Field(None, title="Date for sorting", description="The date by which lists sort it, as precise as its source.")
    states: Several[StateCode] = Field((), title="States", description="All states that it concerns, by their codes.")
    is_certain: Flag = Field(title="Certain", description="False for what is of low confidence or withdrawn: no statistics count it.")
    is_withdrawn: Flag = Field(title="Is withdrawn", description="Whether it should not have been; the site keeps its page.")
    last_modified: Day | None = Field(None, title="Last modified", description="The latest day on which something about it changed here.")


class KnownActivity(Known):
    """What follows from an activity."""

    plan: Annotated[str, *Id.__metadata__] = Field(title="Plan", description="The id of its plan.")
    number: Line = Field(title="Number", description="Its number in the plan.")
    delivery: Line | None = Field(None, title="Delivery", description="How far it has come by the last entry of its log.")


class _OfRecord(Shape):
    id: Line = Field(title="Id", description="Its id in the collection. A record with a new id has the old one among its former ids.")


class _OfActivity(Shape):
    id: ActivityRef = Field(title="Id", description="The plan and the number, as plan/number.")


@dataclass(frozen=True)
class Column:
    """A column. path: of its key in the record, by the names of groups; title: what people call it; is_required: whether no row is
    without it; labels: what its codes are called, where a column beside it says so; is_label: whether it is that column."""

    name: str
    path: tuple[str, ...]
    key: Key
    title: str
    form: CellForm
    is_required: bool = False
    labels: Mapping[str, str] | None = None
    is_label: bool = False

    @property
    def about(self) -> str:
        """What it says, in a sentence."""
        return f"{self.title}, in words." if self.is_label else self.key.help

    @property
    def type(self) -> str:
        """Its type in the words of Table Schema."""
        if self.form is CellForm.JSON:
            return "array" if self.key.many else "object"
        return _TYPES.get(self.key.type, "string") if self.form is CellForm.ONE and not self.is_label else "string"


@cache
def columns_of(model: type[AnyRecord]) -> tuple[Column, ...]:
    """The columns of the table of a model's records: the id, its keys, and what follows from it."""
    first, last = (_OfActivity, KnownActivity) if issubclass(model, Activity) else (_OfRecord, Known)
    written = tuple(key for key in keys_of(model) if key.name not in hidden_keys(model) and key.name != _DRAFT)
    return (*_columns(keys_of(first)), *_columns(written), *_columns(keys_of(last)))


def columns_in(keys: tuple[Key, ...]) -> tuple[Column, ...]:
    """The columns of a table of groups with such keys."""
    return tuple(_columns(keys))


def codes_alone(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """Columns without those that say in words what others say in codes."""
    return tuple(column for column in columns if not column.is_label)


def known_of(model: type[AnyRecord]) -> type[Known]:
    """What follows from a record of a model."""
    return KnownActivity if issubclass(model, Activity) else Known


def _columns(keys: tuple[Key, ...], above: tuple[str, ...] = (), title: str = "", is_required: bool = True) -> Iterator[Column]:
    for key in keys:
        path, needed = (*above, key.name), is_required and key.required
        words = f"{title}: {key.label}" if title else key.label
        if key.type == GROUP and not key.many:
            yield from _columns(key.parts, path, words, needed)
            continue
        labels = _labels(key)
        column = Column("_".join(path), path, key, words[:1].upper() + words[1:], _form(key), needed, labels)
        yield column
        if labels:
            yield replace(column, name=column.name + LABEL, is_label=True, is_required=needed and not key.many)


def _form(key: Key) -> CellForm:
    if key.type in (GROUP, BY_LANGUAGE):
        return CellForm.JSON
    if not key.many:
        return CellForm.ONE
    return CellForm.LINES if key.type in FREE else CellForm.CODES


def _labels(key: Key) -> Mapping[str, str] | None:
    names = key.choices if key.list_name else {}
    return names if any(code != name for code, name in names.items()) else None

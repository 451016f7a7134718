"""Closed lists: the codes that tables use come in from their lists, and leave as rows: list, code, and what it is called."""

from collections.abc import Iterator, Mapping
from functools import cache

from pydantic import Field

from clearinghouse.publications.data.document import Shape
from clearinghouse.publications.tables.columns import Column, columns_in
from clearinghouse.records.keys.keys_of import keys_of
from clearinghouse.records.keys.lists import LISTS
from clearinghouse.records.keys.values import Line

CODES = "codes"
WITHIN = {"member_states": "states"}
"""A list whose codes are those of another, by which tables know them."""


class _Code(Shape):
    list: Line = Field(title="List", description="The closed list.")
    code: Line = Field(title="Code", description="As records have it.")
    label: Line = Field(title="Label", description="What it is called.")


@cache
def coded() -> Mapping[str, Mapping[str, str]]:
    """The lists whose codes are called otherwise than they are written, by name."""
    others = {name: closed.names for name, closed in LISTS.items() if name not in WITHIN}
    return {name: names for name, names in others.items() if any(code != label for code, label in names.items())}


def code_columns() -> tuple[Column, ...]:
    """The columns of their table."""
    return columns_in(keys_of(_Code))


def code_rows() -> Iterator[tuple[str, str, str]]:
    """Its rows."""
    for name, names in coded().items():
        yield from ((name, code, label) for code, label in names.items())

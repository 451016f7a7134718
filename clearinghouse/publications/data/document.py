"""Document: what every file of the API is made of; shapes come in, JSON leaves.

A shape is declared once, as a model: its JSON Schema, its place in the OpenAPI description and the snapshot of fields are walks
over it. A key that a record's file does not state is left out; a key of the API's own is always there.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Generic, TypeVar, cast

from pydantic import BaseModel, ConfigDict, Field, create_model

from clearinghouse.publications.files.file import File
from clearinghouse.publications.files.kinds import Kind

LICENCE = "https://creativecommons.org/licenses/by/4.0/"


class Shape(BaseModel):
    """A group of fields of the API."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Document(Shape):
    """What every file begins with."""

    schema_version: str = Field(description="Version of the shapes: another one when a field goes or means something else.")
    address: str = Field(description="Where this file is.")


R = TypeVar("R", bound=Shape)


class ListDocument(Document, Generic[R]):
    """A list, or a part of one: no part has more rows than the first."""

    generated_at: date = Field(description="The day for which the site was made.")
    license: str = Field(description="Address of the licence of our own descriptions; quoted plans stay their owners'.")
    name: str = Field(description="Its name in addresses.")
    total: int = Field(description="How many rows all parts have.")
    page: int = Field(description="Which part this is, from 1.")
    pages: int = Field(description="How many parts there are.")
    next: str | None = Field(description="Address of the next part; null in the last.")
    last_modified: date | None = Field(description="The latest day on which one of its rows changed; null where none has a day.")
    rows: tuple[R, ...] = Field(description="The rows, in the order of the pages of the site.")


@cache
def list_shape(row: type[Shape]) -> type[ListDocument[Any]]:
    """The shape of a list with such rows: `TrainingList` of a `TrainingRow`."""
    base = cast(type[ListDocument[Any]], ListDocument.__class_getitem__(row))
    return create_model(f"{row.__name__.removesuffix('Row')}List", __base__=base, __doc__=ListDocument.__doc__)


@dataclass(frozen=True)
class DataFile:
    """A file of the API. address: relative to the site; template: the same with the names of what changes in braces; about: what
    all files of that template are; hidden: keys of its record that nothing gives out; states: as addresses have them;
    is_promised: whether others may rely on its address."""

    address: str
    template: str
    title: str
    about: str
    document: Document
    hidden: frozenset[str] = frozenset()
    states: tuple[str, ...] = ()
    is_promised: bool = True

    def file(self) -> File:
        """As an output of the site."""
        hidden: Mapping[str, Any] = {"record": set(self.hidden)} if self.hidden else {}
        text = self.document.model_dump_json(by_alias=True, exclude_unset=True, exclude=dict(hidden))
        return File(self.address, Kind.DATA, f"{text}\n", self.title, self.states, self.is_promised)

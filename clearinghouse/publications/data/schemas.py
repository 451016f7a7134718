"""Schemas: the shapes of the API come in, their JSON Schemas (2020-12) leave, straight from the models of records.

They are made once for all shapes, as the parts of the OpenAPI description; the schema of a list is one of these, with those
that it refers to.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue, models_json_schema
from pydantic_core import core_schema
from typing_extensions import override

from clearinghouse.publications.data.countries import NAME as COUNTRIES
from clearinghouse.publications.data.countries import CountryDocument
from clearinghouse.publications.data.document import list_shape
from clearinghouse.publications.data.records import document_shape, hidden_keys
from clearinghouse.publications.data.rows import Rows
from clearinghouse.publications.files.file import File
from clearinghouse.publications.files.kinds import Kind
from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.written.api_words import ROOT

FOLDER = f"{ROOT}schemas/"
DIALECT = "https://json-schema.org/draft/2020-12/schema"
COMPONENTS, _DEFINITIONS = "#/components/schemas/", "#/$defs/"
"""How the description refers to a part, and how a schema by itself does."""

Parts = Mapping[str, Mapping[str, Any]]
"""Schemas by the names of their shapes."""


class ShapeSchema(GenerateJsonSchema):
    """Pydantic's own schemas, without the keys that no document says."""

    @override
    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        whole: JsonSchemaValue = super().model_schema(schema)
        for key in hidden_keys(schema["cls"]):
            whole.get("properties", {}).pop(key, None)
        return whole


def parts_of(shapes: Iterable[type[BaseModel]]) -> Parts:
    """The schemas of shapes and of all their parts; what only a hidden key has is not among them."""
    shapes = tuple(shapes)
    _, schemas = models_json_schema(
        [(shape, "serialization") for shape in shapes], ref_template=f"{COMPONENTS}{{model}}", schema_generator=ShapeSchema
    )
    parts: Parts = schemas["$defs"]
    return needed({shape.__name__ for shape in shapes}, parts)


def needed(names: Iterable[str], parts: Parts) -> dict[str, Mapping[str, Any]]:
    """Some parts, with those of all that these refer to, in their order."""
    reached: set[str] = set()
    names = set(names)
    while names:
        reached |= names
        names = set().union(*(_references(parts[name]) for name in names)) - reached
    return {name: part for name, part in parts.items() if name in reached}


def _references(part: Mapping[str, Any]) -> list[str]:
    return re.findall(f'"{COMPONENTS}([^"]+)"', json.dumps(part))


def schema_shape(rows: Rows) -> type[BaseModel]:
    """What the schema of a list describes: its records where these have files, else the list."""
    if rows.name in COLLECTIONS:
        return document_shape(COLLECTIONS[rows.name].model)
    return CountryDocument if rows.name == COUNTRIES else list_shape(rows.shape)


def schema_url(name: str, url: str) -> str:
    """Where the schema of a list is. url: of the site, ending in a slash."""
    return f"{url}{FOLDER}{name}.json"


def schema_files(lists: Iterable[Rows], parts: Parts, url: str) -> Iterator[File]:
    """A schema for each list. parts: those of all shapes at least that `schema_shape` names."""
    for rows in lists:
        if not rows.template:
            own = parts[schema_shape(rows).__name__]
            others = needed(_references(own), parts)
            schema = {"$schema": DIALECT, "$id": schema_url(rows.name, url), **({"$defs": others} if others else {}), **own}
            text = json.dumps(schema, ensure_ascii=False, separators=(",", ":")).replace(f'"{COMPONENTS}', f'"{_DEFINITIONS}')
            yield File(f"{FOLDER}{rows.name}.json", Kind.DATA, f"{text}\n", f"{rows.title}: JSON Schema")

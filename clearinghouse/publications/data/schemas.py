"""Schemas: the shapes of the API come in, their JSON Schemas (2020-12) leave, straight from the models of records."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema
from typing_extensions import override

from clearinghouse.publications.data.countries import NAME as COUNTRIES
from clearinghouse.publications.data.countries import CountryDocument
from clearinghouse.publications.data.document import ROOT, list_shape
from clearinghouse.publications.data.records import document_shape, hidden_keys
from clearinghouse.publications.data.rows import Rows
from clearinghouse.publications.files.file import File
from clearinghouse.publications.files.kinds import Kind
from clearinghouse.records.collection import COLLECTIONS

FOLDER = f"{ROOT}schemas/"
DIALECT = "https://json-schema.org/draft/2020-12/schema"


class ShapeSchema(GenerateJsonSchema):
    """Pydantic's own schemas, without the keys that no document says."""

    @override
    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        whole: JsonSchemaValue = super().model_schema(schema)
        for key in hidden_keys(schema["cls"]):
            whole.get("properties", {}).pop(key, None)
        return whole


def shape_schema(shape: type[BaseModel]) -> dict[str, Any]:
    """The schema of a shape, as it is given out."""
    return shape.model_json_schema(mode="serialization", schema_generator=ShapeSchema)


def schema_shape(rows: Rows) -> type[BaseModel]:
    """What the schema of a list describes: its records where these have files, else the list."""
    if rows.name in COLLECTIONS:
        return document_shape(COLLECTIONS[rows.name].model)
    return CountryDocument if rows.name == COUNTRIES else list_shape(rows.shape)


def schema_url(name: str, url: str) -> str:
    """Where the schema of a list is. url: of the site, ending in a slash."""
    return f"{url}{FOLDER}{name}.json"


def schema_files(lists: Iterable[Rows], url: str) -> Iterator[File]:
    """A schema for each list."""
    for rows in lists:
        if not rows.template:
            schema = {"$schema": DIALECT, "$id": schema_url(rows.name, url), **shape_schema(schema_shape(rows))}
            text = json.dumps(schema, ensure_ascii=False, separators=(",", ":"))
            yield File(f"{FOLDER}{rows.name}.json", Kind.DATA, f"{text}\n", f"{rows.title}: JSON Schema")

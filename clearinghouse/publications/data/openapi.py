"""OpenAPI: the files of the API come in, their description leaves (OpenAPI 3.1): every path is that of a file, every file has one."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from clearinghouse.publications.data.document import ROOT, VERSION, DataFile
from clearinghouse.publications.data.schemas import DIALECT, FOLDER, ShapeSchema
from clearinghouse.publications.site import Site

OPENAPI = f"{ROOT}openapi.json"
_COMPONENTS = "#/components/schemas/"
_PARAMETERS: Mapping[str, str] = {
    "id": "The id of a record, as the list has it.",
    "plan": "The id of a plan.",
    "number": "The number of an activity in its plan: 4.1.2.",
    "code": "ISO 3166-1 alpha-2, in lower case.",
    "page": "Which part of the list, from 2; the first one lies at the address of the list.",
    "month": "Year and month: 2026-03.",
    "name": "The name of a list.",
}
_LICENCE = {"name": "CC BY 4.0 for our own descriptions", "identifier": "CC-BY-4.0"}


@dataclass(frozen=True)
class Path:
    """Where files of one shape lie. template: relative to the site; shape: None for what only its own standard describes."""

    template: str
    about: str
    shape: type[BaseModel] | None = None

    @classmethod
    def of(cls, file: DataFile) -> "Path":
        """Where a file lies, with those that are made like it."""
        return cls(file.template, file.about, type(file.document))


OTHERS = (Path(f"{FOLDER}{{name}}.json", "The JSON Schema of a list's records"), Path(OPENAPI, "This description"))


def openapi_text(paths: Iterable[Path], site: Site) -> str:
    """The description as the text of its file."""
    return json.dumps(openapi(paths, site), ensure_ascii=False, separators=(",", ":")) + "\n"


def openapi(paths: Iterable[Path], site: Site) -> dict[str, Any]:
    """The description."""
    every = (*paths, *OTHERS)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": site.name,
            "version": VERSION,
            "description": "Every record as data, in files that a build makes. Fields may be added; none goes or changes in this version.",
            "license": _LICENCE,
        },
        "jsonSchemaDialect": DIALECT,
        "servers": [{"url": site.url.removesuffix("/")}],
        "paths": {f"/{path.template}": {"get": _operation(path)} for path in every},
        "components": {"schemas": components(path.shape for path in every if path.shape)},
    }


def components(shapes: Iterable[type[BaseModel]]) -> dict[str, Any]:
    """The schemas of shapes and of all their parts, by name."""
    shapes = tuple(shapes)
    _, schemas = models_json_schema(
        [(shape, "serialization") for shape in shapes], ref_template=f"{_COMPONENTS}{{model}}", schema_generator=ShapeSchema
    )
    parts: dict[str, Any] = schemas["$defs"]
    reached = _reached({shape.__name__ for shape in shapes}, parts)
    return {name: part for name, part in parts.items() if name in reached}


def _reached(names: set[str], parts: Mapping[str, Any]) -> set[str]:
    """Some names, with those of all that these refer to: what only a hidden key has is not among them."""
    reached: set[str] = set()
    while names:
        reached |= names
        names = {name for part in names for name in re.findall(f'"{_COMPONENTS}([^"]+)"', json.dumps(parts[part]))} - reached
    return reached


def _operation(path: Path) -> dict[str, Any]:
    names = re.findall(r"{(\w+)}", path.template)
    schema = {"$ref": f"{_COMPONENTS}{path.shape.__name__}"} if path.shape else {"type": "object"}
    parameters = [
        {"name": name, "in": "path", "required": True, "description": _PARAMETERS[name], "schema": {"type": "string"}} for name in names
    ]
    return {
        "operationId": re.sub(r"\W+", "_", path.template.removeprefix(ROOT).removesuffix(".json")).strip("_"),
        "summary": path.about,
        **({"parameters": parameters} if parameters else {}),
        "responses": {"200": {"description": path.about, "content": {"application/json": {"schema": schema}}}},
    }

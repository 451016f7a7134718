"""OpenAPI: the files of the API come in, their description leaves (OpenAPI 3.1): every path is that of a file, every file has one."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from clearinghouse.publications.data.document import DataFile
from clearinghouse.publications.data.schemas import COMPONENTS, DIALECT, FOLDER, Parts, needed
from clearinghouse.publications.site import Site
from clearinghouse.records.written.api_words import ROOT, VERSION

OPENAPI = f"{ROOT}openapi.json"
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


def openapi_text(paths: Iterable[Path], parts: Parts, site: Site) -> str:
    """The description as the text of its file. parts: those of all shapes at least that the paths name."""
    return json.dumps(openapi(paths, parts, site), ensure_ascii=False, separators=(",", ":")) + "\n"


def openapi(paths: Iterable[Path], parts: Parts, site: Site) -> dict[str, Any]:
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
        "components": {"schemas": needed((path.shape.__name__ for path in every if path.shape), parts)},
    }


def _operation(path: Path) -> dict[str, Any]:
    names = re.findall(r"{(\w+)}", path.template)
    schema = {"$ref": f"{COMPONENTS}{path.shape.__name__}"} if path.shape else {"type": "object"}
    parameters = [
        {"name": name, "in": "path", "required": True, "description": _PARAMETERS[name], "schema": {"type": "string"}} for name in names
    ]
    return {
        "operationId": re.sub(r"\W+", "_", path.template.removeprefix(ROOT).removesuffix(".json")).strip("_"),
        "summary": path.about,
        **({"parameters": parameters} if parameters else {}),
        "responses": {"200": {"description": path.about, "content": {"application/json": {"schema": schema}}}},
    }

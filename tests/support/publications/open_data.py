"""Open data: the files of the API as tests read them."""

import json
import re
from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from referencing import Registry
from referencing.jsonschema import DRAFT202012

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.publications.data.api import api_files
from tests.support.publications.giving_out import SITE, living
from tests.support.schemas import validator

API = "api/v1/"


def documents(catalogue: Catalogue) -> dict[str, Any]:
    """All files of the API of a catalogue, read, by address below its root; none lies at two."""
    files = list(api_files(catalogue, SITE))
    read = {file.address.removeprefix(API): json.loads(file.content) for file in files}
    assert len(read) == len(files)
    return read


@cache
def living_documents() -> Mapping[str, Any]:
    """Those of the made-up records."""
    return MappingProxyType(documents(living()))


def template_of(address: str, paths: Iterable[str]) -> str:
    """The path of a description that an address fits; one without braces is asked first, as OpenAPI has it."""
    by_gaps = sorted(paths, key=lambda path: path.count("{"))
    return next(path for path in by_gaps if re.fullmatch(re.sub(r"\\{\w+\\}", "[^/]+", re.escape(path)), address))


def must_fit(contents: Mapping[str, Any]) -> None:
    """Raises an error where a file is not as its own description says, by the path that it fits, or has no path, or a path has no file."""
    described = contents["openapi.json"]
    paths = described["paths"]
    registry = Registry().with_resource("openapi", DRAFT202012.create_resource(described))
    validators = {}
    for path, operations in paths.items():
        schema = operations["get"]["responses"]["200"]["content"]["application/json"]["schema"]
        whole = {"$ref": f"openapi{schema['$ref']}"} if "$ref" in schema else schema
        validators[path] = validator(whole, registry=registry)
    reached = set()
    for address, content in contents.items():
        template = template_of(f"/{API}{address}", paths)
        validators[template].validate(content)
        reached.add(template)
    assert reached == set(paths)

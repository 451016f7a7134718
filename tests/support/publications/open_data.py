"""Open data: the files of the API as tests read them."""

import json
import re
from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.publications.data.api import api_files
from tests.support.publications.giving_out import SITE, living

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

"""Open data: the files of the API as tests read them."""

import json
from collections.abc import Mapping
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

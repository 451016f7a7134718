"""Pictures of an API: the document of a record comes in, the files of its pictures leave, with the address of the largest copy of each."""

import re
from collections.abc import Mapping
from typing import Any

from clearinghouse.problems.problem import excerpt
from clearinghouse.reading.intake.api.documents import ApiFault, groups_in, number_in, text_in
from clearinghouse.records.keys.rules import ID_LENGTH, ID_PATTERN
from clearinghouse.records.photograph import copy_address

_NAME = re.compile(rf"(?=.{{1,{ID_LENGTH}}}$){ID_PATTERN}\.(?:jpe?g|png|webp)")


def largest_copies(address: str, document: Mapping[str, Any]) -> dict[str, str]:
    """The address of a copy, relative to the site, by the name of the file; an API of before had none. Raises ApiFault."""
    widths: dict[str, int] = {}
    for copy in groups_in(document, "pictures", address) if "pictures" in document else ():
        name, width = text_in(copy, "file", address), number_in(copy, "width", address)
        if not _NAME.fullmatch(name):
            raise ApiFault(f"{address}: {excerpt(name)} is no name of a picture")
        widths[name] = max(width, widths.get(name, 0))
    return {name: copy_address(name, width) for name, width in widths.items()}

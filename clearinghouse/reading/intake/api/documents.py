"""Documents of an API: the bytes of a file come in, what its JSON says leaves, or a fault in one plain line."""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from clearinghouse.problems.problem import excerpt
from clearinghouse.records.written.api_words import VERSION

LARGEST = 5_000_000
"""In bytes, of a file. Whoever fetches one needs no more than one byte beyond it."""
DEEPEST = 40
"""Groups and lists inside one another: a record has a dozen at most, with what is computed of it."""
_KNOWN = re.compile(rf"{re.escape(VERSION)}(\.[0-9]{{1,4}})?")
_SHAPES: Mapping[type, str] = {str: "a text", list: "a list", dict: "a group of fields", int: "a whole number"}


class ApiFault(Exception):
    """What an API must not say. The message is one line for a person, and names the file."""


def document_of(address: str, content: bytes) -> dict[str, Any]:
    """The fields of a file. address: as the message names it. Raises ApiFault for what is no file of this version of the API."""
    if len(content) > LARGEST:
        raise ApiFault(f"{address} is larger than {LARGEST // 1_000_000} MB")
    try:
        document = json.loads(content.decode("utf-8"), object_pairs_hook=_once, parse_constant=_refused)
        if b"\\ud" in content.lower():  # half a character, which only an escape can make, ends here
            json.dumps(document, ensure_ascii=False).encode("utf-8")
    except (ValueError, RecursionError):  # broken JSON, endless nesting, numbers without end, and bytes that are no UTF-8
        raise ApiFault(f"{address} is not JSON that can be read") from None
    if not isinstance(document, dict):
        raise ApiFault(f"{address} must hold a group of fields, not {_named(document)}")
    if _is_deep(document):
        raise ApiFault(f"{address} is nested more than {DEEPEST} levels deep")
    version = text_in(document, "schema_version", address)
    if not _KNOWN.fullmatch(version):
        raise ApiFault(f"{address} has schema_version {excerpt(version)}: this program reads version {VERSION}")
    return document


def text_in(group: Mapping[str, Any], key: str, address: str) -> str:
    """A text of a group. Raises ApiFault."""
    value = group.get(key)
    if isinstance(value, str):
        return value
    raise _misshapen(value, key, str, address)


def number_in(group: Mapping[str, Any], key: str, address: str) -> int:
    """A whole number of a group. Raises ApiFault."""
    value = group.get(key)
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    raise _misshapen(value, key, int, address)


def group_in(group: Mapping[str, Any], key: str, address: str) -> dict[str, Any]:
    """A group inside a group. Raises ApiFault."""
    value = group.get(key)
    if isinstance(value, dict):
        return value
    raise _misshapen(value, key, dict, address)


def groups_in(group: Mapping[str, Any], key: str, address: str) -> Sequence[dict[str, Any]]:
    """A list of groups. Raises ApiFault."""
    value = group.get(key)
    if isinstance(value, list) and all(isinstance(member, dict) for member in value):
        return value
    raise _misshapen(value, key, list, address)


def _misshapen(value: Any, key: str, shape: type, address: str) -> ApiFault:
    other = "a list of something else" if shape is list and isinstance(value, list) else _named(value)
    return ApiFault(f"{address}: {key} must be {_SHAPES[shape]}, not {other}")


def _named(value: Any) -> str:
    return "nothing" if value is None else "yes or no" if isinstance(value, bool) else _SHAPES.get(type(value), "a number")


def _is_deep(document: Any) -> bool:
    """Whether it has more levels than any file of the API; without a call for each, which could be too many itself."""
    level = [document]
    for _ in range(DEEPEST):
        members = (member for value in level for member in (value.values() if isinstance(value, dict) else value))
        level = [member for member in members if isinstance(member, dict | list)]
    return bool(level)


def _once(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    """A group of fields, none of which stands there twice."""
    group = dict(pairs)
    if len(group) < len(pairs):
        raise ValueError("a field stands there twice")
    return group


def _refused(word: str) -> None:
    """Infinity and the like, which JSON does not have."""
    raise ValueError(word)

"""The samples, `_example.yml`: what every author copies is valid, whole, and says which keys must be there."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from pydantic import BaseModel

from clearinghouse.reading.files.strict_yaml import Document, read_yaml
from clearinghouse.reading.typing.typing_records import typed
from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.keys.keys_of import keys_of, names_at
from tests.support.plain import DATA

IDS = {
    "activities": "poa-2016-2020/4.1.2",
    "legislation": "la",
    "plans": "example-2031",
    "trainings": "th-2026-03-x",
    "workshops": "th-2026-03-x",
}
EITHER = {"starts", "year", "date"}
"""Keys of which one must be there, unless `undated` says why none is."""


def text_of(collection: str) -> str:
    """The sample of a collection."""
    return (DATA / collection / "_example.yml").read_text(encoding="utf-8")


def document(collection: str) -> Document:
    """The sample, read strictly."""
    read = read_yaml(f"data/{collection}/_example.yml", text_of(collection).encode())
    assert isinstance(read, Document), read
    return read


def keys(model: type[BaseModel], data: Mapping[str, Any], path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """All keys that may stand in the sample, with the path at which they may, wherever it shows the part that holds them."""
    for key in names_at(model, path):
        yield path, key
        value = data.get(key)
        members = value if isinstance(value, list) else [value]
        for place, member in enumerate(members):
            if isinstance(member, dict) and names_at(model, inner := (*path, key, *([place] if isinstance(value, list) else []))):
                yield from keys(model, member, inner)


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_a_sample_is_a_valid_record(collection: str) -> None:
    """Of its collection, if the file were named well; what it refers to need not be there."""
    model = COLLECTIONS[collection].model
    record = typed(model, document(collection), {"id": IDS.get(collection, "example"), "path": f"{collection}/example.yml"})
    assert isinstance(record, model), record


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_a_sample_shows_every_key(collection: str) -> None:
    """Live, or named in a comment; those of a part that stands in several places, a source above all, in one of them."""
    model, sample = COLLECTIONS[collection].model, document(collection)
    comments = " ".join(line.partition("#")[2] for line in text_of(collection).splitlines())
    commented = set(re.findall(r"(?:^| )(\w+):|`(\w+)`", comments))
    keys_of_parts: dict[tuple[str, ...], set[str]] = {}
    for path, key in keys(model, sample.data):
        part = keys_of_parts.setdefault(tuple(names_at(model, path)), set())
        if (*path, key) in sample.values:
            part.add(key)
    missing = [set(part) - live - {name for names in commented for name in names} for part, live in keys_of_parts.items()]
    assert not [names for names in missing if names]


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_a_star_marks_the_keys_that_must_be_there(collection: str) -> None:
    """At the key, or on the line above it; no other key has one."""
    keys = keys_of(COLLECTIONS[collection].model)
    lines = text_of(collection).splitlines()
    sample = document(collection)
    starred = {
        key.name
        for key in keys
        for line, _ in [sample.keys.get((key.name,), (0, 0))]
        if line and ("# *" in lines[line - 1] or re.match(rf"# \* {key.name}:", lines[line - 2]))
    }
    required = {key.name for key in keys if key.required}
    assert required <= starred
    assert starred <= required | EITHER


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_a_sample_can_be_read_in_a_narrow_window(collection: str) -> None:
    """At most 120 characters a line, no tabs, one line end at its end."""
    text = text_of(collection)
    assert max(len(line) for line in text.splitlines()) <= 120
    assert "\t" not in text
    assert text.endswith("\n")
    assert not text.endswith("\n\n")

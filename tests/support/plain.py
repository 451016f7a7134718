"""Plain: the records of a data folder as PyYAML reads them, every value a text, by a reader that shares nothing with ours."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml

from tests.support.running import ROOT

DATA, LIVING_DATA = ROOT / "data", ROOT / "tests/living"
File = Mapping[str, Any]


def read_file(path: Path) -> File:
    """One record."""
    content = yaml.load(path.read_text("utf-8"), yaml.CBaseLoader)
    assert isinstance(content, dict), path
    return MappingProxyType(content)


@cache
def files(collection: str, folder: Path = DATA) -> Mapping[str, File]:
    """The records of a collection by id, but drafts; the commented sample and the notes of a collection begin with an underscore."""
    parent = folder / collection
    contents = {path.relative_to(parent).with_suffix("").as_posix(): read_file(path) for path in sorted(parent.rglob("[!_]*.yml"))}
    return MappingProxyType({name: content for name, content in contents.items() if content.get("draft") != "true"})


def texts(value: Any, but: tuple[str, ...] = ()) -> Iterator[str]:
    """All texts in a value, but those of some keys."""
    if isinstance(value, Mapping):
        for key, member in value.items():
            if key not in but:
                yield from texts(member, but)
    elif isinstance(value, list):
        for member in value:
            yield from texts(member, but)
    else:
        yield str(value)


def parts(value: Any, key: str) -> Iterator[File]:
    """Every part of a record that has a key, wherever it stands."""
    if isinstance(value, Mapping):
        if key in value:
            yield value
        for member in value.values():
            yield from parts(member, key)
    elif isinstance(value, list):
        for member in value:
            yield from parts(member, key)

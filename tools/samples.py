"""Completes the samples, data/*/_example.yml: keys that a model has and its sample does not show are added, explained.

The samples' comments are written for those who copy them, and say more than the models do; so nothing that stands in
one is changed. A new key gets its example and its description, at its place. After a key was added to a model:
`.venv/bin/python -m tools.samples` (on Windows `.venv\\Scripts\\python -m tools.samples`).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from clearinghouse.reading.files.strict_yaml import Document, Path, read_yaml
from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.keys.key import GROUP, Key
from clearinghouse.records.written.filling import value_of
from clearinghouse.records.written.keys import keys_in
from clearinghouse.records.written.yaml_text import yaml_text
from clearinghouse.world.root import ROOT

COMMENTS = 58
"""The column in which comments stand."""
WIDEST = 120
Group = tuple[Sequence[Key], Mapping[str, Any], Path]
"""The keys that a group may have, those that it has with their values, and where it stands."""


def completed(collection: str, text: str) -> str:
    """The sample with the keys that it lacks. A group that stands in several places, a source above all, need not be
    whole in each of them, and a key may be named in a comment instead."""
    while (more := _one_more(collection, text)) != text:
        text = more
    return text


def _one_more(collection: str, text: str) -> str:
    document = read_yaml("", text.encode())
    assert isinstance(document, Document), document
    comments = " ".join(line.partition("#")[2] for line in text.splitlines())
    commented = {name for names in re.findall(r"(?:^| )(\w+):|`(\w+)`", comments) for name in names}
    places: dict[tuple[str, ...], list[Group]] = {}
    for group in _groups(keys_in(collection), document.data, ()):
        places.setdefault(tuple(key.name for key in group[0]), []).append(group)
    for groups in places.values():
        names = commented.union(*(members for _, members, _ in groups))
        lacking = next((key for key in groups[0][0] if key.name not in names), None)
        if lacking:
            return "".join(f"{row}\n" for row in _with(collection, lacking, groups[0], document, text.splitlines()))
    return text


def _with(collection: str, key: Key, group: Group, document: Document, lines: Sequence[str]) -> list[str]:
    """The lines with a key more: behind those of the group that come before it; else as the first, and then it takes the
    hyphen of a list's member."""
    known, data, path = group
    before = [document.keys[(*path, other.name)] for other in known[: known.index(key)] if other.name in data]
    line, column = before[-1] if before else document.keys[(*path, next(iter(data)))]
    indent = " " * (column - 1)
    if before:
        at = _end(lines, line, column)
        return [*lines[:at], *_explained(collection, key, indent), *lines[at:]]
    following = lines[line - 1]
    rows = _explained(collection, key, following[: column - 1])
    return [*lines[: line - 1], *rows, indent + following[column - 1 :], *lines[line:]]


def _groups(known: Sequence[Key], data: Mapping[str, Any], path: Path) -> Iterator[Group]:
    """A group and all that stand in it."""
    yield known, data, path
    for key in known:
        if key.type == GROUP and key.name in data:
            value = data[key.name]
            members = [((place,), member) for place, member in enumerate(value)] if key.many else [((), value)]
            for place, member in members:
                yield from _groups(key.parts, member, (*path, key.name, *place))


def _end(lines: Sequence[str], line: int, column: int) -> int:
    """How many lines stand before what follows a key: all that is indented more than the key belongs to it."""
    below = (at for at in range(line, len(lines)) if not lines[at].strip() or len(lines[at]) - len(lines[at].lstrip()) < column)
    return next(below, len(lines))


def _explained(collection: str, key: Key, lead: str) -> list[str]:
    """A key with its example and its description. lead: what stands before it in its line."""
    indent = " " * len(lead)
    about = f"# {'* ' if key.required else ''}{key.help[:1].lower()}{key.help[1:].removesuffix('.')}"
    first, *others = yaml_text(collection, {key.name: _example(key)}).splitlines()
    row = f"{lead + first:<{COMMENTS - 1}} {about}"
    rows = [row] if len(row) <= WIDEST else [f"{indent}{about.replace('# ', f'# {key.name}: ', 1)}", lead + first]
    return [*rows, *(indent + other for other in others)]


def _example(key: Key) -> Any:
    if key.type != GROUP:
        return value_of(key, key.example)
    group = {part.name: _example(part) for part in key.parts}
    return [group] if key.many else group


def main() -> None:
    """Completes all of them."""
    for collection in COLLECTIONS:
        path = ROOT / "data" / collection / "_example.yml"
        text = path.read_text(encoding="utf-8")
        path.write_text(completed(collection, text), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()

"""Amending: a record's file with other data, in which all that does not change stays as its author wrote it."""

from collections.abc import Mapping, Sequence
from typing import Any

from clearinghouse.reading.files.strict_yaml import Document, read_yaml
from clearinghouse.records.written.keys import keys_in
from clearinghouse.records.written.yaml_text import yaml_text

_MEMBER_COLUMN = 5
"""Where the first member of a list stands that is written as `yaml_text` does: after two spaces, a hyphen and a space."""


def amended(collection: str, content: bytes, data: Mapping[str, Any], document: Document | None = None) -> str:
    """The text of the file with new data. Keys that stay keep their lines, comments and folding; a list that only grew
    gets its new members at its end; what else differs is written anew, new keys in their place.

    The content must be well-formed. Where its form does not allow that, the whole file is written anew. document: what was read of
    the content, where it was.
    """
    document = document or _read(content)
    assert document, "only a file that was read can be amended"
    text = _spliced(collection, content.decode("utf-8-sig"), document, data)
    # What was pieced together must say the same; else it is written in one piece.
    read = _read(text.encode("utf-8")) if text else None
    if text and read and read.data == data:
        return text
    whole = yaml_text(collection, data)
    same = _read(whole.encode("utf-8"))
    return text if text and read and same and read.data == same.data else whole


def _read(content: bytes) -> Document | None:
    document = read_yaml("", content)
    return document if isinstance(document, Document) else None


def _spliced(collection: str, text: str, document: Document, data: Mapping[str, Any]) -> str | None:
    lines = text.splitlines(keepends=True)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    starts = {key: document.keys[(key,)] for key in document.data}
    if any(column != 1 for _, column in starts.values()) or len({line for line, _ in starts.values()}) != len(starts):
        return None
    order = sorted(starts, key=lambda key: starts[key])
    ends = [starts[key][0] - 1 for key in order[1:]] + [len(lines)]
    blocks = {key: lines[starts[key][0] - 1 : end] for key, end in zip(order, ends, strict=True)}
    texts = {key: _block(collection, key, blocks[key], document, data) for key in order if key in data}
    known = [other.name for other in keys_in(collection)]
    for key in data:
        if key not in texts:
            later = known[known.index(key) + 1 :] if key in known else []
            before = next((other for other in texts if other in later), None)
            texts = _put_before(texts, before, key, yaml_text(collection, {key: data[key]}))
    head = "".join(lines[: starts[order[0]][0] - 1]) if order else ""
    return head + "".join(texts.values())


def _put_before(texts: dict[str, str], before: str | None, key: str, text: str) -> dict[str, str]:
    keys = list(texts)
    place = keys.index(before) if before is not None else len(keys)
    return {other: texts.get(other, text) for other in [*keys[:place], key, *keys[place:]]}


def _block(collection: str, key: str, lines: Sequence[str], document: Document, data: Mapping[str, Any]) -> str:
    """The lines of a key as they shall be. Blank lines and comments at the end of its block belong to what follows."""
    old, new = document.data[key], data[key]
    if old == new:
        return "".join(lines)
    length = len(lines)
    while length > 1 and (not lines[length - 1].strip() or lines[length - 1].startswith("#")):
        length -= 1
    kept, rest = "".join(lines[:length]), "".join(lines[length:])
    grew = isinstance(old, list) and isinstance(new, list) and 0 < len(old) < len(new) and new[: len(old)] == old
    line, column = document.position((key, 0))
    if grew and column == _MEMBER_COLUMN and line > document.keys[(key,)][0]:
        return kept + yaml_text(collection, {key: new[len(old) :]}).partition("\n")[2] + rest
    return yaml_text(collection, {key: new}) + rest

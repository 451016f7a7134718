"""Strict YAML: bytes become text values with line and column, or problems. Hostile input ends early.

PyYAML's own loaders guess types (`NO` is False), keep the last of two equal keys, follow aliases and recurse
without end. So only its event parser is used here: events are read one by one, and whatever could grow or
surprise is refused on sight.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

import yaml

from clearinghouse.problems.problem import Problem, first_told
from clearinghouse.reading.files import syntax
from clearinghouse.records.keys.conditions import told
from clearinghouse.records.keys.hidden import HIDDEN, PATTERN, name_of

LARGEST_FILE = 200_000
DEEPEST = 12
MOST_VALUES = 20_000

_STANDARD_TAG = "tag:yaml.org,2002:"

Path = tuple[str | int, ...]
Place = syntax.Place
_Parser: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_HIDDEN = re.compile(PATTERN)
_HIDDEN_VALUE = re.compile(f"{_HIDDEN.pattern}|\r")
"""The same in a value, where a carriage return ends no line any more."""
_LOST = re.compile(r"[ \t]+(#\w.*)")
"""What follows an unquoted text and was hardly meant as a comment: `#5`; a comment begins with `# `."""


@dataclass(frozen=True)
class Document:
    """A file's content. data: texts, lists and dicts; values, keys: line and column (from 1) by path."""

    path: str
    data: Mapping[str, Any]
    values: Mapping[Path, Place]
    keys: Mapping[Path, Place]

    def place(self, path: Path, of_key: bool = False) -> Place:
        """Where a value stands, or its key, or the nearest part above it that stands in the file."""
        for length in range(len(path), 0, -1):
            found = (self.keys if of_key else self.values).get(path[:length])
            if found:
                return found
        return (1, 1)


@dataclass
class _Refused(Exception):
    code: str
    place: Place
    found: str
    allowed: str
    fix: str


@dataclass
class _Scan:
    events: Iterator[Any]
    lines: Sequence[str]
    count: int = 0
    values: dict[Path, Place] = field(default_factory=dict)
    keys: dict[Path, Place] = field(default_factory=dict)
    problems: list[_Refused] = field(default_factory=list)


def read_yaml(path: str, content: bytes) -> Document | list[Problem]:
    """Reads one file. `path` is how problems name it. Returns the document, or at least one problem."""
    document, problems = scanned(path, content)
    return document if document and not problems else problems


def scanned(path: str, content: bytes) -> tuple[Document | None, list[Problem]]:
    """As `read_yaml`, but gives the document beside the problems where these hide nothing else that may be wrong in it:
    keys that stand twice, and text that is lost behind `#`."""
    try:
        text = _checked_text(content)
        scan = _Scan(yaml.parse(text, Loader=_Parser), syntax.LINE_END.split(text))
        data = _document(scan)
        hidden = list(_hidden_characters(data, (), scan))
        scan.problems.extend(hidden)
    except _Refused as refused:
        return None, [_problem(path, refused)]
    except yaml.MarkedYAMLError as error:
        place, found, fix = syntax.told(error, text)
        return None, [_problem(path, _Refused("YAML-001", place, found, "well-formed YAML", fix))]
    except (yaml.YAMLError, ValueError, RecursionError):
        return None, [_problem(path, _Refused("YAML-001", (1, 1), "", "YAML", "check the file: it is not YAML text"))]
    problems = first_told((_problem(path, refused) for refused in scan.problems), len(scan.problems))
    if hidden:
        return None, problems
    return Document(path, MappingProxyType(data), MappingProxyType(scan.values), MappingProxyType(scan.keys)), problems


def _problem(path: str, refused: _Refused) -> Problem:
    line, column = refused.place
    return Problem(path, line, column, refused.code, "", refused.found, refused.allowed, refused.fix)


def _checked_text(content: bytes) -> str:
    if len(content) > LARGEST_FILE:
        most = f"{LARGEST_FILE:,} bytes"
        raise _Refused("FILE-002", (1, 1), f"more than {most}", f"at most {most}", "shorten it, or split it into several records")
    try:
        text = content.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode("utf-8")
        raise _no_text(before, f"the byte {error.object[error.start]:02X}") from None
    if hidden := _HIDDEN.search(text):
        before = text[: hidden.start()]
        if hidden[0] == "\0":  # other encodings, UTF-16 above all, are full of them
            raise _no_text(before, "the byte 00")
        wrong = told(HIDDEN, {"name": name_of(hidden[0])})
        raise _Refused(wrong.code, _end(before), hidden[0], wrong.allowed, wrong.fix)
    return text


def _no_text(before: str, found: str) -> _Refused:
    fix = "save the file as UTF-8: in most editors, Save as, Encoding: UTF-8"
    return _Refused("FILE-001", _end(before), found, "text in UTF-8", fix)


def _end(text: str) -> Place:
    lines = syntax.LINE_END.split(text)
    return (len(lines), len(lines[-1]) + 1)


def _hidden_characters(value: Any, path: Path, scan: _Scan) -> Iterator[_Refused]:
    """Escapes in double quotes can make what the file itself does not hold, so values are looked at again."""
    if isinstance(value, str):
        if hidden := _HIDDEN_VALUE.search(value):
            fix = f"take out the escaped character {name_of(hidden[0])}"
            yield _Refused(HIDDEN.code, scan.values.get(path, (1, 1)), value, HIDDEN.allowed, fix)
    elif isinstance(value, dict):
        for key, member in value.items():
            if _HIDDEN_VALUE.search(key):
                yield _Refused(HIDDEN.code, scan.keys.get((*path, key), (1, 1)), key, HIDDEN.allowed, "write the key in plain letters")
            yield from _hidden_characters(member, (*path, key), scan)
    else:
        for place, member in enumerate(value):
            yield from _hidden_characters(member, (*path, place), scan)


def _document(scan: _Scan) -> dict[str, Any]:
    for event in scan.events:
        if isinstance(event, yaml.DocumentStartEvent):
            break
    else:
        raise _Refused("YAML-006", (1, 1), "an empty file", "`key: value` lines", "start from _example.yml of the folder")
    event = next(scan.events)
    place = _place(event)
    if not isinstance(event, yaml.MappingStartEvent):
        _refuse_tricks(event)
        found = event.value if isinstance(event, yaml.ScalarEvent) else "a list"
        glued = re.match(r"(\w+):(?=\S)", found)
        fix = f"put a space after the colon: `{glued[1]}: …`" if glued else "start from _example.yml of the folder"
        raise _Refused("YAML-006", place, found, "`key: value` lines", fix)
    data: dict[str, Any] = _value(event, scan, (), 1)
    for event in scan.events:
        if isinstance(event, yaml.DocumentStartEvent):
            raise _Refused("YAML-007", _place(event), "---", "one record in one file", "move what follows into a file of its own")
    return data


def _place(event: Any) -> Place:
    return (event.start_mark.line + 1, event.start_mark.column + 1)


def _refuse_tricks(event: Any) -> None:
    anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
    if anchor:
        mark = "*" if isinstance(event, yaml.AliasEvent) else "&"
        fix = f"write the value out where it is needed; or put the text in double quotes if it begins with {mark}"
        raise _Refused("YAML-002", _place(event), f"{mark}{anchor}", "no anchors, aliases or merge keys", fix)
    if tag:
        fix = "delete the tag, since all values are text; or put the text in double quotes if it begins with !"
        raise _Refused("YAML-002", _place(event), tag.replace(_STANDARD_TAG, "!!"), "no tags", fix)


def _note_what_is_lost(event: Any, scan: _Scan) -> None:
    end = event.end_mark
    lost = _LOST.match(scan.lines[end.line], end.column) if event.style in (None, "") and end.line < len(scan.lines) else None
    if lost:
        place = (end.line + 1, lost.start(1) + 1)
        fix = "put the whole text in double quotes; if it is a comment, write a space after #"
        scan.problems.append(_Refused("YAML-008", place, lost[1], "no text after a space and #", fix))


def _value(event: Any, scan: _Scan, path: Path, depth: int) -> Any:
    _refuse_tricks(event)
    scan.count += 1
    if scan.count > MOST_VALUES:
        raise _Refused("YAML-004", _place(event), "", f"at most {MOST_VALUES:,} values", "split the record")
    if depth > DEEPEST:
        raise _Refused("YAML-003", _place(event), "", f"at most {DEEPEST} levels", "flatten the record")
    scan.values[path] = _place(event)
    if isinstance(event, yaml.ScalarEvent):
        _note_what_is_lost(event, scan)
        return event.value
    if isinstance(event, yaml.SequenceStartEvent):
        return _sequence(scan, path, depth)
    return _mapping(scan, path, depth)


def _sequence(scan: _Scan, path: Path, depth: int) -> list[Any]:
    members: list[Any] = []
    while not isinstance(event := next(scan.events), yaml.SequenceEndEvent):
        members.append(_value(event, scan, (*path, len(members)), depth + 1))
    return members


def _mapping(scan: _Scan, path: Path, depth: int) -> dict[str, Any]:
    members: dict[str, Any] = {}
    while not isinstance(event := next(scan.events), yaml.MappingEndEvent):
        _refuse_tricks(event)
        if not isinstance(event, yaml.ScalarEvent):
            raise _Refused("YAML-006", _place(event), "", "a plain word as key", "write `key: value`")
        key, place = event.value, _place(event)
        if key == "<<":
            raise _Refused("YAML-002", place, key, "no anchors, aliases or merge keys", "write the values out where they are needed")
        if key in members:
            first = scan.keys[(*path, key)]
            kept = scan.values, scan.keys
            scan.values, scan.keys = {}, {}  # what stands below it is no part of the document, and must not be taken for that
            _value(next(scan.events), scan, (*path, key), depth + 1)
            scan.values, scan.keys = kept
            scan.problems.append(
                _Refused("YAML-005", place, key, "each key once", f"it stands on line {first[0]} already: keep one, or join the two")
            )
            continue
        members[key] = _value(next(scan.events), scan, (*path, key), depth + 1)
        scan.keys[(*path, key)] = place
    return members

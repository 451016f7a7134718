"""Strict YAML: bytes become text values with line and column, or problems. Hostile input ends early.

PyYAML's own loaders guess types (`NO` is False), keep the last of two equal keys, follow aliases and recurse
without end. So only its event parser is used here: events are read one by one, and whatever could grow or
surprise is refused on sight.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

import yaml

from clearinghouse.problems.problem import Problem

LARGEST_FILE = 200_000
DEEPEST = 12
MOST_VALUES = 20_000

Path = tuple[str | int, ...]
Place = tuple[int, int]
_Parser: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # controls, but for tab and line ends
    "\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200e\u200f\u202a-\u202e\u2061-\u206f\ufeff\ufff9-\ufffb"  # format characters
    "\u2028\u2029\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff"  # separators, surrogates, private use, no characters
    "\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U0010ffff]"
)
"""What cannot be seen but can mislead. Zero-width spaces and joiners stay: Khmer, Lao, Burmese and Thai need them."""


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
    count: int = 0
    values: dict[Path, Place] = field(default_factory=dict)
    keys: dict[Path, Place] = field(default_factory=dict)
    problems: list[_Refused] = field(default_factory=list)


def read_yaml(path: str, content: bytes) -> Document | list[Problem]:
    """Reads one file. `path` is how problems name it. Returns the document, or at least one problem."""
    try:
        text = _checked_text(content)
        scan = _Scan(yaml.parse(text, Loader=_Parser))
        data = _document(scan)
        scan.problems.extend(_hidden_characters(data, (), scan))
    except _Refused as refused:
        return [_problem(path, refused)]
    except yaml.MarkedYAMLError as error:
        return [_problem(path, _syntax_error(error))]
    except (yaml.YAMLError, ValueError, RecursionError):
        return [_problem(path, _Refused("YAML-001", (1, 1), "", "YAML", "check the file: it is not YAML text"))]
    if scan.problems:
        return [_problem(path, refused) for refused in scan.problems]
    return Document(path, MappingProxyType(data), MappingProxyType(scan.values), MappingProxyType(scan.keys))


def _problem(path: str, refused: _Refused) -> Problem:
    line, column = refused.place
    return Problem(path, line, column, refused.code, "", refused.found, refused.allowed, refused.fix)


def _checked_text(content: bytes) -> str:
    if len(content) > LARGEST_FILE:
        raise _Refused(
            "FILE-002", (1, 1), f"{len(content):,} bytes", f"at most {LARGEST_FILE:,} bytes", "shorten it, or split it into several records"
        )
    try:
        text = content.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start]
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        raise _Refused("FILE-001", (before.count(b"\n") + 1, column), "", "text in UTF-8", "save the file as UTF-8") from None
    if hidden := _HIDDEN.search(text):
        before_it = text[: hidden.start()]
        place = (before_it.count("\n") + 1, len(before_it) - before_it.rfind("\n"))
        raise _Refused(
            "FILE-003", place, hidden[0], "visible characters", f"delete the character {_named(hidden[0])} and type the text again"
        )
    return text


def _named(character: str) -> str:
    return f"U+{ord(character):04X}"


def _hidden_characters(value: Any, path: Path, scan: _Scan) -> Iterator[_Refused]:
    """Escapes in double quotes can make what the file itself does not hold, so values are looked at again."""
    if isinstance(value, str):
        if hidden := _HIDDEN.search(value):
            yield _Refused(
                "FILE-003",
                scan.values.get(path, (1, 1)),
                value,
                "visible characters",
                f"take out the escaped character {_named(hidden[0])}",
            )
    elif isinstance(value, dict):
        for key, member in value.items():
            if _HIDDEN.search(key):
                yield _Refused("FILE-003", scan.keys.get((*path, key), (1, 1)), key, "visible characters", "write the key in plain letters")
            yield from _hidden_characters(member, (*path, key), scan)
    else:
        for place, member in enumerate(value):
            yield from _hidden_characters(member, (*path, place), scan)


def _syntax_error(error: yaml.MarkedYAMLError) -> _Refused:
    mark = error.problem_mark or error.context_mark
    place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    told = " ".join(part for part in (error.context, error.problem) if part)
    fix = "put the text in double quotes" if "mapping values" in told else "check indentation, quotes and brackets at and above this line"
    return _Refused("YAML-001", place, "", f"well-formed YAML ({told})", fix)


def _document(scan: _Scan) -> dict[str, Any]:
    for event in scan.events:
        if isinstance(event, yaml.DocumentStartEvent):
            break
    else:
        raise _Refused("YAML-006", (1, 1), "", "`key: value` lines", "start from _example.yml of the folder")
    event = next(scan.events)
    place = _place(event)
    if not isinstance(event, yaml.MappingStartEvent):
        found = event.value if isinstance(event, yaml.ScalarEvent) else ""
        _refuse_tricks(event)
        raise _Refused("YAML-006", place, found, "`key: value` lines", "start from _example.yml of the folder")
    data: dict[str, Any] = _value(event, scan, (), 1)
    for event in scan.events:
        if isinstance(event, yaml.DocumentStartEvent):
            raise _Refused("YAML-007", _place(event), "---", "one record in one file", "move what follows into a file of its own")
    return data


def _place(event: Any) -> Place:
    return (event.start_mark.line + 1, event.start_mark.column + 1)


def _refuse_tricks(event: Any) -> None:
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
        raise _Refused(
            "YAML-002",
            _place(event),
            "*" + str(event.anchor) if isinstance(event, yaml.AliasEvent) else "&" + str(event.anchor),
            "no anchors, aliases or merge keys",
            "write the value out where it is needed",
        )
    if getattr(event, "tag", None):
        raise _Refused("YAML-002", _place(event), event.tag, "no tags", "delete the tag; all values are text")


def _value(event: Any, scan: _Scan, path: Path, depth: int) -> Any:
    _refuse_tricks(event)
    scan.count += 1
    if scan.count > MOST_VALUES:
        raise _Refused("YAML-004", _place(event), "", f"at most {MOST_VALUES:,} values", "split the record")
    if depth > DEEPEST:
        raise _Refused("YAML-003", _place(event), "", f"at most {DEEPEST} levels", "flatten the record")
    scan.values[path] = _place(event)
    if isinstance(event, yaml.ScalarEvent):
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
        value = _value(next(scan.events), scan, (*path, key), depth + 1)
        if key in members:
            first = scan.keys[(*path, key)]
            scan.problems.append(
                _Refused("YAML-005", place, key, "each key once", f"it stands on line {first[0]} already: keep one, or join the two")
            )
            continue
        members[key] = value
        scan.keys[(*path, key)] = place
    return members

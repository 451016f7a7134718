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

from clearinghouse.problems import syntax as kinds
from clearinghouse.problems.files import FILE_001, FILE_002, FILE_003, FILE_003_ESCAPE, FILE_003_KEY
from clearinghouse.problems.limit import first_problems
from clearinghouse.problems.problem import Place, Problem, Refusal
from clearinghouse.reading.files import odd_spaces
from clearinghouse.reading.files.comments import cutting_comment, lost_text
from clearinghouse.reading.files.syntax import LINE_END, Position, syntax_fault
from clearinghouse.records.keys.hidden import PATTERN, name_of

LARGEST_FILE = 200_000
DEEPEST = 12
MOST_VALUES = 20_000

_STANDARD_TAG = "tag:yaml.org,2002:"

Path = tuple[str | int, ...]
_Parser: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_HIDDEN = re.compile(PATTERN)
_HIDDEN_VALUE = re.compile(f"{_HIDDEN.pattern}|\r")
"""The same in a value, where a carriage return ends no line any more."""


@dataclass(frozen=True)
class Document:
    """A file's content. data: texts, lists and dicts; values, keys: line and column (from 1) by path."""

    path: str
    data: Mapping[str, Any]
    values: Mapping[Path, Position]
    keys: Mapping[Path, Position]

    def position(self, path: Path, of_key: bool = False) -> Position:
        """Where a value stands, or its key, or the nearest part above it that stands in the file."""
        positions = self.keys if of_key else self.values
        above = (path[:length] for length in range(len(path), 0, -1))
        return next((positions[part] for part in above if part in positions), (1, 1))

    def place(self, path: Path, of_key: bool = False) -> Place:
        """The same as a problem names it."""
        return Place(self.path, *self.position(path, of_key), ".".join(map(str, path)))


@dataclass
class _Scan:
    path: str
    events: Iterator[Any]
    count: int = 0
    values: dict[Path, Position] = field(default_factory=dict)
    keys: dict[Path, Position] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def at(self, event: Any) -> Place:
        return Place(self.path, *_position(event))


def read_yaml(path: str, content: bytes) -> Document | list[Problem]:
    """Reads one file. `path` is how problems name it. Returns the document, or at least one problem."""
    document, problems = scanned(path, content)
    return document if document and not problems else problems


def scanned(path: str, content: bytes) -> tuple[Document | None, list[Problem]]:
    """As `read_yaml`, but gives the document beside the problems where these hide nothing else that may be wrong in it:
    keys that stand twice, and text that is lost behind `#`."""
    lines: list[str] = []
    try:
        text = _checked_text(path, content)
        lines = LINE_END.split(text)
        scan = _Scan(path, iter(()))
        scan.events = _events(scan, text, lines)
        data = _document(scan)
        hidden = list(_hidden_characters(data, (), scan))
        scan.problems.extend(hidden)
    except Refusal as refusal:
        is_unread = refusal.problem.code in (kinds.YAML_006.code, FILE_003.code)
        return None, (odd_spaces.to_blame(path, lines, _Parser) if is_unread else []) or [refusal.problem]
    except yaml.MarkedYAMLError as error:
        return None, odd_spaces.to_blame(path, lines, _Parser) or [_syntax_problem(path, error, text, lines)]
    except (yaml.YAMLError, ValueError, RecursionError):
        return None, [kinds.YAML_001_NO_TEXT.at(Place(path))]
    problems = first_problems(scan.problems, len(scan.problems))
    if hidden:
        return None, problems
    return Document(path, MappingProxyType(data), MappingProxyType(scan.values), MappingProxyType(scan.keys)), problems


def _events(scan: _Scan, text: str, lines: Sequence[str]) -> Iterator[Any]:
    """The events of the parser. Notes the text that is lost between them."""
    has_comments = "#" in text
    before = None
    for event in yaml.parse(text, Loader=_Parser):
        if has_comments and before is not None:
            scan.problems.extend(lost_text(scan.path, lines, before, event))
        yield event
        before = event


def _syntax_problem(path: str, error: yaml.MarkedYAMLError, text: str, lines: Sequence[str]) -> Problem:
    position, found, fault = syntax_fault(error, text)
    if fault.kind is kinds.YAML_001_INDENT and (cutting := cutting_comment(path, lines, position[0] - 1)):
        return cutting
    return fault.at(Place(path, *position), found=found)


def _checked_text(path: str, content: bytes) -> str:
    if len(content) > LARGEST_FILE:
        most = f"{LARGEST_FILE:,} bytes"
        raise Refusal(FILE_002.at(Place(path), found=f"more than {most}", most=most))
    try:
        text = content.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode("utf-8")
        raise Refusal(FILE_001.at(_end(path, before), found=f"the byte {error.object[error.start]:02X}")) from None
    if hidden := _HIDDEN.search(text):
        end = _end(path, text[: hidden.start()])
        if hidden[0] == "\0":  # other encodings, UTF-16 above all, are full of them
            raise Refusal(FILE_001.at(end, found="the byte 00"))
        raise Refusal(FILE_003.at(end, found=hidden[0], name=name_of(hidden[0])))
    return text


def _end(path: str, text: str) -> Place:
    lines = LINE_END.split(text)
    return Place(path, len(lines), len(lines[-1]) + 1)


def _hidden_characters(value: Any, path: Path, scan: _Scan) -> Iterator[Problem]:
    """Escapes in double quotes can make what the file itself does not hold, so values are looked at again."""
    if isinstance(value, str):
        if hidden := _HIDDEN_VALUE.search(value):
            place = Place(scan.path, *scan.values.get(path, (1, 1)))
            yield FILE_003_ESCAPE.at(place, found=value, name=name_of(hidden[0]))
    elif isinstance(value, dict):
        for key, member in value.items():
            if _HIDDEN_VALUE.search(key):
                yield FILE_003_KEY.at(Place(scan.path, *scan.keys.get((*path, key), (1, 1))), found=key)
            yield from _hidden_characters(member, (*path, key), scan)
    else:
        for number, member in enumerate(value):
            yield from _hidden_characters(member, (*path, number), scan)


def _document(scan: _Scan) -> dict[str, Any]:
    for event in scan.events:
        if isinstance(event, yaml.DocumentStartEvent):
            break
    else:
        raise Refusal(kinds.YAML_006.at(Place(scan.path), found="an empty file", key=""))
    event = next(scan.events)
    if not isinstance(event, yaml.MappingStartEvent):
        _refuse_tricks(event, scan)
        if isinstance(event, yaml.ScalarEvent) and (odd := list(odd_spaces.in_place_of_a_space(scan.path, event, is_whole_file=True))):
            raise Refusal(odd[0])
        found = event.value if isinstance(event, yaml.ScalarEvent) else "a list"
        glued = re.match(r"(\w+):(?=\S)", found)
        raise Refusal(kinds.YAML_006.at(scan.at(event), found=found, key=glued[1] if glued else ""))
    data: dict[str, Any] = _value(event, scan, (), 1)
    for event in scan.events:
        if isinstance(event, yaml.DocumentStartEvent):
            raise Refusal(kinds.YAML_007.at(scan.at(event), found="---"))
    return data


def _position(event: Any) -> Position:
    return (event.start_mark.line + 1, event.start_mark.column + 1)


def _refuse_tricks(event: Any, scan: _Scan) -> None:
    anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
    if anchor:
        mark = "*" if isinstance(event, yaml.AliasEvent) else "&"
        raise Refusal(kinds.YAML_002.at(scan.at(event), found=f"{mark}{anchor}", sign=mark))
    if tag:
        raise Refusal(kinds.YAML_002_TAG.at(scan.at(event), found=tag.replace(_STANDARD_TAG, "!!")))


def _value(event: Any, scan: _Scan, path: Path, depth: int) -> Any:
    _refuse_tricks(event, scan)
    scan.count += 1
    if scan.count > MOST_VALUES:
        raise Refusal(kinds.YAML_004.at(scan.at(event), most=f"{MOST_VALUES:,}"))
    if depth > DEEPEST:
        raise Refusal(kinds.YAML_003.at(scan.at(event), most=str(DEEPEST)))
    scan.values[path] = _position(event)
    if isinstance(event, yaml.ScalarEvent):
        scan.problems.extend(odd_spaces.in_place_of_a_space(scan.path, event))
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
        _refuse_tricks(event, scan)
        if not isinstance(event, yaml.ScalarEvent):
            raise Refusal(kinds.YAML_006_KEY.at(scan.at(event)))
        key, position = event.value, _position(event)
        if key == "<<":
            raise Refusal(kinds.YAML_002_MERGE.at(Place(scan.path, *position), found=key))
        if key in members:
            first, _ = scan.keys[(*path, key)]
            kept = scan.values, scan.keys
            scan.values, scan.keys = {}, {}  # what stands below it is no part of the document, and must not be taken for that
            _value(next(scan.events), scan, (*path, key), depth + 1)
            scan.values, scan.keys = kept
            scan.problems.append(kinds.YAML_005.at(Place(scan.path, *position), found=key, line=str(first)))
            continue
        members[key] = _value(next(scan.events), scan, (*path, key), depth + 1)
        scan.keys[(*path, key)] = position
    return members

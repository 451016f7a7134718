"""Syntax: what the YAML parser could not read, for the author of the file: where, what stands there, how to mend it."""

import re
from collections.abc import Sequence
from typing import Any

import yaml

from clearinghouse.problems import syntax as kinds
from clearinghouse.problems.kind import Fault, Kind

LINE_END = re.compile(r"\r\n|[\r\n]")
"""What ends a line in YAML 1.1, but for three characters that strict reading refuses before."""
Position = tuple[int, int]
"""Line and column, from 1."""


def syntax_fault(error: yaml.MarkedYAMLError, text: str) -> tuple[Position, str, Fault]:
    """Where the parser stopped, the text of that line, and what is wrong there.

    An unclosed quote or bracket is only noticed where something else ends, far below; it is blamed where it begins.
    """
    lines = LINE_END.split(text)
    context, problem = error.context or "", error.problem or ""
    mark: Any = error.problem_mark or error.context_mark
    began: Any = error.context_mark or mark
    if mark is None:
        return (1, 1), "", Fault(kinds.YAML_001, {"message": ""})
    for signs, kind in _FROM_BEGINNING:
        if all(sign in f"{context}: {problem}" for sign in signs):
            return _position(began), _line(lines, began), Fault(kind)
    known = _kind(problem, lines, mark)
    fault = Fault(known) if known else Fault(kinds.YAML_001, {"message": f"{context} {problem}"})
    return _position(mark), _line(lines, mark), fault


_FROM_BEGINNING = (
    (("quoted scalar", "end of stream"), kinds.YAML_001_QUOTE),
    (("flow sequence",), kinds.YAML_001_BRACKET.filled(bracket="]")),
    (("flow mapping",), kinds.YAML_001_BRACKET.filled(bracket="}")),
    (("expected ':'",), kinds.YAML_001_NO_KEY),
    (("alphabetic or numeric",), kinds.YAML_001_BEGINS),
    (("block scalar",), kinds.YAML_001_BLOCK),
)
_SIGNS = (
    ("escape", kinds.YAML_001_BACKSLASH),
    ("hexdecimal", kinds.YAML_001_BACKSLASH),
    ("block sequence entries", kinds.YAML_001_HYPHEN),
    ("cannot start any token", kinds.YAML_001_BEGINS),
    ("node content", kinds.YAML_001_BEGINS),
    ("mapping keys", kinds.YAML_001_BEGINS),
)


def _kind(problem: str, lines: Sequence[str], mark: Any) -> Kind | None:
    line = lines[mark.line] if mark.line < len(lines) else ""
    before = line[: mark.column]
    if line[mark.column : mark.column + 1] == "\t" or "tab" in problem:
        return kinds.YAML_001_TAB
    if "mapping values" in problem:
        return kinds.YAML_001_COLON if re.search(r":\s", before) else kinds.YAML_001_COLONS
    if "expected key" in problem:
        if line.lstrip().startswith("- "):
            return kinds.YAML_001_ABOVE_LIST
        return kinds.YAML_001_AFTER_QUOTE if re.search(r"[:-] +[\"'\[{*&]", before) else kinds.YAML_001_INDENT
    if "document start" in problem:
        return kinds.YAML_001_INDENT
    return next((kind for sign, kind in _SIGNS if sign in problem), None)


def _position(mark: Any) -> Position:
    return (mark.line + 1, mark.column + 1)


def _line(lines: Sequence[str], mark: Any) -> str:
    return lines[mark.line].strip() if mark.line < len(lines) else ""


def position_within(content: bytes, value: Position, text: str, start: int) -> Position:
    """Where in the file a piece of a value stands: its word is sought from the value on, as often as it occurs before.

    A value may be folded over several lines, so only its first word is sought; escapes in double quotes can hide
    even that, and then it is the value's own position.
    """
    word = re.match(r"\S+", text[start:])
    lines = content.decode("utf-8-sig", "replace").splitlines()
    if not word:
        return value
    line, column = value[0] - 1, value[1] - 1
    for _ in range(len(re.findall(re.escape(word[0]), text[:start])) + 1):
        while line < len(lines) and (place := lines[line].find(word[0], column)) < 0:
            line, column = line + 1, 0
        if line >= len(lines):
            return value
        column = place + len(word[0])
    return (line + 1, column - len(word[0]) + 1)

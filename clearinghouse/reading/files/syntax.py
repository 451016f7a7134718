"""Syntax: what the YAML parser could not read, said to the author of the file: where, what stands there, how to mend it."""

import re
from collections.abc import Sequence
from typing import Any

import yaml

LINE_END = re.compile(r"\r\n|[\r\n]")
"""What ends a line in YAML 1.1, but for three characters that strict reading refuses before."""
Place = tuple[int, int]
_FIX = "check indentation, quotes and brackets at and above this line"


def told(error: yaml.MarkedYAMLError, text: str) -> tuple[Place, str, str]:
    """Line and column (from 1), the text of that line, and how to mend it.

    An unclosed quote or bracket is only noticed where something else ends, far below; it is told where it begins.
    """
    lines = LINE_END.split(text)
    context, problem = error.context or "", error.problem or ""
    mark: Any = error.problem_mark or error.context_mark
    began: Any = error.context_mark or mark
    if mark is None:
        return (1, 1), "", _FIX
    for signs, fix in _FROM_BEGINNING:
        if all(sign in f"{context}: {problem}" for sign in signs):
            return _place(began), _line(lines, began), fix
    return _place(mark), _line(lines, mark), _fix(problem, lines, mark) or f"{_FIX} (the parser says: {context} {problem})"


_FROM_BEGINNING = (
    (("quoted scalar", "end of stream"), "close the quote that begins here"),
    (("flow sequence",), "close the bracket that begins here with ], and put commas between its values"),
    (("flow mapping",), "close the bracket that begins here with }, and put commas between its values"),
    (("expected ':'",), "write `key: value`; indent the line if it belongs to the text above"),
    (("alphabetic or numeric",), "put the text in double quotes: unquoted, it must not begin with this character"),
    (("block scalar",), "let the text begin on the next line, two spaces further in: nothing may follow | or > on its line"),
)
_SIGNS = (
    ("escape", "write two backslashes where you mean one, or use single quotes"),
    ("hexdecimal", "write two backslashes where you mean one, or use single quotes"),
    ("block sequence entries", "begin the list on the next line, each value after a hyphen; or put the text in double quotes"),
    ("cannot start any token", "put the text in double quotes: unquoted, it must not begin with this character"),
    ("node content", "put the text in double quotes: unquoted, it must not begin with this character"),
    ("mapping keys", "put the text in double quotes: unquoted, it must not begin with this character"),
)


def _fix(problem: str, lines: Sequence[str], mark: Any) -> str:
    line = lines[mark.line] if mark.line < len(lines) else ""
    before = line[: mark.column]
    if line[mark.column : mark.column + 1] == "\t" or "tab" in problem:
        return "indent with spaces, never with tabs"
    if "mapping values" in problem:
        if re.search(r":\s", before):
            return "put the text after the first colon in double quotes, since it holds a colon itself"
        return "indent the line like the key above it, and see that a space follows the colon of every key"
    if "expected key" in problem:
        if line.lstrip().startswith("- "):
            return "nothing may stand after the colon of a key that has a list below it"
        if re.search(r"[:-] +[\"'\[{*&]", before):
            return 'put the whole text in double quotes, and write \\" for a quote inside it'
        return "indent the line like the keys above it"
    if "document start" in problem:
        return "indent the line like the keys above it"
    return next((fix for sign, fix in _SIGNS if sign in problem), "")


def _place(mark: Any) -> Place:
    return (mark.line + 1, mark.column + 1)


def _line(lines: Sequence[str], mark: Any) -> str:
    return lines[mark.line].strip() if mark.line < len(lines) else ""

"""Comments: what YAML leaves out as one, though people meant it as text."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

import yaml

from clearinghouse.problems.problem import Place, Problem
from clearinghouse.problems.syntax import YAML_008, YAML_008_BLOCK, YAML_008_BRACKET

_COMMENT = re.compile(r"(?:^|(?<=[ \t]))#.*")
_NO_COMMENT = re.compile(r"#\w")
"""What begins like `#5` was hardly meant as a comment: one begins with `# `."""
_BRACKETS = (("(", ")"), ("[", "]"), ("{", "}"))
_BLOCKS = ("|", ">")


def lost_text(path: str, lines: Sequence[str], before: Any, after: Any) -> Iterator[Problem]:
    """The comments between two events of the parser that were meant as text. lines: of the file."""
    start, end = before.end_mark, after.start_mark
    block = isinstance(before, yaml.ScalarEvent) and before.style in _BLOCKS
    if block:
        head = before.start_mark
        yield from _beside(path, head.line, lines[head.line], head.column, before)
    for number in range(start.line, min(end.line + 1, len(lines))):
        first = start.column if number == start.line else 0
        line = lines[number][: end.column] if number == end.line else lines[number]
        if "#" not in line[first:]:
            continue
        if line[:first].strip() or not line.lstrip().startswith("#"):
            yield from _beside(path, number, line, first, before)
        elif block and (before.style == "|" or not before.value or _NO_COMMENT.match(line.lstrip())):
            yield YAML_008_BLOCK.at(Place(path, number + 1, line.index("#") + 1), found=line.strip())


def _beside(path: str, number: int, line: str, first: int, before: Any) -> Iterator[Problem]:
    """The comment on a line that holds something else before it."""
    comment = _COMMENT.search(line, first)
    if comment is None:
        return
    place = Place(path, number + 1, comment.start() + 1)
    if _NO_COMMENT.match(comment[0]):
        yield YAML_008.at(place, found=comment[0].rstrip())
    elif isinstance(before, yaml.ScalarEvent) and before.style in (None, "") and _is_cut(before.value, comment[0]):
        yield YAML_008_BRACKET.at(place, found=comment[0].rstrip())


def _is_cut(text: str, comment: str) -> bool:
    """Whether the bracket that a plain text opens is closed in the comment behind it, or it has curly ones, as no text
    beside which somebody writes comments."""
    return "{" in text or "}" in text or any(text.count(left) > text.count(right) and right in comment for left, right in _BRACKETS)


def cutting_comment(path: str, lines: Sequence[str], number: int) -> Problem | None:
    """The comment above a line at which a text goes on that it cut. number: of that line, from 0; None where there is none."""
    indent = _indent(lines[number]) if number < len(lines) else 0
    cutting = None
    for above in range(number - 1, -1, -1):
        line = lines[above].strip()
        if line and not line.startswith("#"):
            break
        if (line and _indent(lines[above]) < indent) or (line.startswith("#") and indent):
            cutting = above
    if cutting is None:
        return None
    return YAML_008_BLOCK.at(Place(path, cutting + 1, _indent(lines[cutting]) + 1), found=lines[cutting].strip())


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))

"""Odd spaces: what looks like a space where YAML wants one, and is none to it."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

import yaml

from clearinghouse.problems.files import FILE_003_SPACE
from clearinghouse.problems.problem import Place, Problem
from clearinghouse.records.keys.hidden import ODD_SPACE, ODD_SPACES, name_of

_HEAD = re.compile(rf"(?:[ \t-]|{ODD_SPACE})*(?:[\w-]+(?:[ \t]|{ODD_SPACE})*:(?:[ \t]|{ODD_SPACE})*)?")
"""What of a line is no text: what indents it, hyphens of lists, a key with its colon, and what stands between them."""
_ODD = re.compile(ODD_SPACE)
_HYPHEN = re.compile(rf"-(?={ODD_SPACE})")
_HYPHEN_OR_KEY = re.compile(rf"(?:-|[a-z_]+:)(?={ODD_SPACE})")
_MOST_TRIED = 8
_DEEPEST, _MOST_EVENTS = 12, 40_000
"""Beyond these a text is no record, and is not looked at any further."""


def odd_space(path: str, line: int, column: int, found: str, character: str) -> Problem:
    """An odd space as a problem. line, column: from 1."""
    return FILE_003_SPACE.at(Place(path, line, column), found=found, space=ODD_SPACES[character], name=name_of(character))


def in_place_of_a_space(path: str, event: Any, is_whole_file: bool = False) -> Iterator[Problem]:
    """The odd space that made a plain text of what was meant as a member of a list, or, where that is all that a file
    holds, as a key and its value."""
    head = (_HYPHEN_OR_KEY if is_whole_file else _HYPHEN).match(event.value) if event.style in (None, "") else None
    if head:
        mark = event.start_mark
        yield odd_space(path, mark.line + 1, mark.column + head.end() + 1, event.value, event.value[head.end()])


def to_blame(path: str, lines: Sequence[str], parser: Any) -> list[Problem]:
    """The odd spaces that keep a text from being YAML: with plain spaces in their place it is, or fails further below."""
    lines, blamed, mended = list(lines), list[Problem](), list[Problem]()
    if not any(_ODD.search(_head(line)) for line in lines):
        return []
    failed = _failing_line(lines, parser)
    for _ in range(_MOST_TRIED):
        number = next((number for number in range(min(failed, len(lines) - 1), -1, -1) if _ODD.search(_head(lines[number]))), None)
        if number is None:
            break
        head, line = _head(lines[number]), lines[number]
        lines[number] = _ODD.sub(_plain, head) + line[len(head) :]
        column, character = next((place, letter) for place, letter in enumerate(head, start=1) if letter in ODD_SPACES)
        mended.append(odd_space(path, number + 1, column, line.strip(" "), character))
        later = _failing_line(lines, parser)
        if later > failed:
            blamed, mended, failed = [*blamed, *mended], [], later
    return sorted(blamed)


def _head(line: str) -> str:
    match = _HEAD.match(line)
    return match[0] if match else ""


def _plain(odd: re.Match[str]) -> str:
    return " " if odd[0].isspace() else ""


def _failing_line(lines: Sequence[str], parser: Any) -> int:
    """The line at which the parser fails, from 0, or from which no record would be read; beyond all lines where it does not."""
    depth = 0
    try:
        for number, event in enumerate(yaml.parse("\n".join(lines), Loader=parser)):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > _DEEPEST or number > _MOST_EVENTS:
                return 0
    except yaml.MarkedYAMLError as error:
        mark: Any = error.problem_mark or error.context_mark
        return int(mark.line) if mark else 0
    return len(lines) + 1

"""YAML text: a record's plain data becomes the one text that its file has, whoever writes it.

`chm new`, `chm import` and the form in the browser give the same bytes, by these rules. Length is counted in Unicode
code points (`len` in Python, `[...text].length` in JavaScript); no line but one that cannot be broken is longer than
WIDTH.

1. Empty texts, lists and groups are left out, wherever they stand.
2. Keys stand in the order of their models; keys that these do not know follow in the order in which they came.
3. A group stands below its key, two spaces further in. So does a list, each member after `- `; the first key of a
   member that is a group stands on the line of its hyphen.
4. A text is written plain, as it is, unless that would read otherwise. These are quoted: what begins with one of
   - ? : , [ ] { } # & * ! | > ' " % @ `   or with a space; what ends with a space or a colon; what holds a colon or a
   tab followed by a space, a space followed by #, or a control character (U+0000 to U+001F, U+007F to U+009F).
   Nothing else is: strict reading takes `no`, `~`, `1.10` and `12:30` for the texts that they are.
5. A quoted text stands in double quotes on one line: \\\\ for a backslash, \\" for a double quote, \\n, \\t and \\r for
   line end, tab and return, \\xNN (two small hexadecimal digits) for other controls; all else as it is.
6. A text that holds a line end, or whose line would be longer than WIDTH and that could be broken (it has a single
   space between two other characters), is folded, if it neither begins nor ends with a space or line end, has no
   space beside a line end and no control character but line ends: `>-` stands after the key or hyphen, and below it,
   two spaces further in than that, its lines. They are broken at single spaces, as late as WIDTH allows; so never
   inside a word, nor inside a cluster of Thai, Lao, Khmer or Burmese letters. A line end of the text is a blank line
   more. What cannot be folded is quoted by rule 5, or stands plain on one long line.
7. The `body` of a record is written below `|`: \\r\\n and \\r become line ends, spaces, tabs and line ends at its
   beginning and end are cut, its lines stand two spaces further in than the key, empty ones without any.
   Keys are quoted by rule 4. The text ends with one line end, and has no comment, anchor or document mark.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from pydantic import BaseModel

from clearinghouse.records.keys.key import Key
from clearinghouse.records.keys.keys_of import outside_of
from clearinghouse.records.written.keys import keys_in

WIDTH = 110
STEP = 2
_NOT_PLAIN = re.compile(r"""^[-?:,\[\]{}#&*!|>'"%@` ]|: | #|[ :]$|[\x00-\x1f\x7f-\x9f]""")
_NOT_FOLDED = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]|^[ \n]|[ \n]$| \n|\n ")
_BREAK = re.compile(r"[^ \n] [^ \n]|\n")
_WORD = re.compile(r"[^ ]+(?:  +[^ ]+)*")
_ESCAPED = re.compile(r'[\\"\x00-\x1f\x7f-\x9f]')
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def yaml_text(collection: str, data: Mapping[str, Any]) -> str:
    """The text of a record's file. data: texts, lists and groups of them, as strict reading yields them or `plain`
    makes them. Raises KeyError for an unknown collection."""
    return group_text(keys_in(collection), data)


def group_text(keys: Iterable[Key], data: Mapping[str, Any]) -> str:
    """The text of a file that holds a group of keys and is no record."""
    return "".join(f"{line}\n" for line in _group(_filled(data), keys, 0))


def plain(record: BaseModel) -> dict[str, Any]:
    """A typed record as plain data: what was written into its file, as texts."""
    written = record.model_dump(mode="json", by_alias=True, exclude_unset=True, exclude=set(outside_of(type(record))))
    return {key: texts(value) for key, value in written.items() if value is not None}


def texts(value: Any) -> Any:
    """What JSON says as plain data: each number and truth as it is written into a file; what is null is left out."""
    if isinstance(value, dict):
        return {key: texts(member) for key, member in value.items() if member is not None}
    if isinstance(value, list):
        return [texts(member) for member in value if member is not None]
    return str(value).lower() if isinstance(value, bool) else str(value)


def _filled(value: Any) -> Any:
    """Rule 1."""
    if isinstance(value, Mapping):
        members = {key: _filled(member) for key, member in value.items()}
        return {key: member for key, member in members.items() if member}
    if isinstance(value, str):
        return value
    return [member for member in map(_filled, value) if member]


def _group(data: Mapping[str, Any], keys: Iterable[Key], indent: int) -> list[str]:
    """Rules 2, 3 and 7."""
    known = {key.name: key for key in keys}
    lines = []
    for name in [*(name for name in known if name in data), *(name for name in data if name not in known)]:
        key, value = known.get(name), data[name]
        head = f"{' ' * indent}{_inline(name)}:"
        if isinstance(value, str):
            lines += _body(head, value) if key and key.type == "body" else _text(head, value, indent)
        else:
            lines += [head, *_below(value, key.parts if key else (), indent + STEP)]
    return lines


def _below(value: Mapping[str, Any] | Sequence[Any], parts: Iterable[Key], indent: int) -> list[str]:
    if isinstance(value, Mapping):
        return _group(value, parts, indent)
    head = f"{' ' * indent}-"
    lines = []
    for member in value:
        if isinstance(member, str):
            lines += _text(head, member, indent)
        else:
            first, *others = _below(member, parts, indent + STEP)
            lines += [f"{head} {first[indent + STEP :]}", *others]
    return lines


def _text(head: str, text: str, indent: int) -> list[str]:
    """Rules 4 to 6. head: the key or the hyphen before the text; indent: where that stands."""
    line = f"{head} {_inline(text)}"
    if ("\n" not in text and len(line) <= WIDTH) or _NOT_FOLDED.search(text) or not _BREAK.search(text):
        return [line]
    margin = " " * (indent + STEP)
    lines = [f"{head} >-"]
    for number, paragraph in enumerate(text.split("\n")):
        if number:
            lines.append("")
        lines += [margin + row for row in _rows(paragraph, WIDTH - len(margin))]
    return lines


def _rows(paragraph: str, width: int) -> list[str]:
    rows: list[str] = []
    for word in _WORD.findall(paragraph):
        if rows and len(rows[-1]) + 1 + len(word) <= width:
            rows[-1] += f" {word}"
        else:
            rows.append(word)
    return rows


def _inline(text: str) -> str:
    return f'"{_ESCAPED.sub(_escape, text)}"' if _NOT_PLAIN.search(text) else text


def _escape(match: re.Match[str]) -> str:
    return _ESCAPES.get(match[0]) or f"\\x{ord(match[0]):02x}"


def _body(head: str, text: str) -> list[str]:
    lines = re.sub(r"\r\n?", "\n", text).strip(" \t\n").split("\n")
    return [f"{head} |", *(" " * STEP + line if line else "" for line in lines)] if lines != [""] else []

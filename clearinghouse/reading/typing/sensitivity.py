"""Sensitivity: points a reviewer at what a record's summary, body and notes should perhaps not carry.

Documents in, warnings out. Only texts that are new or have changed are looked at where an earlier state is known.
What quotes a plan word for word is left alone, and so is a record that carries `reviewed: {sensitivity: …}`.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from clearinghouse.problems.problem import MOST_TOLD, Problem
from clearinghouse.reading.files.folder import RecordFile
from clearinghouse.reading.files.strict_yaml import Document, Path, Place
from clearinghouse.records.collection import AnyRecord
from clearinghouse.records.collections.activity import Activity
from clearinghouse.records.keys.sensitive import SENSITIVE

_TEXTS = ("summary", "body", "note")
LONGEST = 20_000
"""Characters of a text that is looked at: a body's. A longer one is a problem by itself, and would take long to look at."""
_LINK = re.compile(r"(?:https?://|www\.)[^\s<>)\]]+")
_QUOTATION = re.compile(r"“([^”]+)”|\"([^\"]+)\"|‘([^’]+)’|((?:^[ \t]*>.*\n?)+)", re.MULTILINE)


@dataclass(frozen=True)
class Finding:
    """A warning, and the quotation in which it stands, if it stands in one."""

    problem: Problem
    quotation: str | None


def findings(file: RecordFile, document: Document, before: Document | None = None) -> Iterator[Finding]:
    """What should be looked at in a record's file, each word once. before: its earlier state, of which nothing is told again."""
    reviewed = document.data.get("reviewed")
    if isinstance(reviewed, Mapping) and "sensitivity" in reviewed:
        return
    known = {text for _, text in _texts(before.data)} if before else frozenset[str]()
    told: set[tuple[str, str, str | None]] = set()
    for path, text in _texts(document.data):
        if len(text) > LONGEST:
            continue
        quotations = list(_QUOTATION.finditer(text))
        for code, start, end, allowed, fix in _in_text(text) if text not in known else ():
            if len(told) == MOST_TOLD:
                return
            found, quotation = text[start:end], _quotation(quotations, start, end)
            if (code, found.casefold(), quotation) not in told:
                told.add((code, found.casefold(), quotation))
                line, column = _place(file.file.content, document.place(path), text, start)
                key = ".".join(map(str, path))
                yield Finding(Problem(document.path, line, column, code, key, found, allowed, fix, severity="warning"), quotation)


def warnings(found: Iterable[Finding], activities: Iterable[AnyRecord]) -> list[Problem]:
    """The findings that are no quotation of a plan."""
    found = list(found)
    if any(finding.quotation for finding in found):
        wordings = [_plain(wording) for activity in activities if isinstance(activity, Activity) for wording in _wordings(activity)]
        found = [each for each in found if not (each.quotation and any(_plain(each.quotation) in wording for wording in wordings))]
    return [finding.problem for finding in found]


def _texts(value: Any, path: Path = (), is_wanted: bool = False) -> Iterator[tuple[Path, str]]:
    """The texts to look at, by path: those of the keys named above, wherever they stand."""
    if isinstance(value, str):
        if is_wanted:
            yield path, value
    elif isinstance(value, Mapping):
        for key, member in value.items():
            wanted = key in _TEXTS or key.endswith("_note")
            if wanted or not isinstance(member, str):
                yield from _texts(member, (*path, key), wanted)
    elif isinstance(value, list):
        for place, member in enumerate(value):
            if is_wanted or not isinstance(member, str):
                yield from _texts(member, (*path, place), is_wanted)


@cache
def _rules() -> list[tuple[re.Pattern[str] | None, re.Pattern[str], bool, str, str, str]]:
    return [
        (
            re.compile(rule.given["sign"]) if "sign" in rule.given else None,
            re.compile(rule.given["pattern"], re.IGNORECASE if rule.given.get("ignores_case") else 0),
            bool(rule.given.get("in_links")),
            rule.code,
            rule.allowed,
            rule.fixes[0],
        )
        for rule in SENSITIVE
    ]


def _in_text(text: str) -> Iterator[tuple[str, int, int, str, str]]:
    """Code, start, end, what is allowed and how to mend it."""
    plain = _with_plain_digits(text)
    without_links = _LINK.sub(lambda link: " " * len(link[0]), plain)
    for sign, pattern, in_links, code, allowed, fix in _rules():
        searched = plain if in_links else without_links
        if not sign or sign.search(searched):
            for match in pattern.finditer(searched):
                yield code, match.start(), match.end(), allowed, fix


def _with_plain_digits(text: str) -> str:
    """Digits of every script as ASCII digits, each in its place: a phone number in Thai digits is a phone number."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(letter)) if letter.isdecimal() else letter for letter in text)


def _quotation(quotations: Iterable[re.Match[str]], start: int, end: int) -> str | None:
    for match in quotations:
        if match.start() <= start and end <= match.end():
            return next(group for group in match.groups() if group is not None)
    return None


def _plain(text: str) -> str:
    return " ".join(re.sub(r"^[ \t]*>", "", text, flags=re.MULTILINE).split()).casefold().strip(" .…")


def _wordings(activity: Activity) -> Iterator[str]:
    for part in (activity, *activity.sub_activities):
        yield part.wording
        yield from (indicator.wording for indicator in part.indicators)


def _place(content: bytes, value: Place, text: str, start: int) -> Place:
    """Where in the file a piece of a value stands: its word is sought from the value on, as often as it occurs before.

    A value may be folded over several lines, so only its first word is sought; escapes in double quotes can hide
    even that, and then the value's own place is told.
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

"""Sensitivity: points a reviewer at what a record's summary, body, notes and mailboxes should perhaps not carry.

Documents in, warnings out. Only texts that are new or have changed are looked at where an earlier state is known.
What quotes a plan word for word is left alone, and so is a record that carries `reviewed: {sensitivity: …}`. In a record
that holds sums alone nothing is left alone: there all of this is an error.
"""

import re
import unicodedata
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Any

from clearinghouse.problems.kind import Kind
from clearinghouse.problems.limit import MOST_PROBLEMS
from clearinghouse.problems.problem import Problem
from clearinghouse.problems.trade.reports import REPORT_005
from clearinghouse.reading.files.folder import RecordFile
from clearinghouse.reading.files.strict_yaml import Document, Path
from clearinghouse.reading.files.syntax import position_within
from clearinghouse.reading.typing.doubtful_links import doubtful_links
from clearinghouse.records.collection import COLLECTIONS, AnyRecord
from clearinghouse.records.collections.activity import Activity
from clearinghouse.records.keys.sensitive import OF_CASES, POINTERS, Pointer

_TEXTS = ("summary", "body", "note", "office", "answer", "contact")
_TEXTS_BESIDE_SUMS = (*_TEXTS, "title", "scientific_name")
LONGEST = 20_000
"""Characters of a text that is looked at: a body's. A longer one is a problem by itself, and would take long to look at."""
_LINK = re.compile(r"(?:https?://|www\.)[^\s<>)\]]+")
_QUOTATION = re.compile(r"“([^”]+)”|\"([^\"]+)\"|‘([^’]+)’|((?:^[ \t]*>.*\n?)+)", re.MULTILINE)


@dataclass(frozen=True)
class Suspicion:
    """A warning, and the quotation in which it stands, if it stands in one."""

    problem: Problem
    quotation: str | None


def suspicions(file: RecordFile, document: Document, before: Document | None = None) -> Iterator[Suspicion]:
    """What should be looked at in a record's file, each word once, and links that may mislead. before: its earlier state, of
    which nothing is said again."""
    yield from (Suspicion(problem, None) for problem in islice(doubtful_links(file, document, before), MOST_PROBLEMS))
    reviewed = document.data.get("reviewed")
    holds_sums = COLLECTIONS[file.collection].holds_sums
    if isinstance(reviewed, Mapping) and "sensitivity" in reviewed and not holds_sums:
        return
    names = _TEXTS_BESIDE_SUMS if holds_sums else _TEXTS
    known = {text for _, text in _texts(before.data, names)} if before else frozenset[str]()
    said: set[tuple[str, str, str | None]] = set()
    for path, text in _texts(document.data, names):
        if len(text) > LONGEST:
            continue
        quotations = [] if holds_sums else list(_QUOTATION.finditer(text))
        for kind, start, end in _in_text(text, holds_sums) if text not in known else ():
            if len(said) == MOST_PROBLEMS:
                return
            words, quotation = text[start:end], _quotation(quotations, start, end)
            if (kind.code, words.casefold(), quotation) not in said:
                said.add((kind.code, words.casefold(), quotation))
                line, column = position_within(file.file.content, document.position(path), text, start)
                yield Suspicion(kind.at(document.place(path)._replace(line=line, column=column), found=words), quotation)


def warnings(suspected: Iterable[Suspicion], activities: Iterable[AnyRecord]) -> list[Problem]:
    """The suspicions that are no quotation of a plan."""
    suspected = list(suspected)
    if any(suspicion.quotation for suspicion in suspected):
        wordings = [_plain(wording) for activity in activities if isinstance(activity, Activity) for wording in _wordings(activity)]
        return [suspicion.problem for suspicion in suspected if not _is_quoted(suspicion, wordings)]
    return [suspicion.problem for suspicion in suspected]


def _is_quoted(suspicion: Suspicion, wordings: Iterable[str]) -> bool:
    return bool(suspicion.quotation) and any(_plain(suspicion.quotation or "") in wording for wording in wordings)


def _texts(value: Any, names: Container[str], path: Path = (), is_wanted: bool = False) -> Iterator[tuple[Path, str]]:
    """The texts to look at, by path: those of the keys of these names, and of own words, wherever they stand."""
    if isinstance(value, str):
        if is_wanted:
            yield path, value
    elif isinstance(value, Mapping):
        for key, member in value.items():
            wanted = key in names or key.endswith("_note")
            if wanted or not isinstance(member, str):
                yield from _texts(member, names, (*path, key), wanted)
    elif isinstance(value, list):
        for place, member in enumerate(value):
            if is_wanted or not isinstance(member, str):
                yield from _texts(member, names, (*path, place), is_wanted)


@cache
def _pattern(pointer: Pointer) -> re.Pattern[str]:
    """What is pointed at; long patterns take their time to compile, which texts without their sign do not pay."""
    return re.compile(pointer.pattern, re.IGNORECASE if pointer.ignores_case else 0)


@cache
def _sign(pointer: Pointer) -> re.Pattern[str]:
    return re.compile(pointer.sign)


def _in_text(text: str, holds_sums: bool) -> Iterator[tuple[Kind, int, int]]:
    """The kind of problem that a piece of the text points at, with its start and end."""
    plain = _with_plain_digits(text)
    without_links = _LINK.sub(lambda link: " " * len(link[0]), plain)
    for pointer in POINTERS + OF_CASES if holds_sums else POINTERS:
        searched = plain if pointer.in_links else without_links
        if not pointer.sign or _sign(pointer).search(searched):
            for match in _pattern(pointer).finditer(searched):
                yield REPORT_005 if holds_sums else pointer.kind, match.start(), match.end()


def _with_plain_digits(text: str) -> str:
    """Digits of every writing system as ASCII digits, each in its place: a phone number in Thai digits is a phone number."""
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

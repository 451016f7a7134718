"""Messages: a text in which the form's messages stand comes in; each leaves with what is wrong with it, or a problem in its place."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from clearinghouse.problems.intake.messages import MSG_003, MSG_005
from clearinghouse.problems.problem import Place, Problem
from clearinghouse.reading.intake.messages.fences import Fence, fences
from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.collections.record import Record
from clearinghouse.records.keys.rules import ID_LENGTH
from clearinghouse.records.written.messages.message import KINDS, NEW, PARTS, REPORT, Message
from clearinghouse.records.written.messages.reference_numbers import reference_in
from clearinghouse.records.written.messages.sums import squeezed, sum_of_words

DEEPEST, LONGEST_WORDS = 8, 2_000
_TEXTS = ("kind", "record", "reference", "office", "reason", "language", "words")
_GROUPS = ("data", "put", "added", "before")


@dataclass(frozen=True)
class Arrival:
    """A message that was read. problems: what a reviewer should look at."""

    message: Message
    problems: tuple[Problem, ...] = ()


def arrivals(text: str) -> Iterator[Arrival | Problem]:
    """The messages in a text, in their order; what is none gives a problem instead."""
    for fence in fences(text):
        yield fence if isinstance(fence, Problem) else _arrival(fence)


def _arrival(fence: Fence) -> Arrival | Problem:
    try:
        content = json.loads(fence.content)
    except (ValueError, RecursionError):
        return _wrong("data", "JSON")
    wrong = next(_faults(content), None)
    if wrong:
        return wrong
    message = Message(**content)
    words = squeezed(fence.before).rpartition(squeezed(message.reference))[2]
    is_same = not message.words or sum_of_words(words) == message.words
    return Arrival(message, () if is_same else (MSG_005.at(Place("")),))


def _wrong(part: str, allowed: str) -> Problem:
    return MSG_003.at(Place("", key=part), part=part, all=allowed)


def _faults(content: Any) -> Iterator[Problem]:
    if not isinstance(content, dict) or not {"kind", "record", "reference"} <= content.keys() <= set(PARTS):
        yield _wrong("data", f"the parts {', '.join(PARTS)}")
        return
    for name in content.keys() & set(_TEXTS):
        if not isinstance(content[name], str) or len(content[name]) > LONGEST_WORDS:
            yield _wrong(name, "text")
            return
    yield from _faults_of_groups(content)
    if content["kind"] not in KINDS:
        yield _wrong("kind", " | ".join(KINDS))
    if not _is_record(content["record"]):
        yield _wrong("record", "a collection and an id, as in trainings/th-2026-03-course")
    if reference_in(content["reference"]) != content["reference"]:
        yield _wrong("reference", "a number that the form gave")
    asks = bool(content.get("data")) if content["kind"] == NEW else any(content.get(part) for part in ("put", "added", "gone"))
    if content.keys() & {"data"} and content["kind"] != NEW:
        yield _wrong("data", "nothing, but for a new record")
    if not asks and content["kind"] != REPORT:
        yield _wrong("data", "what is asked for")


def _faults_of_groups(content: Mapping[str, Any]) -> Iterator[Problem]:
    for name in content.keys() & set(_GROUPS):
        if not isinstance(content[name], dict) or not _is_plain(content[name], DEEPEST):
            yield _wrong(name, "keys with texts, lists and groups")
        elif name == "added" and not all(isinstance(members, list) for members in content[name].values()):
            yield _wrong(name, "lists")
        elif name == "before" and not all(isinstance(value, str) for value in content[name].values()):
            yield _wrong(name, "texts")
    gone = content.get("gone", [])
    if not isinstance(gone, list) or not all(isinstance(key, str) for key in gone):
        yield _wrong("gone", "a list of keys")


def _is_plain(value: Any, deep: int) -> bool:
    """Whether a value is made of texts, lists and groups alone, and not of too many in one another."""
    if isinstance(value, str):
        return True
    members = value.values() if isinstance(value, dict) else value if isinstance(value, list) else None
    return members is not None and deep > 0 and all(_is_plain(member, deep - 1) for member in members)


def _is_record(text: str) -> bool:
    collection, _, name = text.partition("/")
    known = COLLECTIONS.get(collection)
    is_id = bool(name) and len(name) <= ID_LENGTH and name.replace("-", "").isalnum() and name.isascii() and name == name.lower()
    return known is not None and issubclass(known.model, Record) and is_id

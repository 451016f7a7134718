"""Problem words: a problem comes in as the check says it, in English; what it says leaves in the language that is spoken.

A problem holds finished texts, whose gaps are filled.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from clearinghouse.problems.changes import CHANGE_001, TWIN_001_ROW
from clearinghouse.problems.codes import KINDS
from clearinghouse.problems.dates import DATE_001_AGENDA, DATE_002_ERA, DATE_003_YEAR, DATE_009
from clearinghouse.problems.files import FILE_001, FILE_001_AGENDA, FILE_001_CSV, FILE_002
from clearinghouse.problems.intake import agendas as ics
from clearinghouse.problems.intake.messages import MSG_001, MSG_001_CUT, MSG_002, MSG_003, MSG_004, MSG_005, MSG_006
from clearinghouse.problems.kind import Kind
from clearinghouse.problems.laws import LAW_006
from clearinghouse.problems.problem import Problem
from clearinghouse.problems.references import ID_002, ID_002_CASE, ID_002_DRAFT, ID_002_ROW, ID_007, REF_003_ABSENT, REF_003_BROKEN, REF_007
from clearinghouse.problems.terms import LINK_005, LINK_006
from clearinghouse.problems.trade.figures import FIG_002, FIG_003
from clearinghouse.problems.values import (
    KEY_001_HEADING,
    KEY_002_CELL,
    KEY_002_COLUMN,
    KEY_002_ROW,
    TEXT_001_NO_CHANGE,
    TEXT_001_NO_DAYS,
    TEXT_001_NOTHING_NEW,
)
from clearinghouse.publications.forms.scripts import rule_texts
from clearinghouse.publications.translation.filled_texts import FilledTexts
from clearinghouse.publications.translation.texts import gettext
from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.written.keys import leaves_of

_OF_MESSAGES: tuple[Kind, ...] = (
    *(FILE_002, MSG_001, MSG_001_CUT, MSG_002, MSG_003, MSG_004, MSG_005, MSG_006, DATE_002_ERA, DATE_003_YEAR, LAW_006),
    *(TEXT_001_NOTHING_NEW, TEXT_001_NO_DAYS, TEXT_001_NO_CHANGE, DATE_009, FIG_002, FIG_003, LINK_005, LINK_006),
    *(ID_002, ID_002_CASE, ID_002_DRAFT, ID_007, REF_003_ABSENT, REF_003_BROKEN, REF_007),
)
"""What senders of messages may read beside what the rules of the form say."""
_OF_FILES: tuple[Kind, ...] = (
    *(KEY_001_HEADING, KEY_002_COLUMN, KEY_002_CELL, KEY_002_ROW, ID_002_ROW, TWIN_001_ROW, DATE_001_AGENDA, CHANGE_001),
    *(kind for kind in KINDS.values() if kind.code.startswith("TABLE-")),
    *(FILE_001, FILE_001_CSV, FILE_001_AGENDA),
    *(ics.ICS_002, ics.ICS_002_PERSON, ics.ICS_003, ics.ICS_003_METHOD, ics.ICS_003_PRIVATE, ics.ICS_003_OTHER, ics.ICS_003_EMPTY),
    *(ics.ICS_004, ics.ICS_007, ics.ICS_009),
)
"""What senders of spreadsheets and calendars may read. Whoever writes YAML reads of it in English."""
_GAP = re.compile(r"\{(\w+)\}")
_WITH_TEXT, _KEY = re.compile(r"`(\w+): ([^`]*)`"), re.compile(r"`(\w+)`")
"""How texts name a key with what to write into it, and a key alone."""


def texts() -> tuple[str, ...]:
    """What senders of messages may read, each text once, with its gaps open; what is nothing but gaps needs no words."""
    return tuple(dict.fromkeys((*rule_texts(), *filter(_has_words, _texts_of(_OF_MESSAGES)), *filter(_has_words, _to_senders(_OF_FILES)))))


class Words(NamedTuple):
    """What a problem says to a sender. is_english: whether that has no translation."""

    allowed: str
    fix: str
    is_english: bool


def words_of(problem: Problem, record: str = "") -> Words:
    """What is allowed, and how to mend it; in English where that has no translation. record: collection and id."""
    is_english = _known().in_language(fix := to_senders(problem.fix)) == fix
    return Words(problem_text(problem.allowed, record), problem_text(problem.fix, record), is_english)


def problem_text(text: str, record: str = "") -> str:
    """One of both, as the check says it, for somebody who sees no file: keys have the names that the form has for them."""
    words, labels = _known().in_language(to_senders(text)), _labels(record.partition("/")[0])
    named = _WITH_TEXT.sub(lambda key: f"“{gettext(labels[key[1]])}: {_value(key[2])}”" if key[1] in labels else key[0], words)
    return _KEY.sub(lambda key: f"“{gettext(labels[key[1]])}”" if key[1] in labels else key[0], named)


def _value(text: str) -> str:
    """What a form shows where a file says it."""
    return gettext("Yes") if text == "true" else text


def to_senders(text: str) -> str:
    """What the check says of a file, in words for people who send by a form or a message."""
    known, words = _for_senders()
    parts = known.taken_apart(text)
    return _GAP.sub(lambda gap: parts[1].get(gap[1], gap[0]), words[parts[0]]) if parts else text


@cache
def _for_senders() -> tuple[FilledTexts, Mapping[str, str]]:
    """The fixes of kinds that have another for senders, and by each of them that one."""
    words = {fix: other for kind in KINDS.values() for fix, other in zip(kind.fixes, kind.for_senders, strict=False)}
    return FilledTexts(words), words


@cache
def _labels(collection: str) -> Mapping[str, str]:
    """By the last part of its path, what the form calls a key of a kind of record."""
    leaves = leaves_of(collection) if collection in COLLECTIONS else ()
    return {leaf.path.rpartition(".")[2]: leaf.label.rpartition(": ")[2] for leaf in reversed(leaves)}


@cache
def _known() -> FilledTexts:
    """Every text that a problem may be made of."""
    return FilledTexts(filter(_has_words, (*rule_texts(), *_texts_of(KINDS.values()))))


def _has_words(text: str) -> bool:
    return any(map(str.isalpha, _GAP.sub("", text)))


def _to_senders(kinds: Iterable[Kind]) -> Iterator[str]:
    """Of kinds that no page knows only what senders read."""
    for kind in kinds:
        yield from (kind.allowed, *(kind.for_senders or kind.fixes))


def _texts_of(kinds: Iterable[Kind]) -> Iterator[str]:
    for kind in kinds:
        yield from (kind.allowed, *kind.fixes, *kind.for_senders)

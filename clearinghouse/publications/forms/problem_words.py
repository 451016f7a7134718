"""Problem words: a problem comes in as the check says it, in English; what it says leaves in the language that is spoken.

A problem holds finished texts, whose gaps are filled.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from clearinghouse.problems.codes import KINDS
from clearinghouse.problems.dates import DATE_009
from clearinghouse.problems.intake.messages import MSG_001, MSG_001_CUT, MSG_002, MSG_003, MSG_004, MSG_006
from clearinghouse.problems.kind import Kind
from clearinghouse.problems.problem import Problem
from clearinghouse.problems.references import ID_002, ID_002_CASE, ID_002_DRAFT, ID_007, REF_003_ABSENT, REF_003_BROKEN, REF_007
from clearinghouse.problems.terms import LINK_005, LINK_006
from clearinghouse.problems.trade.figures import FIG_002, FIG_003
from clearinghouse.problems.values import TEXT_001_NO_CHANGE, TEXT_001_NO_DAYS, TEXT_001_NOTHING_NEW
from clearinghouse.publications.forms.scripts import rule_texts
from clearinghouse.publications.translation.filled_texts import FilledTexts

_OF_MESSAGES: tuple[Kind, ...] = (
    *(MSG_001, MSG_001_CUT, MSG_002, MSG_003, MSG_004, MSG_006, TEXT_001_NOTHING_NEW, TEXT_001_NO_DAYS, TEXT_001_NO_CHANGE),
    *(ID_002, ID_002_CASE, ID_002_DRAFT, ID_007, REF_003_ABSENT, REF_003_BROKEN, REF_007, LINK_005, LINK_006, DATE_009, FIG_002, FIG_003),
)
"""What senders of messages may read beside what the rules of the form say."""
_GAP = re.compile(r"\{(\w+)\}")


def texts() -> tuple[str, ...]:
    """What senders of messages may read, each text once, with its gaps open; what is nothing but gaps needs no words."""
    return tuple(dict.fromkeys((*rule_texts(), *filter(_has_words, _texts_of(_OF_MESSAGES)))))


def words_of(problem: Problem) -> tuple[str, str]:
    """What is allowed, and how to mend it; in English where that has no translation."""
    return problem_text(problem.allowed), problem_text(problem.fix)


def problem_text(text: str) -> str:
    """One of both, as the check says it."""
    return _known().in_language(text)


@cache
def _known() -> FilledTexts:
    """Every text that a problem may be made of."""
    return FilledTexts(filter(_has_words, (*rule_texts(), *_texts_of(KINDS.values()))))


def _has_words(text: str) -> bool:
    return any(map(str.isalpha, _GAP.sub("", text)))


def _texts_of(kinds: Iterable[Kind]) -> Iterator[str]:
    for kind in kinds:
        yield from (kind.allowed, *kind.fixes)

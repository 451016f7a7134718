"""Advice: what a problem says to do is done as it is written, and helps.

A sample is something wrong and what its author makes of it. The hundred mistakes are samples, and so are those of
`advice.yml` and of the files beside it, whose heads say how to write one.
"""

import re
from pathlib import Path

import pytest

from clearinghouse.problems.codes import KINDS
from tests.support.advice.agendas import agendas
from tests.support.advice.changes import changes
from tests.support.advice.commands import commands
from tests.support.advice.forms import forms
from tests.support.advice.messages import messages
from tests.support.advice.pictures import pictures
from tests.support.advice.records import records
from tests.support.advice.sample import Sample, examples, faults, with_example, words_of
from tests.support.advice.spoilt import spoilt
from tests.support.advice.tables import tables

SAMPLES = (*records(), *tables(), *changes(), *agendas(), *forms(), *messages(), *spoilt(), *commands(), *pictures())
UNTRIED = frozenset(re.findall(r"\b[A-Z]+_[0-9]{3}\w*", (Path(__file__).parent / "untried.txt").read_text(encoding="utf-8")))
"""Kinds of which a fix is not tried here, each with the reason. No other kind belongs there: it gets a sample."""


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_what_a_fix_says_helps_and_makes_nothing_worse(sample: Sample) -> None:
    """The problem is gone, no other one is there, and no word is lost; what the fix quotes was written word for word."""
    assert list(faults(sample)) == []


def test_every_fix_is_tried() -> None:
    """Of each kind, in all of its words, but of notices; a kind for which there is a sample by now is untried no more."""
    tried = {(kind, words.fix) for sample in SAMPLES for words in map(words_of, sample.blamed) for kind in words.kinds}
    untried = {name for name, kind in KINDS.items() if not kind.is_notice and any((name, fix) not in tried for fix in kind.fixes)}
    assert untried == UNTRIED


def test_an_example_is_itself_accepted() -> None:
    """Whoever copies it in the place of what was found does not get the same problem again."""
    tried, refused = 0, []
    for sample in SAMPLES:
        for problem in sample.blamed:
            for example in examples(problem):
                if files := with_example(sample.before, problem, example):
                    tried += 1
                    again = {(other.line, other.key, words_of(other).kinds) for other in sample.judge(files)}
                    refused += [(sample.name, example)] if (problem.line, problem.key, words_of(problem).kinds) in again else []
    assert refused == []
    assert tried > 40

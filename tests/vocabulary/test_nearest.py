"""Nearest: what was most likely meant, case by case; the form in the browser is held against the same cases."""

import json
from pathlib import Path
from typing import Any

import pytest

from clearinghouse.vocabulary.nearest import nearest
from tests.support.misspelling import misspelt

GOLDEN: dict[str, Any] = json.loads(Path(__file__).with_name("nearest_cases.json").read_text(encoding="utf-8"))
"""known: words by what they are; cases: of what, the word that was written, and the nearest or null."""


@pytest.mark.parametrize("of", GOLDEN["known"])
def test_each_word_finds_the_one_that_was_meant_or_none(of: str) -> None:
    """A guess would be worse than none."""
    known = GOLDEN["known"][of]
    cases = [(word, right) for kind, word, right in GOLDEN["cases"] if kind == of]
    assert [(word, nearest(word, known)) for word, _ in cases] == cases
    assert cases


@pytest.mark.parametrize(("of", "part"), [("activities", 0.9), ("networks", 0.95), ("figures", 0.95), ("keys of trainings", 0.95)])
def test_a_slip_of_the_pen_is_nearly_always_understood(of: str, part: float) -> None:
    """What cannot be understood is a digit that was lost: `4.1.` may be any of the seven activities that begin so."""
    known = GOLDEN["known"][of]
    spoilt = misspelt(known)[::5]
    understood = [word for word, right in spoilt if nearest(word, known) == right]
    assert len(understood) >= part * len(spoilt)
    assert len(spoilt) > 40


def test_of_equals_the_first_is_taken() -> None:
    """So that the same mistake is answered alike each time."""
    assert nearest("bat", ["cat", "rat"]) == "cat"
    assert nearest("bat", ["rat", "cat"]) == "rat"

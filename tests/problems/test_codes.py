"""Codes: stable names of problems, each with a story."""

import re

import pytest

from clearinghouse.problems.codes import CODES
from clearinghouse.problems.explanation import Explanation


def test_codes_stand_once_and_in_families() -> None:
    """A family's numbers run from 1 without a gap, since codes are never reused."""
    families: dict[str, list[int]] = {}
    for code in CODES:
        found = re.fullmatch(r"([A-Z]+)-(\d{3})", code)
        assert found, code
        families.setdefault(found[1], []).append(int(found[2]))
    assert families == {family: list(range(1, len(numbers) + 1)) for family, numbers in families.items()}


@pytest.mark.parametrize("explanation", CODES.values(), ids=CODES)
def test_a_code_says_what_why_and_how(explanation: Explanation) -> None:
    """Its title is no sentence, why and how are."""
    assert CODES[explanation.code] is explanation
    assert not explanation.title.endswith(".")
    assert re.match(r"[A-Z`]", explanation.title)
    for sentence in (explanation.why, explanation.mend):
        assert re.search(r"[.)`]$", sentence), sentence
        assert re.match(r"[A-Z0-9`]", sentence), sentence

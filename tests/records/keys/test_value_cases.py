"""Values, case by case: what is told of a text as a value of a kind; the form in the browser is held against the same cases."""

import json
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest

from clearinghouse.records.keys.values import VALUES

CASES: list[dict[str, Any]] = json.loads((Path(__file__).parent / "value_cases.json").read_text(encoding="utf-8"))
"""kind, text (so many times), the words of a closed list, and what is told, or null where the text stands."""


def text_of(case: dict[str, Any]) -> str:
    """The text of a case."""
    text: str = case["text"] * case.get("times", 1)
    return text


def outcome(case: dict[str, Any]) -> dict[str, str] | None:
    """What the checker says of it."""
    value = VALUES[case["kind"]]
    fault = value.of_words(tuple(case["words"])).fault(text_of(case)) if "words" in case else value.fault(text_of(case))
    if fault is None:
        return None
    allowed, fix = fault.kind.words(fault.gaps)
    return {"code": fault.kind.code, "allowed": allowed, "fix": fix} | ({"found": fault.found} if fault.found else {})


@pytest.mark.parametrize("kind", VALUES)
def test_each_text_is_told_in_these_words(kind: str) -> None:
    """To the letter; of every kind some texts stand and some do not."""
    cases = [case for case in CASES if case["kind"] == kind]
    assert [outcome(case) for case in cases] == [case["problem"] for case in cases]
    assert {case["problem"] is None for case in cases} == {True, False}


def test_there_are_cases_for_every_rule_and_its_remedies() -> None:
    """Each rule of each kind fails for one of them, and no kind is one that nobody knows."""
    assert {case["kind"] for case in CASES} == set(VALUES)
    for kind, value in VALUES.items():
        codes = {case["problem"]["code"] for case in CASES if case["kind"] == kind and case["problem"]}
        assert codes >= {rule.kind.code for rule in value.rules[-1:]}, kind


def test_no_letter_of_a_host_turns_into_a_separator() -> None:
    """Programs put hosts into their canonical form (UTS 46), and refuse the whole address when that happens."""
    for letter in map(chr, (*range(0x80, 0xD800), *range(0xE000, 0x30000))):
        if set("/?#@:") & set(normalize("NFKC", letter)):
            assert VALUES["link"].fault(f"https://example{letter}org/")

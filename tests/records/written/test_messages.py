"""Messages: what is asked for becomes a text, and a number that a sender can quote."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clearinghouse.records.written.messages.message import WIDTH, Message, message_text
from clearinghouse.records.written.messages.reference_numbers import LETTERS, reference_in, reference_number

CASES = json.loads((Path(__file__).parent / "message_cases.json").read_text(encoding="utf-8"))
"""What the twin in the browser is held against as well."""
CHANCE = st.lists(st.integers(0, 255), min_size=7, max_size=7)


@pytest.mark.parametrize("case", CASES["messages"], ids=[case["name"] for case in CASES["messages"]])
def test_a_request_is_this_text(case: dict[str, Any]) -> None:
    """To the letter; no line of the fence is wider than a mail program leaves alone, and no readable one that has spaces."""
    lines = [(question, answer) for question, answer in case["lines"]]
    text = message_text(Message(**case["message"]), case["heading"], lines, case["warning"])
    assert text == case["text"]
    assert all(len(line) <= WIDTH for line in text.split("\n") if " " in line.strip())


def test_reference_numbers_are_these() -> None:
    """From the same values of chance."""
    assert [reference_number(case["year"], case["values"]) for case in CASES["reference_numbers"]] == [
        case["number"] for case in CASES["reference_numbers"]
    ]


@given(CHANCE)
def test_a_number_is_found_as_people_type_it(values: list[int]) -> None:
    """In small letters, with O for zero and l for one, with other dashes or none, in a sentence."""
    number = reference_number(2026, values)
    typed = number[:3] + number[3:].lower().replace("0", "o").replace("1", "l")
    assert reference_in(f"About {typed.replace('ch-2o26', 'ch-2026').replace('CH-2o26', 'CH-2026')}: when?") == number
    assert reference_in(number.replace("-", " – ")) == number
    assert reference_in(number.replace("-", "")) == number


@given(CHANCE, st.integers(8, 16), st.sampled_from(LETTERS))
def test_a_slip_is_noticed(values: list[int], place: int, letter: str) -> None:
    """One letter that is another, wherever it stands."""
    number = reference_number(2026, values)
    wrong = number[:place] + letter + number[place + 1 :]
    assert reference_in(wrong) == (number if wrong == number else "")

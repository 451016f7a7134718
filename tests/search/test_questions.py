"""Questions that people have, asked of the true site with real keys: the right records are among the first five."""

from typing import Any

import pytest
import yaml

from tests.support.running import ROOT
from tests.support.search.asking import Asking

QUESTIONS: list[dict[str, Any]] = yaml.load((ROOT / "tests" / "search" / "questions.yaml").read_text("utf-8"), yaml.CSafeLoader)
FIRST = 5


def test_there_are_questions_enough_and_each_has_an_answer() -> None:
    """A question without a page that must be found could not fail."""
    assert len(QUESTIONS) >= 30
    assert all(question["first"] for question in QUESTIONS)


SOME = 14
"""Of so many questions one is asked in every run, and all of them in the long one."""


@pytest.mark.parametrize(
    "question",
    [
        pytest.param(question, marks=() if number % SOME == 0 else pytest.mark.long, id=question["ask"])
        for number, question in enumerate(QUESTIONS)
    ],
)
def test_a_question_finds_its_records_among_the_first_five(question: dict[str, Any], asking: Asking) -> None:
    """What is typed is typed, what is ticked is ticked, as somebody would who has the question."""
    asking.begin().type(question["type"])
    for facet, terms in question.get("facets", {}).items():
        for term in terms:
            asking.tick(facet.capitalize(), term)
    if since := question.get("since"):
        asking.since(since)
    if order := question.get("order"):
        asking.order(order)
    assert set(question["first"]) <= set(asking.hits[:FIRST])

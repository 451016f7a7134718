"""The plans, read as plain YAML: their activities stand where their numbers say, word for word, and their gaps are told."""

from collections.abc import Mapping
from typing import Any

import pytest

from tests.support.plain import File, files

PLANS = tuple(name for name, plan in files("plans").items() if "thrusts" in plan)
"""Those whose text was found; of the others a test below holds that they say so."""


def activities(plan: str) -> Mapping[str, File]:
    """The activities of a plan by their numbers."""
    return {name.partition("/")[2]: record for name, record in files("activities").items() if name.startswith(f"{plan}/")}


def commitments(activity: File) -> list[Any]:
    """The activity itself, then its sub-activities."""
    return [activity, *activity.get("sub_activities", [])]


def test_every_activity_belongs_to_a_plan() -> None:
    """By its folder; and every plan has some."""
    assert PLANS
    assert {name.partition("/")[0] for name in files("activities")} == set(PLANS)


def test_a_plan_whose_text_was_not_found_says_so() -> None:
    """Instead of being left out."""
    assert [name for name in files("plans") if name not in PLANS] == ["poa-2021-2025"]
    assert "found it nowhere" in files("plans")["poa-2021-2025"]["note"]


@pytest.mark.parametrize("plan", PLANS)
def test_every_activity_stands_under_the_programme_of_its_number(plan: str) -> None:
    """4.1.2 belongs to 4.1, and that to 4; every programme has an activity."""
    outline = {thrust["number"]: [programme["number"] for programme in thrust["programmes"]] for thrust in files("plans")[plan]["thrusts"]}
    assert all(number.partition(".")[0] == thrust for thrust, numbers in outline.items() for number in numbers)
    own = {number: activity["programme"] for number, activity in activities(plan).items()}
    assert own == {number: number.rpartition(".")[0] for number in own}
    assert set(own.values()) == {number for numbers in outline.values() for number in numbers}


@pytest.mark.parametrize("plan", PLANS)
def test_no_two_activities_share_words_or_label(plan: str) -> None:
    """A copied file whose text was forgotten shows here."""
    own = activities(plan).values()
    assert len({activity["wording"] for activity in own}) == len(own)
    assert len({activity["label"] for activity in own}) == len(own)
    assert all(len(activity["label"]) <= 70 for activity in own)


@pytest.mark.parametrize("plan", PLANS)
def test_sub_activities_are_lettered_in_their_order(plan: str) -> None:
    """A, b, c: as the plans do."""
    for number, activity in activities(plan).items():
        letters = [part["id"] for part in activity.get("sub_activities", [])]
        assert letters == list("abcdefgh"[: len(letters)]), number


@pytest.mark.parametrize("plan", PLANS)
def test_a_gap_of_the_source_is_told_where_there_is_one_and_nowhere_else(plan: str) -> None:
    """Every activity has indicators, years, and a body or country, in itself or in its parts, or tells the gap."""
    for number, activity in activities(plan).items():
        whole = commitments(activity)
        missing = {key for key in ("indicators", "timeline") if not any(part.get(key) for part in whole)}
        if not any(part.get("responsible") or part.get("lead") for part in whole):
            missing.add("responsible")
        assert missing == set(activity.get("source_gap", [])), number


@pytest.mark.parametrize("plan", PLANS)
def test_every_timeline_lies_within_the_plan(plan: str) -> None:
    """No activity begins before its plan or outlasts it."""
    period = files("plans")[plan]["period"]
    for number, activity in activities(plan).items():
        spans = [part["timeline"] for part in commitments(activity) if "timeline" in part]
        assert all(period["from"] <= span["from"] <= span["to"] <= period["to"] for span in spans), number


@pytest.mark.parametrize("plan", PLANS)
def test_every_indicator_has_a_type(plan: str) -> None:
    """So that each is answered by a rule; where the plan gives none, there is none."""
    for number, activity in activities(plan).items():
        for part in commitments(activity):
            assert all("type" in indicator for indicator in part.get("indicators", [])), number

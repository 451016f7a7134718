"""The transcription of the two plans: what was counted by hand in the published plans is what the files hold.

The plans are printed and change no more, so neither may their activities; what they have come to is another matter.
"""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.support.plain import File, files

POA, FLEG = "poa-2016-2020", "fleg-2016-2025"

# Activity: how many sub-activities the plan lists, and how many indicators it gives, those of sub-activities included.
POA_COUNTS = {
    "1.1.1": (0, 1),
    "1.2.1": (2, 2),
    "1.2.2": (0, 0),
    "1.2.3": (1, 1),
    "1.2.4": (1, 1),
    "1.2.5": (4, 2),
    "2.2.1": (2, 1),
    "2.2.2": (4, 1),
    "4.1.1": (1, 1),
    "4.1.2": (2, 1),
    "4.1.3": (0, 1),
    "4.2.1": (1, 1),
    "4.2.2": (2, 1),
    "5.1.1": (1, 1),
    "5.1.2": (2, 2),
    "5.2.1": (2, 1),
}
FLEG_YEARS = {
    "2016-2020": "1.1.1 1.1.4 1.1.5 1.1.6 2.1.3 2.1.5 2.1.10 3.2.3 4.1.2 4.1.4 4.2.2",
    "2016-2025": (
        "1.1.2 2.1.4 2.1.6 2.1.7 2.1.8 2.1.9 2.1.11 3.1.1 3.1.2 3.1.3 3.2.1 3.2.2 3.2.4 3.2.5 4.1.1 4.1.3 4.1.5 4.1.6 4.1.7 4.2.1"
    ),
    "2021-2025": "1.1.3 2.1.1 2.1.2 4.2.3",
}
FLEG_SPANS = {number: span for span, numbers in FLEG_YEARS.items() for number in numbers.split()}


def activities(plan: str) -> dict[str, File]:
    """The activities of a plan by their numbers."""
    return {name.partition("/")[2]: record for name, record in files("activities").items() if name.startswith(f"{plan}/")}


def commitments(plan: str) -> Iterator[tuple[str, Any]]:
    """Each activity of a plan and each of its sub-activities, with the number of the activity."""
    for number, activity in activities(plan).items():
        yield from ((number, part) for part in (activity, *activity.get("sub_activities", [])))


def indicators(plan: str, number: str) -> int:
    """How many indicators an activity has, those of its sub-activities included."""
    return sum(len(part.get("indicators", [])) for own, part in commitments(plan) if own == number)


@pytest.mark.parametrize(
    ("plan", "numbers", "thrusts"),
    [(POA, set(POA_COUNTS), "1.1 1.2 2.2 4.1 4.2 5.1 5.2"), (FLEG, set(FLEG_SPANS), "1.1 2.1 3.1 3.2 4.1 4.2")],
)
def test_a_plan_has_its_activities_and_programmes(plan: str, numbers: set[str], thrusts: str) -> None:
    """Sixteen and thirty-five activities; the Plan of Action has no thrust 3."""
    assert set(activities(plan)) == numbers
    outline = [programme["number"] for thrust in files("plans")[plan]["thrusts"] for programme in thrust["programmes"]]
    assert " ".join(outline) == thrusts


@pytest.mark.parametrize(("number", "counts"), POA_COUNTS.items())
def test_the_plan_of_action_keeps_its_sub_activities_and_indicators(number: str, counts: tuple[int, int]) -> None:
    """As many as in the table of the plan."""
    assert (len(activities(POA)[number].get("sub_activities", [])), indicators(POA, number)) == counts


def test_the_fleg_work_plan_gives_one_indicator_each_and_two_to_2_1_5() -> None:
    """And it has no sub-activities and no lead countries."""
    assert {number: indicators(FLEG, number) for number in FLEG_SPANS} == {number: 2 if number == "2.1.5" else 1 for number in FLEG_SPANS}
    assert not any("sub_activities" in activity or "lead" in activity for activity in activities(FLEG).values())


def test_gaps_stand_where_the_plans_have_them_and_nowhere_else() -> None:
    """A gap is a cell that is empty for the whole activity."""
    gaps = {name: set(activity["source_gap"]) for name, activity in files("activities").items() if "source_gap" in activity}
    assert {name: gap for name, gap in gaps.items() if name.startswith((POA, FLEG))} == {
        "poa-2016-2020/1.2.2": {"indicators"},
        "poa-2016-2020/4.2.2": {"responsible", "timeline"},
        "poa-2016-2020/5.1.2": {"timeline"},
    }


def test_the_plan_of_action_names_its_lead_countries() -> None:
    """Thailand twice, Indonesia, the Philippines and Lao PDR, each where its row stands."""
    assert {(number, part.get("id")): part["lead"] for number, part in commitments(POA) if "lead" in part} == {
        ("1.2.5", "a"): ["TH"],
        ("1.2.5", "d"): ["ID"],
        ("4.1.1", None): ["TH"],
        ("5.1.2", "a"): ["PH", "LA"],
    }


def test_every_timeline_is_that_of_the_plan() -> None:
    """The Plan of Action writes 2016-2020 throughout; the work plan has three spans."""
    spans = {
        plan: {number: "{from}-{to}".format_map(record["timeline"]) for number, record in activities(plan).items() if "timeline" in record}
        for plan in (POA, FLEG)
    }
    assert spans[POA] == {number: "2016-2020" for number in POA_COUNTS if number not in ("4.2.2", "5.1.2")}
    assert spans[FLEG] == FLEG_SPANS

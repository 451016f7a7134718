"""The two plans, read as plain YAML: what was counted by hand in the plans is what the files hold."""

from pathlib import Path
from typing import Any

import pytest
import yaml

DATA = Path(__file__).parents[2] / "data"
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
FLEG_NUMBERS = [number for numbers in FLEG_YEARS.values() for number in numbers.split()]


def _read(path: Path) -> dict[str, Any]:
    record = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert isinstance(record, dict), path
    return record


def _activities(plan: str) -> dict[str, dict[str, Any]]:
    return {path.stem: _read(path) for path in (DATA / "activities" / plan).glob("*.yml")}


def _commitments(activity: dict[str, Any]) -> list[dict[str, Any]]:
    """The activity itself, then its sub-activities."""
    return [activity, *activity.get("sub_activities", [])]


def _indicators(activity: dict[str, Any]) -> list[str]:
    return [indicator["wording"] for part in _commitments(activity) for indicator in part.get("indicators", [])]


def _outline(plan: str) -> dict[str, list[str]]:
    return {
        thrust["number"]: [programme["number"] for programme in thrust["programmes"]]
        for thrust in _read(DATA / "plans" / f"{plan}.yml")["thrusts"]
    }


def test_the_plan_of_action_has_its_sixteen_activities() -> None:
    """Four numbers of thrusts, of which 3 is none."""
    assert len(POA_COUNTS) == 16
    assert set(_activities(POA)) == set(POA_COUNTS)
    assert _outline(POA) == {"1": ["1.1", "1.2"], "2": ["2.2"], "4": ["4.1", "4.2"], "5": ["5.1", "5.2"]}


def test_the_fleg_work_plan_has_its_thirty_five_activities() -> None:
    """Four thrusts, 1 to 4."""
    assert len(FLEG_NUMBERS) == 35
    assert set(_activities(FLEG)) == set(FLEG_NUMBERS)
    assert _outline(FLEG) == {"1": ["1.1"], "2": ["2.1"], "3": ["3.1", "3.2"], "4": ["4.1", "4.2"]}


@pytest.mark.parametrize("plan", [POA, FLEG])
def test_every_activity_stands_under_the_programme_of_its_number(plan: str) -> None:
    """4.1.2 belongs to 4.1, and every programme has an activity."""
    activities = _activities(plan)
    assert {number: activity["programme"] for number, activity in activities.items()} == {
        number: number.rpartition(".")[0] for number in activities
    }
    programmes = {programme for programmes in _outline(plan).values() for programme in programmes}
    assert {activity["programme"] for activity in activities.values()} == programmes


@pytest.mark.parametrize("plan", [POA, FLEG])
def test_no_two_activities_share_words_or_label(plan: str) -> None:
    """A copied file whose text was forgotten shows here."""
    activities = _activities(plan).values()
    assert len({activity["wording"] for activity in activities}) == len(activities)
    assert len({activity["label"] for activity in activities}) == len(activities)
    assert all(len(activity["label"]) <= 70 for activity in activities)


@pytest.mark.parametrize(("number", "counts"), POA_COUNTS.items())
def test_the_plan_of_action_keeps_its_sub_activities_and_indicators(number: str, counts: tuple[int, int]) -> None:
    """As many as in the table of the plan; sub-activities are lettered a, b, c."""
    activity = _activities(POA)[number]
    letters = [part["id"] for part in activity.get("sub_activities", [])]
    assert (len(letters), len(_indicators(activity))) == counts
    assert letters == list("abcd"[: len(letters)])


def test_the_fleg_work_plan_gives_one_indicator_each_and_two_to_2_1_5() -> None:
    """And it has no sub-activities and no lead countries."""
    activities = _activities(FLEG)
    assert {number: len(_indicators(activity)) for number, activity in activities.items()} == {
        number: 2 if number == "2.1.5" else 1 for number in FLEG_NUMBERS
    }
    assert not any("sub_activities" in activity or "lead" in activity for activity in activities.values())


def test_gaps_of_the_source_are_told_where_the_plan_has_them_and_nowhere_else() -> None:
    """A gap is a cell that is empty for the whole activity."""
    gaps = {
        f"{plan}/{number}": set(activity["source_gap"])
        for plan in (POA, FLEG)
        for number, activity in _activities(plan).items()
        if "source_gap" in activity
    }
    assert gaps == {
        "poa-2016-2020/1.2.2": {"indicators"},
        "poa-2016-2020/4.2.2": {"responsible", "timeline"},
        "poa-2016-2020/5.1.2": {"timeline"},
    }


@pytest.mark.parametrize("plan", [POA, FLEG])
def test_what_is_no_gap_is_filled_in(plan: str) -> None:
    """Every activity has indicators, years, and a body or country, in itself or in its parts, or tells the gap."""
    for number, activity in _activities(plan).items():
        parts = _commitments(activity)
        missing = {key for key in ("indicators", "timeline") if not any(part.get(key) for part in parts)}
        if not any(part.get("responsible") or part.get("lead") for part in parts):
            missing.add("responsible")
        assert missing == set(activity.get("source_gap", [])), number


def test_the_plan_of_action_names_its_lead_countries() -> None:
    """Thailand twice, Indonesia, the Philippines and Lao PDR, each where its row stands."""
    leads = {
        (number, part.get("id")): part["lead"]
        for number, activity in _activities(POA).items()
        for part in _commitments(activity)
        if "lead" in part
    }
    assert leads == {
        ("1.2.5", "a"): ["TH"],
        ("1.2.5", "d"): ["ID"],
        ("4.1.1", None): ["TH"],
        ("5.1.2", "a"): ["PH", "LA"],
    }


def test_every_timeline_is_that_of_the_plan() -> None:
    """The Plan of Action writes 2016-2020 throughout; the work plan has three spans."""
    spans = {
        plan: {
            number: "{from}-{to}".format_map(activity["timeline"])
            for number, activity in _activities(plan).items()
            if "timeline" in activity
        }
        for plan in (POA, FLEG)
    }
    assert spans[POA] == {number: "2016-2020" for number in POA_COUNTS if number not in ("4.2.2", "5.1.2")}
    assert spans[FLEG] == {number: span for span, numbers in FLEG_YEARS.items() for number in numbers.split()}

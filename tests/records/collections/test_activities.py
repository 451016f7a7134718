"""Activities and plans: what a plan promises, in its own numbers."""

from clearinghouse.records.collections.activity import Activity
from clearinghouse.records.collections.plan import Plan
from tests.support.examples import record


def activity(key: str, **keys: str) -> Activity:
    """An activity by plan/number."""
    activity_record = record(f"activities/{key}", **keys)
    assert isinstance(activity_record, Activity)
    return activity_record


def test_numbers_sort_as_numbers() -> None:
    """2.1.9 before 2.1.10, which text would turn round."""
    numbers = ["2.1.10", "10.1.1", "2.1.9", "2.2.1", "1.9.9"]
    in_order = sorted((activity(f"poe-2026/{number}") for number in numbers), key=lambda one: one.order)
    assert [one.number for one in in_order] == ["1.9.9", "2.1.9", "2.1.10", "2.2.1", "10.1.1"]


def test_an_activity_is_plan_and_number() -> None:
    """Both as text: plans use the same numbers for different things, and 4.10 is not 4.1."""
    one = activity("poe-2026/1.1.10")
    assert (one.plan, one.number, one.key, one.address) == ("poe-2026", "1.1.10", "activities/poe-2026/1.1.10", "plans/poe-2026/1.1.10/")
    assert one.programme == "1.1"


def test_leads_and_indicators_of_its_parts_are_its_own() -> None:
    """Each lead country once, in the order of the plan."""
    parts = "[{id: a, wording: A., lead: [VN, TH], indicators: [{wording: Two.}]}, {id: b, wording: B., lead: [LA]}]"
    one = activity("poe-2026/1.1.1", lead="[TH]", indicators="[{wording: One.}]", sub_activities=parts)
    assert one.all_leads == ("TH", "VN", "LA")
    assert [indicator.wording for indicator in one.all_indicators] == ["One.", "Two."]


def test_a_plan_knows_its_programmes_by_number() -> None:
    """Through all its thrusts."""
    fourth = '{number: "4", title: A, programmes: [{number: "4.1", title: B}, {number: "4.10", title: C}]}'
    thrusts = f'[{fourth}, {{number: "5", title: D, programmes: []}}]'
    plan = record("plans/poe-2026", thrusts=thrusts)
    assert isinstance(plan, Plan)
    assert {number: programme.title for number, programme in plan.programmes.items()} == {"4.1": "B", "4.10": "C"}
    assert str(plan.period) == "2026-2030"

"""Groupings of a plan's activities: by lead, by body, by delivery; none is lost in any of them."""

from clearinghouse.publications.pages.groupings import groupings
from tests.support.examples import catalogue, yaml

FILES = {
    "plans/poe-2016": yaml("plans"),
    "activities/poe-2016/1.1.1": yaml("activities", lead="[VN, TH]", responsible="[Zoo board]", sub_activities=None, log=None),
    "activities/poe-2016/1.1.2": yaml("activities", lead=None, responsible="[AWG]", sub_activities=None, log=None),
}


def groups(label: str) -> list[tuple[str, list[str]]]:
    """The groups of a grouping, as pairs."""
    [grouping] = [grouping for grouping in groupings(catalogue(FILES).activities) if grouping["label"] == label]
    return [(group["title"], group["numbers"]) for group in grouping["groups"]]


def test_an_activity_that_two_states_lead_stands_under_both() -> None:
    """States by name; what the plan leaves open comes last."""
    assert groups("Lead country") == [("Thailand", ["1.1.1"]), ("Viet Nam", ["1.1.1"]), ("Not stated in the plan", ["1.1.2"])]


def test_bodies_stand_as_the_plan_has_them() -> None:
    """A to Z."""
    assert groups("Responsible body") == [("AWG", ["1.1.2"]), ("Zoo board", ["1.1.1"])]


def test_what_has_no_log_is_a_group_of_its_own() -> None:
    """Silence is no state of delivery."""
    assert groups("Delivery") == [("Not logged yet", ["1.1.1", "1.1.2"])]

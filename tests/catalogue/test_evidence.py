"""The rule of evidence: what counts for an activity, when it was, and why the rest does not count."""

import pytest

from clearinghouse.catalogue.evidence import GROUPS, REASONS
from tests.support.examples import SOURCE, TODAY, catalogue, yaml

PLAN = {
    "plans/poe-2016": yaml("plans", period="{from: 2016, to: 2020}", document="documents/doc-plan"),
    "activities/poe-2016/1.1.1": yaml("activities"),
}
SERVES = {"serves": "[poe-2016/1.1.1]"}


def place(path: str, **keys: str | None) -> str:
    """The group of a record, by its keys, or the reason for which it does not count."""
    files = {**PLAN, "documents/doc-plan": yaml("documents"), path: yaml(path.partition("/")[0], **SERVES, **keys)}
    evidence = catalogue(files, TODAY).evidence("poe-2016/1.1.1")
    groups: list[str] = [group for group in GROUPS if evidence.groups[group]]
    [where] = groups + [reason.one for reason in evidence.left_out]
    return where


@pytest.mark.parametrize(
    ("dates", "group"),
    [
        ({"starts": "2015-12-31"}, "before"),
        ({"starts": "2015-12-31", "ends": "2016-01-01"}, "during"),
        ({"starts": "2016-01-01"}, "during"),
        ({"starts": "2020"}, "during"),
        ({"starts": "2020-12-31", "ends": "2021-01-02"}, "during"),
        ({"starts": "2021-01-01"}, "after"),
        ({"starts": None, "undated": "true", "note": "The page gives no date."}, "undated"),
    ],
)
def test_an_event_is_placed_by_its_days(dates: dict[str, str | None], group: str) -> None:
    """It falls into the plan's years when a part of it does."""
    assert place("trainings/a", status="held", **dates) == group


@pytest.mark.parametrize(
    ("path", "keys", "group"),
    [
        ("documents/doc-a", {"date": "2018-05"}, "during"),
        ("documents/doc-a", {"date": "2021"}, "after"),
        ("programmes/th-a", {"since": "2010"}, "before"),
        ("programmes/th-a", {"since": "2010", "until": "2017"}, "during"),
        ("programmes/th-a", {}, "undated"),
        ("networks/net-a", {"started": "2019-05"}, "during"),
        ("networks/net-a", {"started": "2009", "ended": "2015"}, "before"),
        ("figures/fig-a", {"period": "2015 to August 2022"}, "during"),
        ("figures/fig-a", {"period": "per year, as stated in 2016", "from": "2021"}, "after"),
        ("figures/fig-a", {"period": "recent years", "until": "2018-03"}, "during"),
        ("figures/fig-a", {"period": "period not in the excerpt"}, "undated"),
        ("projects/pro-a", {"period": "April 2021 to March 2024"}, "after"),
        ("updates/2019-01-01-a", {"date": "2019-01-12"}, "during"),
    ],
)
def test_each_collection_is_placed_by_its_own_dates(path: str, keys: dict[str, str], group: str) -> None:
    """What began and has no known end by its beginning alone."""
    assert place(path, **keys) == group


@pytest.mark.parametrize(("laws", "group"), [("2014", "before"), ("2019-06", "during"), ("2023", "after")])
def test_legislation_is_placed_by_its_laws_and_assessments(laws: str, group: str) -> None:
    """One of them in the plan's years is enough; two on both sides of them are none in them."""
    assert place("legislation/la", laws=f"[{{title: Law, adopted: {laws}, source: {SOURCE}}}]") == group
    both = f"[{{title: Law, adopted: 2014, source: {SOURCE}}}, {{title: Act, adopted: {laws}, source: {SOURCE}}}]"
    assert place("legislation/la", laws=both) == group


BLOG = SOURCE.replace("official site", "blog")
PAST = {"status": "held", "starts": "2018-03-02"}


@pytest.mark.parametrize(
    ("path", "keys", "reason"),
    [
        ("trainings/a", {**PAST, "withdrawn": "{date: 2026-02-01, reason: Twice.}", "confidence": "low"}, "withdrawn"),
        ("workshops/a", {**PAST, "kind": "observance"}, "observance"),
        ("trainings/a", {**PAST, "status": "cancelled"}, "cancelled"),
        ("trainings/a", {**PAST, "status": "postponed"}, "postponed"),
        ("trainings/a", {"status": "announced", "starts": "2026-03-10"}, "still to come"),
        ("trainings/a", {"status": "announced", "starts": "2026-03-09"}, "without a report that it was held"),
        ("trainings/a", {"status": "unconfirmed", "starts": "2018-03-02"}, "without a report that it was held"),
        ("documents/doc-a", {"date": "2026-03-11"}, "still to come"),
        ("trainings/a", {**PAST, "confidence": "low"}, "of low confidence"),
        ("trainings/a", {**PAST, "confidence": "medium", "sources": f"[{BLOG}]"}, "from secondary sources alone"),
        ("trainings/a", {**PAST, "sources": f"[{BLOG}, {SOURCE}]"}, "during"),
    ],
)
def test_what_does_not_count_says_why(path: str, keys: dict[str, str], reason: str) -> None:
    """The first of several reasons."""
    assert place(path, **keys) == reason


def test_the_plan_is_no_evidence_of_itself() -> None:
    """Its text promises; it carries nothing out."""
    files = {**PLAN, "documents/doc-plan": yaml("documents", **SERVES, date="2016")}
    [reason] = catalogue(files).evidence("poe-2016/1.1.1").left_out
    assert reason.one == "the text of the plan itself"


def test_every_record_stands_in_exactly_one_place() -> None:
    """Whatever it is."""
    records = {f"trainings/t-{status}": yaml("trainings", **SERVES, status=status) for status in ("held", "announced", "cancelled")}
    every = catalogue({**PLAN, **records})
    evidence = every.evidence("poe-2016/1.1.1")
    placed = [*evidence.counted, *(record for group in evidence.left_out.values() for record in group)]
    assert sorted(record.id for record in placed) == sorted(record.id for record in every.serving("poe-2016/1.1.1"))
    assert set(evidence.left_out) <= set(REASONS)

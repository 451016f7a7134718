"""The catalogue: questions that span several records."""

from collections.abc import Iterable
from datetime import date

import pytest

from clearinghouse.catalogue.catalogue import by_title, newest_first
from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.collections.record import Record
from tests.support.examples import TODAY, catalogue, reading, record, yaml

WITHDRAWN = "{date: 2026-02-01, reason: It stood here twice.}"
PLAN = {"plans/poe-2026": yaml("plans"), **{f"activities/poe-2026/1.1.{number}": yaml("activities") for number in (1, 2, 10)}}
SERVING = {"serves": "[poe-2026/1.1.1]"}


def ids(records: Iterable[Record]) -> list[str]:
    """The ids of records, in their order."""
    return [item.id for item in records]


def test_evidence_leaves_out_what_does_not_count() -> None:
    """Low confidence and withdrawn records serve an activity, but are no evidence of it; both are counted apart."""
    every = catalogue(
        {
            **PLAN,
            "trainings/th-2026-01-high": yaml("trainings", **SERVING, status="held"),
            "trainings/th-2026-01-low": yaml("trainings", **SERVING, confidence="low"),
            "trainings/th-2026-01-withdrawn": yaml("trainings", **SERVING, withdrawn=WITHDRAWN),
            "trainings/th-2026-01-draft": yaml("trainings", **SERVING, draft="true"),
            "documents/doc-medium": yaml("documents", **SERVING, confidence="medium"),
            "documents/doc-other": yaml("documents", serves="[poe-2026/1.1.2]"),
        }
    )
    activity = every.activity("poe-2026/1.1.1")
    assert activity is not None
    assert sorted(ids(every.serving(activity))) == ["doc-medium", "th-2026-01-high", "th-2026-01-low", "th-2026-01-withdrawn"]
    assert ids(every.evidence(activity).counted) == ["th-2026-01-high", "doc-medium"]
    assert every.evidence("poe-2026/1.1.1") == every.evidence(activity)
    assert every.with_evidence(every.plans[0]) == 1
    assert every.evidence("poe-2026/1.1.10").counted == ()


def test_a_record_that_names_an_activity_twice_serves_it_once() -> None:
    """Nobody is counted double."""
    every = catalogue({**PLAN, "trainings/th-2026-01-x": yaml("trainings", serves="[poe-2026/1.1.1, poe-2026/1.1.1]")})
    assert ids(every.serving("poe-2026/1.1.1")) == ["th-2026-01-x"]


def test_activities_stand_in_the_order_of_plans_and_numbers() -> None:
    """The older plan first, and 1.1.10 after 1.1.2."""
    every = catalogue(
        {
            **PLAN,
            "plans/old-2016": yaml("plans", period="{from: 2016, to: 2020}"),
            "activities/old-2016/1.1.1": yaml("activities"),
        }
    )
    assert [plan.id for plan in every.plans] == ["old-2016", "poe-2026"]
    assert [activity.id for activity in every.activities] == ["old-2016/1.1.1", "poe-2026/1.1.1", "poe-2026/1.1.2", "poe-2026/1.1.10"]
    plan = every.plan("poe-2026")
    assert plan is not None
    assert [activity.number for activity in every.activities_of(plan)] == ["1.1.1", "1.1.2", "1.1.10"]
    assert every.activities_of(plan, "1.2") == ()
    assert (every.plan("x"), every.activity("x/1.1.1")) == (None, None)


def test_newest_stand_first_then_by_title_and_the_undated_last() -> None:
    """A month counts from its first day; capitals make no difference."""
    records = [
        record("trainings/th-2026-03-b", title="Beta", starts="2026-03-01"),
        record("trainings/th-2026-03-a", title="alpha", starts="2026-03"),
        record("trainings/th-2026-04-x", title="Old", starts="2025-12-31"),
        record("trainings/th-undated-z", title="Zeta", starts=None, undated="true", note="No date."),
        record("trainings/th-undated-y", title="eta", starts=None, undated="true", note="No date."),
        record("trainings/th-2026-05-x", title="New", starts="2026-05-01"),
    ]
    expected = ["New", "alpha", "Beta", "Old", "eta", "Zeta"]
    assert [item.title for item in newest_first(records)] == expected
    assert [item.title for item in newest_first(reversed(records))] == expected


def test_titles_sort_without_regard_to_capitals() -> None:
    """And by id where two have the same."""
    records = [
        record("networks/b", title="Same"),
        record("networks/c", title="alpha"),
        record("networks/a", title="same"),
        record("networks/d", title="Beta"),
    ]
    assert ids(by_title(records)) == ["c", "d", "a", "b"]


EVENTS = {
    "trainings/th-2026-03-today": yaml("trainings", starts="2026-03-10"),
    "trainings/th-2026-03-yesterday": yaml("trainings", starts="2026-03-09"),
    "trainings/th-2026-03-goes-on": yaml("trainings", starts="2026-03-01", ends="2026-03-12"),
    "trainings/th-2026-03-held": yaml("trainings", starts="2026-03-10", status="held"),
    "trainings/th-2026-04-cancelled": yaml("trainings", starts="2026-04-01", status="cancelled"),
    "trainings/th-2026-04-postponed": yaml("trainings", starts="2026-04-01", status="postponed"),
    "trainings/th-2026-04-withdrawn": yaml("trainings", starts="2026-04-01", withdrawn=WITHDRAWN),
    "trainings/th-2026-04-draft": yaml("trainings", starts="2026-04-01", draft="true"),
    "trainings/th-2026-march": yaml("trainings", starts="2026-03"),
    "trainings/th-2026-year": yaml("trainings", starts="2026"),
    "trainings/th-undated-x": yaml("trainings", starts=None, undated="true", note="No date."),
    "trainings/th-2026-02-cancelled": yaml("trainings", starts="2026-02-01", status="cancelled"),
    "trainings/th-2026-02-withdrawn": yaml("trainings", starts="2026-02-01", withdrawn=WITHDRAWN),
    "trainings/th-2026-02-postponed": yaml("trainings", starts="2026-02-01", status="postponed"),
    "workshops/th-2026-03-tomorrow": yaml("workshops", starts="2026-03-11"),
    "workshops/th-2026-01-past": yaml("workshops", starts="2026-01-11"),
}


def test_what_is_upcoming_stands_soonest_first() -> None:
    """Trainings and workshops together; nothing that is off, put off or over."""
    assert ids(catalogue(EVENTS).upcoming) == [
        "th-2026-year", "th-2026-march", "th-2026-03-goes-on", "th-2026-03-today", "th-2026-03-tomorrow",
    ]  # fmt: skip


def test_what_is_past_stands_latest_first() -> None:
    """The day after its last day, not before."""
    assert ids(catalogue(EVENTS).past) == ["th-2026-03-yesterday", "th-2026-01-past"]
    assert "th-2026-03-goes-on" in ids(catalogue(EVENTS, date(2026, 3, 13)).past)


def test_a_day_hides_no_record() -> None:
    """It only tells past from future; drafts are in no collection on any day."""
    for as_of in (date(1990, 1, 1), TODAY, date(2090, 1, 1)):
        every = catalogue(EVENTS, as_of)
        assert len(every.events) == len(EVENTS) - 1
        assert not any(item.draft for item in every.records)
        assert not {*ids(every.upcoming)} & {*ids(every.past)}


def test_all_that_concerns_a_state_is_found_by_its_code() -> None:
    """As host, as participant, as member of the region, as chair, as what a document is about."""
    every = catalogue(
        {
            "trainings/th-2026-03-host": yaml("trainings", host="LA"),
            "trainings/th-2026-03-part": yaml("trainings", host="TH", countries="[LA, CN]"),
            "trainings/th-2026-03-region": yaml("trainings", region="ASEAN"),
            "trainings/th-2026-03-other": yaml("trainings", host="TH"),
            "workshops/asean-2026-04-x": yaml("workshops", chair="LA"),
            "documents/doc": yaml("documents", countries="[LA]"),
            "legislation/la": yaml("legislation"),
        }
    )
    assert sorted(ids(every.concerning("LA", "trainings"))) == ["th-2026-03-host", "th-2026-03-part", "th-2026-03-region"]
    assert [ids(every.concerning("LA", name)) for name in ("workshops", "documents", "legislation", "networks")] == [
        ["asean-2026-04-x"], ["doc"], ["la"], [],
    ]  # fmt: skip
    assert ids(every.concerning("CN", "trainings")) == ["th-2026-03-part"]
    assert every.concerning("FR", "trainings") == ()
    assert {"LA", "TH", "CN", "TL"} <= every.states
    assert every.legislation_of("LA") is every.legislation[0]
    assert every.legislation_of("TH") is None


def test_lead_countries_have_their_activities() -> None:
    """Also where only a part names them."""
    part = "[{id: a, wording: A., lead: [VN]}]"
    every = catalogue({**PLAN, "activities/poe-2026/1.1.3": yaml("activities", lead="[TH]", sub_activities=part)})
    assert [activity.number for activity in every.led_by("VN")] == ["1.1.3"]
    assert [activity.number for activity in every.led_by("TH")] == ["1.1.3"]
    assert every.led_by("LA") == ()


def test_a_network_has_the_events_that_name_its_id() -> None:
    """As organiser or partner, each once; a name that is like its title is another matter."""
    every = catalogue(
        {
            "networks/net-x": yaml("networks"),
            "trainings/th-2026-03-both": yaml("trainings", organisers="[net-x]", partners="[net-x]"),
            "trainings/th-2026-04-partner": yaml("trainings", starts="2026-04-01", partners="[net-x, Office]"),
            "trainings/th-2026-05-name": yaml("trainings", organisers="[Network of Examples]"),
        }
    )
    network = every.network("net-x")
    assert network is not None
    assert ids(every.organised_by(network)) == ["th-2026-04-partner", "th-2026-03-both"]
    assert (every.network("net-y"), every.figure("x")) == (None, None)


@pytest.mark.parametrize("as_of", [date(2026, 1, 11), date(2026, 1, 12)])
def test_notices_of_the_future_are_not_revealed(as_of: date) -> None:
    """They appear on their day."""
    every = catalogue({"updates/2026-01-12-x": yaml("updates")}, as_of)
    assert ids(every.updates) == (["2026-01-12-x"] if as_of >= date(2026, 1, 12) else [])
    assert ids(every.collection("updates")) == ids(every.updates)


def test_a_draft_of_a_plan_hides_its_activities() -> None:
    """They would be links to pages that are not there."""
    files = {"plans/poe": yaml("plans", draft="true"), "activities/poe/1.1.1": yaml("activities", lead="[LA]")}
    hidden = catalogue(files)
    assert (hidden.plans, hidden.activities, hidden.led_by("LA")) == ((), (), ())
    visible = catalogue({**files, "plans/poe": yaml("plans")})
    assert [activity.id for activity in visible.led_by("LA")] == ["poe/1.1.1"]


def test_every_collection_is_there_empty_or_not() -> None:
    """A site can be made of nothing."""
    every = catalogue({})
    assert set(every.by_collection) == set(COLLECTIONS)
    assert all(every.collection(name) == () for name in COLLECTIONS)
    assert (every.records, every.upcoming, every.past, every.states) == ((), (), (), frozenset())


def test_only_sound_records_are_read() -> None:
    """A record with a problem is in no collection, the others are."""
    answer = reading({"networks/net-x": yaml("networks"), "networks/net-y": yaml("networks", kind="club")})
    assert list(answer.records["networks"]) == ["net-x"]
    assert not answer.is_sound
    assert answer.files == 2

"""What a site knew on a day, from the records' own dates."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from clearinghouse.catalogue.as_known import known_on
from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.reading.typing.read import read
from clearinghouse.world.disk.data_folder import data_files
from tests.support.examples import SOURCE, catalogue, yaml
from tests.support.plain import LIVING_DATA

EARLIER = date(2026, 2, 1)
MOVED = "[{on: 2026-02-10, what: moved, id: moved, from: 2026-03-02, to: 2026-04-06}]"
LOG = [("2026-02-01", "under way"), ("2026-02-02", "discontinued")]
PLAN = {"plans/poe-2026": yaml("plans"), "activities/poe-2026/1.1.1": yaml("activities")}


def known(path: str, files: Mapping[str, str] | None = None, day: date = EARLIER, **keys: str) -> Any:
    """A record, by its keys, as it was known on a day; the other files stand beside it. None where it was not."""
    then = known_on(catalogue({path: yaml(path.partition("/")[0], **keys), **(files or {})}), day)
    collection, _, record_id = path.partition("/")
    return then.by_collection[collection].get(record_id)


def test_the_day_is_today() -> None:
    """So that what was to come on it is to come."""
    then = known_on(catalogue({"trainings/a": yaml("trainings")}), EARLIER)
    assert then.as_of == EARLIER
    assert [event.id for event in then.upcoming] == ["a"]


@pytest.mark.parametrize(("published", "is_there"), [("2026-01-31", True), ("2026-02-01", True), ("2026-02-02", False)])
def test_a_record_is_there_from_its_day_on(published: str, is_there: bool) -> None:
    """From the day on which it was published."""
    assert (known("trainings/a", published=published) is not None) is is_there


def test_nothing_is_there_before_the_first_record() -> None:
    """Plans and their activities are not either."""
    then = known_on(catalogue({**PLAN, "trainings/a": yaml("trainings", serves="[poe-2026/1.1.1]")}), date(2025, 12, 31))
    assert not any(then.by_collection.values())


def test_what_serves_a_plan_of_later_serves_nothing() -> None:
    """No link may lead to what is not there."""
    files = {"plans/poe-2026": yaml("plans", published="2026-02-20"), "activities/poe-2026/1.1.1": yaml("activities")}
    assert known("trainings/a", files, serves="[poe-2026/1.1.1]").serves == ()


def test_what_came_to_serve_an_activity_later_does_not_serve_it_yet() -> None:
    """The change that says so has a day."""
    change = "[{on: 2026-02-10, what: updated, id: serves-poe-1-1-1}]"
    assert known("trainings/a", PLAN, serves="[poe-2026/1.1.1]", changes=change).serves == ()
    assert known("trainings/a", PLAN, date(2026, 2, 10), serves="[poe-2026/1.1.1]", changes=change).serves == ("poe-2026/1.1.1",)


def test_what_moved_later_stands_where_it_was() -> None:
    """Its length then is not known, so it has no end."""
    event = known("trainings/a", starts="2026-04-06", ends="2026-04-08", changes=MOVED)
    assert (str(event.starts), event.ends, event.changes) == ("2026-03-02", None, ())


@pytest.mark.parametrize(
    ("status", "changes", "then"),
    [
        ("cancelled", "[{on: 2026-02-10, what: cancelled, id: off}]", "announced"),
        ("cancelled", "[{on: 2026-01-20, what: confirmed, id: sure}, {on: 2026-02-10, what: cancelled, id: off}]", "confirmed"),
        ("cancelled", "[{on: 2026-01-20, what: cancelled, id: off}]", "cancelled"),
        ("postponed", "[{on: 2026-02-10, what: postponed, id: later}]", "announced"),
        ("held", "[]", "announced"),
    ],
)
def test_the_status_is_what_the_changes_up_to_the_day_say(status: str, changes: str, then: str) -> None:
    """What ends after the day had not been held on it."""
    assert known("trainings/a", status=status, changes=changes).status == then


def test_what_was_held_before_the_day_was_held() -> None:
    """With those who took part."""
    event = known("trainings/a", status="held", starts="2026-01-12", participants="30")
    assert (event.status, event.participants) == ("held", 30)


def test_what_had_not_been_held_had_no_participants() -> None:
    """Nobody can have counted them."""
    assert known("trainings/a", status="held", participants="30").participants is None


def test_what_was_withdrawn_later_stands_as_it_did() -> None:
    """From its day on it is withdrawn."""
    withdrawn = "{date: 2026-02-10, reason: Twice.}"
    assert known("trainings/a", withdrawn=withdrawn).withdrawn is None
    assert known("trainings/a", withdrawn=withdrawn, day=date(2026, 2, 10)).withdrawn is not None


def test_assessments_and_laws_of_later_are_not_known_yet() -> None:
    """Neither are those that the record learned of later."""
    assessment = f"category: not-1, document: Table, how: It stands there., source: {SOURCE}"
    assessments = (
        f"[{{as_of: 2019-11, {assessment}}}, {{as_of: 2026-02-03, {assessment}}}, {{as_of: 2019-12, entered: 2026-02-02, {assessment}}}]"
    )
    laws = f"[{{title: Law A, adopted: 2007, source: {SOURCE}}}, {{title: Law B, adopted: 2026-02-03, source: {SOURCE}}}]"
    then = known("legislation/la", assessments=assessments, laws=laws)
    assert [str(assessment.as_of) for assessment in then.assessments] == ["2019-11"]
    assert [law.title for law in then.laws] == ["Law A"]


def test_from_the_last_day_of_all_records_on_everything_is_known() -> None:
    """Of the folder in which everything happens."""
    outcome = read(data_files(LIVING_DATA))
    now = Catalogue.of(outcome.records, outcome.about, date(2027, 12, 31))
    assert known_on(now, now.as_of).by_collection == now.by_collection


def test_a_log_is_known_up_to_its_day() -> None:
    """That of an activity and those of its parts; its status is the last entry of that day."""
    earlier, later = (f"{{on: {day}, delivery: {word}, by: member state, confidence: medium}}" for day, word in LOG)
    parts = f"[{{id: a, wording: One., log: [{later}]}}]"
    activity = known("activities/poe-2026/1.1.1", {"plans/poe-2026": yaml("plans")}, log=f"[{earlier}, {later}]", sub_activities=parts)
    assert activity.delivery == "under way"
    assert activity.sub_activities[0].status is None

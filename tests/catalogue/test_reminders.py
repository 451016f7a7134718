"""Reminders: told a week before, never of what nobody should wait for, and never taken back."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clearinghouse.catalogue.reminders import news_and_reminders, reminders
from tests.support.examples import catalogue, yaml

COURSE = "trainings/th-2026-03-x"
LATE = date(2026, 12, 31)


def days_and_kinds(as_of: date | None = None, /, **keys: str | None) -> list[str]:
    """Days and kinds of the reminders of a training that was published in January."""
    given = {"starts": "2026-04-06", **keys}
    return [f"{item.on} {item.id.partition('#')[2]}" for item in reminders(catalogue({COURSE: yaml("trainings", **given)}, as_of or LATE))]


def test_a_start_is_told_a_week_before() -> None:
    """On that day, and not the day before."""
    assert days_and_kinds(date(2026, 3, 29)) == []
    assert days_and_kinds(date(2026, 3, 30)) == ["2026-03-30 starting:2026-04-06"]


def test_the_end_of_a_registration_is_told_a_week_before() -> None:
    """Beside the start."""
    deadline = "{deadline: 2026-03-31}"
    assert days_and_kinds(date(2026, 3, 23), registration=deadline) == []
    assert days_and_kinds(date(2026, 3, 24), registration=deadline) == ["2026-03-24 closing:2026-03-31"]
    assert days_and_kinds(registration=deadline) == ["2026-03-30 starting:2026-04-06", "2026-03-24 closing:2026-03-31"]


@pytest.mark.parametrize("published", ["2026-03-30", "2026-04-01", "2026-04-06"])
def test_what_is_announced_within_the_week_needs_no_reminder(published: str) -> None:
    """The announcement is one; and an entry dated before it would look like old news."""
    assert days_and_kinds(published=published) == []


@pytest.mark.parametrize("starts", ["2026-04", "2026", None])
def test_a_start_that_is_not_known_to_the_day_has_no_week_before(starts: str | None) -> None:
    """Nobody knows when that would be."""
    undated, note = (None, None) if starts else ("true", "The page gives no date.")
    assert days_and_kinds(starts=starts, undated=undated, note=note) == []


@pytest.mark.parametrize("status", ["cancelled", "postponed"])
def test_nobody_is_reminded_of_what_is_off(status: str) -> None:
    """From the day on which it was called off; without such a day, never. What was told before stays told."""
    assert days_and_kinds(status=status) == []
    assert days_and_kinds(status=status, changes=f"[{{on: 2026-03-30, what: {status}, id: off}}]") == []
    assert days_and_kinds(status=status, changes=f"[{{on: 2026-03-31, what: {status}, id: off}}]") == ["2026-03-30 starting:2026-04-06"]


def test_nobody_is_reminded_of_what_was_withdrawn() -> None:
    """As if it were cancelled."""
    assert days_and_kinds(withdrawn="{date: 2026-03-30, reason: It stood here twice.}") == []
    assert days_and_kinds(withdrawn="{date: 2026-03-31, reason: It stood here twice.}") == ["2026-03-30 starting:2026-04-06"]


def test_a_cancelled_event_that_takes_place_after_all_is_told_again() -> None:
    """Its status says that it is on."""
    changes = "[{on: 2026-02-01, what: cancelled, id: off}, {on: 2026-02-03, what: confirmed, id: on-again}]"
    assert days_and_kinds(status="confirmed", changes=changes) == ["2026-03-30 starting:2026-04-06"]


def test_an_event_that_moved_is_told_for_its_new_day() -> None:
    """And for the old one only if it had been told before it moved."""
    moved = "[{on: %s, what: moved, id: moved, from: 2026-03-16, to: 2026-04-06}]"
    assert days_and_kinds(changes=moved % "2026-03-01") == ["2026-03-30 starting:2026-04-06"]
    assert days_and_kinds(changes=moved % "2026-03-09") == ["2026-03-30 starting:2026-04-06"]
    assert days_and_kinds(changes=moved % "2026-03-10") == ["2026-03-30 starting:2026-04-06", "2026-03-09 starting:2026-03-16"]
    assert days_and_kinds(changes=moved % "2026-04-02") == ["2026-03-09 starting:2026-03-16"]


def test_a_postponed_event_that_gets_a_new_day_is_told_for_it() -> None:
    """Between the two there is nothing to wait for."""
    postponed = "{on: 2026-02-01, what: postponed, id: off, from: 2026-02-20}"
    moved = "{on: 2026-03-01, what: moved, id: on, from: 2026-02-20, to: 2026-04-06}"
    assert days_and_kinds(changes=f"[{postponed}, {moved}]") == ["2026-03-30 starting:2026-04-06"]


DAYS = st.integers(0, 120).map(lambda after: date(2026, 1, 11) + timedelta(after))


@given(
    DAYS, st.lists(st.tuples(DAYS, st.sampled_from(["moved", "postponed", "cancelled", "confirmed", "updated"]), DAYS), max_size=4), DAYS
)
def test_what_was_told_on_a_day_is_told_on_every_later_day(starts: date, changed: list[tuple[date, str, date]], today: date) -> None:
    """Under the same id and the same day, whatever happened to the event; and all ids differ."""
    changes = ", ".join(f"{{on: {on}, what: {what}, id: c{place}, from: {before}}}" for place, (on, what, before) in enumerate(changed))
    files = {COURSE: yaml("trainings", starts=starts.isoformat(), changes=f"[{changes}]", registration=f"{{deadline: {starts}}}")}
    sooner, later = (news_and_reminders(catalogue(files, day)) for day in (today, today + timedelta(30)))
    assert len({item.id for item in later}) == len(later)
    assert {(item.id, item.on) for item in sooner} <= {(item.id, item.on) for item in later}
    assert {(item.id, item.on) for item in sooner} == {(item.id, item.on) for item in later if item.on <= today}

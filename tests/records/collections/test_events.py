"""Events: what a training or a workshop says of itself, told what day it is."""

from datetime import date

import pytest

from clearinghouse.records.collections.event import Event
from clearinghouse.records.collections.workshop import Workshop
from clearinghouse.vocabulary.states import MEMBER_STATES
from tests.support.examples import problems, record

TEN = tuple(code for code in MEMBER_STATES if code != "TL")


def training(**keys: str | None) -> Event:
    """A training of 2 March 2026, unless its keys say otherwise."""
    event = record("trainings/th-2026-03-x", **keys)
    assert isinstance(event, Event)
    return event


@pytest.mark.parametrize(
    ("starts", "ends", "last_upcoming"),
    [
        ("2026-03-02", None, date(2026, 3, 2)),
        ("2026-03-02", "2026-03-06", date(2026, 3, 6)),
        ("2026-03", None, date(2026, 3, 31)),
        ("2026", None, date(2026, 12, 31)),
        ("2025-12-29", "2026-02", date(2026, 2, 28)),
    ],
)
def test_an_event_is_upcoming_to_the_end_of_its_last_day(starts: str, ends: str | None, last_upcoming: date) -> None:
    """The latest day that its dates may mean; a course that goes on is still ahead of those who join it tomorrow."""
    event = training(starts=starts, ends=ends)
    assert event.last_day == last_upcoming
    assert event.is_upcoming(last_upcoming)
    assert event.is_upcoming(date(2025, 1, 1))
    assert not event.is_upcoming(date.fromordinal(last_upcoming.toordinal() + 1))


def test_what_was_held_is_not_upcoming_even_on_its_last_day() -> None:
    """Its office has said that it is over."""
    assert not training(status="held").is_upcoming(date(2026, 3, 2))


def test_an_undated_event_is_never_upcoming() -> None:
    """Nobody knows."""
    event = training(starts=None, undated="true", note="The page gives no date.")
    assert not event.is_upcoming(date(1900, 1, 1))
    assert (event.last_day, event.days, event.sort_date) == (None, None, None)


@pytest.mark.parametrize(
    ("starts", "ends", "days"),
    [
        ("2026-03-02", None, 1),
        ("2026-03-02", "2026-03-02", 1),
        ("2026-03-02", "2026-03-06", 5),
        ("2024-02-28", "2024-03-01", 3),
        ("2026-03", None, None),
        ("2026-03-02", "2026-03", None),
        ("2026-03", "2026-03-06", None),
    ],
)
def test_days_are_counted_where_both_ends_are_known(starts: str, ends: str | None, days: int | None) -> None:
    """The last day included."""
    assert training(starts=starts, ends=ends).days == days


@pytest.mark.parametrize(
    ("registration", "first", "last"),
    [
        ("{opens: 2026-01-15, deadline: 2026-02-15}", date(2026, 1, 15), date(2026, 2, 15)),
        ("{deadline: 2026-02-15}", date(2000, 1, 1), date(2026, 2, 15)),
        ("{opens: 2026-01-15}", date(2026, 1, 15), date(2026, 3, 6)),
    ],
)
def test_registration_is_open_from_its_first_to_its_last_day(registration: str, first: date, last: date) -> None:
    """Both included; without a deadline, as long as the event is ahead or goes on."""
    event = training(ends="2026-03-06", registration=registration)
    assert event.is_open(first)
    assert event.is_open(last)
    assert not event.is_open(date.fromordinal(last.toordinal() + 1))
    assert first == date(2000, 1, 1) or not event.is_open(date.fromordinal(first.toordinal() - 1))


@pytest.mark.parametrize(
    "keys",
    [
        {"status": "cancelled"},
        {"status": "held"},
        {"withdrawn": "{date: 2026-01-20, reason: It stood here twice.}"},
    ],
)
def test_nobody_registers_for_what_does_not_take_place(keys: dict[str, str]) -> None:
    """Whatever its registration says."""
    assert not training(registration="{deadline: 2026-02-15}", **keys).is_open(date(2026, 2, 1))


def test_an_event_without_registration_is_not_open() -> None:
    """There is nothing to do."""
    assert not training().is_open(date(2026, 2, 1))


@pytest.mark.parametrize(
    ("keys", "is_off"),
    [
        ({}, False),
        ({"status": "postponed"}, False),
        ({"status": "cancelled"}, True),
        ({"withdrawn": "{date: 2026-01-20, reason: None.}"}, True),
    ],
)
def test_cancelled_and_withdrawn_events_are_off(keys: dict[str, str], is_off: bool) -> None:
    """A postponed one may come."""
    assert training(**keys).is_off is is_off


@pytest.mark.parametrize(
    ("starts", "ends", "states"),
    [
        ("2025-10-25", None, TEN),
        ("2025-10-26", None, tuple(MEMBER_STATES)),
        ("2025-10-20", "2025-10-26", tuple(MEMBER_STATES)),
        ("2025-10", None, tuple(MEMBER_STATES)),
        ("2025-09", None, TEN),
        ("2012", None, TEN),
    ],
)
def test_the_region_is_the_member_states_of_that_day(starts: str, ends: str | None, states: tuple[str, ...]) -> None:
    """Timor-Leste joined on 26 October 2025."""
    event = training(starts=starts, ends=ends, region="ASEAN", kind="training")
    assert event.taking_part == states
    assert event.states == states


def test_states_that_are_named_stand_before_those_of_the_region() -> None:
    """Each once, also those that are no members; the host is first, and takes part only where that is said."""
    event = training(host="VN", countries="[CN, LA]", region="ASEAN")
    assert event.taking_part == ("CN", "LA", *(code for code in MEMBER_STATES if code != "LA"))
    assert event.states[:3] == ("VN", "CN", "LA")
    assert sorted(event.states) == sorted({*MEMBER_STATES, "CN"})
    assert training(host="VN", countries="[LA]").taking_part == ("LA",)


def test_chairs_of_a_meeting_are_concerned_by_it() -> None:
    """They are states, never persons."""
    meeting = record(
        "workshops/asean-2026-04-x", host="TH", countries="[TH, LA]", chair="VN", vice_chair="LA", body_of="awg-cites-we", number="21"
    )
    assert isinstance(meeting, Workshop)
    assert meeting.states == ("TH", "LA", "VN")
    assert meeting.number == 21


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({"ends": "2026-03-01"}, [("DATE-003", "ends")]),
        ({"ends": "2026-03"}, []),
        ({"starts": "2026-03", "ends": "2026-02-28"}, [("DATE-003", "ends")]),
        ({"starts": "2026", "ends": "2026-01-01"}, []),
        ({"starts": None}, [("DATE-004", "undated")]),
        ({"undated": "true", "note": "No date."}, [("DATE-004", "undated")]),
        ({"starts": None, "undated": "true"}, [("DATE-005", "undated")]),
        ({"starts": None, "undated": "true", "note": "No date."}, []),
        ({"changes": "[{on: 2026-03-01, what: held, id: held}]"}, [("DATE-012", "starts")]),
        ({"changes": "[{on: 2026-03-02, what: held, id: held}]"}, []),
        ({"starts": "2026", "changes": "[{on: 2026-01-01, what: held, id: held}]"}, []),
        ({"changes": "[{on: 2026-02-01, what: confirmed, id: confirmed}]"}, []),
        ({"starts": "soon"}, [("DATE-001", "starts")]),
        ({"registration": "{deadline: 2026-03-02}"}, []),
        ({"registration": "{deadline: 2026-03-03}"}, [("DATE-006", "registration.deadline")]),
        ({"starts": "2026-03", "registration": "{deadline: 2026-03-31}"}, []),
        ({"registration": "{opens: 2026-02-02, deadline: 2026-02-01}"}, [("DATE-003", "registration.deadline")]),
        ({"time": '{from: "09:00", to: "09:00", zone: Asia/Bangkok}'}, [("DATE-003", "time.to")]),
        ({"time": '{from: "09:00", to: "09:01"}'}, [("KEY-002", "time.zone")]),
    ],
)
def test_dates_of_an_event_agree_with_one_another(keys: dict[str, str | None], expected: list[tuple[str, str]]) -> None:
    """As far as they are known; what is wrong by itself is not held against the others."""
    assert problems("trainings", **keys) == expected

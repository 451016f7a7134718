"""Coming: what comes next, goes on, closes soon and is over, on the day of the build and on those after it."""

import re
from datetime import date, timedelta

import pytest

from clearinghouse.publications.html.parts import EventLine, Item
from clearinghouse.publications.pages import coming
from clearinghouse.publications.pages.coming import Group
from clearinghouse.publications.pages.laws import overview
from clearinghouse.records.collections.event import Event
from tests.support.examples import TODAY, catalogue, record
from tests.support.publications.giving_out import living

BANGKOK = '{from: "09:00", to: "16:30", zone: Asia/Bangkok}'


def event(name: str, starts: str | None, ends: str | None = None, **keys: str | None) -> Event:
    """A training, its title its name."""
    training: Event = record(f"trainings/th-2026-{name}", title=name, starts=starts, ends=ends, **keys)
    return training


def title(line: EventLine | Item) -> str:
    """The title of an event that a line tells of."""
    return line.title if isinstance(line, EventLine) else line.head[0].text


def titles(group: Group[EventLine] | Group[Item]) -> list[str]:
    """The titles that the build shows, in their order."""
    return [title(line) for line in group.lines if line.days is None or line.days.is_shown]


EVENTS = (
    event("over", "2026-03-01", "2026-03-09"),
    event("last-day", "2026-03-05", "2026-03-10"),
    event("first-day", "2026-03-10", "2026-03-12"),
    event("tomorrow", "2026-03-11"),
    event("this-month", "2026-03"),
    event("next-month", "2026-04-02", registration="{opens: 2026-03-12, deadline: 2026-03-28}"),
    event("this-year", "2026"),
    event("cancelled", "2026-03-12", status="cancelled"),
    event("postponed", "2026-03-13", status="postponed"),
    event("held-before", "2026-02-01", status="held"),
    event("withdrawn", "2026-03-14", withdrawn="{date: 2026-03-01, reason: It stood here twice.}"),
)


def test_the_next_to_begin_begins_today_or_later_on_a_known_day() -> None:
    """What has begun is not next, and of a month nobody can say."""
    assert titles(coming.next_to_begin(EVENTS, TODAY)) == ["first-day"]


def test_what_is_to_come_stands_soonest_first_and_a_month_at_its_end() -> None:
    """What has begun, is called off or put off is not to come."""
    assert titles(coming.to_come(EVENTS, TODAY, 9)) == ["tomorrow", "this-month", "next-month", "this-year"]


def test_what_stands_above_is_not_told_again() -> None:
    """On the front page the next event stands alone, and the others below it."""
    tomorrow = TODAY + timedelta(1)
    first = coming.next_to_begin(EVENTS, tomorrow)
    assert titles(first) == ["tomorrow"]
    assert "tomorrow" not in titles(coming.to_come(EVENTS, tomorrow, 9, but=first.keys))


def test_what_is_under_way_ends_soonest_first() -> None:
    """On its first day and on its last it goes on."""
    assert titles(coming.under_way(EVENTS, TODAY, 9)) == ["last-day", "first-day"]


def test_what_is_over_stands_latest_first() -> None:
    """What was called off was never held."""
    assert titles(coming.over(EVENTS, TODAY, 9)) == ["over", "held-before"]


def test_no_more_is_shown_than_there_is_room_for() -> None:
    """The rest is sent, so that it can move up."""
    group = coming.to_come(EVENTS, TODAY, 2)
    assert titles(group) == ["tomorrow", "this-month"]
    assert len(group.lines) == 5


def test_so_many_are_sent_that_the_next_can_move_up() -> None:
    """A dozen more than are shown, and no more: a page must stay small."""
    many = [event(f"course-{number:02}", str(TODAY + timedelta(number))) for number in range(1, 40)]
    group = coming.to_come(many, TODAY, 4)
    assert (len(titles(group)), len(group.lines)) == (4, 16)


@pytest.mark.parametrize(
    ("deadline", "opens", "closes"),
    [
        ("2026-03-09", None, False),
        ("2026-03-10", None, True),
        ("2026-03-24", None, True),
        ("2026-03-25", None, False),
        ("2026-03-20", "2026-03-10", True),
        ("2026-03-20", "2026-03-11", False),
    ],
)
def test_registration_closes_soon_for_two_weeks(deadline: str, opens: str | None, closes: bool) -> None:
    """Until its last day, and not before it has opened."""
    registration = f"{{deadline: {deadline}{f', opens: {opens}' if opens else ''}}}"
    course = event("course", "2026-05-01", registration=registration)
    assert titles(coming.closing([course], TODAY, 9)) == (["course"] if closes else [])


def test_registration_is_open_from_its_first_day_to_its_last() -> None:
    """Which is that of the event where no other is given."""
    courses = [
        event("soon", "2026-05-01", registration="{opens: 2026-03-11, deadline: 2026-03-20}"),
        event("now", "2026-05-01", registration="{deadline: 2026-04-20}"),
        event("till-it-begins", "2026-04-01", registration="{url: https://example.org/apply}"),
        event("unasked", "2026-04-01"),
    ]
    assert titles(coming.open_now(courses, TODAY, 9)) == ["till-it-begins", "now"]
    assert titles(coming.open_now(courses, TODAY + timedelta(1), 2)) == ["soon", "till-it-begins"]


def test_an_observance_is_not_what_the_region_does() -> None:
    """The front page neither begins with it nor counts it among the last things done."""
    day = record("workshops/asean-2026-03-day", title="Day", kind="observance", starts="2026-03-11")
    assert coming.happenings([day, EVENTS[0]]) == (EVENTS[0],)


def test_the_front_page_says_in_a_sentence_where_the_region_stands() -> None:
    """How many states have the best category, and as of when; nothing where nobody was assessed."""
    assert re.match(
        r"\w+ of the 11 member states (has|have) laws in Category 1, the best category .*\(as of .*\d{4}, latest list checked\)\.$",
        overview.standing(living()),
    )
    assert overview.standing(catalogue({})) == ""


@pytest.mark.parametrize("status", ["cancelled", "postponed", "held"])
def test_nobody_need_hurry_for_what_does_not_take_place(status: str) -> None:
    """Its deadline may still lie ahead."""
    course = event("course", "2026-05-01", status=status, registration="{deadline: 2026-03-12}")
    assert titles(coming.closing([course], TODAY, 9)) == []


def test_what_has_a_time_keeps_the_days_of_its_place() -> None:
    """A day in Bangkok ends before a day in Dubai; what has no time ends with the reader's own day."""
    timed, whole = event("timed", "2026-03-12", time=BANGKOK), event("whole", "2026-03-13")
    zones = {line.title: line.days.zone for line in coming.to_come([timed, whole], TODAY, 9).lines if line.days}
    assert zones == {"timed": "Asia/Bangkok", "whole": None}


@pytest.mark.parametrize("later", range(30))
def test_a_page_says_on_a_later_day_what_a_page_built_on_that_day_says(later: int) -> None:
    """For each of the groups: what is sent holds what will be true."""
    day = TODAY + timedelta(later)
    for make in (coming.to_come, coming.under_way, coming.over, coming.closing, coming.open_now):
        old, new = make(EVENTS, TODAY, 99), make(EVENTS, day, 99)
        standing = [line for line in old.lines if line.days and (line.days.first or day) <= day <= (line.days.last or day)]
        assert [title(line) for line in standing] == titles(new)


def test_the_last_day_of_all_is_known() -> None:
    """From the day after it on a page says that nothing is announced."""
    assert coming.last_day_of(EVENTS) == date(2026, 12, 31)
    assert coming.last_day_of([]) is None

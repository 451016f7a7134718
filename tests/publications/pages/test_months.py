"""Months: what happens on which day, and where what has no day stands."""

from typing import Any

from clearinghouse.publications.pages.months import Months
from tests.support.examples import catalogue, yaml


def months(**events: dict[str, str | None]) -> Months:
    """The months of trainings; their titles are their names."""
    files = {f"trainings/th-2026-{name}": yaml("trainings", title=name, **keys) for name, keys in events.items()}
    return Months(catalogue(files))


def in_days(page: Any) -> dict[str, list[str]]:
    """The titles of the events that lie over each day of a month's page, where there are any."""
    by_day: dict[str, list[str]] = {}
    for week in page["weeks"]:
        for lane in week["lanes"]:
            place = 0
            for bar in lane["bars"]:
                place += bar["gap"]
                for day in week["days"][place : place + bar["span"]]:
                    by_day.setdefault(day["iso"], []).append(bar["title"])
                place += bar["span"]
            assert place + lane["rest"] == 7
    return dict(sorted(by_day.items()))


def titles(page: Any) -> list[tuple[str, int]]:
    """The titles of the events that are described in full, each with the number of the days of that week over which it lies."""
    bars = [bar for week in page["weeks"] for lane in week["lanes"] for bar in lane["bars"]]
    return [(bar["title"], bar["span"]) for bar in bars if not bar["goes_on"]]


def test_an_event_stands_once_over_all_of_its_days() -> None:
    """First and last day included."""
    page = months(course={"starts": "2026-03-02", "ends": "2026-03-04"}).page((2026, 3))
    assert in_days(page) == {"2026-03-02": ["course"], "2026-03-03": ["course"], "2026-03-04": ["course"]}
    assert titles(page) == [("course", 3)]


def test_an_event_over_a_sunday_goes_on_in_the_next_week() -> None:
    """Where its title is not repeated."""
    page = months(course={"starts": "2026-03-07", "ends": "2026-03-10"}).page((2026, 3))
    assert list(in_days(page)) == ["2026-03-07", "2026-03-08", "2026-03-09", "2026-03-10"]
    assert titles(page) == [("course", 2)]


def test_events_of_the_same_days_lie_below_each_other_and_others_beside() -> None:
    """In as few rows as hold them."""
    page = months(a={"starts": "2026-03-02", "ends": "2026-03-03"}, b={"starts": "2026-03-03"}, c={"starts": "2026-03-04"}).page((2026, 3))
    lanes = [[bar["title"] for bar in lane["bars"]] for week in page["weeks"] for lane in week["lanes"]]
    assert lanes == [["a", "c"], ["b"]]


def test_an_event_over_the_turn_of_the_month_stands_in_both() -> None:
    """In each with the days that lie in it."""
    calendar = months(course={"starts": "2026-03-30", "ends": "2026-04-02"})
    assert list(calendar.events) == [(2026, 3), (2026, 4)]
    assert list(in_days(calendar.page((2026, 3)))) == ["2026-03-30", "2026-03-31"]
    assert list(in_days(calendar.page((2026, 4)))) == ["2026-04-01", "2026-04-02"]


def test_what_has_no_day_or_lasts_long_stands_below_the_days() -> None:
    """It would fill the whole table."""
    calendar = months(
        month={"starts": "2026-03"},
        long={"starts": "2026-03-01", "ends": "2026-03-31"},
        fortnight={"starts": "2026-03-01", "ends": "2026-03-14"},
    )
    page = calendar.page((2026, 3))
    assert {line.title for line in page["others"]} == {"month", "long"}
    assert len(in_days(page)) == 14


def test_what_has_neither_month_nor_year_stands_in_no_month() -> None:
    """Nor does what was withdrawn."""
    calendar = months(
        year={"starts": "2026"},
        undated={"starts": None, "undated": "true", "note": "No date is given."},
        withdrawn={"starts": "2026-03-02", "withdrawn": "{date: 2026-03-01, reason: It stood here twice.}"},
    )
    assert dict(calendar.events) == {}
    assert calendar.overview()["rows"] == []


def test_weeks_begin_on_monday_and_hold_the_days_of_the_month_alone() -> None:
    """1 March 2026 is a Sunday, so it is the last of its week and alone in it."""
    page = months(course={"starts": "2026-03-02"}).page((2026, 3))
    assert page["weekdays"][0] == "Monday"
    assert [day["number"] for day in page["weeks"][0]["days"]] == [None] * 6 + [1]
    assert [day["number"] for week in page["weeks"] for day in week["days"] if day["number"]] == list(range(1, 32))


def test_what_is_called_off_or_put_off_says_so_on_its_days() -> None:
    """Nobody should go there."""
    calendar = months(
        off={"starts": "2026-03-02", "status": "cancelled"},
        later={"starts": "2026-03-02", "status": "postponed"},
        on={"starts": "2026-03-02"},
    )
    bars = [bar for week in calendar.page((2026, 3))["weeks"] for lane in week["lanes"] for bar in lane["bars"]]
    assert {bar["title"]: bar["off"] for bar in bars} == {"off": "cancelled", "later": "postponed", "on": ""}


def test_the_overview_counts_each_month_and_leads_to_it() -> None:
    """A row for each year, the newest first, also where nothing is known of it; an empty month leads nowhere."""
    rows = months(one={"starts": "2026-03-02"}, two={"starts": "2026-03"}, old={"starts": "2024-12-01"}).overview()["rows"]
    assert [row["label"] for row in rows] == ["2026", "2025", "2024"]
    march, april = rows[0]["cells"][2:4]
    assert (march["number"], march["to"]) == (2, "months/2026-03/")
    assert (april["number"], april["to"]) == (0, None)


def test_neighbours_are_the_months_with_events() -> None:
    """Empty months are passed over, and nothing comes before the first or after the last."""
    calendar = months(one={"starts": "2026-01-05"}, two={"starts": "2026-03-02"}, three={"starts": "2027-02"})
    assert calendar.neighbours((2026, 1)) == (None, (2026, 3))
    assert calendar.neighbours((2026, 3)) == ((2026, 1), (2027, 2))
    assert calendar.neighbours((2027, 2)) == ((2026, 3), None)


def test_the_way_to_the_next_month_says_which_months_it_passes_over() -> None:
    """The arrow stands on the side to which it leads."""
    calendar = months(one={"starts": "2026-01-05"}, two={"starts": "2026-03-02"}, three={"starts": "2027-02"})
    head = calendar.page((2026, 3))["head"]
    assert [action.text for action in head.actions] == ["← January 2026", "February 2027 →"]
    assert head.lead == (
        "1 training or meeting in this month. No training or meeting is known in February 2026. "
        "No training or meeting is known from April 2026 to January 2027."
    )


def test_the_month_of_today_is_marked_and_so_is_the_day() -> None:
    """Seen from the day of the build; a script puts it right on later days."""
    calendar = months(one={"starts": "2026-03-02"})
    today = calendar.catalogue.as_of
    cells = [cell for row in calendar.overview()["rows"] for cell in row["cells"]]
    months_now = [cell["now"] for cell in cells if cell["now"] and cell["now"].is_shown]
    assert all(now.first <= today <= now.last for now in months_now)
    marked = [day["now"].first for week in calendar.page((2026, 3))["weeks"] for day in week["days"] if day["now"] and day["now"].is_shown]
    assert marked in ([], [today])

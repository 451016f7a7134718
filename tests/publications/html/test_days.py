"""Days: on which days something is true, told once for all days on which a page may be read."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from clearinghouse.publications.html.days import days, earliest, stretches

TODAY = date(2026, 3, 10)
DAY = timedelta(1)
SOME_DAYS = st.dates(date(2026, 2, 1), date(2026, 4, 30))


def test_what_never_changes_needs_no_days() -> None:
    """Most of what a page says is true on every day."""
    assert stretches(lambda day: "held", [date(2026, 1, 1), date(2026, 5, 1)], TODAY) == [(None, "held")]


def test_what_changed_long_ago_is_not_told() -> None:
    """Nobody reads the page on a day before it was built, but for those whose clocks are behind."""
    answers = stretches(lambda day: "over" if day > date(2026, 2, 1) else "ahead", [date(2026, 2, 2)], TODAY)
    assert answers == [(None, "over")]


def test_a_reader_may_be_two_days_behind_the_build() -> None:
    """Built on the line islands just after midnight, read in Samoa just before: the day before yesterday."""
    answers = stretches(lambda day: day >= TODAY, [TODAY], TODAY)
    assert [(stretch.first, stretch.last, answer) for stretch, answer in answers if stretch] == [
        (None, TODAY - DAY, False),
        (TODAY, None, True),
    ]
    assert earliest(TODAY) == date(2026, 3, 8)


def test_only_what_is_true_on_the_day_of_the_build_is_shown_by_it() -> None:
    """A browser without a script shows the build's own day."""
    assert days(TODAY, TODAY, TODAY).is_shown
    assert not days(TODAY, TODAY + DAY).is_shown
    assert not days(TODAY, last=TODAY - DAY).is_shown
    assert days(TODAY).is_shown


@given(turns=st.lists(SOME_DAYS, max_size=5), on=SOME_DAYS)
def test_on_each_day_exactly_one_answer_stands_and_it_is_the_rule_s(turns: list[date], on: date) -> None:
    """No gap between stretches, none lies over another, and none says what the rule does not say on that day."""

    def rule(day: date) -> int:
        return sum(turn <= day for turn in turns)

    on = max(on, earliest(TODAY))
    standing = [
        answer
        for stretch, answer in stretches(rule, turns, TODAY)
        if stretch is None or (stretch.first or on) <= on <= (stretch.last or on)
    ]
    assert standing == [rule(on)]


@given(turns=st.lists(SOME_DAYS, max_size=5))
def test_exactly_one_answer_is_shown_by_the_build(turns: list[date]) -> None:
    """That of its own day."""
    answers = stretches(lambda day: sum(turn <= day for turn in turns), turns, TODAY)
    assert [answer for stretch, answer in answers if stretch is None or stretch.is_shown] == [sum(turn <= TODAY for turn in turns)]

"""The link report: what counts as dead, and what forgets a failure."""

from datetime import date, timedelta

import pytest

from clearinghouse.records.link_report import DEAD_AFTER, EMPTY, FAILED, FINE, MOST_KEPT, REFUSED, LinkReport, LinkState, Look

URL = "https://example.org/news"
FIRST = date(2026, 1, 1)


def after(*outcomes: str, days: int = 7) -> LinkState:
    """The state of an address after some runs, so many days apart."""
    state = LinkState(URL, FIRST)
    for number, outcome in enumerate(outcomes):
        state = state.after(Look(URL, FIRST + timedelta(number * days), outcome, "" if outcome == FINE else f"why {number}"))
    return state


@pytest.mark.parametrize(
    ("outcomes", "is_dead", "failures"),
    [
        ([FAILED] * 3, False, 3),
        ([FAILED] * 4, True, 4),
        ([FAILED] * 3 + [FINE], False, 0),
        ([FAILED] * 3 + [FINE, FAILED], False, 1),
        ([FAILED] * 4 + [FINE], False, 0),
        ([FAILED] * 3 + [REFUSED], False, 3),
        ([FAILED] * 3 + [REFUSED, FAILED], True, 4),
        ([FAILED] * 4 + [REFUSED], False, 4),
        ([FAILED] * 4 + [REFUSED, FAILED], True, 5),
        ([REFUSED] * 9, False, 0),
        ([FAILED] * 20, True, MOST_KEPT),
    ],
)
def test_a_link_is_dead_after_four_failures_in_a_row(outcomes: list[str], is_dead: bool, failures: int) -> None:
    """An answer forgets them; a refusal neither adds to them nor takes away, but nobody is dead who refuses."""
    state = after(*outcomes)
    assert (state.is_dead, len(state.failures)) == (is_dead, failures)
    assert state.is_failing == (0 < failures < DEAD_AFTER)


def test_failures_on_one_day_are_one() -> None:
    """Nobody makes a link dead by asking in haste; the last reason stands."""
    state = after(*[FAILED] * 9, days=0)
    assert [failure.why for failure in state.failures] == ["why 8"]


def test_reasons_are_kept_and_the_last_refusal_too() -> None:
    """Each with its day."""
    assert [(failure.on, failure.why) for failure in after(FAILED, FAILED).failures] == [(FIRST, "why 0"), (FIRST + timedelta(7), "why 1")]
    assert (after(FAILED, REFUSED).refused, after(REFUSED, FINE).refused, after(REFUSED, FAILED).refused) == ("why 1", "", "")


def test_a_copy_that_was_found_stays_until_the_address_answers() -> None:
    """It is looked for once."""
    state = LinkState(URL, FIRST).after(Look(URL, FIRST, FAILED, "why", archived="https://archive.example.org"))
    assert state.after(Look(URL, FIRST + timedelta(1), FAILED, "why")).archived == "https://archive.example.org"
    assert state.after(Look(URL, FIRST + timedelta(1), FINE)).archived == ""


def test_what_no_record_names_any_more_is_forgotten() -> None:
    """And what was not looked at stays as it was."""
    before = LinkReport({url: LinkState(url, FIRST) for url in ("https://a.example", "https://b.example")})
    report = before.after([Look("https://c.example", FIRST, FINE)], ["https://b.example", "https://c.example"])
    assert list(report.states) == ["https://b.example", "https://c.example"]
    assert EMPTY.after([], ["https://a.example"]).states == {}

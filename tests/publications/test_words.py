"""Words: dates, numbers and lists as readers see them."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some

from clearinghouse.publications.words import (
    capital,
    counted,
    date_words,
    language_names,
    listed,
    number_words,
    on_words,
    plural_of,
    records_counted,
    singular_of,
    span_words,
    state_names,
    truncated,
    verified_words,
    when,
)
from clearinghouse.records.keys.dates import PartialDate
from tests.support import examples
from tests.support.examples import record


def parsed(text: str | None) -> PartialDate | None:
    """A date, or none."""
    return PartialDate.parse(text) if text else None


@pytest.mark.parametrize(
    ("starts", "ends", "words"),
    [
        ("2026-03-02", None, "2 March 2026"),
        ("2026-03", None, "March 2026"),
        ("2026", None, "2026"),
        ("2026-03-02", "2026-03-02", "2 March 2026"),
        ("2019-08-26", "2019-08-30", "26 to 30 August 2019"),
        ("2016-08-30", "2016-09-01", "30 August to 1 September 2016"),
        ("2025-12-30", "2026-01-02", "30 December 2025 to 2 January 2026"),
        ("2026-03", "2026-05", "March to May 2026"),
        ("2025-11", "2026-02", "November 2025 to February 2026"),
        ("2025", "2026", "2025 to 2026"),
        ("2026-03-02", "2026-05", "2 March 2026 to May 2026"),
        ("2026-03-02", "2026-03", "from 2 March 2026 until some day in March 2026"),
        ("2026", "2026-06", "until June 2026"),
        ("2026-03-02", "2026", "from 2 March 2026 until some day in 2026"),
        ("2026-03", "2027", "March 2026 to 2027"),
        ("2026", "2027-03", "2026 to March 2027"),
        ("2016-08", "2016-08-02", "until 2 August 2016"),
        ("2026", "2026-05-06", "until 6 May 2026"),
        ("2026-03", "2026-05-06", "March 2026 to 6 May 2026"),
        (None, "2026-05-06", "until 6 May 2026"),
        (None, None, "date not known"),
    ],
)
def test_a_span_is_told_as_precisely_as_it_is_known(starts: str | None, ends: str | None, words: str) -> None:
    """And never more precisely."""
    assert span_words(parsed(starts), parsed(ends)) == words


def test_an_event_says_when_in_words() -> None:
    """From its first day to its last."""
    assert when(record("trainings/th-2026-03-x", ends="2026-03-06")) == "2 to 6 March 2026"


@pytest.mark.parametrize(
    ("value", "words"),
    [(date(2026, 3, 2), "2 March 2026"), (PartialDate(2026, 3), "March 2026"), (PartialDate(2026), "2026"), (None, "")],
)
def test_a_date_in_words(value: date | PartialDate | None, words: str) -> None:
    """Day, month, year; no noughts."""
    assert date_words(value) == words


@pytest.mark.parametrize(("text", "words"), [("2026-03-02", "on 2 March 2026"), ("2026-03", "in March 2026"), ("2026", "in 2026")])
def test_a_date_in_a_sentence(text: str, words: str) -> None:
    """On a day, in a month or a year."""
    assert on_words(PartialDate.parse(text)) == words


@pytest.mark.parametrize(
    ("number", "words"), [(0, "no records"), (1, "1 record"), (2, "2 records"), (1234, "1,234 records"), (1000000, "1,000,000 records")]
)
def test_numbers_are_counted(number: int, words: str) -> None:
    """None is `no`."""
    assert counted(number, "record") == words


def test_some_nouns_have_a_plural_of_their_own() -> None:
    """Those of collections among them."""
    assert counted(2, "country", "countries") == "2 countries"
    assert [records_counted(number, "workshops") for number in (0, 1, 2)] == [
        "no workshops and meetings", "1 workshop or meeting", "2 workshops and meetings",
    ]  # fmt: skip
    assert (plural_of("figures"), singular_of("workshops")) == ("Figures", "Workshop or meeting")


@pytest.mark.parametrize(
    ("value", "words"),
    [("12.50", "12.50"), ("1234567.8", "1,234,567.8"), ("0.000001", "0.000001"), ("-3", "-3"), ("100000000000000", "100,000,000,000,000")],
)
def test_a_quantity_is_as_precise_as_it_was_given(value: str, words: str) -> None:
    """Never in powers of ten."""
    assert number_words(Decimal(value)) == words


@pytest.mark.parametrize(("words", "expected"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")])
def test_lists_are_told_as_people_tell_them(words: list[str], expected: str) -> None:
    """With `and` before the last."""
    assert listed(words) == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("", ""), ("word", "Word"), ("ASEAN body", "ASEAN body"), ("e-learning", "E-learning"), ("ßtraße", "SStraße")]
)
def test_only_the_first_letter_becomes_a_capital(text: str, expected: str) -> None:
    """The rest stays."""
    assert capital(text) == expected


def test_codes_become_names() -> None:
    """In the order in which they stand."""
    assert state_names(("LA", "CN")) == "Lao PDR, China"
    assert language_names(("th", "en")) == "Thai, English"


@pytest.mark.parametrize(
    ("text", "longest", "expected"),
    [
        ("short", 5, "short"),
        ("one two three", 9, "one two…"),
        ("one two three", 8, "one two…"),
        ("one two three", 7, "one…"),
        ("สวัสดีครับผม", 5, "สวัสดีครับผม"),
    ],
)
def test_a_text_is_cut_between_words(text: str, longest: int, expected: str) -> None:
    """Never within one: marks of Thai, Khmer, Lao and Burmese must not be parted from their letters."""
    assert truncated(text, longest) == expected


@given(some.text(alphabet="ab ก่", max_size=60), some.integers(min_value=1, max_value=40))
def test_what_is_cut_is_the_beginning_of_whole_words(text: str, longest: int) -> None:
    """And no longer than asked, but where the first word alone is."""
    start = truncated(text, longest)
    assert start == text or start.endswith("…")
    assert text.startswith(start.removesuffix("…"))
    assert start == text or len(start) <= longest
    assert start == text or text[len(start) - 1] == " "


@pytest.mark.parametrize(
    ("by", "words"),
    [
        ("import", "entered on 2 March 2026"),
        ("editors", "checked by the editors on 2 March 2026"),
        ("member state", "checked by the member state on 2 March 2026"),
        (None, "checked on 2 March 2026"),
    ],
)
def test_who_checked_a_record_is_said_as_far_as_it_is_known(by: str | None, words: str) -> None:
    """Whoever entered it has read its source, and has checked nothing since."""
    assert verified_words(examples.record("documents/doc", verified="2026-03-02", verified_by=by)) == words

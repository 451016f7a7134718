"""Dates as precise as their source."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some
from pydantic_core import PydanticCustomError

from clearinghouse.records.keys.dates import DAY, PartialDate

_DAYS = some.dates(min_value=date(1900, 1, 1), max_value=date(2200, 12, 31))
_DATES = _DAYS.flatmap(
    lambda day: some.sampled_from(
        [PartialDate(day.year), PartialDate(day.year, day.month), PartialDate(day.year, day.month, day.day)],
    )
)


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("2026", date(2026, 1, 1), date(2026, 12, 31), "year"),
        ("2026-02", date(2026, 2, 1), date(2026, 2, 28), "month"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "month"),
        ("2026-03-02", date(2026, 3, 2), date(2026, 3, 2), "day"),
    ],
)
def test_a_date_knows_its_first_and_last_day(text: str, first: date, last: date, precision: str) -> None:
    """The earliest and the latest day that it may mean."""
    parsed = PartialDate.parse(text)
    assert (parsed.first, parsed.last, parsed.precision, parsed.is_day) == (first, last, precision, precision == "day")


@pytest.mark.parametrize(
    ("text", "code", "fix"),
    [
        ("", "DATE-001", "write e.g. 2026-03-02, 2026-03 or 2026"),
        ("2 March 2026", "DATE-001", "write e.g. 2026-03-02, 2026-03 or 2026"),
        ("2026-3-2", "DATE-001", "write 2026-03-02"),
        ("2026/3", "DATE-001", "write 2026-03"),
        ("2026-03-02 ", "DATE-001", "write e.g. 2026-03-02, 2026-03 or 2026"),
        ("2026-03-02T09:00", "DATE-001", "write e.g. 2026-03-02, 2026-03 or 2026"),
        ("٢٠٢٦", "DATE-001", "write e.g. 2026-03-02, 2026-03 or 2026"),
        ("๒๕๖๙", "DATE-001", "write e.g. 2026-03-02, 2026-03 or 2026"),
        ("2026-02-30", "DATE-002", "February 2026 has 28 days; write e.g. 2026-02-28"),
        ("2024-02-30", "DATE-002", "February 2024 has 29 days; write e.g. 2024-02-29"),
        ("2026-04-00", "DATE-002", "April 2026 has 30 days; write e.g. 2026-04-01"),
        ("2026-13", "DATE-002", "a year has months 01 to 12; the order is year-month-day"),
        ("2026-00-01", "DATE-002", "a year has months 01 to 12; the order is year-month-day"),
        ("2569-03-02", "DATE-002", "the Buddhist year 2569 is 2026 here"),
        ("1899", "DATE-002", "correct the year"),
        ("9999", "DATE-002", "correct the year"),
    ],
)
def test_what_is_no_date_is_told_with_what_was_meant(text: str, code: str, fix: str) -> None:
    """As near as can be known."""
    with pytest.raises(PydanticCustomError) as raised:
        PartialDate.parse(text)
    assert (raised.value.type, str(raised.value)) == (code, fix)


@pytest.mark.parametrize("value", [None, 2026, ["2026"], {"year": "2026"}])
def test_what_is_no_text_is_no_date(value: object) -> None:
    """A list where a date belongs must not raise what nobody expects."""
    with pytest.raises(PydanticCustomError) as raised:
        PartialDate.parse(value)
    assert raised.value.type == "TYPE-001"
    with pytest.raises(PydanticCustomError) as raised:
        DAY.read(value)
    assert raised.value.type == "TYPE-001"


@pytest.mark.parametrize(("text", "fix"), [("2026", "add the day, e.g. 2026-01-01"), ("2026-03", "add the day, e.g. 2026-03-01")])
def test_a_day_needs_its_day(text: str, fix: str) -> None:
    """Where only a day will do."""
    with pytest.raises(PydanticCustomError) as raised:
        DAY.read(text)
    assert (raised.value.type, str(raised.value)) == ("DATE-001", fix)
    assert DAY.read("2026-03-02") == date(2026, 3, 2)


def test_dates_sort_by_first_day_and_the_less_precise_first() -> None:
    """A year before its January, a month before its first day."""
    texts = ["2025-12-31", "2026", "2026-01", "2026-01-01", "2026-01-02", "2026-02", "2027"]
    assert [str(day) for day in sorted(map(PartialDate.parse, reversed(texts)))] == texts


@given(_DATES)
def test_a_date_is_read_as_it_is_written(value: PartialDate) -> None:
    """There and back."""
    assert PartialDate.parse(str(value)) == value
    assert len(str(value)) == {"year": 4, "month": 7, "day": 10}[value.precision]


@given(_DATES)
def test_first_and_last_enclose_all_that_a_date_may_mean(value: PartialDate) -> None:
    """And nothing else: the day before and the day after are written otherwise."""
    assert value.first <= value.last
    for day in (value.first, value.last):
        assert str(PartialDate.of(day)).startswith(str(value))
    for day in (value.first - timedelta(1), value.last + timedelta(1)):
        assert not str(PartialDate.of(day)).startswith(str(value))


@given(_DATES, _DATES)
def test_the_order_of_dates_is_that_of_their_texts(one: PartialDate, other: PartialDate) -> None:
    """`2026` < `2026-01` < `2026-01-01`, as text and as dates."""
    assert (one < other) == (str(one) < str(other))
    assert (one <= other) == (str(one) <= str(other))
    assert (one == other) == (str(one) == str(other))

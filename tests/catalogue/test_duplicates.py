"""Duplicates: one event that stands in two records is recognised, and neighbours are left alone."""

from dataclasses import replace

import pytest

from clearinghouse.catalogue.duplicates import Duplicates, is_likely_duplicate, months_around, shared
from clearinghouse.reading.typing.read import read
from clearinghouse.records.collections.event import Event
from tests.support.duplicates import CASES, NEW_ID, THERE_ID, Case


def events_of(case: Case) -> tuple[Event, Event]:
    """The new event and the one that is there."""
    records = read([case.new_file, case.there_file]).records
    new, there = records["trainings"][NEW_ID], records[case.collection][THERE_ID]
    assert isinstance(new, Event)
    assert isinstance(there, Event)
    return new, there


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.why)
def test_the_golden_cases_are_duplicates_or_not(case: Case) -> None:
    """Whichever of both is asked; and among many the same answer."""
    new, there = events_of(case)
    assert is_likely_duplicate(new, there) is is_likely_duplicate(there, new) is bool(case.shared)
    assert Duplicates([new, there]).of(new) == ([there] if case.shared else [])
    assert case.shared in (None, shared(new, there))


def test_among_many_the_same_are_found_as_by_twos() -> None:
    """However they are looked up: the golden cases all at once, each held against each."""
    files = [
        replace(file, path=file.path.replace(".yml", f"-{place}.yml"))
        for place, case in enumerate(CASES)
        for file in (case.new_file, case.there_file)
    ]
    events = [event for records in read(files).records.values() for event in records.values() if isinstance(event, Event)]
    duplicates = Duplicates(events)
    assert len(events) == len(files)
    for event in events:
        by_twos = {other.key for other in events if is_likely_duplicate(event, other)}
        assert {other.key for other in duplicates.of(event)} == by_twos


def test_no_event_is_a_duplicate_of_itself() -> None:
    """Though it has its days, host and title."""
    new, _ = events_of(CASES[0])
    assert Duplicates([new]).of(new) == []


@pytest.mark.parametrize(
    ("starts", "months"),
    [
        ("2026-03-02", ("2026-02", "2026-03")),
        ("2026-03", ("2026-03",)),
        ("0001-01-01", ("0001-01",)),
        ("9999-12-31", ("9999-12",)),
        ("2026-02-30", ("2026-02",)),
        ("soon", ("soon",)),
    ],
)
def test_whatever_stands_for_a_date_has_months_to_look_in(starts: str, months: tuple[str, ...]) -> None:
    """What is no date, or has no days around it, is judged elsewhere, and stops nothing here."""
    assert months_around(starts) == months

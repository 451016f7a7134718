"""Twins: one event that is told twice is found, and neighbours are left alone."""

import pytest

from clearinghouse.catalogue.twins import twins
from tests.support.made import record

TITLE = "Crime scene work for park rangers"


def are_twins(other: dict[str, str], own: dict[str, str] | None = None, collection: str = "trainings") -> bool:
    """Whether an event is taken for the one on crime scenes in Thailand on 2 March 2026."""
    one = record("trainings/th-2026-03-one", **{"host": "TH", "title": TITLE, **(own or {})})
    two = record(f"{collection}/th-2026-03-two", **{"host": "TH", "title": TITLE, **other})
    return list(twins(two, [one, two])) == [one]


@pytest.mark.parametrize(
    "other",
    [
        {},
        {"title": "Park rangers crime scene work"},
        {"title": "Training course on crime scene work for park rangers"},
        {"title": "Crime scenes work for park ranger"},
        {"starts": "2026-03-04"},
        {"starts": "2026-03"},
    ],
)
def test_the_same_days_and_host_and_a_similar_title_are_a_twin(other: dict[str, str]) -> None:
    """Words in another order, a slip of the pen, a day or two apart, or known by its month."""
    assert are_twins(other)


def test_a_workshop_may_be_the_twin_of_a_training() -> None:
    """Somebody put it into another folder."""
    assert are_twins({"kind": "workshop", "starts": "2026-03-02"}, collection="workshops")


@pytest.mark.parametrize(
    "other",
    [
        {"title": "Telling timber species apart"},
        {"title": "Training course"},
        {"host": "LA"},
        {"starts": "2026-03-09"},
        {"starts": "2026"},
        {"starts": "2025-03-02"},
        {"withdrawn": "{date: 2026-02-01, reason: It stood here twice.}"},
    ],
)
def test_other_events_are_none(other: dict[str, str]) -> None:
    """Another subject, host or week; a year alone says too little; what was withdrawn is gone."""
    own = {"withdrawn": other["withdrawn"]} if "withdrawn" in other else None
    assert not are_twins({} if own else other, own)


def test_events_without_a_date_are_none() -> None:
    """Nobody can tell."""
    undated: dict[str, str | None] = {"starts": None, "undated": "true", "note": "The page gives no date.", "host": "TH"}
    one, two = record("trainings/th-undated-one", **undated), record("trainings/th-undated-two", **undated)
    assert list(twins(one, [one, two])) == []

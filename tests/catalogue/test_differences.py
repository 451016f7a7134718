"""Differences: what became of a record, field by field."""

from typing import Any

import pytest

from clearinghouse.catalogue.differences import Difference, FieldChange
from tests.support.examples import record

DRAFT = {"draft": "true"}
WITHDRAWN = {"withdrawn": "{date: 2026-02-01, reason: It stood here twice.}"}


def training(name: str = "th-2026-03-one", *lines: str, **keys: str | None) -> Any:
    """A training."""
    return record(f"trainings/{name}", *lines, **keys)


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        (None, {}, "added"),
        ({}, {}, "changed"),
        ({}, None, "removed"),
        ({}, WITHDRAWN, "withdrawn"),
        (WITHDRAWN, WITHDRAWN, "changed"),
        (DRAFT, {}, "added"),
        ({}, DRAFT, "removed"),
    ],
)
def test_what_happened_to_a_record(before: dict[str, str] | None, after: dict[str, str] | None, kind: str) -> None:
    """As readers of the site see it: a draft is not there."""
    states = [None if keys is None else training(**keys) for keys in (before, after)]
    assert Difference(*states).kind == kind


def test_a_record_with_another_id_is_renamed() -> None:
    """And told under the new one."""
    difference = Difference(training(), training("th-2026-03-two", "former_ids: [th-2026-03-one]"))
    assert (difference.kind, difference.record.id) == ("renamed", "th-2026-03-two")


def test_a_draft_that_stays_one_is_hidden() -> None:
    """Nothing of it shows."""
    assert Difference(training(**DRAFT), training(**DRAFT)).is_hidden
    assert Difference(None, training(**DRAFT)).is_hidden
    assert not Difference(None, training()).is_hidden


def test_fields_stand_with_what_they_were_and_are() -> None:
    """In the order of the record, groups by their parts, what came or went without the other side."""
    before = training("th-2026-03-one", "place: Kui Buri", "registration: {deadline: 2026-02-01, contact: a@b.example}", "seats: 30")
    after = training("th-2026-03-one", "registration: {deadline: 2026-02-02, url: https://example.org/}", title="Another title", seats="30")
    assert Difference(before, after).fields == (
        FieldChange("title", "Wildlife crime scene work", "Another title"),
        FieldChange("place", "Kui Buri", None),
        FieldChange("registration.deadline", "2026-02-01", "2026-02-02"),
        FieldChange("registration.contact", "a@b.example", None),
        FieldChange("registration.url", None, "https://example.org/"),
    )


def test_members_of_lists_stand_alone() -> None:
    """What came and what went; another order is told as such; groups stand as they would in a file."""
    change = "changes: [{on: 2026-02-01, what: updated, id: x}]"
    before, after = training("th-2026-03-one", "countries: [TH, LA]"), training("th-2026-03-one", "countries: [LA, VN]", change)
    assert Difference(before, after).fields == (
        FieldChange("changes", None, "{on: 2026-02-01, what: updated, id: x}"),
        FieldChange("countries", "TH", None),
        FieldChange("countries", None, "VN"),
    )
    turned = Difference(before, training("th-2026-03-one", "countries: [LA, TH]")).fields
    assert turned == (FieldChange("countries", "[TH, LA]", "[LA, TH]"),)


def test_members_that_stand_twice_are_counted() -> None:
    """One of two that are alike may go."""
    before, after = training("th-2026-03-one", "organisers: [A, A, B]"), training("th-2026-03-one", "organisers: [A, B]")
    assert Difference(before, after).fields == (FieldChange("organisers", "A", None),)


@pytest.mark.parametrize(
    ("before", "after", "news"),
    [
        (None, {}, ["new"]),
        (None, DRAFT, []),
        (DRAFT, {}, ["new"]),
        ({}, {"summary": "Other words."}, []),
        ({}, {"changes": "[{on: 2026-02-01, what: updated, id: x}]"}, ["x"]),
        ({}, WITHDRAWN, ["withdrawn"]),
        ({}, {**WITHDRAWN, "changes": "[{on: 2026-02-01, what: withdrawn, id: gone}]"}, ["gone"]),
        ({}, None, []),
    ],
)
def test_feeds_tell_of_what_is_new(before: dict[str, str] | None, after: dict[str, str] | None, news: list[str]) -> None:
    """The record itself, new entries of its changes, its withdrawal; under its first id."""
    states = [None if keys is None else training("th-2026-03-one", "former_ids: [th-2026-02-one]", **keys) for keys in (before, after)]
    assert list(Difference(*states).news) == [f"trainings/th-2026-02-one#{change}" for change in news]

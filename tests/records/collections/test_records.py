"""Records: what all collections share, and what each says of itself."""

from datetime import date
from typing import Any

import pytest

from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.collections.record import Record
from clearinghouse.records.keys.dates import PartialDate
from tests.support.examples import problems, record

CHANGE = "{{on: {on}, what: moved, id: {id}}}"
WITHDRAWN = "{date: 2026-02-01, reason: It stood here twice.}"


@pytest.mark.parametrize("collection", [name for name in COLLECTIONS if name not in ("activities", "legislation")])
def test_a_record_knows_its_key_and_its_address(collection: str) -> None:
    """From its collection and the name of its file."""
    one = record(f"{collection}/th-2026-03-x")
    assert (one.key, one.address, one.path) == (
        f"{collection}/th-2026-03-x",
        f"{collection}/th-2026-03-x/",
        f"{collection}/th-2026-03-x.yml",
    )


def test_every_collection_has_a_name_for_one_and_for_several() -> None:
    """By which readers know its records; and a place of its own among the others."""
    assert all(collection.one and collection.several for collection in COLLECTIONS.values())
    assert len({collection.order for collection in COLLECTIONS.values()}) == len(COLLECTIONS)


@pytest.mark.parametrize(
    ("keys", "is_certain"),
    [({}, True), ({"confidence": "medium"}, True), ({"confidence": "low"}, False), ({"withdrawn": WITHDRAWN}, False)],
)
def test_what_is_of_low_confidence_or_withdrawn_does_not_count(keys: dict[str, str], is_certain: bool) -> None:
    """In statistics and as evidence."""
    assert record("trainings/th-2026-03-x", **keys).is_certain is is_certain


def test_the_last_change_is_the_latest_day_on_which_it_changed() -> None:
    """The day of publication where nothing changed since, also when changes are not in order."""
    changes = f"[{CHANGE.format(on='2026-02-03', id='b')}, {CHANGE.format(on='2026-02-01', id='a')}]"
    assert record("trainings/th-2026-03-x").last_change == date(2026, 1, 10)
    assert record("trainings/th-2026-03-x", changes=changes).last_change == date(2026, 2, 3)


def test_ids_of_changes_are_unique_in_a_record() -> None:
    """Told at the second that has it."""
    changes = f"[{CHANGE.format(on='2026-02-01', id='a')}, {CHANGE.format(on='2026-02-02', id='a')}]"
    assert problems("trainings", changes=changes) == [("ID-005", "changes.1.id")]


@pytest.mark.parametrize(
    ("path", "keys", "states", "sort_date"),
    [
        ("documents/x", {"date": "2025-06-30", "countries": "[TH, LA]"}, ("TH", "LA"), PartialDate(2025, 6, 30)),
        ("documents/x", {"date": None, "year": "2025"}, (), PartialDate(2025)),
        ("documents/x", {"date": None, "undated": "true", "note": "No date."}, (), None),
        ("programmes/x", {"host": "TH", "countries": "[LA, TH]", "since": "2019-06"}, ("TH", "LA"), PartialDate(2019, 6)),
        ("networks/x", {"country": "MY"}, ("MY",), None),
        ("networks/x", {}, (), None),
        ("figures/x", {"countries": "[SG]"}, ("SG",), None),
        ("updates/x", {}, (), PartialDate(2026, 1, 12)),
        ("projects/x", {"countries": "[VN]"}, ("VN",), None),
    ],
)
def test_a_record_says_which_states_it_concerns_and_by_which_date_it_sorts(
    path: str, keys: dict[str, str | None], states: tuple[str, ...], sort_date: PartialDate | None
) -> None:
    """None where its source names none."""
    one = record(path, **keys)
    assert isinstance(one, Record)
    assert (one.states, one.sort_date) == (states, sort_date)


def test_a_project_sorts_by_its_latest_report() -> None:
    """Whatever the order in which reports were added."""
    report = "{{period: Half a year, date: {}, activities: [], problems: None., change_requests: None.}}"
    one = record("projects/x", reports=f"[{report.format('2025-10')}, {report.format('2026-04')}, {report.format('2025-04')}]")
    assert one.sort_date == PartialDate(2026, 4)


def test_a_project_as_known_on_a_day_has_no_later_report() -> None:
    """A report with a whole month for its date may have been there on any day of it."""
    report = "{{period: Half a year, date: {}, activities: [], problems: None., change_requests: None.}}"
    one = record("projects/x", published="2025-01-10", reports=f"[{report.format('2025-10')}, {report.format('2026-04')}]")
    known = {day: one.known_on(date.fromisoformat(day)) for day in ("2025-01-09", "2025-09-30", "2025-10-01", "2026-04-01")}
    assert {day: project and len(project.reports) for day, project in known.items()} == {
        "2025-01-09": None,
        "2025-09-30": 0,
        "2025-10-01": 1,
        "2026-04-01": 2,
    }


def test_a_network_is_called_by_its_acronym() -> None:
    """Else by its title."""
    assert record("networks/x", acronym="NoE").name == "NoE"
    assert record("networks/x").name == "Network of Examples"


@pytest.mark.parametrize(
    ("collection", "keys", "expected"),
    [
        ("documents", {"date": None}, [("DATE-004", "undated")]),
        ("documents", {"undated": "true", "note": "No date."}, [("DATE-004", "undated")]),
        ("documents", {"date": None, "undated": "true"}, [("DATE-005", "undated")]),
        ("programmes", {"since": "2026", "until": "2025"}, [("DATE-003", "until")]),
        ("networks", {"started": "2026", "ended": "2025"}, [("DATE-003", "ended")]),
        ("plans", {"period": "{from: 2030, to: 2026}"}, [("DATE-003", "period.to")]),
        ("trainings", {"sources": "[]"}, [("TYPE-001", "sources")]),
        ("trainings", {"sources": "[{url: x}]"}, [("KEY-002", f"sources.0.{key}") for key in ("publisher", "kind", "accessed")]
         + [("LINK-001", "sources.0.url")]),
        ("trainings", {"id": "x"}, [("KEY-001", "id")]),
        ("trainings", {"from_": "x"}, [("KEY-001", "from")]),
        ("trainings", {"title": None, "summary": ""}, [("KEY-002", "title"), ("TEXT-001", "summary")]),
    ],
)  # fmt: skip
def test_the_keys_of_a_record_agree_with_one_another(collection: str, keys: dict[str, Any], expected: list[tuple[str, str]]) -> None:
    """All problems at once, each at its key."""
    assert sorted(problems(collection, **keys)) == sorted(expected)

"""The true data and the made-up data: what a build reads has no problems."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from clearinghouse.problems.report import report
from clearinghouse.reading.check import check
from clearinghouse.reading.typing.read import Reading, read
from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.collections.event import Event
from clearinghouse.world.disk.data_folder import data_files
from tests.support.plain import DATA, LIVING_DATA


@pytest.fixture(scope="module")
def true() -> Reading:
    """The true data."""
    return read(data_files(DATA))


@pytest.fixture(scope="module")
def living() -> Reading:
    """The made-up data."""
    return read(data_files(LIVING_DATA))


def test_the_true_data_have_no_errors(true: Reading) -> None:
    """Else there would be no site."""
    assert true.is_sound, report(true.problems, true.files, "text")
    assert true.files > 300


@pytest.mark.parametrize("folder", [DATA, LIVING_DATA], ids=["true", "living"])
def test_nothing_is_sensitive_that_nobody_has_reviewed(folder: Path) -> None:
    """Persons, papers, operations and exact places: what the check points at was looked at, and the record says so."""
    checked = check(data_files(folder), None)
    assert checked.files > 50
    assert [problem for problem in checked.problems if problem.code.startswith("SENSE-")] == []


def test_the_made_up_data_have_no_errors_and_no_warnings(living: Reading) -> None:
    """Everything happens in them, and everything properly."""
    assert not living.problems, report(living.problems, living.files, "text")
    assert living.files > 50


@pytest.mark.parametrize("folder", [DATA, LIVING_DATA], ids=["true", "living"])
def test_every_file_of_a_data_folder_is_read(folder: Path) -> None:
    """A record in a folder of its own, or under another ending, would be lost without a word."""
    reading = read(data_files(folder))
    records = {*folder.glob("[!_]*/**/[!_]*.yml"), *(folder / "legislation").glob("_about.yml")}
    assert reading.files == len(records)
    assert sum(len(records_of) for records_of in reading.records.values()) + (reading.about is not None) == len(records)


def _events(reading: Reading) -> Iterator[Event]:
    for collection in ("trainings", "workshops"):
        for record in reading.records[collection].values():
            assert isinstance(record, Event)
            yield record


def test_living_data_have_what_the_true_data_lack(living: Reading) -> None:
    """Times, changes, local scripts, drafts, what is withdrawn, moved, cancelled or was renamed; every collection."""
    events = list(_events(living))
    assert all(living.records[collection] for collection in COLLECTIONS)
    assert living.about is not None
    assert any(event.time for event in events)
    assert any(event.registration and event.registration.deadline for event in events)
    assert {"moved", "cancelled", "postponed"} <= {change.what for event in events for change in event.changes}
    assert {"th", "km", "lo", "my"} <= {tag for event in events for tag in event.title_local}
    assert any(event.withdrawn for event in events)
    assert any(event.former_ids for event in events)
    assert any(event.draft for event in events)
    assert {"announced", "cancelled", "postponed", "held"} <= {event.status for event in events}
    assert {"high", "low"} <= {event.confidence for event in events}

"""Our own agendas, read back: the same records, and no reminder of a deadline among them."""

from collections.abc import Mapping

import pytest

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.reading.files.folder import DataFile
from clearinghouse.reading.intake.agendas.table import of_ics
from clearinghouse.reading.intake.rows import Rows, rows_of
from clearinghouse.records.collections.event import Event
from clearinghouse.records.written.yaml_text import plain
from tests.support.publications.giving_out import living, living_agendas
from tests.support.running import ROOT

GIVEN = {"published": "2026-03-10", "confidence": "high", "kind": "training", "status": "announced", "sources.0.url": "https://example.org/x",
         "sources.0.publisher": "O", "sources.0.kind": "agenda", "sources.0.accessed": "2026-03-01"}  # fmt: skip
KEYS = ("title", "status", "kind", "starts", "ends", "time", "place", "host", "audience", "topics", "summary", "published")
"""What an agenda says of a record, word for word."""


@pytest.fixture(scope="module")
def agendas() -> Mapping[str, bytes]:
    """Those of the living records."""
    return living_agendas()


@pytest.fixture(scope="module")
def files() -> list[DataFile]:
    """Those of the living records."""
    folder = ROOT / "tests" / "living"
    return [DataFile(path.relative_to(folder).as_posix(), path.name, path.read_bytes()) for path in folder.rglob("*.yml")]


def rows(agenda: bytes, collection: str, files: list[DataFile]) -> Rows:
    """What an agenda says for a folder of these files."""
    return rows_of(of_ics("own.ics", agenda, collection), collection, GIVEN, files)


def known(catalogue: Catalogue, collection: str) -> dict[str, Event]:
    """The dated events of a collection that were not withdrawn, by their first ids."""
    events = [event for event in catalogue.events if event.collection == collection and event.days and not event.withdrawn]
    return {event.first_key.partition("/")[2]: event for event in events}


@pytest.mark.parametrize("collection", ["trainings", "workshops"])
def test_an_agenda_of_ours_makes_the_same_records(agendas: Mapping[str, bytes], files: list[DataFile], collection: str) -> None:
    """In a folder that knows none of them: each with the values that the agenda says, and no other."""
    others = [file for file in files if not file.path.startswith(("trainings/", "workshops/"))]
    proposed = {proposal.id: proposal.data for proposal in rows(agendas[f"agendas/{collection}.ics"], collection, others).new}
    events = known(living(), collection)
    assert proposed.keys() >= events.keys()
    for name, event in events.items():
        record = plain(event)
        if record.get("ends") == record["starts"]:
            del record["ends"]
        assert {key: proposed[name].get(key) for key in KEYS} == {key: record.get(key) for key in KEYS}, name


@pytest.mark.parametrize("collection", ["trainings", "workshops"])
def test_an_agenda_of_ours_changes_nothing_where_its_records_are(
    agendas: Mapping[str, bytes], files: list[DataFile], collection: str
) -> None:
    """They are known under their first ids; only what was withdrawn is refused, and only what has no day any more differs."""
    again = rows(agendas[f"agendas/{collection}.ics"], collection, files)
    assert (list(again.new), list(again.changed)) == ([], [])
    assert {problem.code for problem in again.problems if problem.severity == "error"} <= {"ICS-003"}
    assert [problem.key for problem in again.problems if problem.code == "ICS-011"] == []


def test_reminders_are_refused(agendas: Mapping[str, bytes], files: list[DataFile]) -> None:
    """By name, each of them: none becomes a training on the day on which a registration closes."""
    reminders = rows(agendas["agendas/deadlines.ics"], "trainings", files)
    assert reminders.faulty
    assert (list(reminders.new), list(reminders.changed)) == ([], [])
    assert {problem.code for problem in reminders.problems if problem.severity == "error"} == {"ICS-003"}

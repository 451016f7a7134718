"""chm import of a calendar that was imported before: a later version of an event changes the record that was made of it."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml

from clearinghouse.commands.shell import main
from tests.support.patience import patient
from tests.support.running import command, surroundings
from tools.benches.measuring import usage_of

GIVEN = ("kind=training", "status=announced", "confidence=medium", "summary=A course.", "sources.0.url=https://example.org/x",
         "sources.0.publisher=Office", "sources.0.kind=news", "sources.0.accessed=2026-01-01")  # fmt: skip
FIRST = ("SUMMARY:Ranger course", "DTSTART;VALUE=DATE:20260302", "DTEND;VALUE=DATE:20260304", "LOCATION:Nan")


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty data folder where the command runs."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "data").mkdir()
    return Path("data")


def chm_import(*events: tuple[str, ...], as_of: str = "2026-02-01", above: tuple[str, ...] = ()) -> int:
    """Imports a calendar of these events. above: lines of the calendar itself."""
    lines = [line for event in events for line in ("BEGIN:VEVENT", *event, "END:VEVENT")]
    Path("agenda.ics").write_text("\n".join(["BEGIN:VCALENDAR", *above, *lines, "END:VCALENDAR", ""]), encoding="utf-8")
    options = [part for pair in GIVEN for part in ("--set", pair)]
    return main(["import", "agenda.ics", "--into", "trainings", "--data", "data", "--as-of", as_of, *options])


def version(number: int, *lines: str, uid: str = "1@example.org") -> tuple[str, ...]:
    """An event with its UID and version."""
    return (f"UID:{uid}", f"SEQUENCE:{number}", *lines)


def record(data: Path) -> dict[str, object]:
    """The one record of the folder."""
    [file] = (data / "trainings").glob("*.yml")
    loaded: dict[str, object] = yaml.load(file.read_text("utf-8"), yaml.BaseLoader)
    return loaded


def test_a_later_version_changes_the_record_that_an_earlier_one_made(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """All that it says, with an entry for subscribers; the file keeps its name, and what was replaced is named."""
    assert chm_import(version(0, *FIRST)) == 0
    moved = version(2, "SUMMARY:Course for rangers", "DTSTART;VALUE=DATE:20260413", "STATUS:CONFIRMED")
    assert chm_import(moved, as_of="2026-02-09") == 0
    output = capsys.readouterr().out
    assert "1 row: 1 changed" in output
    assert "Changed: data/trainings/asean-2026-03-ranger-course.yml" in output
    assert re.search(
        r"warning ICS-011 DTSTART starts\n  found:   \"2026-04-13\"\n.*\n  fix:     changed in .*, where it said `2026-03-02`", output
    )
    after = record(data)
    assert {key: after.get(key) for key in ("title", "starts", "ends", "place", "status")} == {
        "title": "Course for rangers", "starts": "2026-04-13", "ends": None, "place": "Nan", "status": "confirmed",
    }  # fmt: skip
    assert after["changes"] == [
        {"on": "2026-02-09", "what": "confirmed", "id": "confirmed-2026-02-09", "from": "2026-03-02", "to": "2026-04-13"}
    ]
    assert chm_import(moved, as_of="2026-02-10") == 0
    assert record(data) == after


def test_a_record_that_was_edited_keeps_its_words_and_its_comments(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Day, hours and place are what the calendar knows better; its words are named, and left to people."""
    assert chm_import(version(0, *FIRST)) == 0
    [file] = (data / "trainings").glob("*.yml")
    edited = file.read_text("utf-8").replace("title: Ranger course", "# by hand\ntitle: Ranger course in Nan").replace("announced", "held")
    file.write_text(edited, "utf-8")
    later = version(1, "SUMMARY:Course", "DTSTART;VALUE=DATE:20260303", "STATUS:CONFIRMED")
    assert chm_import(later) == 0
    after = record(data)
    assert (after["title"], after["starts"], after["status"]) == ("Ranger course in Nan", "2026-03-03", "held")
    assert "# by hand\n" in file.read_text("utf-8")
    output = capsys.readouterr().out
    assert re.search(r"ICS-011 SUMMARY title\n  found:   \"Course\"\n.*\n  fix:     kept in .*: `Ranger course in Nan`", output)
    assert chm_import(version(2, *later[2:-1], "STATUS:CANCELLED")) == 0
    assert record(data)["status"] == "cancelled"


def test_a_cancellation_needs_no_more_than_the_uid(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As programs send it (RFC 5546 §3.2.5): the record stays as it is but for its status; an unknown event is refused."""
    assert chm_import(version(0, *FIRST)) == 0
    before = record(data)
    assert chm_import(version(1), above=("METHOD:CANCEL",), as_of="2026-02-09") == 0
    after = record(data)
    assert after["changes"] == [{"on": "2026-02-09", "what": "cancelled", "id": "cancelled-2026-02-09"}]
    kept = after.keys() - {"status", "changes", "imported"}
    assert (after["status"], {key: after[key] for key in kept}) == ("cancelled", {key: before[key] for key in kept})
    capsys.readouterr()
    assert chm_import(version(1, uid="2@example.org"), above=("METHOD:CANCEL",)) == 1
    assert "error KEY-002" in capsys.readouterr().out
    assert record(data) == after


def test_an_older_version_changes_nothing(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is named, as is the record that was made of the later one."""
    assert chm_import(version(3, *FIRST)) == 0
    before = record(data)
    assert chm_import(version(1, "SUMMARY:Old", "DTSTART;VALUE=DATE:20260101")) == 0
    assert record(data) == before
    assert "left out: trainings/asean-2026-03-ranger-course.yml has a later version" in capsys.readouterr().out


def test_two_events_of_one_title_and_month_are_two_records(data: Path) -> None:
    """Each under a name of its own, which the next import finds again."""
    events = (version(0, *FIRST), version(0, *FIRST[:1], "DTSTART;VALUE=DATE:20260309", uid="2@example.org"))
    assert chm_import(*events) == 0
    names = ["asean-2026-03-ranger-course-2.yml", "asean-2026-03-ranger-course.yml"]
    assert sorted(path.name for path in (data / "trainings").iterdir()) == names
    assert chm_import(*reversed(events)) == 0
    assert sorted(path.name for path in (data / "trainings").iterdir()) == names


def test_a_record_never_shows_the_uid_of_its_event(data: Path) -> None:
    """It may hold a name, or that of a computer inside an office."""
    assert chm_import(version(0, *FIRST, uid="somebody.by.name@office.example")) == 0
    [file] = (data / "trainings").glob("*.yml")
    assert "somebody" not in file.read_text("utf-8")
    assert re.search(r"imported:\n  event: [0-9a-f]{16}\n  version: 0\n  content: [0-9a-f]{16}\n", file.read_text("utf-8"))


def test_a_copy_of_a_record_is_never_taken_for_the_event(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Who copied a file for the next course copied its memory too: which of the two shall change is asked."""
    assert chm_import(version(0, *FIRST)) == 0
    [file] = (data / "trainings").glob("*.yml")
    copy = file.with_name("asean-2027-03-next-course.yml")
    copy.write_bytes(file.read_bytes())
    assert chm_import(version(1, "SUMMARY:Course", "DTSTART;VALUE=DATE:20260303")) == 1
    assert file.read_bytes() == copy.read_bytes()
    assert "delete `imported` from the one that is a copy: trainings/asean-2026-03-ranger-course.yml or" in capsys.readouterr().out


@pytest.mark.long
@pytest.mark.parametrize("days", [700, 1])
def test_two_thousand_events_are_imported_in_seconds_and_little_memory(data: Path, days: int) -> None:
    """In 20 seconds of a quiet processor and 300 MB, also where all are on one day: 2,000 are the most that a file may hold."""
    lines = ["BEGIN:VCALENDAR", "X-WR-TIMEZONE:Asia/Bangkok"]
    for number in range(2000):
        day = f"{date(2026, 1, 1) + timedelta(number % days):%Y%m%d}"
        texts = (f"SUMMARY:Course number {number}", "DESCRIPTION:" + r"A course with much to learn for all.\n" * 10, "LOCATION:Nan")
        when = (f"DTSTART:{day}T020000Z", f"DTEND:{day}T090000Z", "DTSTAMP:20260101T000000Z", "SEQUENCE:1")
        lines += ["BEGIN:VEVENT", f"UID:{number}@example.org", *texts, *when, "ATTENDEE:mailto:one@example.org", "END:VEVENT"]
    Path("agenda.ics").write_text("\n".join([*lines, "END:VCALENDAR", ""]), encoding="utf-8")
    options = [part for pair in GIVEN for part in ("--set", pair)]
    call = ["import", "agenda.ics", "--into", "trainings", "--data", "data", "--as-of", "2026-02-01", *options]
    usage = usage_of([command(*call)], Path.cwd(), surroundings())
    assert usage.cpu < patient(20)
    assert usage.memory < 300
    assert len(list((data / "trainings").iterdir())) == 2000

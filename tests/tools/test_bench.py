"""The bench: the same sound records every time, and a line for each size."""

import re
from pathlib import Path

import pytest

from clearinghouse.reading.typing.read import read
from clearinghouse.world.disk.data_folder import data_files
from tests.support.running import chm, chm_here
from tools.bench import synthesize

EVENTS = ("trainings", "workshops", "documents")


def bytes_below(folder: Path) -> dict[str, bytes]:
    """All files of a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_records_are_as_many_as_asked_for_and_sound(tmp_path: Path) -> None:
    """Without even a warning; seven in ten are trainings, two workshops, one a document."""
    synthesize(tmp_path, 30)
    reading = read(data_files(tmp_path))
    assert reading.problems == ()
    assert [len(reading.records[name]) for name in EVENTS] == [21, 6, 3]
    assert all(record.serves for name in EVENTS for record in reading.records[name].values() if hasattr(record, "serves"))


def test_the_records_are_the_same_every_time(tmp_path: Path) -> None:
    """Else two figures could not be compared."""
    for name in ("one", "two"):
        synthesize(tmp_path / name, 30)
    assert bytes_below(tmp_path / "one") == bytes_below(tmp_path / "two")


@pytest.mark.long
def test_a_run_prints_a_line_for_each_size() -> None:
    """Records, seconds, milliseconds a record, megabytes and pages, in columns below their names."""
    result = chm("bench", "10")
    assert (result.returncode, result.stderr) == (0, "")
    heading, line = result.stdout.splitlines()
    assert heading.split() == ["records", "seconds", "ms/record", "peak", "MB", "pages"]
    numbers = re.fullmatch(r" +10 +(\d+\.\d\d) +(\d+\.\d\d) +\d+  (\d+|\d,\d{3}) pages", line)
    assert numbers, line
    assert float(numbers[1]) == round(float(numbers[2]) * 10 / 1000, 2)


@pytest.mark.long
def test_checks_are_measured_three_ways() -> None:
    """All records, one file, and what differs from a revision; each finds the made-up records sound."""
    result = chm("bench", "20", "--check")
    assert (result.returncode, result.stderr) == (0, "")
    heading, *lines = result.stdout.splitlines()
    assert heading.split()[:4] == ["records", "seconds", "peak", "MB"]
    matches = [re.fullmatch(r" +20 +\d+\.\d\d +\d+  (.+): no problems in (\d+) files?", line) for line in lines]
    assert [match and match.groups() for match in matches] == [("all", "73"), ("one file", "1"), ("one changed file, with --base", "1")]


@pytest.mark.long
def test_feeds_and_agendas_are_measured_apart() -> None:
    """Seconds of each and of both, megabytes, and how much there is of them."""
    result = chm("bench", "20", "--feeds")
    assert (result.returncode, result.stderr) == (0, "")
    heading, line = result.stdout.splitlines()
    assert heading.split() == ["records", "feeds", "s", "agendas", "s", "both", "s", "peak", "MB", "files", "MB"]
    size, feeds, agendas, both, peak, files, _ = map(float, line.split())
    assert size == 20
    assert abs(feeds + agendas - both) < 0.02
    assert files > 200
    assert peak > 0


@pytest.mark.long
def test_quality_and_what_goes_with_it_is_measured_apart() -> None:
    """Seconds of each part and of all."""
    result = chm("bench", "20", "--quality")
    assert (result.returncode, result.stderr) == (0, "")
    heading, line = result.stdout.splitlines()
    assert heading.split() == ["records", "quality", "s", "desks", "s", "time", "line", "s", "links", "s", "all", "s"]
    size, *parts, all_of_them = map(float, line.split())
    assert size == 20
    assert abs(sum(parts) - all_of_them) < 0.04


@pytest.mark.long
def test_reports_and_what_they_are_made_of_are_measured_apart() -> None:
    """Seconds of each part and of all."""
    result = chm("bench", "20", "--reports")
    assert (result.returncode, result.stderr) == (0, "")
    heading, line = result.stdout.splitlines()
    assert heading.split() == ["records", "indicators", "s", "changes", "s", "reports", "s", "all", "s"]
    size, *parts, all_of_them = map(float, line.split())
    assert size == 20
    assert abs(sum(parts) - all_of_them) < 0.04


def test_a_size_that_is_no_number_is_refused() -> None:
    """With the usual words of a wrong call."""
    result = chm_here("bench", "many")
    assert result.returncode == 2
    assert "'many' is not a valid integer" in result.stderr


@pytest.mark.long
def test_offline_editions_are_measured_of_the_true_data_and_of_made_up_records() -> None:
    """Seconds, megabytes of memory, of the zip and of the largest pack, and how many editions there are."""
    result = chm("bench", "20", "--export")
    assert (result.returncode, result.stderr) == (0, "")
    heading, *lines = result.stdout.splitlines()
    assert heading.split() == ["records", "seconds", "peak", "MB", "zip", "MB", "largest", "pack", "MB", "made"]
    for size, line in zip(("data/", "20"), lines, strict=True):
        assert re.fullmatch(rf" +{size} +\d+\.\d\d +\d+ +\d+\.\d\d +\d\.\d\d  13 editions", line), line


@pytest.mark.long
def test_open_data_is_measured_apart() -> None:
    """Seconds of each part and of all, and the size of the database."""
    result = chm("bench", "20", "--data")
    assert (result.returncode, result.stderr) == (0, "")
    heading, line = result.stdout.splitlines()
    assert heading.split() == ["records", "API", "s", "CSV", "s", "SQLite", "s", "rest", "s", "all", "s", "SQLite", "MB"]
    size, *parts, whole, megabytes = map(float, line.split())
    assert size == 20
    assert abs(sum(parts) - whole) < 0.04
    assert megabytes > 0

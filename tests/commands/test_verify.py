"""chm verify: one or many records in one go, all or none of them, and what counts from it at once."""

import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.catalogue.quality import Quality, Tally
from clearinghouse.reading.typing.read import read
from clearinghouse.world.disk.data_folder import data_files
from tests.support.running import ROOT, chm_here

TODAY = ("--as-of", "2026-03-10")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The made-up records, in a repository of git of their own."""
    folder = tmp_path / "data"
    shutil.copytree(ROOT / "tests/living", folder)
    git(folder, "init", "--quiet")
    git(folder, "add", ".")
    git(folder, "-c", "user.name=office", "-c", "user.email=office@office.example", "commit", "--quiet", "--message", "before")
    return folder


def git(folder: Path, *arguments: str) -> str:
    """What git says."""
    return subprocess.run(["git", "-C", folder, *arguments], capture_output=True, encoding="utf-8", check=True).stdout


def changed(folder: Path) -> list[str]:
    """The lines that differ from the last commit, without those of files."""
    lines = git(folder, "diff", "--unified=0").splitlines()
    return [line for line in lines if line.startswith(("+", "-")) and not line.startswith(("+++", "---"))]


def stale(folder: Path, state: str) -> int:
    """How many records on a state's desk are stale."""
    reading = read(data_files(folder))
    catalogue = Catalogue.of(reading.records, reading.about, date(2026, 3, 10))
    return Tally.of(Quality(catalogue).of(state)).wanting["stale"]


def test_several_are_verified_in_one_go_and_only_those_lines_change(data: Path) -> None:
    """By key, by id and by file; git sees two lines in each, and the desk counts them at once."""
    before = stale(data, "TH")
    files = ("documents/yearly-report-2023", "th-2026-operation-example", data / "legislation/th.yml")
    result = chm_here("verify", *files, "--data", data, *TODAY)
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.splitlines() == [
        "verified 3 records on 2026-03-10",
        "  documents/yearly-report-2023: was 2024-06-03 by import",
        "  workshops/th-2026-operation-example: for the first time",
        "  legislation/th: for the first time",
    ]
    assert sorted(changed(data)) == [
        *["+verified: 2026-03-10"] * 3,
        *["+verified_by: editors"] * 3,
        "-verified: 2024-06-03",
        "-verified_by: import",
    ]
    assert before - stale(data, "TH") == 3
    assert chm_here("check", "--data", data, "--base", "HEAD").returncode == 0


@pytest.mark.long
def test_a_day_that_is_past_may_be_named_but_none_to_come(data: Path) -> None:
    """Nor one before the last verification."""
    assert "on 2026-02-01" in chm_here("verify", "net-office-of-examples", "--on", "2026-02-01", "--data", data, *TODAY).stdout
    result = chm_here("verify", "net-office-of-examples", "--on", "2026-03-11", "--data", data, *TODAY)
    assert (result.returncode, result.stderr) == (
        2,
        "chm: --on 2026-03-11 is in the future: a record cannot have been checked then\n",
    )
    result = chm_here("verify", "net-office-of-examples", "--on", "2026-01-31", "--data", data, *TODAY)
    assert result.returncode == 2
    assert "was verified on 2026-02-01, after 2026-01-31; nothing was written" in result.stderr


def test_where_one_is_not_there_none_is_written(data: Path) -> None:
    """All that are not there are told, each with its nearest."""
    result = chm_here("verify", "legislation/th", "net-ofice-of-examples", "nowhere-at-all", "--data", data, *TODAY)
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.splitlines() == [
        "chm: there is no record net-ofice-of-examples; did you mean net-office-of-examples?",
        "there is no record nowhere-at-all",
        "nothing was written",
    ]
    assert changed(data) == []


@pytest.mark.long
def test_an_id_of_two_collections_must_be_told_apart(data: Path) -> None:
    """By its collection."""
    shutil.copy(data / "networks/net-office-of-examples.yml", data / "figures/net-office-of-examples.yml")
    result = chm_here("verify", "net-office-of-examples", "--data", data, *TODAY)
    assert result.returncode == 2
    assert "may be figures/net-office-of-examples or networks/net-office-of-examples: write which" in result.stderr


@pytest.mark.long
def test_a_record_with_a_problem_is_not_verified(data: Path) -> None:
    """Its problems are told, in the words of `chm check`; those of others are not its business."""
    for name in ("net-office-of-examples", "net-example-laboratory"):
        path = data / f"networks/{name}.yml"
        path.write_text(path.read_text("utf-8").replace("confidence: high", "confidence: sure"), "utf-8")
    before = changed(data)
    result = chm_here("verify", "net-office-of-examples", "legislation/th", "--data", data, *TODAY)
    assert (result.returncode, result.stdout) == (1, "")
    assert 'confidence\n  found:   "sure"' in result.stderr
    assert "net-example-laboratory" not in result.stderr
    assert changed(data) == before
    assert chm_here("verify", "legislation/th", "--data", data, *TODAY).returncode == 0


@pytest.mark.long
def test_an_activity_cannot_be_verified(data: Path) -> None:
    """It quotes its plan."""
    result = chm_here("verify", "activities/poa-2016-2020/4.1.2", "--data", data, *TODAY)
    assert result.returncode == 2
    assert "quotes its plan, and has no `verified`" in result.stderr


@pytest.mark.long
def test_twice_on_a_day_changes_nothing_more(data: Path) -> None:
    """And says so; the file is not even written."""
    assert chm_here("verify", "legislation/th", "--data", data, *TODAY).returncode == 0
    stamp = (data / "legislation/th.yml").stat().st_mtime_ns
    result = chm_here("verify", "legislation/th", "legislation/th", "--data", data, *TODAY)
    assert result.stdout.splitlines() == ["verified 1 record on 2026-03-10", "  legislation/th: verified on that day before"]
    assert (data / "legislation/th.yml").stat().st_mtime_ns == stamp

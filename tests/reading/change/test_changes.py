"""Changes: each folder of `changed/` holds a data folder before and after a change, with the report that its author gets.

A name says what happens; what is as it should be has no problems. After a wanted change of words: look at what the
test got, and take it over into `expected.txt` after reading it as a focal point would, who is no programmer.
"""

import re
from pathlib import Path

import pytest

from clearinghouse.commands.shell import main
from clearinghouse.reading.change import revisions
from tests.support.reading.changing import CHANGED, NAMES, arguments_of, changed, git


def expected(name: str) -> str:
    """The report that stands beside a change."""
    return (CHANGED / name / "expected.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module", params=NAMES)
def name(request: pytest.FixtureRequest) -> str:
    """The name of each change."""
    return str(request.param)


@pytest.fixture(scope="module")
def repository(name: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository in which it is made, which no test changes."""
    return changed(tmp_path_factory.mktemp(name), name)


def test_a_change_is_told_what_it_must_mend(
    name: str, repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The report, to the letter; the exit status is 1 where it holds an error."""
    monkeypatch.chdir(repository)
    status = main(["check", "--data", "data", "--base", "main", *arguments_of(name)])
    assert capsys.readouterr().out == expected(name)
    assert status == int(": error " in expected(name))


@pytest.mark.long
def test_a_large_change_is_told_the_same(
    name: str, repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of a small one only what it depends on is read; of one that touches much, all."""
    monkeypatch.setattr(revisions, "MOST_SOUGHT", -1)
    monkeypatch.chdir(repository)
    main(["check", "--data", "data", "--base", "main", *arguments_of(name)])
    assert capsys.readouterr().out == expected(name)


def test_what_is_as_it_should_be_has_no_error(name: str) -> None:
    """And what is not, has one, or a warning."""
    is_right = re.search(r"as-it-should-be|-may-|need-no|blocks-nobody|^a-move-is-told$", name) is not None
    assert expected(name).startswith("no problems") == is_right


def test_a_committed_change_is_judged_like_one_that_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """On a branch of its own, after its base has moved on: what the base did meanwhile is none of it."""
    name = "a-record-is-deleted"
    folder = changed(tmp_path, name)
    git(folder, "switch", "--quiet", "--create", "mine")
    git(folder, "commit", "--quiet", "--all", "--message=after")
    git(folder, "switch", "--quiet", "main")
    (folder / "data/trainings/la-2026-05-court.yml").write_text("no: record\n")
    (folder / "data/trainings/vn-2026-05-court.yml").write_text("no: record\n")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message=moved on")
    git(folder, "switch", "--quiet", "mine")
    monkeypatch.chdir(folder)
    assert main(["check", "--data", "data", "--base", "main"]) == 1
    assert capsys.readouterr().out == expected(name)

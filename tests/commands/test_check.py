"""chm check: which files it looks at, in which form it tells, and how it ends."""

import json
import os
from pathlib import Path

import pytest

from clearinghouse.commands.check import HELP
from clearinghouse.commands.shell import main
from clearinghouse.problems.codes import CODES
from tests.support.examples import yaml
from tests.support.running import chm

SOUND, WRONG, WARNED = yaml("trainings"), yaml("trainings", seats="many"), yaml("trainings")
FILES = {
    "trainings/th-2026-03-sound.yml": SOUND,
    "trainings/th-2026-03-wrong.yml": WRONG,
    "trainings/_example.yml": "not read",
    "networks/net-x.yml": yaml("networks", "colour: green"),
    "plans/poe-2026.yml": yaml("plans"),
    "activities/poe-2026/1.1.1.yml": yaml("activities"),
    "README.md": "Not read either.\n",
}


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder in the folder from which the command is called."""
    monkeypatch.chdir(tmp_path)
    return written(tmp_path / "data", FILES)


def written(folder: Path, files: dict[str, str]) -> Path:
    """Writes files into a folder."""
    for path, text in files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
    return folder


def outcome(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, list[str]]:
    """The exit status and the first lines of problems, with the tally."""
    status = main(["check", *map(str, arguments)])
    lines = capsys.readouterr().out.splitlines()
    return status, [line for line in lines if not line.startswith("  ")]


NETWORK = "data/networks/net-x.yml:7:1: error KEY-001 colour"
SEATS = "data/trainings/th-2026-03-wrong.yml:9:8: error TYPE-002 seats"


def test_a_data_folder_is_checked_whole(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Paths are told from where the command runs; samples and what lies beside the collections are not counted."""
    assert outcome(capsys, "--data", "data") == (1, [NETWORK, SEATS, "2 errors, 0 warnings in 2 of 5 files"])
    assert outcome(capsys, "--data", data) == (1, [NETWORK, SEATS, "2 errors, 0 warnings in 2 of 5 files"])


@pytest.mark.parametrize(
    ("paths", "status", "lines"),
    [
        (["data/trainings/th-2026-03-wrong.yml"], 1, [SEATS, "1 error, 0 warnings in 1 of 1 file"]),
        (["data/trainings/th-2026-03-sound.yml"], 0, ["no problems in 1 file"]),
        (["data/trainings"], 1, [SEATS, "1 error, 0 warnings in 1 of 2 files"]),
        (["data/trainings/"], 1, [SEATS, "1 error, 0 warnings in 1 of 2 files"]),
        (["data/networks", "data/trainings/th-2026-03-wrong.yml"], 1, [NETWORK, SEATS, "2 errors, 0 warnings in 2 of 2 files"]),
        (["data"], 1, [NETWORK, SEATS, "2 errors, 0 warnings in 2 of 5 files"]),
        (["data/activities"], 0, ["no problems in 1 file"]),
        (["data/activities/poe-2026"], 0, ["no problems in 1 file"]),
        (["data/activities/poe-2026/1.1.1.yml"], 0, ["no problems in 1 file"]),
        (["data/trainings/_example.yml"], 0, ["no problems in 0 files"]),
    ],
)
def test_only_what_is_asked_for_is_told(
    data: Path, capsys: pytest.CaptureFixture[str], paths: list[str], status: int, lines: list[str]
) -> None:
    """A file, a collection, several of them, or a data folder."""
    assert outcome(capsys, *paths) == (status, lines)


def test_a_path_may_be_absolute(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And is told as seen from here."""
    assert outcome(capsys, data / "networks") == (1, [NETWORK, "1 error, 0 warnings in 1 of 1 file"])


def test_a_folder_elsewhere_is_told_in_full(data: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """There is no short way to it from here."""
    (data.parent / "elsewhere").mkdir()
    monkeypatch.chdir(data.parent / "elsewhere")
    status, lines = outcome(capsys, "--data", data)
    assert (status, lines[0]) == (1, f"{data.as_posix()}/networks/net-x.yml:7:1: error KEY-001 colour")


def test_files_of_two_data_folders_are_checked_together(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each against its own."""
    written(data.parent / "other", {"trainings/th-2026-03-wrong.yml": WRONG})
    status, lines = outcome(capsys, "data/networks/net-x.yml", "other")
    assert (status, lines) == (
        1, [NETWORK, "other/trainings/th-2026-03-wrong.yml:9:8: error TYPE-002 seats", "2 errors, 0 warnings in 2 of 2 files"],
    )  # fmt: skip


@pytest.mark.parametrize("path", ["small/trainings", "small/trainings/th-2026-03-wrong.yml", "small"])
def test_a_data_folder_may_hold_one_collection(data: Path, capsys: pytest.CaptureFixture[str], path: str) -> None:
    """A working group may begin with its trainings."""
    written(data.parent / "small", {"trainings/th-2026-03-wrong.yml": WRONG})
    assert outcome(capsys, path) == (
        1, ["small/trainings/th-2026-03-wrong.yml:9:8: error TYPE-002 seats", "1 error, 0 warnings in 1 of 1 file"],
    )  # fmt: skip


def test_a_folder_far_above_may_be_called_like_a_collection(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Many keep their work in `projects` or `documents`, which makes no data folder of what holds it."""
    home = tmp_path / "projects" / "chm"
    written(home / "data", FILES)
    written(tmp_path, {"trainings/x.yml": WRONG, "documents/letter.yml": "to: a friend"})
    monkeypatch.chdir(home)
    for paths in (["data"], ["data/trainings", "data/networks"]):
        assert outcome(capsys, *paths)[1][:2] == [NETWORK, SEATS]


@pytest.mark.parametrize("path", ["data/trainings/th-2026-03-wrong.yml", "data/trainings"])
def test_references_are_held_against_the_whole_folder(data: Path, capsys: pytest.CaptureFixture[str], path: str) -> None:
    """Though only one file is asked for."""
    (data / "trainings/th-2026-03-wrong.yml").write_text(yaml("trainings", serves="[poe-2026/1.1.1, poe-2026/9.9.9]"), encoding="utf-8")
    status, lines = outcome(capsys, path)
    assert (status, lines[0]) == (1, "data/trainings/th-2026-03-wrong.yml:9:26: error REF-001 serves.1")


def test_a_stray_file_is_told_though_it_is_no_record(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Else it would be lost."""
    (data / "trainings/th-2026-04-x.yaml").write_text(SOUND, encoding="utf-8")
    assert outcome(capsys, "data/trainings/th-2026-04-x.yaml") == (
        1, ["data/trainings/th-2026-04-x.yaml:1:1: error FILE-004", "1 error, 0 warnings in 1 of 1 file"],
    )  # fmt: skip


def test_a_link_is_told_and_never_followed(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """To a file, to a folder, to nowhere, to itself."""
    outside = written(data.parent / "outside", {"secret.yml": "a secret\n", "trainings/th-2026-05-x.yml": SOUND})
    (data / "documents").mkdir()
    for name, target in (
        ("file", outside / "secret.yml"),
        ("folder", outside),
        ("nowhere", outside / "nothing"),
        ("itself", data / "documents"),
    ):
        (data / "documents" / f"{name}.yml").symlink_to(target)
    status, lines = outcome(capsys, "data/documents")
    assert (status, lines) == (
        1,
        [
            *(f"data/documents/{name}.yml:1:1: error FILE-005" for name in ("file", "folder", "itself", "nowhere")),
            "4 errors, 0 warnings in 4 of 4 files",
        ],
    )


def test_a_pipe_is_not_read(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It would never end."""
    os.mkfifo(data / "networks" / "net-pipe.yml")
    assert outcome(capsys, "data/networks/net-pipe.yml")[1][0] == "data/networks/net-pipe.yml:1:1: error FILE-005"


def test_a_large_file_is_not_read_to_its_end(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A gigabyte with a hole takes no time."""
    with (data / "networks" / "net-large.yml").open("wb") as file:
        file.truncate(10**9)
    assert outcome(capsys, "data/networks/net-large.yml")[1][0] == "data/networks/net-large.yml:1:1: error FILE-002"


def test_warnings_alone_are_no_failure(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Unless asked to be."""
    (data / "trainings/crime-scene.yml").write_text(SOUND, encoding="utf-8")
    warning = "data/trainings/crime-scene.yml:1:1: {} ID-004"
    assert outcome(capsys, "data/trainings/crime-scene.yml") == (0, [warning.format("warning"), "0 errors, 1 warning in 1 of 1 file"])
    assert outcome(capsys, "--strict", "data/trainings/crime-scene.yml") == (
        1,
        [warning.format("error"), "1 error, 0 warnings in 1 of 1 file"],
    )


def test_json_is_for_tools(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One object, and nothing else."""
    assert main(["check", "--format", "json", "data"]) == 1
    report = json.loads(capsys.readouterr().out)
    assert (report["files"], report["errors"], [problem["code"] for problem in report["problems"]]) == (5, 2, ["KEY-001", "TYPE-002"])


def test_github_gets_annotations(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """At the lines of the pull request."""
    assert main(["check", "--format", "github", "data"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("::error file=data/networks/net-x.yml,line=7,col=1,title=KEY-001 colour::")
    assert lines[1].startswith("::error file=data/trainings/th-2026-03-wrong.yml,line=9,col=8,title=TYPE-002 seats::")
    assert len(lines) == 3


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["--data", "nowhere"], "chm: there is no data folder nowhere: name one with --data, e.g. --data data\n"),
        (["--data", "data/README.md"], "chm: there is no data folder data/README.md: name one with --data, e.g. --data data\n"),
        (["data/trainings/nothing.yml"], "chm: there is no data/trainings/nothing.yml\n"),
        (["notes"], "chm: notes is in no data folder: a record lies in <data>/<collection>/, e.g. data/trainings/\n"),
        (["notes/x.yml"], "chm: notes/x.yml is in no data folder: a record lies in <data>/<collection>/, e.g. data/trainings/\n"),
    ],
)
def test_what_is_not_there_is_told_in_one_line(data: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], line: str) -> None:
    """Exit status 2: the check itself failed."""
    written(data.parent, {"notes/x.yml": "a: b\n"})
    assert main(["check", *arguments]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.replace(f"{data.parent.as_posix()}/", "") == line


def test_a_wrong_format_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """With those that there are."""
    assert main(["check", "--format", "xml"]) == 2
    assert "text" in capsys.readouterr().err


def test_an_empty_data_folder_has_no_problems(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A working group may begin with nothing."""
    assert outcome(capsys, "--data", tmp_path) == (0, ["no problems in 0 files"])


@pytest.mark.long
def test_local_scripts_are_told_on_any_terminal(data: Path) -> None:
    """As a process of its own, whose system thinks in ASCII."""
    (data / "trainings/th-2026-03-wrong.yml").write_text(yaml("trainings", seats="สามสิบ"), encoding="utf-8")
    ran = chm("check", data / "trainings", PYTHONIOENCODING="ascii", LC_ALL="C")
    assert (ran.returncode, ran.stderr) == (1, "")
    assert '  found:   "สามสิบ"' in ran.stdout.splitlines()


def test_the_true_data_are_checked_without_a_path(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """From wherever the command is called."""
    monkeypatch.chdir(tmp_path)
    status, lines = outcome(capsys)
    assert status == 0
    assert lines[-1].endswith(" files")


def test_the_help_names_a_code_that_there_is() -> None:
    """So that whoever copies the example learns something."""
    assert "chm explain DATE-002" in HELP
    assert "DATE-002" in CODES

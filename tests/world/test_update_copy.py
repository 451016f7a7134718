"""The script of an update: it looks at all of an update and of a copy before its first byte, and changes nothing that is unexpected."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from hashlib import sha256
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from clearinghouse.publications.offline.delta import BEFORE, FILES, REMOVED, SCRIPT, SUMS, Delta
from clearinghouse.world.copies import update_copy

OLD = {"copy.js": b"day 1", "index.html": b"front", "same/index.html": b"same", "gone/index.html": b"gone"}
NEW = {"copy.js": b"day 2", "index.html": b"new front", "same/index.html": b"same", "added/index.html": b"added"}
OWN = {"same/my-notes.txt": b"mine", "gone/my-notes.txt": b"mine"}
"""What a reader has put into the copy."""


@dataclass(frozen=True)
class Case:
    """An update and the copy that it was made for, in folders beside each other."""

    update: Path
    copy: Path

    def run(self) -> tuple[int, str]:
        """The status and the words of the script."""
        script: dict[str, Any] = {"__name__": "update", "__file__": str(self.update / SCRIPT)}
        # Not imported: that would leave a file of Python's own beside it.
        exec(compile((self.update / SCRIPT).read_bytes(), SCRIPT, "exec"), script)
        words = StringIO()
        with redirect_stdout(words), redirect_stderr(words):
            status = script["main"]([str(self.copy)])
        return status, words.getvalue()


def put(folder: Path, files: Mapping[str, bytes]) -> None:
    """Writes files and their folders."""
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)


def files(folder: Path) -> dict[str, bytes]:
    """All files below a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def sums(contents: Mapping[str, bytes]) -> str:
    """A list of sums."""
    return "".join(f"{sha256(content).hexdigest()}  {name}\n" for name, content in sorted(contents.items()))


@pytest.fixture
def case(tmp_path: Path) -> Case:
    """A sound one, with what a reader has put beside."""
    case, delta = (
        Case(tmp_path / "update", tmp_path / "copy"),
        Delta(*({n: sha256(c).hexdigest() for n, c in f.items()} for f in (OLD, NEW))),
    )
    put(case.copy, {**OLD, **OWN})
    put(case.update, {FILES + name: NEW[name] for name in delta.changed})
    put(case.update, {SCRIPT: Path(update_copy.__file__).read_bytes(), SUMS: sums(NEW).encode()})
    put(case.update, {BEFORE: sums({name: OLD[name] for name in ("copy.js", "index.html", "gone/index.html")}).encode()})
    put(case.update, {REMOVED: "".join(f"{name}\n" for name in delta.removed).encode()})
    return case


def test_a_copy_is_brought_up_to_date_and_what_a_reader_put_there_stays(case: Case) -> None:
    """A second time nothing is left to do."""
    for _ in range(2):
        status, words = case.run()
        assert (status, "is up to date" in words) == (0, True), words
        assert files(case.copy) == {**NEW, **OWN}


def test_the_script_runs_as_people_would_run_it(case: Case) -> None:
    """With nothing of ours to be found, not even what pip has installed."""
    command = [sys.executable, "-I", "-S", str(case.update / SCRIPT), str(case.copy)]
    ran = subprocess.run(command, env={"PATH": os.defpath}, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert files(case.copy) == {**NEW, **OWN}


def test_what_was_stopped_half_way_goes_on(case: Case) -> None:
    """Some files are new already, one was being written, one is removed; and one that shall change was lost."""
    put(case.copy, {"index.html": NEW["index.html"], ".copy.js.update": b"day"})
    (case.copy / "gone/index.html").unlink()
    assert case.run()[0] == 0
    assert files(case.copy) == {**NEW, **OWN}


NAMES = (
    "../outside.html", "a/../../outside.html", "/etc/outside.html", "C:/outside.html", "c:outside.html", "a\\..\\..\\outside.html",
    "\\\\host\\share\\x", "index.html:stream", "a//b.html", "./index.html", "a/.", "folder/", "a/b.", "a/b ", "a/nul\x00", "what?.html",
)  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("listed", [SUMS, BEFORE, REMOVED])
def test_a_name_that_leads_elsewhere_is_refused(name: str, listed: str, case: Case) -> None:
    """Out of the copy, to a drive or a stream of Windows, or to what Windows calls otherwise; in whichever list it stands."""
    line = f"{name}\n" if listed == REMOVED else f"{'0' * 64}  {name}\n"
    with (case.update / listed).open("ab") as file:
        file.write(line.encode())
    refused(case, "is no name of a file in a copy")


def linked_file(case: Case) -> None:
    """A file of the copy is a link."""
    (case.copy / "index.html").rename(case.copy.parent / "elsewhere.html")
    (case.copy / "index.html").symlink_to(case.copy.parent / "elsewhere.html")


def linked_folder(case: Case) -> None:
    """A folder of the copy is a link."""
    (case.copy / "gone").rename(case.copy.parent / "elsewhere")
    (case.copy / "gone").symlink_to(case.copy.parent / "elsewhere")


def link_to_nothing(case: Case) -> None:
    """Where a file shall be added there is a link to what is not there yet."""
    (case.copy / "added").mkdir()
    (case.copy / "added/index.html").symlink_to(case.copy.parent / "not-there-yet")


def link_in_update(case: Case) -> None:
    """A file of the update is a link to a file that has the right content."""
    (case.update / FILES / "index.html").rename(case.update.parent / "elsewhere.html")
    (case.update / FILES / "index.html").symlink_to(case.update.parent / "elsewhere.html")


def folder_for_a_file(case: Case) -> None:
    """A folder has the name of a file."""
    (case.copy / "added/index.html").mkdir(parents=True)


def edited(name: str) -> Callable[[Case], None]:
    """A reader has edited a file."""
    return lambda case: put(case.copy, {name: b"edited"})


def update_has(name: str, content: bytes) -> Callable[[Case], None]:
    """A file of the update has another content."""
    return lambda case: put(case.update, {name: content})


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (linked_file, "is a link, or lies behind one"),
        (linked_folder, "is a link, or lies behind one"),
        (link_to_nothing, "is a link, or lies behind one"),
        (link_in_update, "is a link, or lies behind one"),
        (folder_for_a_file, "is no file"),
        (edited("index.html"), "it was edited (index.html differs)"),
        (edited("same/index.html"), "it was edited (same/index.html differs)"),
        (edited("gone/index.html"), "it was edited (gone/index.html differs)"),
        (edited("added/index.html"), "it was edited (added/index.html differs)"),
        (update_has(f"{FILES}copy.js", b""), "this update is damaged (copy.js)"),
        (update_has(SUMS, b"no sum\n"), "this update is damaged (sums.txt)"),
        (update_has(SUMS, 2 * sums(NEW).encode()), "this update is damaged (sums.txt)"),
        (update_has(SUMS, b"\xff\n"), "not updated: "),
        (update_has(BEFORE, b""), "this update is damaged (before.txt)"),
        (update_has(BEFORE, sums({**OLD, "other.html": b""}).encode()), "this update is damaged (before.txt)"),
        (update_has(REMOVED, b"index.html\n"), "this update is damaged (before.txt)"),
        (lambda case: (case.update / BEFORE).unlink(), "not updated: "),
    ],
)
def test_what_is_not_as_it_must_be_is_refused(change: Callable[[Case], None], words: str, case: Case) -> None:
    """Links, edited files, and updates that are damaged or not ours."""
    change(case)
    refused(case, words)


def refused(case: Case, words: str) -> None:
    """Holds that the script refuses in one line, and that no file near it has changed."""
    before = files(case.copy.parent)
    status, line = case.run()
    assert (status, line.count("\n"), words in line) == (1, 1, True), line
    assert files(case.copy.parent) == before


def test_a_file_that_is_linked_to_another_is_replaced_and_the_other_stays(case: Case) -> None:
    """Two names of one file on the disk cannot be told from a copy that shares what did not change."""
    other = case.copy.parent / "backup.html"
    os.link(case.copy / "index.html", other)
    assert case.run()[0] == 0
    assert other.read_bytes() == OLD["index.html"]


def test_a_folder_that_is_no_copy_is_refused(case: Case) -> None:
    """As is a call without one."""
    (case.copy / "copy.js").unlink()
    refused(case, "is no copy")

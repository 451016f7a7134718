"""Hostile folders: whatever lies in a data folder ends at once as a problem with its place and code, never as a failure."""

import errno
import json
import os
import re
import socket
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from clearinghouse.commands.shell import main
from clearinghouse.reading.files.link_reports import LARGEST_REPORT
from clearinghouse.world.disk import data_folder
from tests.support.examples import yaml
from tests.support.patience import patient
from tests.support.running import LONGEST, surroundings

SECONDS, MEGABYTES = patient(1), 200
DEEP = os.path.join(*"d" * 1000)  # noqa: PTH118 - as a text: a Path of it would be walked part by part
_MEASURED = """
import json, re, resource, sys
import clearinghouse.commands.{0}
from clearinghouse.commands.shell import main
from clearinghouse.reading.typing.read import read
from clearinghouse.reading.files.folder import DataFile
read([DataFile("trainings/x.yml", "x.yml", b"time: {{zone: Asia/Bankok}}\\nhost: Laos\\naudience: [x]\\ntopics: [x]")])
before = resource.getrusage(resource.RUSAGE_SELF)
status = main(sys.argv[1:])
after = resource.getrusage(resource.RUSAGE_SELF)
seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
sys.stdout.flush()
megabytes = after.ru_maxrss / 10**6
if sys.platform == "linux":  # where ru_maxrss begins with that of the process which began this one
    megabytes = int(re.search(r"VmHWM:\\s+(\\d+) kB", open("/proc/self/status").read())[1]) / 10**3
print(json.dumps([status, seconds, megabytes]), file=sys.stderr)
"""


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder with a sound network, in the folder from which the command is called."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "data" / "networks").mkdir(parents=True)
    (tmp_path / "data" / "networks" / "net-sound.yml").write_text(yaml("networks"), encoding="utf-8")
    return tmp_path / "data"


def problem_heads(name: str, data: Path) -> list[str]:
    """The heads of the problems that a command tells of the folder, within its bounds."""
    script = _MEASURED.format(name)
    arguments = [name, "--data", str(data)] + (["--site", str(data.parent / "site")] if name == "build" else [])
    ran = subprocess.run(
        [sys.executable, "-P", "-c", script, *arguments],
        cwd=data.parent, env=surroundings(), capture_output=True, encoding="utf-8", timeout=LONGEST, check=False,
    )  # fmt: skip
    *errors, measured = ran.stderr.splitlines()
    status, seconds, megabytes = json.loads(measured)
    assert status == 1, ran.stderr
    assert seconds < SECONDS
    assert megabytes < MEGABYTES
    lines = ran.stdout.splitlines() if name == "check" else errors
    return [line for line in lines if re.match(r"data/.*: error ", line)]


def _device(path: Path) -> None:
    """A device that never ends, as root may make it; else a link to one."""
    try:
        os.mknod(path, stat.S_IFCHR | 0o666, os.makedev(1, 5))
    except PermissionError:
        path.symlink_to("/dev/zero")


def _socket(path: Path) -> None:
    """A socket that nobody answers. Its address may not be long, so it is made from within its folder."""
    with socket.socket(socket.AF_UNIX) as listener:
        here = os.open(".", os.O_RDONLY)
        os.chdir(path.parent)
        listener.bind(path.name)
        os.fchdir(here)
        os.close(here)


def _sparse(size: int) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        with path.open("wb") as file:
            file.truncate(size)

    return make


HOSTILE: dict[str, tuple[str, Callable[[Path], object], str]] = {
    "a pipe": ("networks/net-x.yml", os.mkfifo, "networks/net-x.yml:1:1: error FILE-005"),
    "a device": ("networks/net-x.yml", _device, "networks/net-x.yml:1:1: error FILE-005"),
    "a socket": ("networks/net-x.yml", _socket, "networks/net-x.yml:1:1: error FILE-005"),
    "a link to a device": ("networks/net-x.yml", lambda path: path.symlink_to("/dev/zero"), "networks/net-x.yml:1:1: error FILE-005"),
    "a link to itself": ("networks/net-x.yml", lambda path: path.symlink_to(path), "networks/net-x.yml:1:1: error FILE-005"),
    "a folder like a record": ("networks/net-x.yml", Path.mkdir, "networks/net-x.yml:1:1: error FILE-005"),
    "a pipe that is about all states": ("legislation/_about.yml", os.mkfifo, "legislation/_about.yml:1:1: error FILE-005"),
    "a device for a link report": ("_links.jsonl", _device, "_links.jsonl:1:1: error FILE-005"),
    "a gigabyte": ("networks/net-x.yml", _sparse(10**9), "networks/net-x.yml:1:1: error FILE-002"),
    "a gigabyte of link report": ("_links.jsonl", _sparse(10**9), "_links.jsonl:1:1: error LINKS-003"),
    "a link report of nothing": ("_links.jsonl", _sparse(LARGEST_REPORT), "_links.jsonl:1:1: error LINKS-001"),
    "a link report of mistakes": (
        "_links.jsonl",
        lambda path: path.write_bytes(b'{"link-report": 1}\n' + b"{}\n" * 2_600_000),
        "_links.jsonl:2:1: error LINKS-002",
    ),
}  # fmt: skip
if sys.platform == "linux":  # macOS has neither paths so long nor names that are no text
    HOSTILE |= {
        "a thousand folders": (
            "networks/deep",
            lambda path: subprocess.run(["mkdir", "-p", f"{path}/{DEEP}"], check=True),
            "networks/deep/d/d/d/d/d/d/d:1:1: error FILE-004",
        ),
        "a name that is no text": (
            "networks",
            lambda path: Path(os.fsdecode(os.fsencode(path) + b"/net-\xff.yml")).write_text("x"),
            "networks/net-\\udcff.yml:1:1: error ID-001",
        ),
    }


@pytest.mark.long
@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_plain_file_is_a_problem_at_once(name: str, data: Path) -> None:
    """It is never opened, and what is too large not read to its end."""
    path, make, head = HOSTILE[name]
    (data / path).parent.mkdir(exist_ok=True)
    make(data / path)
    try:
        assert problem_heads("check", data)[0] == f"data/{head}"
    finally:
        subprocess.run(["rm", "-r", "-f", data], check=True)  # a thousand folders are too many for Python's own


@pytest.mark.long
def test_a_build_tells_the_same_and_leaves_the_site_alone(data: Path) -> None:
    """All of them, in one run."""
    (data / "networks" / "net-x.yml").symlink_to("/dev/zero")
    os.mkfifo(data / "networks" / "net-y.yml")
    assert problem_heads("build", data) == [f"data/networks/net-{letter}.yml:1:1: error FILE-005" for letter in ("x", "y")]
    assert not (data.parent / "site").exists()


ERRORS = [OSError(number, os.strerror(number)) for number in (errno.EACCES, errno.ENOENT, errno.EIO)]


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: errno.errorcode[error.errno])
@pytest.mark.parametrize("path", ["networks/net-sound.yml", "legislation/_about.yml", "_links.jsonl"])
def test_what_cannot_be_read_is_a_problem(
    path: str, error: OSError, data: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """No leave, gone since the folder was listed, or a disk that fails: told of the file, with all other problems."""
    (data / path).parent.mkdir(exist_ok=True)
    (data / path).touch()
    (data / "networks" / "net-wrong.yml").write_text(yaml("networks", "colour: green"), encoding="utf-8")
    reading = data_folder._first_bytes

    def fails(named: str) -> bytes:
        if named == str(data / path):
            raise error
        return reading(named)

    monkeypatch.setattr(data_folder, "_first_bytes", fails)
    assert main(["check", "--data", "data"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert {f"data/{path}:1:1: error FILE-007", f'  found:   "{error.strerror}"'} <= set(lines)
    assert "2 errors, 0 warnings in 2 of " in lines[-1]


@pytest.mark.parametrize("folder", ["networks", "activities/poe-2026"])
def test_a_folder_that_cannot_be_listed_is_a_problem(
    folder: str, data: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """All below it would be missing without a word. The data folder itself is the tool's own matter."""
    (data / folder).mkdir(parents=True, exist_ok=True)
    listing = os.scandir

    def fails(named: str) -> object:
        if Path(named) == barred:
            raise PermissionError(errno.EACCES, "Permission denied", named)
        return listing(named)

    monkeypatch.setattr(os, "scandir", fails)
    barred = data / folder
    assert main(["check", "--data", "data"]) == 1
    assert f"data/{folder}:1:1: error FILE-007" in capsys.readouterr().out
    barred = data
    assert main(["check", "--data", str(data)]) == 2
    assert capsys.readouterr().err == f"chm: cannot read {data}: Permission denied\n"

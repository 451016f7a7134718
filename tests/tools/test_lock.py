"""The lock: what uv is asked for, and that nothing changes unless all went well."""

import os
import shutil
import sys
from pathlib import Path

import pytest

from clearinghouse.commands.shell import main
from tests.support.running import ROOT
from tools import lock

# It writes what it was asked into the file that it was to write, or fails at the lock that UV_FAILS names.
UV = f"""#!{sys.executable}
import os, sys
if os.environ.get("UV_FAILS", " ") in sys.argv[sys.argv.index("-o") + 1]:
    sys.exit("no such version")
open(sys.argv[sys.argv.index("-o") + 1], "a").write(" ".join(sys.argv[1:]) + "\\n")
"""


@pytest.fixture
def locks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The locks of a copy of the repository, beside a uv that only notes down what it is asked."""
    shutil.copytree(ROOT / "requirements", tmp_path / "root" / "requirements")
    shutil.copy(ROOT / "pyproject.toml", tmp_path / "root")
    uv = tmp_path / "bin" / "uv"
    uv.parent.mkdir()
    uv.write_text(UV, "utf-8")
    uv.chmod(0o755)
    monkeypatch.setenv("PATH", f"{uv.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(lock, "ROOT", tmp_path / "root")
    return tmp_path / "root" / "requirements"


def test_every_lock_is_made_with_hashes_and_says_how(locks: Path) -> None:
    """The first by itself, the others with its versions; what was locked is there for uv to keep to."""
    before = {path.name: path.read_text("utf-8") for path in locks.iterdir()}
    assert main(["lock", "--upgrade", "lxml"]) == 0
    for name in lock.HEADS:
        text = (locks / f"{name}.txt").read_text("utf-8")
        assert text.startswith(f"# {lock.HEADS[name]}\n# Made from pyproject.toml by `chm lock`, never by hand.\n")
        assert before[f"{name}.txt"] in text
        command = text.splitlines()[-1]
        assert "--generate-hashes" in command
        assert command.endswith("--upgrade-package lxml")
        assert ("-c requirements/build.txt" in command) == (name not in ("before", "build"))


def test_a_lock_that_cannot_be_made_leaves_all_as_they_were(
    locks: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """And uv's own words say why."""
    before = {path.name: path.read_bytes() for path in locks.iterdir()}
    monkeypatch.setenv("UV_FAILS", "test.txt")
    assert main(["lock"]) == 2
    assert "uv could not lock test: no such version" in capsys.readouterr().err
    assert {path.name: path.read_bytes() for path in locks.iterdir()} == before


def test_every_lock_of_the_repository_is_one_that_the_command_makes() -> None:
    """None is kept by hand."""
    assert {path.stem for path in (ROOT / "requirements").glob("*.txt")} == set(lock.HEADS)
    for name in lock.HEADS:
        text = (ROOT / "requirements" / f"{name}.txt").read_text("utf-8")
        assert text.startswith(f"# {lock.HEADS[name]}\n# Made from pyproject.toml by `chm lock`, never by hand.\n")

"""The launcher: what it makes, when it makes it again, and how it hands over. No test needs a network."""

import os
import subprocess
import sys
import venv
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.scripts.repository import SCRIPT, Repository


def test_it_is_short() -> None:
    """Under 120 lines: nobody reads a long one before running it."""
    assert len(SCRIPT.read_text(encoding="utf-8").splitlines()) < 120


def test_the_first_command_makes_the_venv_and_the_second_finds_it(repository: Repository) -> None:
    """A lock is installed once."""
    repository.script.set_up("build.txt")
    repository.script.set_up("build.txt")
    assert repository.installed == ["build.txt"]


def test_the_lock_of_the_tests_is_added_to_that_of_the_build(repository: Repository) -> None:
    """It holds the build's lock, so `.venv` serves both from then on."""
    for lock in ("build.txt", "test.txt", "build.txt", "test.txt"):
        repository.script.set_up(lock)
    assert repository.installed == ["build.txt", "test.txt"]
    assert repository.packages() == {"package-of-build.txt", "package-of-test.txt"}


def test_a_changed_lock_makes_the_venv_anew(repository: Repository) -> None:
    """Nothing of the old one stays, and what needs another lock installs that again."""
    repository.script.set_up("test.txt")
    repository.lock("build.txt", "a==2")
    repository.script.set_up("build.txt")
    assert repository.packages() == {"package-of-build.txt"}
    repository.script.set_up("test.txt")
    assert repository.installed == ["test.txt", "build.txt", "test.txt"]


def test_another_python_makes_the_venv_anew(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    """Packages of one version of Python are nothing to the next."""
    repository.script.set_up("build.txt")
    monkeypatch.setattr(sys, "version_info", (3, 99, 0))
    repository.script.set_up("build.txt")
    assert repository.installed == ["build.txt", "build.txt"]


def test_a_set_up_that_was_killed_is_begun_again(repository: Repository) -> None:
    """An empty stamp says that one was under way; what it left is removed."""
    repository.script.set_up("test.txt")
    repository.script.STAMP.write_text("")
    repository.script.set_up("build.txt")
    assert repository.packages() == {"package-of-build.txt"}


def test_a_venv_whose_python_is_gone_is_made_anew(repository: Repository) -> None:
    """As after an upgrade of the system."""
    repository.script.set_up("build.txt")
    repository.script.PYTHON.unlink()
    repository.script.set_up("build.txt")
    assert repository.script.PYTHON.exists()


def test_a_venv_made_by_hand_is_added_to(repository: Repository) -> None:
    """What its owner put there stays."""
    venv.create(repository.script.VENV)
    (repository.script.VENV / "package-of-its-owner").touch()
    repository.script.set_up("build.txt")
    assert repository.packages() == {"package-of-its-owner", "package-of-build.txt"}


@pytest.mark.parametrize(
    ("arguments", "lock"),
    [
        ([], "build.txt"),
        (["build", "test"], "build.txt"),
        (["build", "--print"], "build.txt"),
        (["test", "-x"], "test.txt"),
        (["export"], "build.txt"),
        (["export", "--publish", "--print"], "test.txt"),
        (["sbom"], "build.txt"),
    ],
)
def test_each_command_gets_the_lock_it_needs(repository: Repository, arguments: list[str], lock: str) -> None:
    """The build's lock, but for commands that have one of their own, once it exists."""
    become: Callable[..., int] = lambda *command: 0  # noqa: E731 - one for each system
    repository.script.os = type("os", (), {"name": os.name, "environ": {}, "execv": become})
    repository.script.subprocess = type("subprocess", (), {"call": become})
    repository.script.main(arguments)
    assert repository.installed == [lock]


def test_the_command_gets_the_arguments_and_the_folder_and_its_status_is_returned(tmp_path: Path) -> None:
    """From any folder, whose modules it does not import by mistake."""
    repository = Repository(tmp_path)
    repository.script.set_up("build.txt")
    shell = tmp_path / "clearinghouse" / "commands" / "shell.py"
    shell.parent.mkdir(parents=True)
    shell.write_text("import os, sys, json\nprint(os.getcwd(), sys.argv[1:])\nsys.exit(7)")
    (tmp_path / "scripts").mkdir()
    (tmp_path / "scripts" / "chm.py").write_bytes(SCRIPT.read_bytes())
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "json.py").write_text("raise SystemExit('not mine')")
    command = [sys.executable, str(tmp_path / "scripts" / "chm.py"), "build", "--data", "a folder"]
    ran = subprocess.run(command, cwd=elsewhere, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout, ran.stderr) == (7, f"{elsewhere} ['build', '--data', 'a folder']\n", "")

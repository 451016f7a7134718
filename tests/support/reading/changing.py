"""Changing: a change as a case has it, before and after, in a real repository of git."""

import os
import shutil
import subprocess
from pathlib import Path

CHANGED = Path(__file__).parents[2] / "reading" / "change" / "changed"
NAMES = sorted(folder.name for folder in CHANGED.iterdir())
_WHO = ("-c", "user.name=Office", "-c", "user.email=office@office.example", "-c", "commit.gpgsign=false", "-c", "maintenance.auto=false")
"""Also: nobody tidies up a repository that is soon gone."""


def git(folder: Path, *arguments: str) -> str:
    """Runs git, and returns what it tells. The machine's own settings do not count."""
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    command = ["git", "-C", str(folder), *_WHO, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True, env=environment).stdout.strip()


def repository(folder: Path, data: Path, to: str = "data") -> Path:
    """Makes a repository with a data folder on the branch main, and all of it committed. Returns the repository."""
    shutil.copytree(data, folder / to)
    git(folder, "init", "--quiet", "--template=", "--initial-branch=main")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message=before")
    return folder


def changed(folder: Path, name: str) -> Path:
    """A repository in which the change of a case is not committed yet."""
    case = CHANGED / name
    if (case / "CODEOWNERS").exists():
        (folder / ".github").mkdir()
        shutil.copy(case / "CODEOWNERS", folder / ".github" / "CODEOWNERS")
    repository(folder, case / "before")
    shutil.rmtree(folder / "data")
    shutil.copytree(case / "after", folder / "data")
    return folder


def arguments_of(name: str) -> list[str]:
    """More options of `chm check`, which a case may have."""
    arguments = CHANGED / name / "arguments.txt"
    return arguments.read_text(encoding="utf-8").split() if arguments.exists() else []

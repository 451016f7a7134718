"""Running: commands of chm as processes of their own, as a person would call them."""

import contextlib
import io
import os
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from clearinghouse.commands.shell import main
from tests.support.patience import patient

T = TypeVar("T")
ROOT = Path(__file__).parents[2]
LIVING = ("--data", "tests/living", "--as-of", "2026-03-10")
"""The options that show the made-up records on their day."""
TRUE = ("--as-of", "2026-11-21")
LONGEST = patient(120)
"""How many seconds a command may take at most."""


def command(*arguments: str | Path) -> list[str]:
    """A command of chm, for a process."""
    return [sys.executable, "-P", "-m", "clearinghouse.commands.shell", *map(str, arguments)]


def surroundings(root: Path = ROOT, **environment: str) -> dict[str, str]:
    """The environment of such a process. root: where the clearing house lies, when it is a copy."""
    return {**os.environ, "PYTHONPATH": str(root), **environment}


def chm(*arguments: str | Path, root: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs a command of chm to its end."""
    around = surroundings(root, **environment)
    return subprocess.run(command(*arguments), cwd=root, env=around, capture_output=True, encoding="utf-8", timeout=LONGEST, check=False)


def chm_here(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """The same in this process, which spares the start of another: for all but what concerns processes."""
    words, complaints = io.StringIO(), io.StringIO()
    with contextlib.chdir(ROOT), contextlib.redirect_stdout(words), contextlib.redirect_stderr(complaints):
        status = main([*map(str, arguments)])
    return subprocess.CompletedProcess(arguments, status, words.getvalue(), complaints.getvalue())


def with_small_files(size: int) -> Callable[[], None]:
    """What a process does before all else whose files must not grow beyond so many bytes, as where a disk is full. Not on Windows."""

    def limited() -> None:
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    return limited


def in_a_thread(function: Callable[..., T], *arguments: object) -> T:
    """Calls a function where no event loop runs: the fixture of the browser leaves one behind in the tests' own thread."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(function, *arguments).result()

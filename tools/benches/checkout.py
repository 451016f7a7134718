"""Checkouts: the folder of a revision comes in; its commands leave, as processes that can be measured."""

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from clearinghouse.world.failure import Failure
from clearinghouse.world.root import ROOT
from tools.benches.measuring import Usage, usage_of

DAY = "2026-11-21"
"""Which day is today for all that is measured."""


@dataclass(frozen=True)
class Checkout:
    """A revision of the clearing house on this machine. python: of the environment that it was set up with."""

    root: Path
    python: Path

    @classmethod
    def here(cls) -> "Checkout":
        """The one that this module is part of."""
        return cls(ROOT, Path(sys.executable))

    @classmethod
    def at(cls, root: Path) -> "Checkout":
        """Another one. Raises Failure where it is not set up."""
        python = root.absolute() / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
        if not python.is_file():
            raise Failure(f"{root} is not set up: run `python3 {root / 'scripts' / 'chm.py'} --version` once")
        return cls(root.absolute(), python)

    @property
    def revision(self) -> str:
        """As git names it, or the name of the folder where git does not know it."""
        command = ["git", "-C", str(self.root), "describe", "--always", "--tags", "--dirty"]
        try:
            return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
        except (OSError, subprocess.CalledProcessError):
            return self.root.name

    def command(self, *arguments: str | Path) -> list[str | Path]:
        """A command of its chm."""
        return [self.python, "-P", "-m", "clearinghouse.commands.shell", *arguments]

    @property
    def surroundings(self) -> dict[str, str]:
        """What its commands find in the environment beside what is there."""
        return {"PYTHONPATH": str(self.root)}

    def usage(self, *arguments: str | Path) -> Usage:
        """What a command of its chm takes. Raises RuntimeError for one that fails."""
        return usage_of([self.command(*arguments)], self.root, self.surroundings)


def in_turn(checkouts: Sequence[Checkout], repeat: int, measured: Callable[[Checkout], Usage]) -> list[list[Usage]]:
    """What is measured of each checkout; they take turns, so that what the machine does meanwhile is the same for all."""
    usages: list[list[Usage]] = [[] for _ in checkouts]
    for _ in range(repeat):
        for checkout, usage in zip(checkouts, usages, strict=True):
            usage.append(measured(checkout))
    return usages


def values(usages: Sequence[Usage], before: str = "") -> dict[str, list[float]]:
    """Seconds and megabytes of all runs, by name. before: what stands before each name."""
    named = {"wall s": [one.wall for one in usages], "CPU s": [one.cpu for one in usages], "peak MB": [one.memory for one in usages]}
    return {f"{before}{name}": runs for name, runs in named.items() if any(runs)}

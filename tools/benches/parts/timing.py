"""Timing: pieces of work with their names come in; the seconds that each takes, and all of them, leave, from this process or another."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from clearinghouse.world.root import ROOT
from tools.benches.figures import Measure


def seconds(pieces: Mapping[str, Callable[[], object]]) -> dict[str, float]:
    """The CPU time of each, one after the other, and of all: what the machine does meanwhile counts little."""
    usages = {}
    for name, piece in pieces.items():
        began = time.process_time()
        piece()
        usages[f"{name} s"] = time.process_time() - began
    return {**usages, "all s": sum(usages.values())}


def part_measure(part: str, data: Path, size: int, repeat: int) -> Measure:
    """What a part takes of the records of a folder. part: its module here; each run has a process of its own."""
    command: list[str | Path] = [sys.executable, "-P", "-m", f"tools.benches.parts.{part}", data]
    around = {**os.environ, "PYTHONPATH": str(ROOT)}
    ran = [subprocess.run(command, capture_output=True, text=True, check=True, env=around) for _ in range(repeat)]
    runs: list[dict[str, float]] = [json.loads(one.stdout) for one in ran]
    return Measure(part.replace("_", " "), size, {name: [run[name] for run in runs] for name in runs[0]})

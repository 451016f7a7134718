"""Measuring: commands come in; the seconds and the memory that each takes with all its processes leave."""

import os
import resource
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

PAUSE, LONGEST_PAUSE = 0.01, 0.1
"""Seconds between two looks at the memory: few at first, since some commands are soon done, and more with time."""


@dataclass(frozen=True)
class Usage:
    """What a run takes. wall, cpu: in seconds; memory: of all processes together at the same time, in MB, each shared page counted once
    (PSS); 0 where the system does not tell; words: what the last command said."""

    wall: float
    cpu: float
    memory: float
    words: str = ""


def usage_of(commands: Sequence[Sequence[str | Path]], folder: Path, environment: Mapping[str, str]) -> Usage:
    """Runs commands one after the other. Raises RuntimeError, with what it says, for one that fails."""
    before, began, memory, output = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter(), 0.0, b""
    for command in commands:
        with subprocess.Popen(
            command, cwd=folder, env={**os.environ, **environment}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        ) as process:
            peak = _Peak(process.pid)
            peak.start()
            output, _ = process.communicate()
            peak.is_over.set()
            peak.join()
        memory = max(memory, peak.megabytes)
        if process.returncode:
            raise RuntimeError(f"{command[0]} failed: {output.decode(errors='replace')[-2000:]}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Usage(time.perf_counter() - began, cpu, memory, output.decode(errors="replace"))


class _Peak(threading.Thread):
    """Looks at the memory of a process and all below it, again and again."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self._pid, self.megabytes, self.is_over = pid, 0.0, threading.Event()

    def run(self) -> None:
        pause = PAUSE
        while not self.is_over.wait(pause):
            pause = min(pause * 1.1, LONGEST_PAUSE)
            self.megabytes = max(self.megabytes, sum(map(_megabytes, family_of(self._pid))))


def family_of(pid: int) -> list[int]:
    """A process and all below it."""
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return []
    return [pid, *(one for child in children for one in family_of(int(child)))]


def _megabytes(pid: int) -> float:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024

"""Progress: how far a run has come goes out as lines, once it takes longer than somebody likes to wait in silence."""

import sys
import time
from collections.abc import Callable
from typing import TextIO

SILENCE = 2.0
"""Seconds before the first line, and from each line to the next; where nobody watches, as in a log, it is ten times as long."""


class Progress:
    """Is called with how many are done, and of how many. several: what they are, in the plural; done: what was done to them; clock: as
    of `time`."""

    def __init__(self, several: str, out: TextIO, clock: Callable[[], float], done: str = "read") -> None:
        self._several, self._done, self._out, self._clock = several, done, out, clock
        self._pause = SILENCE if out.isatty() else SILENCE * 10
        self._next = clock() + SILENCE

    def __call__(self, done: int, total: int) -> None:
        """Says it, where it is time to."""
        now = self._clock()
        if now >= self._next:
            self._next = now + self._pause
            print(f"{done:,} of {total:,} {self._several} {self._done}", file=self._out, flush=True)


def progress_for_watchers(several: str) -> Callable[[int, int], None]:
    """Progress of what is made, where somebody watches; nothing elsewhere."""
    return Progress(several, sys.stderr, time.monotonic, "made") if sys.stderr.isatty() else lambda done, total: None

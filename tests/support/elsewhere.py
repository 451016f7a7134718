"""Elsewhere: a command of chm on a machine whose clock is years ahead, and whose folders are listed in no order.

Run as a process of its own, since both are changed for all of it; the clock where C asks it, in this process and its forks.
"""

import os
import random
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import Any

import time_machine

from clearinghouse.commands.shell import main

DAY = date(2031, 2, 3)
_listed, _scanned = os.listdir, os.scandir


def _shuffled(entries: Any) -> list[Any]:
    mixed = list(entries)
    random.shuffle(mixed)
    return mixed


class _Shuffled:
    """What os.scandir gives, in no order."""

    def __init__(self, *arguments: Any) -> None:
        with _scanned(*arguments) as entries:
            self._left = iter(_shuffled(entries))

    def __iter__(self) -> Iterator[Any]:
        return self._left

    def __next__(self) -> Any:
        return next(self._left)

    def __enter__(self) -> "_Shuffled":
        return self

    def __exit__(self, *_: object) -> None:
        """There is nothing to close any more."""

    close = __exit__


@contextmanager
def elsewhere() -> Iterator[None]:
    """Moves the clock and mixes all listings."""
    os.listdir = lambda *arguments: _shuffled(_listed(*arguments))
    os.scandir = _Shuffled  # type: ignore[assignment]
    with time_machine.travel(datetime(DAY.year, DAY.month, DAY.day, 23, 59, 58, tzinfo=UTC), tick=True):
        yield


if __name__ == "__main__":
    with elsewhere():
        sys.stdout.write(f"today is {date.today()}\n")
        sys.exit(main(sys.argv[1:]))

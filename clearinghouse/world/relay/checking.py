"""Checking: the text of a message comes in, and what it asks for leaves, so that nobody waits for the checks of all others.

Python computes one thing at a time in each process. So each core has a process that holds the records and checks; the first one
speaks with senders and writes. What would bring one of them down brings down no service.
"""

import multiprocessing
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from threading import Lock

from clearinghouse.problems.problem import Problem
from clearinghouse.reading.waiting.of_messages import Asked, asked_in
from clearinghouse.records.proposal_sheet import RELAY
from clearinghouse.world.failure import Failure
from clearinghouse.world.processes import deaf_from_birth, end_with_the_first
from clearinghouse.world.relay.records import Records

Check = Callable[[str, str], Asked | list[Problem]]
"""Of the text of a message and of the day, YYYY-MM-DD; raises Failure where it cannot be checked."""
_records: Records | None = None
"""Those of a process that checks."""


def check_with(records: Records) -> Check:
    """A check in this process."""

    def check(text: str, on: str) -> Asked | list[Problem]:
        with records.current() as files:
            return asked_in(text, files, RELAY, on)

    return check


def _are_read(records: Records) -> None:
    """Reads them now, so that the first sender need not wait. Raises Failure."""
    with records.current():
        pass


@contextmanager
def checking(data: Path, count: int) -> Iterator[Check]:
    """A check in so many processes, all of which have read the records; in this one where that is one. Raises Failure where there
    are no records."""
    records = Records(data, time.monotonic)
    if count > 1:
        with closing(_Checkers(data, count)) as checkers:
            yield checkers.check
    else:
        _are_read(records)
        yield check_with(records)


class _Checkers:
    """Processes that check. One that was ended from outside is replaced, and so are the others."""

    def __init__(self, data: Path, count: int) -> None:
        self._data, self._count, self._lock = data, count, Lock()
        self._pool = self._begun()
        with deaf_from_birth():
            ready = [self._pool.submit(_is_ready) for _ in range(count)]
        for one in ready:
            one.result()

    def check(self, text: str, on: str) -> Asked | list[Problem]:
        """Checks in the next of them that has nothing else to do."""
        pool = self._pool
        try:
            return pool.submit(_checked, text, on).result()
        except BrokenProcessPool:
            self._replace(pool)
            raise Failure("a process that checks was ended from outside, perhaps for want of memory") from None

    def close(self) -> None:
        """Ends them all."""
        self._pool.shutdown(cancel_futures=True)

    def _begun(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(self._count, multiprocessing.get_context("spawn"), _begin, (self._data,))

    def _replace(self, broken: ProcessPoolExecutor) -> None:
        with self._lock:
            if self._pool is broken:
                broken.shutdown(wait=False, cancel_futures=True)
                self._pool = self._begun()


def _begin(data: Path) -> None:
    global _records
    end_with_the_first()
    _records = Records(data, time.monotonic)
    with suppress(Failure):  # which every check will say
        _are_read(_records)


def _is_ready() -> None:
    assert _records
    _are_read(_records)


def _checked(text: str, on: str) -> Asked | list[Problem]:
    assert _records
    return check_with(_records)(text, on)

"""Processes: parts of a work come in, of which none needs another; their results leave, made on as many cores as there are.

Where a system can make copies of a running program (fork: Linux, macOS), each copy knows all that was read so far, and only results
are sent. Elsewhere, and on one core, one part is done after the other.
"""

import gc
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager, contextmanager
from multiprocessing.connection import wait
from typing import Any, Generic, TypeVar

from clearinghouse.world.failure import Failure

CORES = "CHM_CORES"
"""A variable of the environment that says how many processes may work at once."""
Result = TypeVar("Result")
_parts: Sequence[Callable[[], Any]] = ()
"""Those of a copy, which it has from its beginning."""


def cores() -> int:
    """How many processes may work at once: all cores that this program may use, where the environment does not say otherwise."""
    asked = os.environ.get(CORES, "")
    if asked.isdecimal() and int(asked):
        return int(asked)
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Work(Generic[Result]):
    """Begins with its parts at once, where there is more than one core, and gives what they return in their order."""

    def __init__(self, parts: Sequence[Callable[[], Result]], count: int) -> None:
        self._parts = parts
        self._results: deque[Future[Result]] = deque()
        self._pool: ProcessPoolExecutor | None = None
        if count > 1 and _can_copy():
            gc.freeze()  # what is there already is not looked through again: copies go on sharing its memory
            self._pool = ProcessPoolExecutor(count, multiprocessing.get_context("fork"), _begin, (parts,))
            self._results.extend(self._pool.submit(_result, number) for number in range(len(parts)))

    def __len__(self) -> int:
        return len(self._parts)

    def __iter__(self) -> Iterator[Result]:
        """Raises what a part raises, and Failure where a process was ended from outside. What was given is not kept."""
        if self._pool:
            while self._results:
                yield self._given(self._results.popleft())
        else:
            yield from (part() for part in self._parts)

    @staticmethod
    def _given(result: Future[Result]) -> Result:
        try:
            return result.result()
        except BrokenProcessPool:
            raise Failure("a process that worked for this one was ended from outside, perhaps for want of memory") from None

    def end(self) -> None:
        """Leaves out parts that are not begun yet, and waits for those that are."""
        if self._pool:
            self._pool.shutdown(cancel_futures=True)
            gc.unfreeze()


def side_by_side(parts: Sequence[Callable[[], Result]]) -> Iterator[Result]:
    """What parts return, in their order, made on all cores. Raises as `Work` does."""
    work = Work(parts, cores())
    try:
        yield from work
    finally:
        work.end()


def _can_copy() -> bool:
    """A copy has only the thread that made it: what another held locked would stay so for ever."""
    return "fork" in multiprocessing.get_all_start_methods() and threading.active_count() == 1


def _begin(parts: Sequence[Callable[[], Any]]) -> None:
    global _parts
    _parts = parts
    end_with_the_first()


def end_with_the_first() -> None:
    """For a process that works for another, at its beginning: it ends when that one does, however that ends, and at no other time."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all at once; the first process ends the others
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # what the first process makes of it is not for those that work for it
    threading.Thread(target=_end_with, args=(multiprocessing.parent_process(),), daemon=True).start()


def deaf_from_birth() -> AbstractContextManager[None]:
    """Processes that begin within it ignore Ctrl-C before they can say so themselves. For the first thread alone."""
    return _answering(signal.SIGINT, signal.SIG_IGN)


def until_terminated() -> AbstractContextManager[None]:
    """A call to end (SIGTERM, as of `kill` or of a system that goes down) ends the block as Ctrl-C does, so that it can tidy up. For
    the first thread alone."""
    return _answering(signal.SIGTERM, signal.default_int_handler)


@contextmanager
def _answering(call: signal.Signals, answer: Any) -> Iterator[None]:
    before = signal.signal(call, answer)
    try:
        yield
    finally:
        signal.signal(call, before)


def _end_with(parent: Any) -> None:
    """Where the first process is killed, the others would wait for work for ever."""
    wait([parent.sentinel])
    os._exit(1)


def _result(number: int) -> Any:
    return _parts[number]()

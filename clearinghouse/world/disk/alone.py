"""Alone: who works on a folder holds a lock that the system lets go when the process ends, however it ends."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from clearinghouse.world.failure import Failure


@contextmanager
def alone(path: Path, work: str) -> Iterator[None]:
    """Holds the lock in a file. work: what would be done twice at once. Raises Failure where somebody else holds it."""
    with path.open("a+b") as file:
        if not _lock(file):
            raise Failure(f"another {work} is under way: wait until it has ended")
        yield
    # The file stays: were it removed, one who waits on it and one who makes it anew could both go on.


def _lock(file: IO[bytes]) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True

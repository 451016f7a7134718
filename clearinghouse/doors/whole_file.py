"""Whole files: a file takes its name only once all of it is written, so that nobody ever finds half of one."""

import contextlib
import errno
import secrets
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from clearinghouse.doors.failure import Failure

_LEFT = 3600
"""In seconds: what an export left unfinished so long ago was killed."""


@contextlib.contextmanager
def whole_file(path: Path) -> Iterator[IO[bytes]]:
    """Gives a file to write; when the block ends well, it takes the place of `path`, else nothing is left of it.

    Raises Failure where the folder cannot be written or the disk is full.
    """
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}.new")
    try:
        with beside.open("xb") as file:
            yield file
        beside.replace(path)
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        why = "the disk is full" if full else error.strerror or str(error)
        raise Failure(f"cannot write {path}: {why}; what was there stays as it was") from None
    finally:
        with contextlib.suppress(OSError):
            beside.unlink()


def folder_for_files(folder: Path) -> None:
    """Makes a folder, and clears it of what killed exports left behind. Raises Failure where it cannot be written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for left in folder.glob(".*.new"):
            if time.time() - left.stat().st_mtime > _LEFT:
                left.unlink(missing_ok=True)
    except OSError as error:
        raise Failure(f"cannot write {folder}: {error.strerror}; name another folder with --dist") from None

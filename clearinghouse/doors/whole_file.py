"""Whole files: a file takes its name only once all of it is written, so that nobody ever finds half of one."""

import contextlib
import errno
import secrets
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from clearinghouse.doors.failure import Failure

_LEFT = 3600
"""In seconds: what an export left unfinished so long ago was killed."""


@contextlib.contextmanager
def whole_path(path: Path) -> Iterator[Path]:
    """Gives a place to write to; when the block ends well, what stands there takes the place of `path`, else nothing is left.

    Raises Failure where the folder cannot be written or the disk is full.
    """
    folder = path.with_name(f".{path.name}.{secrets.token_hex(4)}.new")
    try:
        folder.mkdir()
        yield folder / path.name
        (folder / path.name).replace(path)
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        why = "the disk is full" if full else error.strerror or str(error)
        raise Failure(f"cannot write {path}: {why}; what was there stays as it was") from None
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def whole_file(path: Path) -> Iterator[IO[bytes]]:
    """Gives a file to write, likewise."""
    with whole_path(path) as place, place.open("xb") as file:
        yield file


def folder_for_files(folder: Path) -> None:
    """Makes a folder, and clears it of what killed exports left behind. Raises Failure where it cannot be written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for left in folder.glob(".*.new"):
            if time.time() - left.stat().st_mtime > _LEFT:
                shutil.rmtree(left, ignore_errors=True)
    except OSError as error:
        raise Failure(f"cannot write {folder}: {error.strerror}; name another folder with --dist") from None

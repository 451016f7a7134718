"""Whole files: a file takes its name only once all of it is written, so that nobody ever finds half of one."""

import contextlib
import errno
import os
import secrets
import shutil
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

from clearinghouse.world.failure import Failure

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


def write_text(path: Path, text: str, makes_folder: bool = False) -> None:
    """Writes a text, whole, in the place of what was there. Raises Failure."""
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}.new")
    try:
        if makes_folder:
            path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(text, encoding="utf-8", newline="\n")
        beside.replace(path)
    except OSError as error:
        raise Failure(f"cannot write {path}: {error.strerror}") from None
    finally:
        beside.unlink(missing_ok=True)


@contextlib.contextmanager
def all_at_once(folder: Path) -> Iterator[Path]:
    """Gives a folder for files; when the block ends well, all of them take their places in `folder`, else none does.

    Raises Failure where a place cannot be taken; those that were taken are then as they were before.
    """
    beside = folder / f".all.{secrets.token_hex(4)}.new"
    try:
        beside.mkdir()
        yield beside
        ready = sorted(beside.iterdir())
        taken = [path.name for path in ready if (folder / path.name).is_dir()]
        if taken:
            raise Failure(f"cannot write {folder / taken[0]}: a folder has its name; nothing was changed")
        _exchange(ready, folder)
    except OSError as error:
        raise Failure(f"cannot write {folder}: {error.strerror or error}") from None
    except Failure as failure:  # which names the place that the file was to take
        raise Failure(str(failure).replace(f"{beside}{os.sep}", f"{folder}{os.sep}")) from None
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _exchange(ready: Iterable[Path], folder: Path) -> None:
    """Puts files into their places, one after the other, within a moment. Where one is refused, as on Windows while somebody
    reads the file that stands there, those before it go back."""
    done: list[tuple[Path, Path]] = []
    try:
        for path in ready:
            place, before = folder / path.name, path.with_name(f".{path.name}.before")
            if place.exists():
                place.replace(before)
            done.append((place, before))
            path.replace(place)
    except OSError:
        for place, before in reversed(done):
            place.unlink(missing_ok=True)
            if before.exists():
                before.replace(place)
        raise


def folder_for_files(folder: Path) -> None:
    """Makes a folder, and clears it of what killed exports left behind. Raises Failure where it cannot be written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for left in folder.glob(".*.new"):
            if time.time() - left.stat().st_mtime > _LEFT:
                shutil.rmtree(left, ignore_errors=True)
    except OSError as error:
        raise Failure(f"cannot write {folder}: {error.strerror}; name another folder with --dist") from None

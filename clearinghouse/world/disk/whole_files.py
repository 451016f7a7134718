"""Whole files: a file takes its name only once all of it is written, so that nobody ever finds half of one."""

import contextlib
import errno
import os
import re
import secrets
import shutil
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO

from clearinghouse.world.disk.alone import alone
from clearinghouse.world.failure import Failure

LOCK = ".lock"
"""In a folder of files that are being written: held by whoever writes them."""
_LEFT = 3600
"""In seconds: what was left unfinished so long ago, and has no lock, was killed."""
_UNFINISHED = re.compile(r"\..+\.[0-9a-f]{8}\.new")
"""The name of what is being written, see `_beside`."""


@contextlib.contextmanager
def whole_path(path: Path) -> Iterator[Path]:
    """Gives a place to write to; when the block ends well, what stands there takes the place of `path`, else nothing is left.

    Raises Failure where the folder cannot be written or the disk is full.
    """
    folder = _beside(path)
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
    """Writes a text in the place of what was there. Raises Failure."""
    with _ready({path: text.encode()}, makes_folder) as ready:
        ready[path].replace(path)


def write_new(texts: Mapping[Path, bytes]) -> None:
    """Writes files that are not there yet, and their folders: all of them or none. Raises Failure, and leaves nothing behind."""
    placed: list[Path] = []
    try:
        with _ready(texts, makes_folders=True) as ready:
            for path, beside in ready.items():
                _place(beside, path)
                placed.append(path)
    except BaseException:
        for path in placed:
            path.unlink(missing_ok=True)
        raise


def write_over(texts: Mapping[Path, bytes]) -> None:
    """Writes files that are there; first all are written beside their places, so that a full disk or a folder that cannot
    be written changes none. What may be done with a file stays as it was. Raises Failure."""
    with _ready(texts) as ready:
        for path, beside in ready.items():
            shutil.copymode(path, beside)
        for path, beside in ready.items():
            beside.replace(path)


@contextlib.contextmanager
def _ready(texts: Mapping[Path, bytes], makes_folders: bool = False) -> Iterator[Mapping[Path, Path]]:
    """Writes files beside their places, under names that nothing reads; at the end those that are still there are removed."""
    ready: dict[Path, Path] = {}
    try:
        for path, content in texts.items():
            if makes_folders:
                path.parent.mkdir(parents=True, exist_ok=True)
            ready[path] = _beside(path)
            ready[path].write_bytes(content)
        yield ready
    except OSError as error:
        path = next((path for path, beside in ready.items() if str(beside) == error.filename), error.filename)
        raise Failure(f"cannot write {path}: {error.strerror}") from None
    finally:
        for beside in ready.values():
            beside.unlink(missing_ok=True)


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.name}.{secrets.token_hex(4)}.new")


def _place(beside: Path, path: Path) -> None:
    """Gives a finished file its name. Raises Failure where that is taken."""
    try:
        _name(beside, path)
    except FileExistsError:
        raise Failure(f"{path} is there already, and was left as it is") from None


def _name(beside: Path, path: Path) -> None:
    """Gives a finished file its name, unless that is taken. Raises FileExistsError."""
    try:
        return os.link(beside, path)
    except FileExistsError:
        raise
    except (OSError, NotImplementedError):  # file systems without links, as on sticks, each say so in another way
        with path.open("xb"):  # takes the name
            pass
    try:
        beside.replace(path)
    except OSError:
        path.unlink()
        raise


@contextlib.contextmanager
def all_at_once(folder: Path) -> Iterator[Path]:
    """Gives a folder for files; when the block ends well, all of them take their places in `folder`, else none does.

    Raises Failure where a place cannot be taken; those that were taken are then as they were before.
    """
    beside = _beside(folder / "all")
    try:
        beside.mkdir()
        with alone(beside / LOCK, f"export into {folder}"):
            yield beside
            ready = sorted(path for path in beside.iterdir() if path.name != LOCK)
            folders = [path.name for path in ready if (folder / path.name).is_dir()]
            if folders:
                raise Failure(f"cannot write {folder / folders[0]}: a folder has its name; nothing was changed")
            _exchange(ready, folder)
    except OSError as error:
        raise Failure(f"cannot write {folder}: {error.strerror or error}") from None
    except Failure as failure:  # which names the place that the file was to take
        raise Failure(str(failure).replace(f"{beside}{os.sep}", f"{folder}{os.sep}")) from None
    finally:
        shutil.rmtree(beside, ignore_errors=True)


@contextlib.contextmanager
def passing_folder(folder: Path, name: str) -> Iterator[Path]:
    """Gives an empty folder inside another, which goes when the block ends; what is left of it when it is killed goes when that
    other is cleared. Raises Failure."""
    beside = _beside(folder / name)
    try:
        try:
            (beside / name).mkdir(parents=True)
        except OSError as error:
            raise Failure(f"cannot write {folder}: {error.strerror}") from None
        with alone(beside / LOCK, f"export into {folder}"):
            yield beside / name
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
        clear(folder)
    except OSError as error:
        raise Failure(f"cannot write {folder}: {error.strerror}; name another folder with --dist") from None


def clear(folder: Path) -> None:
    """Removes from a folder what was being written there by who was killed. What a link leads to is left alone."""
    for left in folder.iterdir():
        if _UNFINISHED.fullmatch(left.name) and not _is_being_written(left):
            if left.is_dir() and not left.is_symlink():
                shutil.rmtree(left, ignore_errors=True)
            else:
                left.unlink(missing_ok=True)


def _is_being_written(left: Path) -> bool:
    """Whether somebody holds its lock, which the system lets go when he is killed; what has none may be a moment old."""
    if left.is_symlink() or not (left / LOCK).is_file():
        return time.time() - left.lstat().st_mtime < _LEFT
    try:
        with alone(left / LOCK, "export"):
            return False
    except Failure:
        return True

"""Whole folders: a new folder takes an old one's place at once, so that nobody ever finds half a site or none.

No library swaps two folders in one step on Linux and on macOS, so the two calls of the systems stand here.
"""

import contextlib
import ctypes
import errno
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from clearinghouse.world.disk.alone import alone
from clearinghouse.world.failure import Failure

_RENAME_EXCHANGE = 2
_RENAME_SWAP = 2
_AT_FDCWD = -100


@contextlib.contextmanager
def rebuilt(folder: Path, mark: str = "", option: str = "--site") -> Iterator[Path]:
    """Gives an empty folder beside `folder` to build in, and swaps the two when the block ends well.

    When it does not, the new folder is removed and the old one stays untouched. One build at a time: a second one
    is refused. mark: a file that every folder has which may be replaced, so that a slip of the hand costs nobody
    another folder; where none is named, only an empty folder may be. option: by which the folder was named. Raises Failure
    where the place cannot be written or holds something else.
    """
    with contextlib.ExitStack() as stack:
        with _one_line_of_trouble(folder, option):
            folder = folder.resolve()  # what a link leads to is replaced, not the link
            new = folder.with_name(f".{folder.name}.new")
            old = folder.with_name(f".{folder.name}.old")
            folder.parent.mkdir(parents=True, exist_ok=True)
            stack.enter_context(alone(folder.with_name(f".{folder.name}.lock"), f"build of {folder}"))
            _recover(folder, new, old)
            must_be_replaceable(folder, mark, option)
            new.mkdir()
        try:
            yield new
            with _one_line_of_trouble(folder, option):
                _exchange(new, folder, old)
        except OSError as error:
            if error.errno in (errno.ENOSPC, errno.EDQUOT):
                raise Failure(f"the disk is full: {folder} stays as it was") from None
            raise
        finally:
            shutil.rmtree(new, ignore_errors=True)
            if folder.exists():  # else the old one is all there is, and the next build puts it back
                shutil.rmtree(old, ignore_errors=True)


@contextlib.contextmanager
def _one_line_of_trouble(folder: Path, option: str) -> Iterator[None]:
    """Tells what the system refuses, in one line."""
    try:
        yield
    except (OSError, ValueError) as error:  # ValueError: a name without a last part, as of `/`
        raise Failure(f"cannot write {folder}: {getattr(error, 'strerror', None) or error}; name another folder with {option}") from None


def must_be_replaceable(folder: Path, mark: str, option: str) -> None:
    """Raises Failure for what `rebuilt` would not replace."""
    if folder.exists() and not folder.is_dir():
        raise Failure(f"{folder} is a file: name a folder with {option}")
    if folder.exists() and any(folder.iterdir()) and not (mark and (folder / mark).exists()):
        holds = "something else than a site" if mark else "files already"
        raise Failure(f"{folder} holds {holds}: name a new or an empty folder with {option}")


def _recover(folder: Path, new: Path, old: Path) -> None:
    """Clears up after a build that was killed: what it made is thrown away, what it put aside comes back."""
    if old.exists() and not folder.exists():
        old.rename(folder)
    for left in (new, old):
        if left.exists():
            shutil.rmtree(left)


def _exchange(new: Path, folder: Path, old: Path) -> None:
    """Puts `new` in the place of `folder`: in one step where the system can, else in two."""
    if not folder.exists():
        new.rename(folder)
    elif not _exchanged(new, folder):
        folder.rename(old)
        try:
            new.rename(folder)
        except OSError:
            old.rename(folder)  # as on Windows, where somebody may hold a file of the new one open
            raise


def _exchanged(first: Path, second: Path) -> bool:
    """Whether the system has exchanged the two: renameat2 (Linux) or renamex_np (macOS)."""
    with contextlib.suppress(OSError, AttributeError):
        library = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "darwin":
            return bool(library.renamex_np(os.fsencode(first), os.fsencode(second), ctypes.c_uint(_RENAME_SWAP)) == 0)
        if sys.platform == "linux":
            status = library.renameat2(_AT_FDCWD, os.fsencode(first), _AT_FDCWD, os.fsencode(second), ctypes.c_uint(_RENAME_EXCHANGE))
            return bool(status == 0)
    return False

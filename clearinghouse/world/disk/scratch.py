"""Scratch folders: a prefix comes in, a folder in the temporary folder leaves, which goes with its process, however that ends.

Whoever is killed can remove nothing: what it leaves is removed by the next that asks for a folder with the same prefix.
"""

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from clearinghouse.world.disk.alone import alone
from clearinghouse.world.failure import Failure

LOCK = "lock"
"""The file by which a folder says that its process runs."""
_NEW = 60
"""Seconds in which a folder is left alone: its process may be about to take the lock."""


@contextmanager
def scratch_folder(prefix: str) -> Iterator[Path]:
    """A new folder, until the block ends. Removes those that ended processes of the same user have left."""
    for other in Path(tempfile.gettempdir()).glob(f"{prefix}*"):
        with suppress(OSError, Failure):
            _remove_if_left(other)
    with tempfile.TemporaryDirectory(prefix=prefix, ignore_cleanup_errors=True) as name, alone(Path(name, LOCK), "process in this folder"):
        yield Path(name)


def _remove_if_left(folder: Path) -> None:
    """Raises Failure where its process runs."""
    state = folder.lstat()
    is_own = not hasattr(os, "getuid") or state.st_uid == os.getuid()
    if is_own and (folder / LOCK).is_file() and time.time() - state.st_mtime > _NEW:
        with alone(folder / LOCK, "process in this folder"):
            pass
        shutil.rmtree(folder)

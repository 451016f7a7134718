"""The records that a relay checks against: a data folder comes in, and its files leave as they are on disk, looked at once a minute."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

from clearinghouse.reading.files.folder import DataFile
from clearinghouse.reading.typing.memory import Memory, remembering
from clearinghouse.reading.typing.read import read
from clearinghouse.world.disk.data_folder import data_files

EVERY = 60
"""In seconds: how often it looks whether files have changed."""


@dataclass
class Records:
    """The files of a data folder, of which none is read twice unless it has changed. clock: gives seconds."""

    data: Path
    clock: Callable[[], float]
    _files: Sequence[DataFile] = ()
    _memory: Memory = field(default_factory=lambda: Memory(()))
    _seen: tuple[int, int] = (0, 0)
    _next: float = float("-inf")
    _lock: Lock = field(default_factory=Lock)

    @contextmanager
    def current(self) -> Iterator[Sequence[DataFile]]:
        """Gives the files; what is read of them within is remembered. Raises Failure where there is no such folder."""
        with self._lock:
            if self.clock() >= self._next:
                self._look()
                self._next = self.clock() + EVERY
            files, memory = self._files, self._memory
        with remembering(memory):
            yield files

    def _look(self) -> None:
        stamps = [entry.stat().st_mtime_ns for folder, _, _ in os.walk(self.data) for entry in os.scandir(folder)]
        seen = (len(stamps), max(stamps, default=0))
        if seen != self._seen or not self._files:
            files = list(data_files(self.data))
            memory = Memory(files)
            with remembering(memory):
                read(files)
            self._files, self._memory, self._seen = files, memory, seen

"""Memory: files of a folder come in once, and within it none of them is read a second time; for services that check all day."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import NamedTuple

from clearinghouse.problems.problem import Problem
from clearinghouse.reading.files.folder import DataFile, RecordFile
from clearinghouse.reading.files.strict_yaml import Document, scanned
from clearinghouse.reading.typing.typing_records import typed
from clearinghouse.records.collection import COLLECTIONS, AnyRecord


class FileReading(NamedTuple):
    """What one file says. problems: of its syntax; record: or what is wrong with it; both None where it is no document."""

    document: Document | None
    problems: list[Problem]
    record: AnyRecord | list[Problem] | None


class Memory:
    """What the files of a folder say, as far as they were read. Others, such as those that strangers send, are never kept."""

    def __init__(self, files: Iterable[DataFile]) -> None:
        self._files = {file.path: file for file in files}
        self._readings: dict[str, FileReading] = {}

    def know(self, file: DataFile) -> None:
        """Takes another file among those of the folder, or in the place of an earlier one."""
        self._files[file.path] = file
        self._readings.pop(file.path, None)

    def reading_of(self, file: RecordFile) -> FileReading:
        """What a file says."""
        path = file.file.path
        if self._files.get(path) is not file.file:
            return _read(file)
        if path not in self._readings:
            self._readings[path] = _read(file)
        return self._readings[path]


_memory: ContextVar[Memory | None] = ContextVar("memory", default=None)


@contextmanager
def remembering(memory: Memory) -> Iterator[None]:
    """Within it, `file_reading` asks a memory."""
    token = _memory.set(memory)
    try:
        yield
    finally:
        _memory.reset(token)


def file_reading(file: RecordFile) -> FileReading:
    """What the file of a record says."""
    memory = _memory.get()
    return memory.reading_of(file) if memory else _read(file)


def _read(file: RecordFile) -> FileReading:
    document, problems = scanned(file.file.name, file.file.content)
    if document is None:
        return FileReading(None, problems, None)
    return FileReading(document, problems, typed(COLLECTIONS[file.collection].model, document, {"id": file.id, "path": file.file.lies_at}))

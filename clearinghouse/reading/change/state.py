"""State: a data folder as it is at a time, as far as a change needs it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.catalogue.duplicates import Duplicates
from clearinghouse.reading.files.folder import DataFile, RecordFile
from clearinghouse.reading.files.strict_yaml import Document
from clearinghouse.reading.typing.read import Reading
from clearinghouse.records.collection import AnyRecord
from clearinghouse.records.collections.event import Event

Pair = tuple[RecordFile | None, RecordFile | None]
"""A record's file before and after."""


@dataclass(frozen=True)
class State:
    """The folder at a time: files by path, those that are records by key, and what is read of them, records with former ids
    among it."""

    files: Mapping[str, DataFile]
    named: Mapping[str, RecordFile]
    reading: Reading
    documents: Mapping[str, Document]

    @cached_property
    def catalogue(self) -> Catalogue:
        """What was read, as seen on no day in particular: nothing is held back."""
        return Catalogue.of(self.reading.records, self.reading.about, date.max)

    @cached_property
    def duplicates(self) -> Duplicates:
        """The events that were read, to be asked for likely duplicates."""
        return Duplicates(record for records in self.reading.records.values() for record in records.values() if isinstance(record, Event))

    def record(self, file: RecordFile | None) -> AnyRecord | None:
        """The sound record of a file."""
        return self.reading.records[file.collection].get(file.id) if file else None

    def document(self, file: RecordFile | None) -> Document | None:
        """The content of a file that is well-formed."""
        return self.documents.get(file.file.path) if file else None

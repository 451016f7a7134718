"""Reading a folder: files in, records and problems out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from clearinghouse.problems.problem import Problem
from clearinghouse.problems.report import errors_in
from clearinghouse.reading.folder import ABOUT, DataFile, sorted_out
from clearinghouse.reading.references import dangling
from clearinghouse.reading.strict_yaml import Document, read_yaml
from clearinghouse.reading.typing_records import typed
from clearinghouse.records.collections import COLLECTIONS, AnyRecord
from clearinghouse.records.legislation import LegislationAbout


@dataclass(frozen=True)
class Reading:
    """What a data folder says. records: by collection and id, sound ones only; files: how many were records."""

    records: Mapping[str, Mapping[str, AnyRecord]]
    about: LegislationAbout | None
    problems: tuple[Problem, ...]
    files: int

    @property
    def is_sound(self) -> bool:
        """Whether there is no error; warnings do not count."""
        return errors_in(self.problems) == 0


def read(files: Iterable[DataFile]) -> Reading:
    """Reads all files of a data folder; problems are all told, references among the sound records included."""
    files = list(files)
    found, problems = sorted_out(files)
    records: dict[str, dict[str, AnyRecord]] = {collection: {} for collection in COLLECTIONS}
    documents: dict[str, Document] = {}
    for file in found:
        document = read_yaml(file.file.told, file.file.content)
        if isinstance(document, list):
            problems.extend(document)
            continue
        record = typed(COLLECTIONS[file.collection], document, {"id": file.id, "path": file.file.path})
        if isinstance(record, list):
            problems.extend(record)
            continue
        records[file.collection][file.id] = record
        documents[record.key] = document
    about = _about(files, problems)
    ids: dict[str, dict[str, object]] = {collection: {} for collection in COLLECTIONS}
    for file in found:
        ids[file.collection][file.id] = file
    problems.extend(dangling(records, documents, ids))
    return Reading(records, about, tuple(sorted(problems)), len(found) + any(file.path == ABOUT for file in files))


def _about(files: Iterable[DataFile], problems: list[Problem]) -> LegislationAbout | None:
    for file in files:
        if file.path == ABOUT:
            document = read_yaml(file.told, file.content)
            about = document if isinstance(document, list) else typed(LegislationAbout, document, {})
            if isinstance(about, LegislationAbout):
                return about
            problems.extend(about)
    return None

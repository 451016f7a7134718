"""The data folder: which file is which record, and which file has no place there."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any, NamedTuple, TypeVar

from clearinghouse.problems.files import FILE_004, FILE_004_PLACE, FILE_004_TWIN, FILE_004_YEAR, FILE_005, FILE_007
from clearinghouse.problems.kind import Fault
from clearinghouse.problems.problem import Place, Problem
from clearinghouse.problems.references import ID_001_ACTIVITY, ID_002_CASE
from clearinghouse.reading.files.file_names import Names, names_of, unportable
from clearinghouse.reading.files.year_folders import YEAR, in_year
from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.collections.activity import Activity
from clearinghouse.records.keys.names import name_fault
from clearinghouse.records.keys.rules import ID_PATTERN
from clearinghouse.vocabulary.nearest import nearest

ABOUT = "legislation/_about.yml"
HARVEST = "harvest.yml"
"""Which other sites are gathered from: no record, and no page."""
OFFICES = "offices.yml"
"""Which domains belong to which office: no record, and no page."""
PICTURES = "pictures/"
"""Where the files of pictures lie; no record does."""
Fact = TypeVar("Fact")
_ID = re.compile(ID_PATTERN)
_path, _id = attrgetter("path"), attrgetter("id")
_ACTIVITY_STEM = re.compile(r"\d{1,3}(\.\d{1,3}){2}", re.ASCII)


@dataclass(frozen=True)
class DataFile:
    """A file of a data folder. path: relative to the folder, with forward slashes, and without the folder of a year; name: as problems
    name it; content: its bytes, or its first ones where it is too large; is_link: whether it is a link, a pipe, a device or the like,
    or a folder that is named like a record; unread: why it could not be read, in the words of the system, empty where it was; rest:
    gives all bytes of a picture, up to one more than it may have; lies_at: where it lies, relative to the folder: at its path, or in
    the folder of a year, which its name tells as well."""

    path: str
    name: str
    content: bytes = b""
    is_link: bool = False
    unread: str = ""
    rest: Callable[[], bytes] | None = field(default=None, compare=False, repr=False)
    lies_at: str = field(default="", compare=False)
    _facts: dict[Callable[..., Any], Any] = field(default_factory=dict, init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        if not self.lies_at:
            object.__setattr__(self, "lies_at", self.path)

    def fact(self, of: Callable[["DataFile"], Fact]) -> Fact:
        """What a function says of this file alone. It is asked once, however often the folder is read: of what stays as it is, a
        service that checks all day pays for nothing twice."""
        try:
            fact: Fact = self._facts[of]
        except KeyError:
            fact = self._facts[of] = of(self)
        return fact

    @property
    def is_read(self) -> bool:
        """Whether `content` is what it holds."""
        return not self.is_link and not self.unread

    @property
    def whole(self) -> bytes:
        """All that it holds. Raises OSError where it cannot be read any more."""
        return self.rest() if self.rest else self.content

    @property
    def place(self) -> Place:
        """The file as a whole."""
        return Place(self.name)


@dataclass(frozen=True)
class RecordFile:
    """A file that holds a record: its collection and id."""

    file: DataFile
    collection: str
    id: str


class Sorted(NamedTuple):
    """The files of a folder. others: those that are meant to be no records; problems: of those that have no place there, and of names."""

    records: list[RecordFile]
    others: list[DataFile]
    problems: list[Problem]


def sorted_files(files: Iterable[DataFile]) -> Sorted:
    """Tells records from samples and strays; the about file of legislation is no record."""
    records: list[RecordFile] = []
    others: list[DataFile] = []
    problems: list[Problem] = []
    files = list(files)
    for file in sorted(files, key=_path):
        record, of_name = file.fact(_reading_of_name)
        if record is None:
            others.append(file)
        elif isinstance(record, RecordFile):
            records.append(record)
            problems += of_name
        else:
            problems.append(record)
    return Sorted(records, others, [*problems, *_alike(records), *_for_one_system(files, others)])


def _reading_of_name(file: DataFile) -> tuple[RecordFile | Problem | None, tuple[Problem, ...]]:
    """The record that a file holds, or why it has no place there, or None where it is meant to be none; and what is wrong with its id."""
    parts = file.path.split("/")
    record = None if _is_no_record(file, parts) else _record_file(file, parts)
    return record, tuple(name_problems(record)) if isinstance(record, RecordFile) else ()


def _is_no_record(file: DataFile, parts: list[str]) -> bool:
    """Whether it is meant to be none: a sample, what git keeps, a picture, a list of sites or offices, or what lies beside collections."""
    return (
        any(part.startswith((".", "_")) for part in parts)
        or file.path.startswith(PICTURES)
        or file.path in (HARVEST, OFFICES)
        or (len(parts) == 1 and not _needs_reading(file))
    )


def _needs_reading(file: DataFile) -> bool:
    """Whether what lies beside the collections must be looked at: what is named like a record, and what nobody can see into."""
    return bool(file.unread) or file.path.casefold().endswith((".yml", ".yaml"))


def _for_one_system(files: list[DataFile], others: list[DataFile]) -> Iterator[Problem]:
    """Files that are no records, whose names not every system can hold; of records their ids say so."""
    names = names_of(frozenset(map(_path, files))) if others else Names(())
    for file in others:
        fault = file.fact(_unportable) or names.twin_of(file.path)
        if fault:
            yield fault.at(file.place, found=file.path)


def _unportable(file: DataFile) -> Fault | None:
    return unportable(file.path)


def link_problem(file: DataFile) -> Problem:
    """That it is a link, or anything else that is no plain file."""
    return FILE_005.at(file.place, found=file.lies_at)


def unread_problem(file: DataFile) -> Problem:
    """That it is a file, or a folder, that could not be read."""
    return FILE_007.at(file.place, found=file.unread)


def _record_file(file: DataFile, parts: list[str]) -> RecordFile | Problem:
    collection, depth = parts[0], 3 if parts[0] == Activity.collection else 2
    if file.is_link:
        return link_problem(file)
    if file.unread:
        return unread_problem(file)
    if collection not in COLLECTIONS or len(parts) != depth or not file.path.endswith(".yml"):
        return _stray(file, parts, depth)
    return RecordFile(file, collection, "/".join(parts[1:]).removesuffix(".yml"))


def _stray(file: DataFile, parts: list[str], depth: int) -> Problem:
    """That it has no place there, and where it belongs, as far as its name says that."""
    collection, stem, is_yaml = parts[0], parts[-1].rpartition(".")[0], file.path.endswith(".yml")
    known = {
        "pattern": "activities/<plan>/<number>.yml" if collection == Activity.collection else "<collection>/<id>.yml",
        "collections": ", ".join(COLLECTIONS),
    }
    if collection not in COLLECTIONS:
        near = nearest(collection, COLLECTIONS) if len(parts) > 1 else None
        return FILE_004.at(file.place, found=file.path, near=near or "", **known)
    if is_yaml and len(parts) == 3 > depth and YEAR.fullmatch(parts[1]):
        return _in_wrong_year(file, f"{collection}/{parts[-1]}")
    is_misspelt = len(parts) == depth and file.path.casefold().endswith((".yml", ".yaml"))
    target = f"{collection}/{parts[1] + '/' if depth > 2 else ''}{parts[-1]}"
    return FILE_004_PLACE.at(
        file.place,
        found=file.path,
        name=f"{stem}.yml" if is_misspelt else "",
        target=target if len(parts) > depth and is_yaml else "",
        below=f"{collection}/<plan>/{parts[-1]}" if depth > len(parts) and is_yaml else "",
        **known,
    )


def _in_wrong_year(file: DataFile, path: str) -> Problem:
    """That it does not belong in the folder of that year, or that another file is the same record. path: without the year."""
    right = in_year(path)
    if right == file.path:
        return FILE_004_TWIN.at(file.place, found=file.path, twin=path)
    return FILE_004_YEAR.at(file.place, found=file.path, target=right or path)


def name_problems(record: RecordFile) -> Iterator[Problem]:
    """What is wrong with the id of a record; of an activity, with its plan too."""
    stem = record.id.rpartition("/")[2]
    if record.collection == Activity.collection:
        plan = record.id.partition("/")[0]
        if not _ACTIVITY_STEM.fullmatch(stem) or not _ID.fullmatch(plan):
            yield ID_001_ACTIVITY.at(record.file.place, found=record.id)
    elif fault := name_fault(stem, COLLECTIONS[record.collection].is_event):
        yield fault.at(record.file.place, found=stem)


def _alike(records: list[RecordFile]) -> Iterator[Problem]:
    """Ids that differ by capitals alone. Where none has any, no two do."""
    ids = "\n".join(map(_id, records))
    if ids.isascii() and ids == ids.lower():
        return
    first: dict[tuple[str, str], RecordFile] = {}
    for record in records:
        other = first.setdefault((record.collection, record.id.casefold()), record)
        if other is not record:
            yield ID_002_CASE.at(record.file.place, found=record.id, other=other.file.name)

"""The data folder: which file is which record, and which file has no place there."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from clearinghouse.problems.problem import Problem, Severity
from clearinghouse.reading.files.file_names import Taken, unportable
from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.collections.activity import Activity
from clearinghouse.records.keys.names import badly_named
from clearinghouse.records.keys.rules import ID_PATTERN
from clearinghouse.vocabulary.nearest import nearest

ABOUT = "legislation/_about.yml"
_ID = re.compile(ID_PATTERN)
_ACTIVITY_STEM = re.compile(r"\d+(\.\d+){2}", re.ASCII)


@dataclass(frozen=True)
class DataFile:
    """A file of a data folder. path: relative to the folder, with forward slashes; told: as problems name it;
    content: its bytes, or its first ones where it is too large; is_link: whether it is a link, a pipe, a device or the like, or
    a folder that is named like a record; unread: why it could not be read, in the words of the system, empty where it was."""

    path: str
    told: str
    content: bytes = b""
    is_link: bool = False
    unread: str = ""

    @property
    def is_read(self) -> bool:
        """Whether `content` is what it holds."""
        return not self.is_link and not self.unread


@dataclass(frozen=True)
class RecordFile:
    """A file that holds a record: its collection and id."""

    file: DataFile
    collection: str
    id: str


def sorted_out(files: Iterable[DataFile]) -> tuple[list[RecordFile], list[Problem]]:
    """Tells records from samples and strays; the about file of legislation is no record."""
    records: list[RecordFile] = []
    others: list[DataFile] = []
    problems: list[Problem] = []
    files = list(files)
    for file in sorted(files, key=lambda each: each.path):
        parts = file.path.split("/")
        if any(part.startswith((".", "_")) for part in parts) or (len(parts) == 1 and not _needs_reading(file)):
            others.append(file)
            continue
        found = _record_file(file, parts)
        if isinstance(found, Problem):
            problems.append(found)
        else:
            records.append(found)
            problems.extend(_named_well(found))
    return records, problems + _alike(records) + _for_one_system(files, others)


def _needs_reading(file: DataFile) -> bool:
    """Whether what lies beside the collections must be looked at: what is named like a record, and what nobody can see into."""
    return bool(file.unread) or file.path.casefold().endswith((".yml", ".yaml"))


def _for_one_system(files: list[DataFile], others: list[DataFile]) -> list[Problem]:
    """Files that are no records, whose names not every system can hold: records are told so by their ids."""
    taken = Taken(file.path for file in files)
    problems = []
    for file in others:
        why = unportable(file.path) or taken.twin_of(file.path)
        if why:
            allowed = "a name that Windows and macOS can hold, and no other is alike to"
            problems.append(_problem(file.told, "FILE-008", file.path, allowed, f"rename it, since {why}"))
    return problems


def _problem(told: str, code: str, found: str, allowed: str, fix: str, severity: Severity = "error") -> Problem:
    """A problem of a file as a whole."""
    return Problem(told, 1, 1, code, "", found, allowed, fix, severity)


def link_problem(file: DataFile) -> Problem:
    """What is told of a link, or of anything else that is no plain file."""
    fix = "put a plain file in its place; of a link, the file that it leads to"
    return _problem(file.told, "FILE-005", file.path, "a plain file inside the data folder", fix)


def unread_problem(file: DataFile) -> Problem:
    """What is told of a file, or a folder, that could not be read."""
    fix = "give yourself leave to read it, or put it there anew; if it was just being replaced, try again"
    return _problem(file.told, "FILE-007", file.unread, "a file or folder that can be read", fix)


def _record_file(file: DataFile, parts: list[str]) -> RecordFile | Problem:
    collection, depth = parts[0], 3 if parts[0] == Activity.collection else 2
    if file.is_link:
        return link_problem(file)
    if file.unread:
        return unread_problem(file)
    if collection not in COLLECTIONS or len(parts) != depth or not file.path.endswith(".yml"):
        place = "activities/<plan>/<number>.yml" if collection == Activity.collection else "<collection>/<id>.yml"
        return _problem(
            file.told, "FILE-004", file.path, f"{place}, in one of {', '.join(COLLECTIONS)}", _where_to(file.path, parts, depth)
        )
    return RecordFile(file, collection, "/".join(parts[1:]).removesuffix(".yml"))


def _where_to(path: str, parts: list[str], depth: int) -> str:
    collection, stem = parts[0], parts[-1].rpartition(".")[0]
    if collection not in COLLECTIONS:
        near = nearest(collection, COLLECTIONS) if len(parts) > 1 else None
        return f"did you mean {near}/?" if near else "move it into the folder of its collection, or out of the data folder"
    if len(parts) == depth and path.casefold().endswith((".yml", ".yaml")):
        return f"name it {stem}.yml"
    if len(parts) > depth and path.endswith(".yml"):
        return f"move it to {collection}/{parts[1] + '/' if depth > 2 else ''}{parts[-1]}"
    if depth > len(parts) and path.endswith(".yml"):
        return f"move it into the folder of its plan: {collection}/<plan>/{parts[-1]}"
    return "move it to where it belongs, or out of the data folder"


def _named_well(record: RecordFile) -> Iterable[Problem]:
    stem, told = record.id.rpartition("/")[2], record.file.told
    if record.collection == Activity.collection:
        plan = record.id.partition("/")[0]
        if not _ACTIVITY_STEM.fullmatch(stem) or not _ID.fullmatch(plan):
            fix = "name the file after its number in the plan, and the folder after the plan, e.g. poa-2016-2020/4.1.2.yml"
            yield _problem(told, "ID-001", record.id, "activities/<plan>/<number>.yml", fix)
        return
    for wrong in badly_named(stem, COLLECTIONS[record.collection].is_event):
        yield _problem(told, wrong.code, stem, wrong.allowed, wrong.fix, "warning" if wrong.code == "ID-004" else "error")


def _alike(records: list[RecordFile]) -> list[Problem]:
    first: dict[tuple[str, str], RecordFile] = {}
    problems = []
    for record in records:
        other = first.setdefault((record.collection, record.id.casefold()), record)
        if other is not record:
            fix = f"rename it: {other.file.told} has this id"
            problems.append(_problem(record.file.told, "ID-002", record.id, "an id that differs from all others, capitals apart", fix))
    return problems

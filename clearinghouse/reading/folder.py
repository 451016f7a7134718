"""The data folder: which file is which record, and which file has no place there."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from clearinghouse.problems.problem import Problem
from clearinghouse.records.collections import COLLECTIONS
from clearinghouse.records.values import ID, ID_LENGTH
from clearinghouse.vocabulary.states import MEMBER_STATES

ABOUT = "legislation/_about.yml"
_DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))}
RESERVED = frozenset({"index", "page", "by", "event", "archive", "desk", "digest", "embed", *_DEVICES})
"""Stems that are addresses of the site, or device names of an operating system."""
_OWNERS = "|".join([*(state.address for state in MEMBER_STATES.values()), "asean"])
_EVENT_STEM = re.compile(rf"(?:{_OWNERS})-(?:undated|\d{{4}}(?:-\d{{2}})?)-[a-z0-9].*", re.ASCII)
_ACTIVITY_STEM = re.compile(r"\d+(\.\d+){2}", re.ASCII)


@dataclass(frozen=True)
class DataFile:
    """A file of a data folder. path: relative to the folder, with forward slashes; told: as problems name it;
    content: its bytes, or its first ones where it is too large; is_link: whether it, or a folder above it, is a link."""

    path: str
    told: str
    content: bytes = b""
    is_link: bool = False


@dataclass(frozen=True)
class RecordFile:
    """A file that holds a record: its collection and id."""

    file: DataFile
    collection: str
    id: str


def sorted_out(files: Iterable[DataFile]) -> tuple[list[RecordFile], list[Problem]]:
    """Tells records from samples and strays; the about file of legislation is no record."""
    records: list[RecordFile] = []
    problems: list[Problem] = []
    for file in sorted(files, key=lambda each: each.path):
        parts = file.path.split("/")
        if any(part.startswith((".", "_")) for part in parts) or (len(parts) == 1 and not file.path.endswith((".yml", ".yaml"))):
            continue
        found = _record_file(file, parts)
        if isinstance(found, Problem):
            problems.append(found)
        else:
            records.append(found)
            problems.extend(_named_well(found))
    return records, problems + _alike(records)


def _record_file(file: DataFile, parts: list[str]) -> RecordFile | Problem:
    collection, depth = parts[0], 3 if parts[0] == "activities" else 2
    if file.is_link:
        return Problem(
            file.told, 1, 1, "FILE-005", "", file.path, "a plain file inside the data folder", "replace the link by the file itself"
        )
    if collection not in COLLECTIONS or len(parts) != depth or not file.path.endswith(".yml"):
        place = "activities/<plan>/<number>.yml" if collection == "activities" else "<collection>/<id>.yml"
        fix = "name it .yml" if file.path.endswith(".yaml") else "move it to where it belongs, or out of the data folder"
        return Problem(file.told, 1, 1, "FILE-004", "", file.path, f"{place}, in one of " + ", ".join(COLLECTIONS), fix)
    return RecordFile(file, collection, "/".join(parts[1:]).removesuffix(".yml"))


def _named_well(record: RecordFile) -> Iterable[Problem]:
    stem, told = record.id.rpartition("/")[2], record.file.told
    if record.collection == "activities":
        plan = record.id.partition("/")[0]
        if not _ACTIVITY_STEM.fullmatch(stem) or not ID.fullmatch(plan):
            yield Problem(
                told,
                1,
                1,
                "ID-001",
                "",
                record.id,
                "activities/<plan>/<number>.yml",
                "name it after its number in the plan, e.g. 4.1.2.yml",
            )
        return
    if len(stem) > ID_LENGTH or not ID.fullmatch(stem):
        fix = re.sub(r"[^a-z0-9]+", "-", stem.lower()).strip("-")[:ID_LENGTH] or "th-2026-03-crime-scene"
        yield Problem(
            told,
            1,
            1,
            "ID-001",
            "",
            stem,
            f"lower-case letters, digits and single hyphens, at most {ID_LENGTH}",
            f"rename the file, e.g. {fix}.yml",
        )
    elif stem in RESERVED:
        yield Problem(told, 1, 1, "ID-003", "", stem, "a name that is not reserved", f"rename the file, e.g. th-2026-{stem}.yml")
    elif record.collection in ("trainings", "workshops") and not _EVENT_STEM.fullmatch(stem):
        problem = Problem(
            told,
            1,
            1,
            "ID-004",
            "",
            stem,
            "<owner>-<yyyy>[-<mm>]-<words> or <owner>-undated-<words>",
            "see `chm explain ID-004`; keep it if it was published",
        )
        yield replace(problem, severity="warning")


def _alike(records: list[RecordFile]) -> list[Problem]:
    first: dict[tuple[str, str], RecordFile] = {}
    problems = []
    for record in records:
        other = first.setdefault((record.collection, record.id.casefold()), record)
        if other is not record:
            problems.append(
                Problem(
                    record.file.told,
                    1,
                    1,
                    "ID-002",
                    "",
                    record.id,
                    "an id that differs from all others, capitals apart",
                    f"rename it: {other.file.told} has this id",
                )
            )
    return problems

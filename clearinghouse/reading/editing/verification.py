"""Verification: records that somebody has held against their sources are named, and the new texts of their files leave."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from clearinghouse.reading.editing.verifying import verified_on
from clearinghouse.reading.files.folder import DataFile, RecordFile, sorted_files
from clearinghouse.reading.files.year_folders import path_at
from clearinghouse.reading.typing.read import Reading
from clearinghouse.records.collections.record import Record
from clearinghouse.vocabulary.nearest import nearest


class Unverifiable(ValueError):
    """Why nothing can be noted, in the words for who asked."""


@dataclass(frozen=True)
class Verification:
    """texts: the new content of files by their paths in the data folder; lines: what became of each record."""

    texts: Mapping[str, bytes]
    lines: Sequence[str]


def verification(files: Sequence[RecordFile], reading: Reading, on: date, by: str) -> Verification:
    """Notes the day, and who did it, in the files of sound records. Raises Unverifiable where one cannot bear it."""
    texts, lines = {}, []
    for file in files:
        record = reading.records[file.collection][file.id]
        path = file.file.name
        if not isinstance(record, Record):
            raise Unverifiable(f"{path}: an activity quotes its plan, and has no `verified`")
        if record.verified and record.verified > on:
            raise Unverifiable(f"{path} was verified on {record.verified}, after {on}; nothing was written")
        is_same = (record.verified, record.verified_by) == (on, by)
        lines.append(f"  {record.key}: {'verified on that day before' if is_same else _before(record)}")
        if not is_same:
            text = verified_on(file.file.content, on.isoformat(), by)
            if text is None:
                form = f"write `verified: {on}` and `verified_by: {by}` there yourself"
                raise Unverifiable(f"{path} has a form of its own: {form}; nothing was written")
            texts[file.file.path] = text
    return Verification(texts, lines)


def _before(record: Record) -> str:
    by = f" by {record.verified_by}" if record.verified_by else ""
    return f"was {record.verified}{by}" if record.verified else "for the first time"


def files_named(asked: Sequence[str], files: Sequence[DataFile]) -> list[RecordFile]:
    """The records that are asked for, each once. Raises Unverifiable, which says it of every
    one that is not there, or not alone."""
    records = sorted_files(files).records
    keys = {f"{file.collection}/{file.id}": file for file in records}
    ids: dict[str, list[str]] = {}
    for key in keys:
        ids.setdefault(key.partition("/")[2], []).append(key)
    wrong, files_of = [], dict[str, RecordFile]()
    for name in asked:
        fitting = _fitting(name, keys, ids)
        if len(fitting) == 1:
            files_of[fitting[0]] = keys[fitting[0]]
        elif fitting:
            wrong.append(f"{name} may be {' or '.join(fitting)}: write which")
        else:
            near = nearest(name, [*keys, *ids])
            wrong.append(f"there is no record {name}" + (f"; did you mean {near}?" if near else ""))
    if wrong:
        raise Unverifiable("\n".join(wrong) + ("" if len(wrong) == 1 else "\nnothing was written"))
    return list(files_of.values())


def _fitting(name: str, keys: Mapping[str, RecordFile], ids: Mapping[str, list[str]]) -> list[str]:
    """The keys that a name may mean: a key, an id, or the last parts of a file's path."""
    if name in keys:
        return [name]
    if name in ids:
        return ids[name]
    parts = [part for part in name.replace("\\", "/").split("/") if part not in ("", ".")]
    paths = {path_at("/".join(parts[-3:]), lambda _: False), "/".join(parts[-2:])}
    return [key for path in paths if path.endswith(".yml") and (key := path.removesuffix(".yml")) in keys]

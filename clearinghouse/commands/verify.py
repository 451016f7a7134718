"""chm verify: notes in records that somebody has held them against their sources, and changes nothing else in their files."""

import sys
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path, PurePath

import click

from clearinghouse.commands import options
from clearinghouse.problems.report import report
from clearinghouse.publications.words import counted
from clearinghouse.reading.editing.verifying import verified_on
from clearinghouse.reading.files.context import with_context
from clearinghouse.reading.files.folder import DataFile, RecordFile, sorted_out
from clearinghouse.reading.typing.read import read
from clearinghouse.records.collections.record import Record
from clearinghouse.vocabulary.nearest import nearest
from clearinghouse.world.disk.data_folder import data_files
from clearinghouse.world.disk.writing import write_over
from clearinghouse.world.failure import Failure

HELP = """\
Hold each record against its source first: open the source, and see that what the record says is what it says. Then
this notes the day in the `verified` line of its file, adding one where there is none. All else in the file stays as
it is, byte for byte: `published`, the `accessed` of sources and `changes` have meanings of their own.

  chm verify trainings/th-2026-03-crime-scene        one record, by collection/id
  chm verify net-awg doc-rop data/legislation/la.yml several, by their ids alone or by their files
  chm verify net-awg --on 2026-11-20                 held against its source yesterday

Nothing is written unless all of them can be. What is stale is listed on the desk of each state.

Exit status: 0 written, 1 a record has problems of its own (all told), 2 the tool itself failed."""


@options.command(HELP)
@click.argument("ids", nargs=-1, required=True, metavar="ID...", help="collection/id, an id alone, or the file of a record")
@options.DAY("--on", help="the day on which they were verified (default: today)")
@options.data
@options.as_of
def run(ids: tuple[str, ...], on: date | None, data: Path, as_of: date) -> int:
    """Verifies. Returns 0 or 1, or raises Failure."""
    on = on or as_of
    if on > as_of:
        raise Failure(f"--on {on} is still to come: nobody has held a record against its source then")
    files = list(data_files(data))
    found = _named(ids, files)
    reading = read(files, only=with_context(files, [each.file.path for each in found]))
    told = {each.file.told for each in found}
    problems = [problem for problem in reading.problems if problem.path in told and problem.severity == "error"]
    if problems:
        print(report(problems, len(found), "text"), file=sys.stderr)
        return 1
    texts: dict[Path, bytes] = {}
    lines = []
    for each in found:
        record = reading.records[each.collection][each.id]
        if not isinstance(record, Record):
            raise Failure(f"{each.file.told}: an activity quotes its plan, and has no `verified`")
        if record.verified and record.verified > on:
            raise Failure(f"{each.file.told} was verified on {record.verified}, after {on}; nothing was written")
        was = f"was {record.verified}" if record.verified else "for the first time"
        lines.append(f"  {record.key}: " + ("verified on that day before" if record.verified == on else was))
        if record.verified != on:
            texts[data / each.file.path] = _text(each, on)
    write_over(texts)
    print("\n".join([f"verified {counted(len(found), 'record')} on {on}", *lines]))
    return 0


def _text(each: RecordFile, on: date) -> bytes:
    text = verified_on(each.file.content, on.isoformat())
    if text is None:
        raise Failure(f"{each.file.told} has a form of its own: write `verified: {on}` there yourself; nothing was written")
    return text


def _named(asked: Sequence[str], files: Sequence[DataFile]) -> list[RecordFile]:
    """The records that are asked for, each once. Raises Failure that tells of every one that is not there, or not alone."""
    records, _ = sorted_out(files)
    keys = {f"{each.collection}/{each.id}": each for each in records}
    ids: dict[str, list[str]] = {}
    for key in keys:
        ids.setdefault(key.partition("/")[2], []).append(key)
    wrong, found = [], dict[str, RecordFile]()
    for name in asked:
        fitting = _fitting(name, keys, ids)
        if len(fitting) == 1:
            found[fitting[0]] = keys[fitting[0]]
        elif fitting:
            wrong.append(f"{name} may be {' or '.join(fitting)}: write which")
        else:
            near = nearest(name, [*keys, *ids])
            wrong.append(f"there is no record {name}" + (f"; did you mean {near}?" if near else ""))
    if wrong:
        raise Failure("\n".join(wrong) + ("" if len(wrong) == 1 else "\nnothing was written"))
    return list(found.values())


def _fitting(name: str, keys: Mapping[str, RecordFile], ids: Mapping[str, list[str]]) -> list[str]:
    """The keys that a name may mean: a key, an id, or the last parts of a file's path."""
    if name in keys:
        return [name]
    if name in ids:
        return ids[name]
    parts = PurePath(name.replace("\\", "/")).parts
    key = "/".join(parts[-2:]).removesuffix(".yml")
    return [key] if name.endswith(".yml") and key in keys else []

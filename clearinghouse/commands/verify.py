"""chm verify: notes in records that somebody has held them against their sources, and changes nothing else in their files."""

import sys
from datetime import date
from pathlib import Path

import click

from clearinghouse.commands import options
from clearinghouse.problems.report import report
from clearinghouse.publications.words import counted
from clearinghouse.reading.editing.verification import Unverifiable, files_named, verification
from clearinghouse.reading.files.context import with_context
from clearinghouse.reading.typing.read import read
from clearinghouse.vocabulary.kinds import CHECKERS
from clearinghouse.world.disk.data_folder import data_files, places_in
from clearinghouse.world.disk.whole_files import write_over
from clearinghouse.world.failure import Failure

HELP = """\
Check each record against its source first: open the source, and see that it says what the record says. Then
this notes the day and who you are in the lines `verified` and `verified_by` of its file, adding them where there are
none. Nothing else in the file changes: `published`, the `accessed` of sources and `changes` mean something else.

  chm verify trainings/th-2026-03-crime-scene        one record, by collection/id
  chm verify net-awg doc-rop data/legislation/la.yml several, by their ids alone or by their files
  chm verify legislation/la --by "member state"      an office of the state did it
  chm verify net-awg --on 2026-11-20                 checked against its source yesterday

Nothing is written unless all of them can be. What needs a check is listed on the to-do page of each state.

Exit status: 0 written, 1 a record has problems of its own (all listed), 2 the tool itself failed."""


@options.command(HELP)
@click.argument("ids", nargs=-1, required=True, metavar="ID...", help="collection/id, an id alone, or the file of a record")
@options.DAY("--on", help="the day on which they were verified (default: today)")
@click.option("--by", type=click.Choice(CHECKERS), default=CHECKERS[1], help="who verified them (default: editors)")
@options.data
@options.as_of
def run(ids: tuple[str, ...], on: date | None, by: str, data: Path, as_of: date) -> int:
    """Verifies. Returns 0 or 1, or raises Failure."""
    on = on or as_of
    if on > as_of:
        raise Failure(f"--on {on} is in the future: a record cannot have been checked then")
    files = list(data_files(data))
    try:
        named = files_named(ids, files)
        reading = read(files, only=with_context(files, [file.file.path for file in named]))
        paths = {file.file.name for file in named}
        problems = [problem for problem in reading.problems if problem.path in paths and problem.severity == "error"]
        if problems:
            print(report(problems, len(named), "text"), file=sys.stderr)
            return 1
        verified = verification(named, reading, on, by)
    except Unverifiable as error:
        raise Failure(str(error)) from None
    places = places_in(data, verified.texts)
    write_over({places[path]: text for path, text in verified.texts.items()})
    print("\n".join([f"verified {counted(len(named), 'record')} on {on}", *verified.lines]))
    return 0

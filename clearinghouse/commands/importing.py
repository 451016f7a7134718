"""chm import: reads a spreadsheet or an agenda, and writes a record's file for each row; or makes the spreadsheet to fill in."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import click

from clearinghouse.commands import options
from clearinghouse.problems.problem import Problem
from clearinghouse.problems.report import errors_in, report
from clearinghouse.publications.forms.spreadsheets import template_csv, template_xlsx
from clearinghouse.reading.intake.agendas import of_ics
from clearinghouse.reading.intake.rows import Rows, rows_of
from clearinghouse.reading.intake.tables import LARGEST_FILE, Table, Unreadable, of_csv
from clearinghouse.reading.intake.workbooks import of_xlsx
from clearinghouse.world.disk.data_folder import data_files, told_path
from clearinghouse.world.disk.writing import write_new
from clearinghouse.world.failure import Failure
from clearinghouse.world.terminal.answers import COLLECTIONS, answers_given

HELP = """\
Reads an .xlsx or .csv file, one record a row, or an .ics file, one record an event, and writes a file for each. Nothing
is written unless all is well; what is wrong is told by row and column (B7), all at once. Importing again changes nothing.

  chm import --into trainings --template               writes trainings.xlsx and trainings.csv to fill in
  chm import trainings.xlsx --into trainings           headings are those of the template, or keys of _example.yml
  chm import trainings.xlsx --into trainings --partial     the rows that are sound; the others are told
  chm import agenda.ics --into workshops --set kind=meeting --set sources.0.publisher=... (what the file does not say)

Lists are separated by `;`. Names of states, audiences and topics are understood, and the source's own words kept in
audience_note and topics_note. A row whose first cell begins with # is left out, and so is such a column. Formulas are
refused. Of agendas, organisers and attendees are left out: they name persons.

Exit status: 0 done, 1 there are errors (all told), 2 the tool itself failed."""


@options.command(HELP)
@click.argument("file", required=False, type=options.PATH, help="an .xlsx, .csv or .ics file; with --template the file to write")
@click.option("--into", "collection", required=True, metavar="COLLECTION", help=", ".join(COLLECTIONS))
@click.option("--template", is_flag=True, help="write a spreadsheet to fill in, with the closed lists as drop-downs")
@click.option("--partial", is_flag=True, help="write the rows that are sound, also where others are not")
@options.answers
@options.owner
@options.form
@options.data
@options.as_of
def run(
    file: Path | None,
    collection: str,
    template: bool,
    partial: bool,
    answers: tuple[str, ...],
    owner: str,
    form: str,
    data: Path,
    as_of: date,
) -> int:
    """Reads, tells and writes. Returns 0 or 1, or raises Failure."""
    if collection not in COLLECTIONS:
        raise Failure(f"nothing can be imported into {collection}: choose one of {', '.join(COLLECTIONS)}")
    if template:
        return _template(collection, file)
    if file is None:
        raise Failure("which file? chm import FILE --into COLLECTION; or --template for a spreadsheet to fill in")
    given = {"published": as_of.isoformat()} | answers_given(collection, answers)
    try:
        table = _table(file, collection)
    except Unreadable as unreadable:
        print(report([unreadable.problem], 1, form))
        return 1
    rows = rows_of(table, collection, given, data_files(data), owner)
    if rows.problems or form == "json":
        print(report(rows.problems, 1, form))
    written = rows.new if rows.is_sound or (partial and rows.headings_are_sound) else []
    write_new({data / proposal.path: proposal.text.encode("utf-8") for proposal in written})
    if form == "text":
        _say(rows, [told_path(data / proposal.path) for proposal in written], table, data)
    return 1 if errors_in(rows.problems) else 0


def _table(path: Path, collection: str) -> Table:
    """The table that a file holds. Raises Unreadable, or Failure."""
    told = told_path(path)
    readers: Mapping[str, Callable[[bytes], Table]] = {
        ".csv": lambda content: of_csv(told, content),
        ".xlsx": lambda content: of_xlsx(told, content, collection),
        ".ics": lambda content: of_ics(told, content, collection),
    }
    reader = readers.get(path.suffix.casefold())
    if reader is None:
        raise Failure(f"{told} is no .xlsx, .csv or .ics file: save it as one of these")
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise Failure(f"cannot read {told}: {error.strerror}") from None
    if len(content) > LARGEST_FILE:
        most = f"{LARGEST_FILE // 1_000_000} MB"
        raise Unreadable(Problem(told, 1, 1, "TABLE-001", "", f"more than {most}", f"at most {most}", "split it into several files"))
    return reader(content)


def _template(collection: str, path: Path | None) -> int:
    """Writes the spreadsheet to fill in: the named file, or both forms into this folder."""
    if path is not None and path.suffix.casefold() not in (".xlsx", ".csv"):
        raise Failure(f"{path} is no .xlsx or .csv file: name one, or none for both")
    paths = [path] if path is not None else [Path(f"{collection}.xlsx"), Path(f"{collection}.csv")]
    contents = {each: template_xlsx(collection) if each.suffix.casefold() == ".xlsx" else template_csv(collection) for each in paths}
    write_new(contents)
    print(f"Written: {' and '.join(map(told_path, paths))}\n")
    print(f"Fill in a row for each record; then: chm import {told_path(paths[0])} --into {collection}")
    return 0


def _say(rows: Rows, written: list[str], table: Table, data: Path) -> None:
    for path in written:
        print(f"Written: {path}")
    counts = [
        (len(written), "written"),
        (rows.unchanged, "there already"),
        (rows.faulty, "with errors"),
        (table.aside, "left out, beginning with #"),
    ]
    total = len(table.rows) + table.aside
    print(
        f"{total} {'row' if total == 1 else 'rows'}: "
        + (", ".join(f"{count} {what}" for count, what in counts if count) or "nothing written")
    )
    if not written and (rows.faulty or not rows.headings_are_sound):
        partial = "; --partial writes those that are sound" if rows.headings_are_sound and rows.new else ""
        print(f"Nothing was written: mend the file and import it again{partial}.")
    elif written:
        print(f"Next: python3 scripts/chm.py check, then commit the new files in {told_path(data)} and open a pull request.")

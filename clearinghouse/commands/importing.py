"""chm import: reads a spreadsheet, an agenda or the JSON API of a site, and writes a record's file for each row, event or record; or
makes the spreadsheet to fill in."""

from datetime import date
from pathlib import Path

import click

from clearinghouse.commands import options
from clearinghouse.problems.problem import Refusal
from clearinghouse.problems.report import errors_in, report
from clearinghouse.reading.editing.amending import amended
from clearinghouse.reading.intake.rows import rows_of
from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.world.disk.data_folder import data_files, path_name, places_in
from clearinghouse.world.disk.tables import table_at, write_templates
from clearinghouse.world.disk.whole_files import write_new, write_over
from clearinghouse.world.failure import Failure
from clearinghouse.world.receiving.rebuilding import rebuild
from clearinghouse.world.terminal.answers import IMPORTED, answers_given, must_be_importable

HELP = """\
Reads an .xlsx or .csv file, one record a row, or an .ics file, one record an event, and writes a file for each. Nothing
is written unless all is well; problems are listed by row and column (B7), all at once. Importing again changes nothing,
but for a later version of an event: it changes the record that was made of it, and says what.

  chm import --into trainings --template               writes trainings.xlsx and trainings.csv to fill in
  chm import trainings.xlsx --into trainings           headings are those of the template, or keys of _example.yml
  chm import trainings.xlsx --into trainings --partial     the rows without problems; the others are listed
  chm import report.xlsx --into trade                  a row is a line; rows of one state, kind and period are one report
  chm import calendar.ics --into workshops --set kind=meeting --set sources.0.publisher=... (what the file does not say)
  chm import --from-api https://example.org/chm/ --into copy     all records of a site, into a new data folder; instead of
                                                       its address also the folder of a built site, or a zip of that

Lists are separated by `;`. Names of states, audiences and topics are understood, and the source's own words kept in
audience_note and topics_note. A row whose first cell is # or begins with # and a space is left out and named, and so is
a column whose heading begins with #. Formulas are refused. From calendars, organisers and attendees are left out: they name persons.

From an API the site's records come back as files, which build the same pages; drafts and comments are in no API. The folder
is written whole or not at all, and one that holds files already is never touched.

Exit status: 0 done, 1 there are errors (all listed), 2 the tool itself failed."""


@options.command(HELP)
@click.argument("file", required=False, type=options.PATH, help="an .xlsx, .csv or .ics file; with --template the file to write")
@click.option("--into", required=True, metavar="COLLECTION", help=f"{', '.join(IMPORTED)}; with --from-api a new folder")
@click.option("--template", is_flag=True, help="write a spreadsheet to fill in, with the closed lists as drop-downs")
@click.option("--partial", is_flag=True, help="write the rows without problems, even if others have some")
@click.option("--from-api", "site", default="", metavar="URL|PATH", help="the address, the folder or a zip of a site with a JSON API")
@click.option("--pause", type=float, default=0.2, metavar="SECONDS", help="with --from-api: between two requests (default: 0.2)")
@click.option("--local", is_flag=True, help="with --from-api: let the address lead into a private network as well")
@options.answers
@options.owner
@options.form
@options.data
@options.as_of
def run(
    file: Path | None, into: str, template: bool, partial: bool, site: str, pause: float, local: bool,
    answers: tuple[str, ...], owner: str, form: str, data: Path, as_of: date,
) -> int:  # fmt: skip
    """Reads, says what came of it and writes. Returns 0 or 1, or raises Failure."""
    if site:
        if file or template or answers:
            raise Failure("--from-api takes all records as they are: name no file, no --template and no --set beside it")
        return rebuild(site, Path(into), pause, local, form)
    must_be_importable(into)
    if template:
        names = write_templates(into, file)
        declared = COLLECTIONS[into]
        row = f"of the {declared.rows_are} of a {declared.one}" if declared.rows_are else "record"
        print(f"Written: {' and '.join(names)}\n\nFill in a row for each {row}; then: chm import {names[0]} --into {into}")
        return 0
    if file is None:
        raise Failure("which file? chm import FILE --into COLLECTION; or --template for a spreadsheet to fill in")
    given = {"published": as_of.isoformat()} | answers_given(into, answers)
    try:
        table = table_at(file, into)
    except Refusal as refusal:
        print(report([refusal.problem], 1, form))
        return 1
    rows = rows_of(table, into, given, data_files(data), owner)
    if rows.problems or form == "json":
        print(report(rows.problems, 1, form))
    new, changed = rows.to_write(partial)
    places = places_in(data, (record.path for record in (*new, *changed)))
    texts = {places[record.path]: record.text.encode("utf-8") for record in new}
    changes = {path: amended(into, path.read_bytes(), record.data).encode("utf-8") for record in changed if (path := places[record.path])}
    write_new(texts)
    write_over(changes)
    if form == "text":
        lines = [*(f"Written: {path_name(path)}" for path in texts), *(f"Changed: {path_name(path)}" for path in changes)]
        print("\n".join([*lines, rows.tally(len(texts), len(changes), table)]))
        if texts or changes:
            print(f"Next: python3 scripts/chm.py check, then commit the files in {path_name(data)} and open a pull request.")
    return 1 if errors_in(rows.problems) else 0

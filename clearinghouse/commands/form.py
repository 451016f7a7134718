"""chm form: turns a filled issue form of GitHub into a record, or says what is wrong with it."""

from datetime import date
from pathlib import Path

import click

from clearinghouse.commands import options
from clearinghouse.publications.forms import answer as answers
from clearinghouse.publications.forms.issue_form import issue_form
from clearinghouse.reading.intake.issue_form import submission
from clearinghouse.reading.outcome import outcome
from clearinghouse.records.written.issue_forms import FORMS
from clearinghouse.world.disk.data_folder import data_files, path_name, place_in
from clearinghouse.world.disk.whole_files import write_text
from clearinghouse.world.failure import Failure
from clearinghouse.world.github import issue_text, write_outputs

HELP = """\
Reads the text of an issue that was opened with one of the forms, writes the record that it describes, or changes the
one that it names, and writes an answer to the sender. The workflow form-to-pull-request.yml calls it.

  chm form issue.md                            the text of the issue
  chm form "$GITHUB_EVENT_PATH" --answer answer.md --outputs "$GITHUB_OUTPUT"
                                               the event as GitHub gives it; gives the workflow the result
  chm form --templates .github/ISSUE_TEMPLATE  makes the forms again, after a closed list has changed

Exit status: 0 written, or the issue is no form; 1 problems (all listed in the answer); 2 the tool itself failed."""


@options.command(HELP)
@click.argument("file", required=False, type=options.PATH, help="the issue: its text, or the JSON of the event")
@click.option("--answer", type=options.PATH, metavar="FILE", help="write there what to answer (default: print it)")
@click.option("--outputs", type=options.PATH, metavar="FILE", help="add the lines form=, written=, path= and record= to it")
@options.data
@options.as_of
@click.option("--templates", type=options.PATH, metavar="DIR", help="write the forms themselves there, and nothing else")
def run(file: Path | None, answer: Path | None, outputs: Path | None, data: Path, as_of: date, templates: Path | None) -> int:
    """Reads, writes and answers. Returns 0 or 1, or raises Failure."""
    if templates:
        for form in FORMS.values():
            write_text(templates / f"{form.kind}.yml", issue_form(form), makes_folder=True)
        return 0
    if file is None:
        raise Failure("which issue? name the file that holds its text, or its event")
    sent = submission(issue_text(file))
    if sent is None:
        if outputs:
            write_outputs(outputs, form="none", written="false")
        print("this issue was not written with a form")
        return 0
    after = outcome(sent, list(data_files(data)), as_of.isoformat())
    words = answers.answer(after.key, after.problems, sent.label_of)
    if answer:
        write_text(answer, words, makes_folder=True)
    else:
        print(words)
    place = place_in(data, after.path)
    path = path_name(place) if after.is_sound else ""
    if after.is_sound:
        write_text(place, after.text, makes_folder=True)
    if outputs:
        write_outputs(outputs, form=sent.form.kind, written=str(after.is_sound).lower(), path=path, record=after.key)
    return 0 if after.is_sound else 1

"""chm form: turns a filled issue form of GitHub into a record, or says what is wrong with it."""

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from clearinghouse.commands import options
from clearinghouse.problems.problem import Problem
from clearinghouse.problems.report import errors_in
from clearinghouse.publications.forms.answer import answer as answer_text
from clearinghouse.publications.forms.issue_form import issue_form
from clearinghouse.reading.change.revisions import compared
from clearinghouse.reading.editing.amendments import Amendment, amendment
from clearinghouse.reading.files.folder import DataFile
from clearinghouse.reading.intake.drafts import Draft
from clearinghouse.reading.intake.issue_form import Submission, submission
from clearinghouse.records.written.issue_forms import FORMS
from clearinghouse.world.disk.data_folder import data_files, told_path
from clearinghouse.world.failure import Failure

HELP = """\
Reads the text of an issue that was opened with one of the forms, writes the record that it describes, or changes the
one that it names, and writes an answer for who sent it. The workflow form-to-pull-request.yml calls it.

  chm form issue.md                            the text of the issue
  chm form "$GITHUB_EVENT_PATH" --answer answer.md --outputs "$GITHUB_OUTPUT"
                                               the event as GitHub gives it; tells the workflow what became of it
  chm form --templates .github/ISSUE_TEMPLATE  makes the forms anew, after a closed list has changed

Exit status: 0 written, or the issue is no form; 1 problems (all told in the answer); 2 the tool itself failed."""
LARGEST = 1_000_000


@dataclass(frozen=True)
class _Outcome:
    """What became of a form. path: of the record's file, relative to the data folder, empty where there is none."""

    path: str
    text: str
    problems: list[Problem]


@options.command(HELP)
@click.argument("file", required=False, type=options.PATH, help="the issue: its text, or the JSON of the event")
@click.option("--answer", type=options.PATH, metavar="FILE", help="write there what to answer (default: print it)")
@click.option("--outputs", type=options.PATH, metavar="FILE", help="add the lines form=, written=, path= and record= to it")
@options.data
@options.as_of
@click.option("--templates", type=options.PATH, metavar="DIR", help="write the forms themselves there, and nothing else")
def run(file: Path | None, answer: Path | None, outputs: Path | None, data: Path, as_of: date, templates: Path | None) -> int:
    """Reads, writes and answers. Returns 0 or 1."""
    if templates:
        for form in FORMS.values():
            _write(templates / f"{form.kind}.yml", issue_form(form))
        return 0
    if file is None:
        raise Failure("which issue? name the file that holds its text, or its event")
    sent = submission(_body(file))
    if sent is None:
        _outputs(outputs, form="none", written="false")
        print("this issue was not written with a form")
        return 0
    outcome = _outcome(sent, list(data_files(data)), as_of.isoformat())
    is_sound = bool(outcome.text) and not errors_in(outcome.problems)
    key = outcome.path.removesuffix(".yml") if is_sound else ""
    words = answer_text(key, outcome.problems, sent.label_of)
    if answer:
        _write(answer, words)
    else:
        print(words)
    if is_sound:
        _write(data / outcome.path, outcome.text)
    path = told_path(data / outcome.path) if is_sound else ""
    _outputs(outputs, form=sent.form.kind, written=str(is_sound).lower(), path=path, record=key)
    return 0 if is_sound else 1


def _outcome(sent: Submission, files: list[DataFile], today: str) -> _Outcome:
    if sent.form.collection and sent.form.kind != "legislation":
        draft = Draft(sent.form.collection, files, {"published": today, "sources.0.accessed": today} | dict(sent.answers))
        return _Outcome(draft.proposal.path, draft.proposal.text, list(draft.problems))
    named = {file.path: file for file in files}
    changed = amendment(sent, named, today)
    if not isinstance(changed, Amendment):
        return _Outcome("", "", [changed])
    after = {**named, changed.path: DataFile(changed.path, named[changed.path].told, changed.text.encode("utf-8"))}
    return _Outcome(changed.path, changed.text, list(compared(files, after.values()).problems))


def _body(path: Path) -> str:
    """The issue's text, from a file that holds it or the JSON of GitHub's event."""
    try:
        with path.open("rb") as file:
            text = file.read(LARGEST + 1).decode("utf-8")
    except OSError as error:
        raise Failure(f"cannot read {path}: {error.strerror}") from None
    except UnicodeDecodeError:
        raise Failure(f"{path} is no text in UTF-8") from None
    if len(text) > LARGEST:
        raise Failure(f"{path} is longer than an issue can be")
    if path.suffix != ".json":
        return text
    try:
        issue = json.loads(text)["issue"]
        return str(issue["body"] or "")
    except (ValueError, KeyError, TypeError, RecursionError):
        raise Failure(f"{path} is not the event of an issue") from None


def _outputs(file: Path | None, **values: str) -> None:
    """Adds to the file in which a step of a workflow tells what follows. All values are ours: words, ids and paths."""
    if file:
        try:
            with file.open("a", encoding="utf-8", newline="\n") as lines:
                lines.writelines(f"{name}={value}\n" for name, value in values.items())
        except OSError as error:
            raise Failure(f"cannot write {file}: {error.strerror}") from None


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise Failure(f"cannot write {path}: {error.strerror}") from None

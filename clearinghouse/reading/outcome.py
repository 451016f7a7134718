"""The outcome of a filled form or of a message: the record that it makes or changes, and what is wrong with it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from clearinghouse.problems.intake.forms import FORM_004
from clearinghouse.problems.intake.messages import MSG_001_CUT
from clearinghouse.problems.problem import Place, Problem
from clearinghouse.problems.report import errors_in
from clearinghouse.problems.values import KEY_002
from clearinghouse.reading.change.revisions import compared
from clearinghouse.reading.editing.amendments import Amendment, amendment
from clearinghouse.reading.editing.requests import request
from clearinghouse.reading.files.folder import DataFile
from clearinghouse.reading.intake.drafts import Draft
from clearinghouse.reading.intake.issue_form import Submission
from clearinghouse.reading.intake.messages.messages import Arrival, arrivals
from clearinghouse.reading.intake.proposals import Proposal, judged
from clearinghouse.records.collections.legislation import LegislationStatus
from clearinghouse.records.written.issue_forms import MESSAGE
from clearinghouse.records.written.messages.message import REPORT


@dataclass(frozen=True)
class Outcome:
    """What became of a form. path: of the record's file, relative to the data folder, empty where there is none; duplicates: paths of
    events of which a new one is likely a second record."""

    path: str
    text: str
    problems: tuple[Problem, ...]
    duplicates: tuple[str, ...] = ()

    @property
    def is_sound(self) -> bool:
        """Whether there is a record to write."""
        return bool(self.text) and not errors_in(self.problems)

    @property
    def key(self) -> str:
        """The collection and the id of the record to write, or nothing."""
        return self.path.removesuffix(".yml") if self.is_sound else ""


def outcome(sent: Submission, files: Sequence[DataFile], today: str) -> Outcome:
    """What a form asks for, done to the files of a data folder. today: the day on which it was sent."""
    if sent.form.kind == MESSAGE:
        arrival = next(arrivals(sent.answers.get("more.message", "")), None) or MSG_001_CUT.at(Place(""))
        return Outcome("", "", (arrival,)) if isinstance(arrival, Problem) else outcome_of_message(arrival, files)
    if sent.form.collection and sent.form.kind != LegislationStatus.collection:
        draft = Draft(sent.form.collection, files, {"published": today, "sources.0.accessed": today} | dict(sent.answers))
        return Outcome(draft.proposal.path, draft.proposal.text, _all_problems(sent, draft.problems))
    named = {file.path: file for file in files}
    changed = amendment(sent, named, today)
    if not isinstance(changed, Amendment):
        return Outcome("", "", _all_problems(sent, [changed]))
    after = {**named, changed.path: DataFile(changed.path, named[changed.path].name, changed.text.encode("utf-8"))}
    problems = compared(files, after.values()).problems
    return Outcome(changed.path, changed.text, _all_problems(sent, [*changed.warnings, *problems]))


def outcome_of_message(arrival: Arrival, files: Sequence[DataFile]) -> Outcome:
    """What a message asks for, done to the files of a data folder. A report asks for no file: people read it."""
    message = arrival.message
    if message.kind == REPORT:
        return Outcome("", "", arrival.problems)
    named = {file.path: file for file in files}
    asked = request(message, named)
    if isinstance(asked, Problem):
        return Outcome("", "", (*arrival.problems, asked))
    said = (*arrival.problems, *asked.problems)
    if asked.is_new:
        collection, _, name = asked.path.removesuffix(".yml").partition("/")
        verdict = judged([Proposal(collection, name, message.data)], files)
        others = tuple(other.path for other in verdict.duplicates.get(asked.path, ()))
        return Outcome(asked.path, asked.text, (*said, *verdict.problems[asked.path]), others)
    after = {**named, asked.path: DataFile(asked.path, named[asked.path].name, asked.text.encode("utf-8"))}
    return Outcome(asked.path, asked.text, (*said, *compared(files, after.values()).problems))


def _all_problems(sent: Submission, problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Those of the answers as such, and those of the record. Where an answer was refused nobody is told that there is
    none, and a text that is wrong for another reason is not said to be no plain text."""
    problems = list(problems)
    refused, wrong = ({sent.label_of(error.key) for error in said if error.severity == "error"} for said in (sent.problems, problems))
    return (
        *(problem for problem in sent.problems if problem.code != FORM_004.code or sent.label_of(problem.key) not in wrong),
        *(problem for problem in problems if problem.code != KEY_002.code or sent.label_of(problem.key) not in refused),
    )

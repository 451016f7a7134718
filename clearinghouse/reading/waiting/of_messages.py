"""A text in which one message of the form stands comes in, a proposal leaves, or what is wrong with the message."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from clearinghouse.problems.intake.messages import MSG_003
from clearinghouse.problems.problem import Place, Problem, visible
from clearinghouse.reading.files.folder import DataFile
from clearinghouse.reading.intake.messages.fences import Fence, fences
from clearinghouse.reading.intake.messages.messages import Arrival, arrivals
from clearinghouse.reading.outcome import Outcome, outcome_of_message
from clearinghouse.records.proposal_sheet import RECEIVED, Sheet, SheetProblem
from clearinghouse.records.written.messages.message import Message
from clearinghouse.records.written.messages.sums import sum_of

MOST_PROBLEMS, LONGEST = 50, 300
"""Of a sheet: how many problems it names, and how many characters a text of them has."""


@dataclass(frozen=True)
class Asked:
    """What one message asks for. texts: the file of its record, where that is sound, by its path in the data folder."""

    message: Message
    sheet: Sheet
    outcome: Outcome

    @property
    def texts(self) -> Mapping[str, bytes]:
        """The file of its record, where that is sound."""
        return {self.outcome.path: self.outcome.text.encode("utf-8")} if self.outcome.is_sound else {}


def asked_in(text: str, files: Sequence[DataFile], way: str, on: str) -> Asked | list[Problem]:
    """What the one message of a text asks for. files: of the data folder; way: how it came; on: the day, YYYY-MM-DD."""
    known = list(arrivals(text))
    problems = [one for one in known if isinstance(one, Problem)]
    if problems or len(known) != 1 or not isinstance(known[0], Arrival):
        return problems or [MSG_003.at(Place("", key="message"), part="message", all="one message of the form")]
    arrival, outcome = known[0], outcome_of_message(known[0], files)
    message = arrival.message
    record = outcome.path.removesuffix(".yml") or message.record
    sheet = Sheet(
        message.reference,
        message.kind,
        way,
        (record,),
        office=visible(" ".join(message.office.split()))[:LONGEST],
        received=on,
        updated=on,
        language=message.language if message.language.replace("-", "").isalnum() and len(message.language) < LONGEST else "en",
        problems=sheet_problems(record, outcome.problems),
        duplicates=tuple((record, other) for other in outcome.duplicates),
        sums=tuple(sum_of(fence.content) for fence in fences(text) if isinstance(fence, Fence)),
    )
    return Asked(message, sheet, outcome)


def sheet_problems(record: str, problems: Sequence[Problem]) -> tuple[SheetProblem, ...]:
    """What a check says of a record, errors first, in texts that are not too long."""
    ordered = sorted(problems, key=lambda problem: (problem.severity != "error", problem.line, problem.key))[:MOST_PROBLEMS]
    return tuple(SheetProblem(record, one.key, one.code, one.severity, _cut(one.allowed), _cut(one.fix)) for one in ordered)


def corrected(earlier: Sheet, later: Sheet) -> Sheet:
    """The sheet of a proposal that came again, under the same number."""
    sums = (*(known for known in earlier.sums if known not in later.sums), *later.sums)
    return replace(later, received=earlier.received, sums=sums, state=RECEIVED, confirmed=earlier.confirmed, by=earlier.by)


def _cut(text: str) -> str:
    text = visible(text)
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"

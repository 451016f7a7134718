"""Decisions: a proposal and the files of a data folder come in, the files leave as they shall be once an editor has accepted it."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass

from clearinghouse.problems.problem import Problem
from clearinghouse.reading.change.revisions import compared
from clearinghouse.reading.files.folder import DataFile
from clearinghouse.reading.intake.proposals import Proposal
from clearinghouse.reading.waiting.of_messages import asked_in
from clearinghouse.records.proposal_sheet import Sheet
from clearinghouse.records.written.messages.message import NEW, REPORT


@dataclass(frozen=True)
class Acceptance:
    """What is to be written. texts: by their paths in the data folder, only those that differ from what is there; records: the
    collection and id of each record that it makes or changes."""

    texts: Mapping[str, bytes]
    records: tuple[str, ...]
    problems: tuple[Problem, ...] = ()


def acceptance(
    sheet: Sheet, message: str, records: Mapping[str, bytes], files: Sequence[DataFile], without: Container[str] = ()
) -> Acceptance:
    """Where the message is kept, it is done to the records as they are now; else the proposed files are taken as they are. To accept
    the same again changes nothing more. message: its text, or empty; records: the proposed files, by path; without: collection and id of
    those that are not taken, of files alone, since a message has one."""
    there = {file.path: file for file in files}
    if not message:
        return _checked({path: text for path, text in records.items() if path.removesuffix(".yml") not in without}, there)
    asked = asked_in(message, files, sheet.way, sheet.received)
    if isinstance(asked, list):
        return Acceptance({}, (), tuple(asked))
    if asked.message.kind == REPORT:
        return Acceptance({}, (asked.message.record,))
    if asked.message.kind == NEW:
        collection, _, name = asked.message.record.partition("/")
        text = Proposal(collection, name, asked.message.data).text.encode("utf-8")
        before = next((path for path, file in there.items() if path.startswith(f"{collection}/{name}") and file.content == text), None)
        if before:
            return Acceptance({}, (before.removesuffix(".yml"),))
    path, problems = asked.outcome.path, asked.outcome.problems
    if not asked.outcome.is_sound:
        return Acceptance({}, (), problems)
    text = asked.outcome.text.encode("utf-8")
    is_there = path in there and there[path].content == text
    return Acceptance({} if is_there else {path: text}, (path.removesuffix(".yml"),), problems)


def _checked(records: Mapping[str, bytes], there: Mapping[str, DataFile]) -> Acceptance:
    new = {path: text for path, text in records.items() if path not in there or there[path].content != text}
    after = {**there, **{path: DataFile(path, path, text) for path, text in new.items()}}
    problems = compared(there.values(), after.values()).problems if new else ()
    return Acceptance(new, tuple(path.removesuffix(".yml") for path in records), problems)

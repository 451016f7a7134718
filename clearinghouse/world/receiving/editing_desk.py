"""The editors' desk: what an editor decides about a proposal is done to the data folder, to the public sheet and to the proposal.

In this order, each whole: whoever is stopped in between says the same again, and what is missing is done.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from clearinghouse.problems.problem import Problem
from clearinghouse.publications.translation.language import speaking
from clearinghouse.reading.waiting.decisions import Acceptance, acceptance
from clearinghouse.reading.waiting.public_text import public_text
from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.proposal_sheet import ACCEPTED, ASKED, DECLINED, Sheet
from clearinghouse.records.public_sheet import path_of
from clearinghouse.world.disk.data_folder import data_files, place_in
from clearinghouse.world.disk.whole_files import write_new, write_over, write_text
from clearinghouse.world.failure import Failure
from clearinghouse.world.languages import language_of
from clearinghouse.world.receiving.answers import decision_text
from clearinghouse.world.receiving.proposal_folders import REPLY, Waiting, proposal_in, references_in, write_proposal
from clearinghouse.world.root import ROOT


@dataclass(frozen=True)
class Desk:
    """proposals: the folder in which they wait; data: the data folder; site: the address of the site, or empty."""

    proposals: Path
    data: Path
    today: date
    site: str = ""

    def all(self) -> list[Waiting]:
        """All proposals, those that came first at first."""
        known = [one for reference in references_in(self.proposals) if (one := proposal_in(self.proposals, reference))]
        return sorted(known, key=lambda one: (one.sheet.received if one.sheet else "", one.reference))

    def preview(self, reference: str, without: Sequence[str] = ()) -> tuple[Waiting, Acceptance, dict[str, bytes]]:
        """A proposal, what accepting it would write today, and the files of the data folder that there are in its place."""
        waiting, sheet = self._named(reference, but=())
        files = list(data_files(self.data))
        agreed = acceptance(sheet, waiting.message, waiting.records, files, without)
        return waiting, agreed, {file.path: file.content for file in files if file.path in agreed.texts}

    def accept(self, reference: str, without: Sequence[str] = (), reason: str = "") -> tuple[list[Path], tuple[Problem, ...]]:
        """Writes the records into the data folder. without: collection and id of those that are declined, for a reason. Returns what it
        wrote, and what is wrong: with errors nothing is written."""
        waiting, sheet = self._named(reference, but=DECLINED)
        if sheet.state == ACCEPTED:
            self._settle(waiting, sheet)
            return [], ()
        _refuse_others(waiting, without)
        agreed = acceptance(sheet, waiting.message, waiting.records, list(data_files(self.data)), without)
        if not agreed.records or any(problem.severity == "error" for problem in agreed.problems):
            return [], agreed.problems
        texts = {self._place(path): text for path, text in agreed.texts.items()}
        there = {path for path in texts if path.exists()}
        write_new({path: text for path, text in texts.items() if path not in there})
        write_over({path: text for path, text in texts.items() if path in there})
        self._settle(waiting, replace(sheet, state=ACCEPTED, records=agreed.records, answer=reason, declined=tuple(without)))
        return list(texts), agreed.problems

    def ask(self, reference: str, words: str) -> Path:
        """Writes the question to the sender, and says that it was asked."""
        waiting, sheet = self._named(reference, but=(ACCEPTED, DECLINED))
        if not words and not sheet.problems:
            raise Failure(f"nothing is wrong with {reference}, so --ask needs --reason: what do you ask?")
        return self._settle(waiting, replace(sheet, state=ASKED, answer=words))

    def decline(self, reference: str, reason: str) -> Path:
        """Writes why not, for the sender and for the public."""
        waiting, sheet = self._named(reference, but=ACCEPTED)
        return self._settle(waiting, replace(sheet, state=DECLINED, answer=reason))

    def note(self) -> int:
        """Writes the public sheet of each that waits and has none yet. Returns how many."""
        new = [one.sheet for one in self.all() if one.sheet and not (self.data / path_of(one.reference)).exists()]
        for sheet in new:
            self._publish(sheet)
        return len(new)

    def _named(self, reference: str, but: str | tuple[str, ...]) -> tuple[Waiting, Sheet]:
        waiting = proposal_in(self.proposals, reference)
        if waiting is None:
            raise Failure(f"there is no proposal {reference} in {self.proposals}; without a number this command lists what waits")
        if waiting.sheet is None:
            raise Failure(f"the sheet of {reference} cannot be read: see {waiting.folder}")
        if waiting.sheet.state in ((but,) if isinstance(but, str) else but):
            raise Failure(f"{reference} is {waiting.sheet.state} already; nothing was changed")
        return waiting, waiting.sheet

    def _settle(self, waiting: Waiting, sheet: Sheet) -> Path:
        self._publish(sheet)
        status = f"{self.site}contribute/status/{sheet.reference}/" if self.site else ""
        with speaking(language_of(ROOT, sheet.language)):
            reply = decision_text(sheet, status).encode("utf-8")
        if sheet != waiting.sheet or waiting.texts.get(REPLY) != reply:
            write_proposal(self.proposals, sheet, {**waiting.texts, REPLY: reply})
        return waiting.folder / REPLY

    def _publish(self, sheet: Sheet) -> None:
        """Writes the public sheet, unless it says the same already, on whichever day that was."""
        path = self.data / path_of(sheet.reference)
        text, said = public_text(sheet, self.today.isoformat()), path.read_text("utf-8") if path.is_file() else ""
        if _without_day(text) != _without_day(said):
            write_text(path, text, makes_folder=True)

    def _place(self, path: str) -> Path:
        """Where a record goes. A stranger chose its name."""
        place = place_in(self.data, path)
        collection, _, name = path.partition("/")
        folder = self.data.resolve() / place.relative_to(self.data).parent
        if collection not in COLLECTIONS or "/" in name or place.is_symlink() or place.resolve().parent != folder:
            raise Failure(f"{path} would lie outside {self.data}: nothing was written")
        return place


def _refuse_others(waiting: Waiting, without: Sequence[str]) -> None:
    """Raises Failure where what is to be declined is no part of the proposal, or all of it."""
    if without and waiting.message:
        raise Failure(f"{waiting.reference} is a message of one record: accept or decline it whole; nothing was changed")
    known = [path.removesuffix(".yml") for path in waiting.records]
    for record in without:
        if record not in known:
            raise Failure(f"{record} is none of its records without errors ({', '.join(known) or 'it has none'}); nothing was changed")
    if without and set(without) == set(known):
        raise Failure("nothing of it would be left: use --decline; nothing was changed")


def _without_day(sheet: str) -> list[str]:
    """The lines of a public sheet but for the day since which it says so."""
    return [line for line in sheet.split("\n") if not line.startswith("since:")]

"""Intake: the text of a message comes in, a proposal lies in its folder or not, and what became of it leaves."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from pathlib import Path
from threading import Lock

from clearinghouse.problems.problem import Problem
from clearinghouse.reading.waiting.of_messages import corrected
from clearinghouse.records.proposal_sheet import OPEN
from clearinghouse.world.failure import Failure
from clearinghouse.world.receiving.proposal_folders import MESSAGE, proposal_in, references_in, write_proposal
from clearinghouse.world.relay.checking import Check
from clearinghouse.world.relay.records import EVERY


class Fate(Enum):
    """What became of a message."""

    WAITS, KNOWN, UNSOUND, DECIDED, FULL, FAILED = range(6)


@dataclass(frozen=True)
class Answer:
    """What the sender hears. language: of the message; record: collection and id; problems: errors, where that is why it was not taken."""

    fate: Fate
    reference: str = ""
    language: str = ""
    problems: tuple[Problem, ...] = ()
    record: str = ""


@dataclass
class Intake:
    """Takes messages into a folder of proposals. check: that of `chm check`; most: so many may wait there; today: gives the day."""

    proposals: Path
    check: Check
    most: int
    today: Callable[[], date]
    _count: int = 0
    _counted: float = float("-inf")
    _lock: Lock = field(default_factory=Lock)

    @property
    def is_full(self) -> bool:
        """Whether as many wait as may, by a count that is a minute old at most, to which what came since is added."""
        if time.monotonic() >= self._counted + EVERY:
            self._count, self._counted = len(references_in(self.proposals)), time.monotonic()
        return self._count >= self.most

    def take(self, text: str) -> Answer:
        """Takes a message. It is checked outside of the lock: only writing is one at a time."""
        try:
            asked = self.check(text, self.today().isoformat())
        except Failure:
            return Answer(Fate.FAILED)
        if isinstance(asked, list):
            return Answer(Fate.UNSOUND, problems=tuple(asked))
        sheet = asked.sheet
        answer = Answer(Fate.WAITS, sheet.reference, sheet.language)
        errors = tuple(problem for problem in asked.outcome.problems if problem.severity == "error")
        with self._lock:
            earlier = proposal_in(self.proposals, sheet.reference)
            before = earlier.sheet if earlier else None
            if before and sheet.sums[-1] in before.sums:
                return Answer(Fate.KNOWN, sheet.reference, sheet.language)
            if before and before.state not in OPEN:
                return Answer(Fate.DECIDED, sheet.reference, sheet.language)
            if errors:
                return Answer(Fate.UNSOUND, sheet.reference, sheet.language, errors, sheet.records[0])
            if not earlier and self.is_full:
                return Answer(Fate.FULL, sheet.reference, sheet.language)
            try:
                sheet = corrected(before, sheet) if before else sheet
                write_proposal(self.proposals, sheet, {**asked.texts, MESSAGE: text.encode("utf-8")})
            except Failure:
                return Answer(Fate.FAILED, sheet.reference, sheet.language)
            self._count += not earlier
        return answer

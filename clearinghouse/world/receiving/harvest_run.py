"""A harvest run: all sources of harvest.yml are gathered, one after the other; proposals, accounts and the memory of it leave."""

import math
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from clearinghouse.problems.problem import excerpt
from clearinghouse.reading.files.folder import DataFile
from clearinghouse.reading.files.harvest_memory import KnownPage, Memory, SourceMemory
from clearinghouse.reading.intake.api.documents import ApiFault
from clearinghouse.reading.intake.harvest.account import Account
from clearinghouse.reading.intake.harvest.entries import MOST_READ, SourceFault
from clearinghouse.reading.intake.harvest.proposing import Settings, proposed
from clearinghouse.reading.intake.harvest.turns import Share
from clearinghouse.reading.intake.proposals import Proposal
from clearinghouse.records.harvest_sources import HarvestSource
from clearinghouse.world.failure import Failure
from clearinghouse.world.receiving.gathering import gathering, settings_of
from clearinghouse.world.terminal.progress import Progress
from clearinghouse.world.web.fetching import Fetcher, Stamp
from clearinghouse.world.web.line import Trouble


@dataclass
class HarvestRun:
    """A run. files: of the data folder, and what was proposed before, by path; memory: of the last time. What it finds is added:
    proposals by the path of their file, and an account of each source. rest: records and pages that it may still ask for one by
    one; seconds: for which it may ask; each source has its share of both, and of what earlier ones left over."""

    fetcher: Fetcher
    files: dict[str, DataFile]
    memory: Memory
    settings: Settings
    proposals: dict[str, Proposal] = field(default_factory=dict)
    accounts: list[Account] = field(default_factory=list)
    rest: int = MOST_READ
    seconds: float = math.inf
    clock: Callable[[], float] = time.monotonic

    def gather(self, sources: Iterable[HarvestSource], afresh: bool = False) -> Memory:
        """Gathers all sources, and gives the memory of it. afresh: whether also what has not changed there is read."""
        memory, listed, end = dict(self.memory), list(sources), self.clock() + self.seconds
        for place, source in enumerate(listed):
            before = memory.get(source.id, SourceMemory())
            share = self._share(len(listed) - place, end)
            memory[source.id] = self._gather(source, replace(before, settings="") if afresh else before, share)
        return memory

    def _share(self, sources: int, end: float) -> Share:
        """Of the next source, where so many have not been read yet. end: of the run, by its clock."""
        until = (start := self.clock()) + (end - start) / sources
        return Share(-(-self.rest // sources), lambda: self.clock() >= until)

    def _gather(self, source: HarvestSource, before: SourceMemory, share: Share) -> SourceMemory:
        print(f"{source.id}: reading {excerpt(source.url)}", file=sys.stderr, flush=True)
        try:
            gathered = gathering(source, self.fetcher, before, share, Progress(f"pages of {source.id}", sys.stderr, time.monotonic))
        except (Trouble, SourceFault, ApiFault, Failure) as fault:
            self.accounts.append(Account(source, fault=str(fault)))
            return before
        if gathered.is_unchanged:
            declined = sum(known.path not in self.files for known in before.records.values())
            self.accounts.append(Account(source, unchanged=len(before.records) - declined, declined=declined))
            return before
        self.rest -= gathered.turn.asked
        print(f"{source.id}: {len(gathered.entries):,} records there", file=sys.stderr, flush=True)
        outcome = proposed(source, gathered.entries, self.files, before.records, self.settings, gathered.modified)
        account = outcome.account
        account.remarks += [(source.id, remark) for remark in gathered.remarks]
        account.waiting += gathered.waiting
        self.accounts.append(account)
        for proposal in outcome.proposals:
            self.proposals[proposal.path] = proposal
            self.files[proposal.path] = DataFile(proposal.path, proposal.path, proposal.text.encode())
        # What was left out is to be said again the next time, and may be taken then.
        stamp = Stamp() if account.untaken else gathered.stamp
        pages = {
            address: KnownPage(holds=page.holds) if account.untaken.intersection(page.holds) else page
            for address, page in gathered.pages.items()
        }
        return SourceMemory(stamp.etag, stamp.modified, settings_of(source), gathered.turn.reached, outcome.records, pages)


def overlaid(data: Iterable[DataFile], proposals: Iterable[DataFile]) -> dict[str, DataFile]:
    """The files of a data folder by path, with what was proposed before in their places."""
    files: Mapping[str, DataFile] = {file.path: file for file in data}
    return {**files, **{file.path: file for file in proposals}}

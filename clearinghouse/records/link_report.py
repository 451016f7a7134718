"""Link report: what was found at the addresses that records name, over several runs of the check."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

VERSION = 1
"""Of the file that a report is kept in."""
DEAD_AFTER = 4
"""So many runs in a row an address must fail before it counts as dead."""
MOST_KEPT = 8
"""So many failures are kept of an address."""
FINE, FAILED, REFUSED = "fine", "failed", "refused"
OUTCOMES = (FINE, FAILED, REFUSED)
"""Refused: somebody is there, but does not let a machine look. That is neither alive nor dead."""


@dataclass(frozen=True)
class Look:
    """What one run found at an address. on: the day of the run; why: of a failure or refusal; moved_to: where it leads
    now for good; archived: an archived copy that answered, where one was looked for."""

    url: str
    on: date
    outcome: str
    why: str = ""
    moved_to: str = ""
    archived: str = ""


@dataclass(frozen=True)
class Failure:
    """That an address failed in a run, and why."""

    on: date
    why: str


@dataclass(frozen=True)
class LinkState:
    """What is known of an address. checked: the last run that looked; failures: those in a row up to now, the last first
    to be lost where there are many; refused: why a machine may not look, or empty."""

    url: str
    checked: date
    failures: tuple[Failure, ...] = ()
    refused: str = ""
    moved_to: str = ""
    archived: str = ""

    @property
    def is_dead(self) -> bool:
        """Whether it failed in so many runs that it is hardly a mishap; not while somebody is there who lets no machine look."""
        return len(self.failures) >= DEAD_AFTER and not self.refused

    @property
    def is_failing(self) -> bool:
        """Whether it failed, but not yet often enough."""
        return 0 < len(self.failures) < DEAD_AFTER

    def after(self, look: Look) -> "LinkState":
        """What is known after another look. An answer forgets failures; a refusal neither adds to them nor takes away;
        two failures on one day are one, so that nobody makes a link dead by asking in haste."""
        if look.outcome == FINE:
            return LinkState(self.url, look.on, moved_to=look.moved_to)
        if look.outcome == REFUSED:
            return replace(self, checked=look.on, refused=look.why, moved_to="")
        earlier = tuple(failure for failure in self.failures if failure.on != look.on)
        kept = (*earlier, Failure(look.on, look.why))[-MOST_KEPT:]
        return LinkState(self.url, look.on, kept, archived=look.archived or self.archived)


@dataclass(frozen=True)
class LinkReport:
    """The state of every address, by address."""

    states: Mapping[str, LinkState]

    def after(self, looks: Iterable[Look], named: Iterable[str]) -> "LinkReport":
        """The report after a run. named: the addresses that records name now; others are forgotten."""
        known = set(named)
        states = {url: state for url, state in self.states.items() if url in known}
        for look in looks:
            if look.url in known:
                states[look.url] = states.get(look.url, LinkState(look.url, look.on)).after(look)
        return LinkReport(dict(sorted(states.items())))


EMPTY = LinkReport({})

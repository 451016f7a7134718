"""Accounts: what came of each source, in words: what was taken, what is unchanged, what was left out and why."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from clearinghouse.problems.problem import excerpt, visible
from clearinghouse.reading.intake.harvest.entries import Entry
from clearinghouse.records.harvest_sources import HarvestSource

_LONGEST = 300
MOST_LINES = 50
"""Of one kind: a hundred that were left out for one reason are counted."""


@dataclass
class Account:
    """What came of one source. new, changed: paths of proposals; edited, left_out, remarks: what it is, and why; unchanged,
    declined: how many are as they were, and how many somebody here has deleted; gone: pages that are no longer there; waiting: how
    many the next run takes, and why; untaken: the addresses of what was left out or waits; fault: why nothing at all could be
    taken."""

    source: HarvestSource
    new: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    edited: list[tuple[str, str]] = field(default_factory=list)
    left_out: list[tuple[str, str]] = field(default_factory=list)
    remarks: list[tuple[str, str]] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    waiting: list[tuple[int, str]] = field(default_factory=list)
    untaken: set[str] = field(default_factory=set)
    unchanged: int = 0
    declined: int = 0
    fault: str = ""

    def leave_out(self, entry: Entry, why: str) -> None:
        """Says that an entry is not taken."""
        self.left_out.append((entry.title, why))
        self.untaken.add(entry.address)

    def defer(self, entries: Collection[Entry], why: str) -> None:
        """Says that entries wait for the next run."""
        if entries:
            self.waiting.append((len(entries), why))
            self.untaken.update(entry.address for entry in entries)

    @property
    def tally(self) -> str:
        """Its numbers on a line."""
        if self.fault:
            return f"nothing taken: {_reason(self.fault)}"
        counts = [
            (len(self.new), "new"), (len(self.changed), "changed"), (self.unchanged, "unchanged"),
            (len(self.edited), "edited here and kept"), (self.declined, "turned down here before"),
            (len(self.left_out), "left out"), (len(self.gone), "no longer there"),
            (sum(count for count, _ in self.waiting), "waiting for the next run"),
        ]  # fmt: skip
        return ", ".join(f"{count:,} {what}" for count, what in counts if count) or "nothing there"


def as_text(accounts: Sequence[Account]) -> str:
    """For a terminal."""
    lines: list[str] = []
    for account in accounts:
        lines.append(f"{account.source.id}: {account.tally}")
        for title, rows in _parts(account):
            lines.append(f"  {title}")
            lines += [f"    {row}" for row in _first(rows)]
    return "\n".join(lines)


def as_markdown(accounts: Sequence[Account]) -> str:
    """For the text of a pull request. What strangers wrote stands as code, so that it names and links nobody."""
    lines: list[str] = []
    for account in accounts:
        source = account.source
        lines += [f"## {_code(source.name)}", "", f"`{source.id}`, {_code(source.url)}, licence {_code(source.licence)}: {account.tally}."]
        for title, rows in _parts(account):
            lines += ["", f"{title}:", "", *(f"- {_code(row)}" for row in _first(rows))]
        lines.append("")
    return "\n".join(lines)


def _parts(account: Account) -> Iterator[tuple[str, list[str]]]:
    parts: Iterable[tuple[str, Iterable[str]]] = (
        ("New", account.new),
        ("Changed", account.changed),
        ("Edited here, so left as it is", _pairs(account.edited)),
        ("Left out", _pairs(account.left_out)),
        ("Taken without a part", _pairs(account.remarks)),
        ("No longer there", account.gone),
        ("Waiting for the next run, which goes on from here", (f"{count:,} {why}" for count, why in account.waiting)),
    )
    for title, rows in parts:
        if listed := [*rows]:
            yield title, listed


def _pairs(rows: Iterable[tuple[str, str]]) -> list[str]:
    return [f"{excerpt(what)}: {_reason(why)}" for what, why in rows]


def _reason(text: str) -> str:
    return visible(text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…")


def _first(rows: Sequence[str]) -> list[str]:
    more = len(rows) - MOST_LINES
    return [*(visible(row) for row in rows[:MOST_LINES]), *([f"and {more:,} more"] if more > 0 else [])]


def _code(text: str) -> str:
    return "`" + text.replace("`", "'") + "`"

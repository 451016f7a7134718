"""Kinds of problems: what may be wrong, why it matters, and what helps its author. A place and gaps in, a Problem out."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from clearinghouse.problems.problem import Place, Problem, Severity

_GAP = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, kw_only=True)
class Kind:
    """A way of being wrong, declared once; all else that is said of it is made from here.

    code: stable, never reused; title: the rule in a few words; why: what it is good for; mend: what to write, as
    `chm explain` says it; allowed, fixes: what a report says, with named gaps in braces that whoever finds the problem
    fills. A gap may be filled with nothing: of `fixes` the first is said whose gaps all hold something. is_notice: whether they
    say what was done, and nobody needs to do anything. for_senders: the fixes in words for people who send an answer by a form or
    a message and see no file; empty where `fixes` serve them as well.
    """

    code: str
    title: str
    why: str
    mend: str
    allowed: str
    fixes: tuple[str, ...]
    severity: Severity = "error"
    is_notice: bool = False
    for_senders: tuple[str, ...] = ()

    @cached_property
    def gaps(self) -> frozenset[str]:
        """The names of what its texts leave open."""
        return frozenset(name for text in (self.allowed, *self.fixes) for name in _GAP.findall(text))

    @cached_property
    def _needs(self) -> tuple[tuple[str, list[str]], ...]:
        """The fixes, each with the gaps that must hold something."""
        return tuple((fix, _GAP.findall(fix)) for fix in self.fixes)

    def also(self, *fixes: str, allowed: str = "", is_notice: bool = False, for_senders: tuple[str, ...] = ()) -> "Kind":
        """The same kind in other words, for another way of coming upon it."""
        senders = for_senders if fixes else self.for_senders
        return replace(self, allowed=allowed or self.allowed, fixes=fixes or self.fixes, is_notice=is_notice, for_senders=senders)

    def filled(self, **gaps: str) -> "Kind":
        """The same kind with some of its gaps filled for good. Raises TypeError for a gap that it does not have."""
        if unknown := gaps.keys() - self.gaps:
            raise TypeError(f"{self.code} has no gap {', '.join(sorted(unknown))}")
        fixes, senders = (tuple(_fill(fix, gaps) for fix in texts) for texts in (self.fixes, self.for_senders))
        return replace(self, allowed=_fill(self.allowed, gaps), fixes=fixes, for_senders=senders)

    def fix(self, gaps: Mapping[str, str]) -> str:
        """How to mend it. Raises TypeError where a gap is missing or misspelt."""
        if gaps.keys() != self.gaps:
            raise TypeError(f"{self.code} has the gaps {sorted(self.gaps)}, not {sorted(gaps)}")
        return _fill(next(fix for fix, names in self._needs if all(gaps[name] for name in names)), gaps)

    def words(self, gaps: Mapping[str, str]) -> tuple[str, str]:
        """What is allowed, and how to mend it. Raises TypeError where a gap is missing or misspelt."""
        return _fill(self.allowed, gaps), self.fix(gaps)

    def at(self, place: Place, /, found: str = "", **gaps: str) -> Problem:
        """A problem of this kind. found: the author's own text, empty where nothing stands."""
        allowed, fix = self.words(gaps)
        return Problem(place.path, place.line, place.column, self.code, place.key, found, allowed, fix, self.severity)


@dataclass(frozen=True)
class Fault:
    """What is wrong with a value, before anybody knows where the value stands.

    found: the piece to blame, empty where it is all of it; part: the way to that piece inside the value.
    """

    kind: Kind
    gaps: Mapping[str, str] = field(default_factory=dict)
    found: str = ""
    part: tuple[str | int, ...] = ()

    def at(self, place: Place, found: str = "") -> Problem:
        """The problem that it is at a place. found: the author's text there."""
        return self.kind.at(place, found=self.found or found, **self.gaps)


def _fill(text: str, gaps: Mapping[str, str]) -> str:
    """The text with the gaps filled that are given; others stay open."""
    return _GAP.sub(lambda match: gaps.get(match[1], match[0]), text)

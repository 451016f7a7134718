"""Verdict: what was found wrong and what was measured come in; lines for a person and JSON for a machine leave."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass

LONGEST = 400
"""How much of a complaint is printed, in characters; the JSON holds all of it."""


@dataclass(frozen=True, order=True)
class Fault:
    """Something wrong with a page. site: `true` or `living`; kind: of page; check: who says so; way: in which state of the page."""

    site: str
    kind: str
    address: str
    check: str
    way: str
    text: str


@dataclass(frozen=True)
class Sample:
    """A page that stands for its kind. shift: how far it jumps while it loads, or None where that was not measured."""

    site: str
    kind: str
    address: str
    shift: float | None = None


@dataclass(frozen=True)
class Speed:
    """What Lighthouse says of a page in all of its runs: scores from 0 to 100, and how far the page jumps."""

    name: str
    address: str
    performance: tuple[int, ...]
    shift: float
    accessibility: int
    practices: int
    seo: int

    @property
    def median(self) -> int:
        """The score of performance that counts."""
        return sorted(self.performance)[len(self.performance) // 2]


def lines_of(samples: Sequence[Sample], speeds: Sequence[Speed], faults: Sequence[Fault], checks: Sequence[str]) -> list[str]:
    """A line for each kind of page, one for each page that Lighthouse looked at, then all that is wrong. checks: the columns."""
    of_kind = Counter((fault.site, fault.kind, fault.check) for fault in faults)
    lines = []
    if samples:
        lines.append(f"{'site':<7} {'kind of page':<26} " + " ".join(f"{check:>6}" for check in checks) + f" {'shift':>6}  page")
    for sample in samples:
        counts = " ".join(f"{of_kind[sample.site, sample.kind, check] or 'ok':>6}" for check in checks)
        shift = f"{sample.shift:>6.3f}" if sample.shift is not None else f"{'-':>6}"
        lines.append(f"{sample.site:<7} {sample.kind:<26} {counts} {shift}  /{sample.address}")
    if speeds:
        lines.append(f"{'Lighthouse, mobile':<20} {'median':>6} {'runs':<16} {'access.':>7} {'practices':>9} {'SEO':>4} {'shift':>6}")
    for speed in speeds:
        runs = ", ".join(map(str, sorted(speed.performance)))
        scores = f"{speed.accessibility:>7} {speed.practices:>9} {speed.seo:>4} {speed.shift:>6.3f}"
        lines.append(f"{speed.name:<20} {speed.median:>6} {runs:<16} {scores}")
    lines += _complaints(faults)
    return lines


def _complaints(faults: Sequence[Fault]) -> Iterator[str]:
    """What is wrong, once each: in which states, on how many pages, and on which first. The most common comes first."""
    alike: dict[tuple[str, str], list[Fault]] = {}
    for fault in sorted(faults):
        alike.setdefault((fault.check, " ".join(fault.text.split())), []).append(fault)
    for (check, text), group in sorted(alike.items(), key=lambda pair: -len(pair[1])):
        ways = ", ".join(dict.fromkeys(fault.way for fault in group))
        pages = list(dict.fromkeys(f"{fault.site} /{fault.address}" for fault in group))
        more = f" and {len(pages) - 1} more" if len(pages) > 1 else ""
        yield f"{check}, {ways}: {text[:LONGEST]}\n    on {pages[0]}{more}"


def json_of(samples: Sequence[Sample], speeds: Sequence[Speed], faults: Sequence[Fault]) -> str:
    """The same for a machine."""
    parts = {
        "pages": [asdict(sample) for sample in samples],
        "lighthouse": [{**asdict(speed), "median": speed.median} for speed in speeds],
        "faults": [asdict(fault) for fault in sorted(faults)],
    }
    return json.dumps(parts, ensure_ascii=False, indent=1) + "\n"

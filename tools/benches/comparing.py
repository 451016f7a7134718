"""Comparing: the figures of two revisions come in; a table of ratios leaves, and which of them are over a limit."""

import statistics
from collections.abc import Iterator
from dataclasses import dataclass

from tools.benches.figures import Figures, number


@dataclass(frozen=True)
class Ratio:
    """One value of both revisions. before, after: the medians."""

    what: str
    records: int
    name: str
    before: float
    after: float

    @property
    def times(self) -> float:
        """How many times as much it takes now."""
        return self.after / self.before


@dataclass(frozen=True)
class Comparison:
    """What two revisions take. limit: the ratio that is still well; None for any."""

    before: Figures
    after: Figures
    limit: float | None = None

    @property
    def ratios(self) -> list[Ratio]:
        """Of all that was measured of both, in the order of the second; what took nothing has none."""
        known = {(one.what, one.records): one for one in self.before.measures}
        return [
            Ratio(one.what, one.records, name, before, statistics.median(runs))
            for one in self.after.measures
            if (one.what, one.records) in known
            for name, runs in one.values.items()
            if name in known[one.what, one.records].values and (before := statistics.median(known[one.what, one.records].values[name])) > 0
        ]

    @property
    def over(self) -> list[Ratio]:
        """The ratios over the limit."""
        return [ratio for ratio in self.ratios if self.limit is not None and ratio.times > self.limit]

    def lines(self) -> Iterator[str]:
        """In Markdown, for the summary of a workflow; people can read it too."""
        yield f"| records | of | | {self.before.revision} | {self.after.revision} | ratio |"
        yield "| ---: | --- | --- | ---: | ---: | ---: |"
        over = self.over
        for one in self.ratios:
            times = f"**{one.times:.2f}**" if one in over else f"{one.times:.2f}"
            size = f"{one.records:,}" if one.records else "data/"
            yield f"| {size} | {one.what} | {one.name} | {number(one.before)} | {number(one.after)} | {times} |"
        yield ""
        if self.before.machine != self.after.machine:
            yield "They were measured on two machines, or with two versions of Python: such ratios say little."
        if not self.ratios:
            yield "Nothing was measured of both."
        elif self.limit is not None:
            worst = max(self.ratios, key=lambda one: one.times)
            word = f"{len(over)} of {len(self.ratios)} ratios are over" if over else f"No ratio of {len(self.ratios)} is over"
            yield f"{word} {self.limit:g}; the largest is {worst.times:.2f} ({worst.what}, {worst.name})."

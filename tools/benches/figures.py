"""Figures: what runs took comes in; the lines of a table leave, and a file that can be held against that of another revision."""

import json
import os
import platform
import statistics
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from clearinghouse.world.disk.whole_files import write_text
from clearinghouse.world.failure import Failure
from tools.benches.made_up import SEED

FORM = 1
"""Of the file: another number where what it holds means something else."""


@dataclass(frozen=True)
class Measure:
    """What was measured. records: so many made-up ones, or 0 for those of data/; values: for each name what every run took, the less
    the better; note: what else there is to know."""

    what: str
    records: int
    values: Mapping[str, Sequence[float]]
    note: str = ""


@dataclass(frozen=True)
class Figures:
    """All that was measured of one revision on one machine."""

    revision: str
    measures: tuple[Measure, ...]
    machine: Mapping[str, Any] = field(default_factory=dict)

    @classmethod
    def of(cls, revision: str, measures: Iterable[Measure]) -> "Figures":
        """Of this machine."""
        machine = {"cores": os.cpu_count(), "system": platform.platform(), "python": platform.python_version()}
        return cls(revision, tuple(measures), machine)

    @classmethod
    def at(cls, path: Path) -> "Figures":
        """Those of a file. Raises Failure."""
        try:
            kept = json.loads(path.read_text(encoding="utf-8"))
            if kept["bench"] != FORM:
                raise Failure(f"{path} is of another version of chm bench: measure that revision again")
            measures = (
                Measure(one["what"], one["records"], {name: of["runs"] for name, of in one["values"].items()}, one["note"])
                for one in kept["figures"]
            )
            return cls(kept["revision"], tuple(measures), kept["machine"])
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise Failure(f"{path} holds no figures of chm bench --json: {type(error).__name__}: {error}") from None

    def write(self, path: Path) -> None:
        """Writes them into a file, with the median and the spread of all runs. Raises Failure."""
        figures = [
            {
                "what": one.what,
                "records": one.records,
                "note": one.note,
                "values": {name: _summary(runs) for name, runs in one.values.items()},
            }
            for one in self.measures
        ]
        kept = {"bench": FORM, "revision": self.revision, "machine": self.machine, "seed": SEED, "figures": figures}
        write_text(path, json.dumps(kept, indent=1) + "\n")


def lines(measures: Iterable[Measure]) -> Iterator[str]:
    """A line for each, as soon as it is known, below a heading where the names of values change: the median, and the spread of runs."""
    heading: tuple[str, ...] = ()
    for one in measures:
        columns = [_cell(runs) for runs in one.values.values()]
        widths = [max(len(name), 20 if len(runs) > 1 else 8) for name, runs in one.values.items()]
        if tuple(one.values) != heading:
            heading = tuple(one.values)
            yield " ".join([f"{'records':>8}", *(f"{name:>{width}}" for name, width in zip(heading, widths, strict=True)), " of"])
        size = f"{one.records:,}" if one.records else "data/"
        cells = [f"{size:>8}", *(f"{cell:>{width}}" for cell, width in zip(columns, widths, strict=True))]
        yield " ".join([*cells, f" {one.what}{': ' if one.note else ''}{one.note}"])


def number(value: float) -> str:
    """As many digits as mean something."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def _cell(runs: Sequence[float]) -> str:
    median = number(statistics.median(runs))
    return median if len(runs) == 1 else f"{median} [{number(min(runs))}-{number(max(runs))}]"


def _summary(runs: Sequence[float]) -> dict[str, Any]:
    rounded = [round(run, 4) for run in runs]
    return {"median": statistics.median(rounded), "least": min(rounded), "most": max(rounded), "runs": rounded}

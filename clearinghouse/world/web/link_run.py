"""A link run: every address that the records of a data folder name is looked at once, in one go or in several, and reported."""

import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.catalogue.outward import addresses, archived_copies
from clearinghouse.problems.problem import Problem
from clearinghouse.publications.words import counted
from clearinghouse.reading.files.link_reports import JOURNAL, LARGEST_REPORT, NAME, report_text
from clearinghouse.reading.typing.read import Reading
from clearinghouse.records.link_report import DEAD_AFTER, EMPTY, FAILED, FINE, LinkReport, Look
from clearinghouse.world.disk.whole_files import write_text
from clearinghouse.world.failure import Failure
from clearinghouse.world.web.journal import interrupted_run, journal_of
from clearinghouse.world.web.looks import looks_at
from clearinghouse.world.web.visiting import Visitor

SECONDS_BETWEEN_LINES = 10.0
"""Between two lines that say how far it is."""


@dataclass(frozen=True)
class LinkRun:
    """A run. data: the folder; catalogue: as of the day of the run, with the report of the run before; earlier: what was
    looked at before the run was interrupted. Progress goes to the terminal."""

    data: Path
    catalogue: Catalogue
    earlier: Sequence[Look]

    def looks(self, visitor: Visitor, archive: str) -> list[Look]:
        """Looks at all addresses that are left, and gives all looks of the run. archive: see `archived_copies`. Raises Failure."""
        looks, named, on = list(self.earlier), addresses(self.catalogue), self.catalogue.as_of
        if looks:
            print(f"going on with the run of {on}: {len(looks):,} of {_addresses(len(named))} were looked at", flush=True)
        left = named.keys() - {look.url for look in looks}
        copies = archived_copies(self.catalogue, self.catalogue.links or EMPTY, on, archive)
        with journal_of(_journal(self.data), on) as keep:
            for look in _with_progress(looks_at(visitor, (url for url in named if url in left), copies, on), len(left)):
                keep(look)
                looks.append(look)
        return looks

    def finish(self, looks: Iterable[Look]) -> LinkReport:
        """Writes the report after these looks in the place of the one before, and ends the run. Raises Failure."""
        report = (self.catalogue.links or EMPTY).after(looks, addresses(self.catalogue))
        text = report_text(report)
        if len(text.encode()) > LARGEST_REPORT:
            raise Failure(f"the report would be larger than {LARGEST_REPORT:,} bytes, and no build would read it: name fewer addresses")
        write_text(self.data / NAME, text)
        _journal(self.data).unlink(missing_ok=True)
        return report


def link_run(data: Path, reading: Reading, today: date) -> LinkRun | list[Problem]:
    """The run that was interrupted, else one of today; or the errors of the records and of the run's own file. Raises Failure."""
    begun = interrupted_run(_journal(data))
    problems = [problem for problem in reading.problems if problem.severity == "error"] + (begun if isinstance(begun, list) else [])
    if problems or isinstance(begun, list):
        return problems
    on, earlier = begun or (today, [])
    return LinkRun(data, Catalogue.of(reading.records, reading.about, on, reading.links), earlier)


def summary(report: LinkReport, looks: Sequence[Look]) -> str:
    """What a run saw, in a line."""
    dead = sum(state.is_dead for state in report.states.values())
    fine, failed = (sum(look.outcome == outcome for look in looks) for outcome in (FINE, FAILED))
    words = f"{fine:,} answered, {failed:,} failed, {len(looks) - fine - failed:,} would not let a machine look"
    return f"looked at {_addresses(len(looks))}: {words}; {dead:,} dead after {DEAD_AFTER} runs"


def _journal(data: Path) -> Path:
    return data / JOURNAL


def _with_progress(looks: Iterable[Look], total: int) -> Iterator[Look]:
    """The looks, and now and then how many there are."""
    last, failed = time.monotonic(), 0
    for number, look in enumerate(looks, start=1):
        yield look
        failed += look.outcome == FAILED
        if time.monotonic() - last >= SECONDS_BETWEEN_LINES or number == total:
            last = time.monotonic()
            print(f"looked at {number:,} of {_addresses(total)}, {failed:,} failed", file=sys.stderr, flush=True)


def _addresses(number: int) -> str:
    return counted(number, "address", "addresses")

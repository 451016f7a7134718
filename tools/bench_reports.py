"""The bench of reports: how long indicators, the pages of what changed and the reports of all years take, once the records are read."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from itertools import pairwise
from pathlib import Path

from jinja2 import FileSystemLoader

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.catalogue.indicators.answering import answers
from clearinghouse.publications.html.templates import Templates
from clearinghouse.publications.pages.news import reports
from clearinghouse.publications.pages.news.changes import Changes
from clearinghouse.reading.typing.read import read
from clearinghouse.world.disk.data_folder import data_files
from clearinghouse.world.root import ROOT

HEADING = f"{'records':>8} {'indicators s':>13} {'changes s':>10} {'reports s':>10} {'all s':>8}"


def reports_row(data: Path, repeat: int) -> str:
    """The figures of a data folder, the fastest of some runs, each in a process of its own."""
    command: list[str | Path] = [sys.executable, "-P", "-m", "tools.bench_reports", str(data)]
    runs = [
        subprocess.run(command, capture_output=True, text=True, check=True, env={**os.environ, "PYTHONPATH": str(ROOT)})
        for _ in range(repeat)
    ]
    fastest = min((run.stdout.split() for run in runs), key=lambda row: float(row[-1]))
    return "{:>13} {:>10} {:>10} {:>8}".format(*fastest)


def measured(data: Path) -> str:
    """Seconds for the answers to all indicators, for the pages of what changed, for reports with their files, and for all."""
    reading = read(data_files(data))
    catalogue = Catalogue.of(reading.records, reading.about, date(2026, 11, 21), reading.links)
    templates = Templates(FileSystemLoader(ROOT / "overrides/records"))
    parts: tuple[Callable[[], object], ...] = (
        lambda: [list(answers(activity, catalogue)) for activity in catalogue.activities],
        lambda: list(Changes(catalogue).pages(templates)),
        lambda: (list(reports.pages(by_year := reports.reports(catalogue), templates)), list(reports.files(by_year))),
    )
    times = [time.perf_counter()]
    for part in parts:
        part()
        times.append(time.perf_counter())
    seconds = [later - earlier for earlier, later in pairwise(times)]
    return " ".join(f"{second:.2f}" for second in (*seconds, times[-1] - times[0]))


if __name__ == "__main__":
    print(measured(Path(sys.argv[1])))

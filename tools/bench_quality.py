"""The bench of quality: how long it takes to count and list what could be mended, and what is new, once the records are read."""

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
from clearinghouse.catalogue.quality import Quality
from clearinghouse.publications.html.templates import Templates
from clearinghouse.publications.pages.news import timeline
from clearinghouse.publications.pages.upkeep import desks, outward_links, quality
from clearinghouse.reading.typing.read import read
from clearinghouse.world.disk.data_folder import data_files
from clearinghouse.world.root import ROOT
from tools.bench_feeds import SITE

HEADING = f"{'records':>8} {'quality s':>10} {'desks s':>8} {'time line s':>12} {'links s':>8} {'all s':>8}"


def quality_row(data: Path, repeat: int) -> str:
    """The figures of a data folder, the fastest of some runs, each in a process of its own."""
    command: list[str | Path] = [sys.executable, "-P", "-m", "tools.bench_quality", str(data)]
    runs = [
        subprocess.run(command, capture_output=True, text=True, check=True, env={**os.environ, "PYTHONPATH": str(ROOT)})
        for _ in range(repeat)
    ]
    fastest = min((run.stdout.split() for run in runs), key=lambda row: float(row[-1]))
    return "{:>10} {:>8} {:>12} {:>8} {:>8}".format(*fastest)


def measured(data: Path) -> str:
    """Seconds for the numbers and their page, for desks with their feeds, for the time line, for the page of links, and for all."""
    reading = read(data_files(data))
    catalogue = Catalogue.of(reading.records, reading.about, date(2026, 11, 21), reading.links)
    templates, of_records = Templates(FileSystemLoader(ROOT / "overrides/records")), Quality(catalogue)
    parts: tuple[Callable[[], object], ...] = (
        lambda: (
            quality.metrics(of_records),
            templates.render("prose/quality.html", quality.ADDRESS, prose="", **quality.context(of_records)),
        ),
        lambda: (list(desks.pages(of_records, SITE, templates)), list(desks.feeds(of_records, SITE))),
        lambda: (list(timeline.pages(months := timeline.months(catalogue), catalogue, templates)), timeline.sections(months, catalogue)),
        lambda: outward_links.page(catalogue, SITE, templates),
    )
    times = [time.perf_counter()]
    for part in parts:
        part()
        times.append(time.perf_counter())
    seconds = [later - earlier for earlier, later in pairwise(times)]
    return " ".join(f"{second:.2f}" for second in (*seconds, times[-1] - times[0]))


if __name__ == "__main__":
    print(measured(Path(sys.argv[1])))

"""The bench of feeds and calendars: how long it takes to make all that people follow, once the records are read."""

import os
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.publications.agendas.agendas import agendas
from clearinghouse.publications.feeds.feeds import feeds
from clearinghouse.publications.site import Site
from clearinghouse.reading.typing.read import read
from clearinghouse.world.disk.data_folder import data_files
from clearinghouse.world.root import ROOT

HEADING = f"{'records':>8} {'feeds s':>8} {'agendas s':>10} {'both s':>8} {'peak MB':>8} {'files':>8} {'MB':>6}"
SITE = Site("Clearing House of Examples", "https://example.org/clearing-house/", "example.org")


def feeds_row(data: Path, repeat: int) -> str:
    """The figures of a data folder, the fastest of some runs, each in a process of its own."""
    command: list[str | Path] = [sys.executable, "-P", "-m", "tools.bench_feeds", str(data)]
    runs = [
        subprocess.run(command, capture_output=True, text=True, check=True, env={**os.environ, "PYTHONPATH": str(ROOT)})
        for _ in range(repeat)
    ]
    fastest = min((run.stdout.split() for run in runs), key=lambda row: float(row[2]))
    return "{:>8} {:>10} {:>8} {:>8} {:>8} {:>6}".format(*fastest)


def measured(data: Path) -> str:
    """Seconds for feeds, for agendas and for both, peak memory in MB with the records read, number of files, and their size in MB."""
    reading = read(data_files(data))
    catalogue = Catalogue.of(reading.records, reading.about, date(2026, 11, 21))
    began = time.perf_counter()
    sizes = [len(content) for _, content in feeds(catalogue, SITE)]
    between = time.perf_counter()
    sizes += [len(content) for _, content in agendas(catalogue, SITE)]
    ended = time.perf_counter()
    seconds = f"{between - began:.2f} {ended - between:.2f} {ended - began:.2f}"
    return f"{seconds} {_peak():.0f} {len(sizes)} {sum(sizes) / 1e6:.0f}"


def _peak() -> float:
    """Of this process, in MB; 0 where the system does not tell."""
    if sys.platform == "win32":
        return 0
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1024 * 1024)


if __name__ == "__main__":
    print(measured(Path(sys.argv[1])))

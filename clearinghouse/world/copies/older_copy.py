"""Older copies: what a delta begins with. The edition of a day lies in dist/; that of a revision is built anew by its own code."""

import os
import re
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from clearinghouse.publications.offline.edition import FOLDER, named
from clearinghouse.world.copies.zips import sums_of
from clearinghouse.world.disk.whole_files import passing_folder
from clearinghouse.world.failure import Failure
from clearinghouse.world.git.repository import Repository
from clearinghouse.world.root import ROOT

_SHELL = "clearinghouse.commands.shell"
"""What builds the site of a revision: older ones have no such module."""


def of_day(dist: Path, day: date) -> tuple[str, dict[str, str]]:
    """The day and the sums of the edition in `dist` that was made on a day, or last before it. Raises Failure."""
    days = _days(dist)
    fitting = [earlier for earlier in days if earlier <= str(day)]
    if not fitting:
        raise Failure(f"{dist} holds no edition of {day} or before ({', '.join(days) or 'none at all'}): name a revision of git instead")
    return fitting[-1], _sums(dist, fitting[-1])


def all_before(dist: Path, day: date) -> list[tuple[str, dict[str, str]]]:
    """The day and the sums of each edition in `dist` that was made before a day, the newest first. One that cannot be read
    costs its update, and no more."""
    copies = []
    for earlier in reversed(_days(dist)):
        if earlier < str(day):
            try:
                copies.append((earlier, _sums(dist, earlier)))
            except Failure as failure:
                print(f"no update from {earlier}: {failure}", flush=True)
    return copies


def _days(dist: Path) -> list[str]:
    names = (path.name for path in dist.glob(named("*") + ".zip"))
    return sorted(match[1] for name in names if (match := re.fullmatch(re.escape(named("")) + r"(\d{4}-\d\d-\d\d)\.zip", name)))


def _sums(dist: Path, day: str) -> dict[str, str]:
    path = dist / f"{named(day)}.zip"
    try:
        return sums_of(path, FOLDER)
    except (OSError, zipfile.BadZipFile, zlib.error, EOFError, RuntimeError) as error:  # what zipfile raises for damaged files
        raise Failure(f"{path.name} cannot be read: {error}") from None


@contextmanager
def site_at(revision: str, dist: Path) -> Iterator[tuple[str, Path]]:
    """The short name of a revision and its site, built by its own code as of the day it was committed, in a folder of `dist` that
    passes. Raises Failure."""
    repository = Repository(ROOT)
    commit = repository.commit(revision)
    with passing_folder(dist, "revision") as folder:
        repository.unpack(commit, folder)
        if not folder.joinpath(*_SHELL.split(".")).with_suffix(".py").is_file():
            raise Failure(
                f"{revision} is too old for an update: its code is laid out in another way, and cannot be called as today's is; "
                "name a later revision, or the day of an edition that lies in dist/"
            )
        site = folder / "site"
        arguments = ["build", "--site", str(site.absolute()), "--as-of", str(repository.day(commit))]
        command = [sys.executable, "-P", "-m", _SHELL, *arguments]
        built = subprocess.run(
            command, cwd=folder, env={**os.environ, "PYTHONPATH": str(folder.absolute())}, capture_output=True, check=False
        )
        if built.returncode:
            words = built.stderr.decode(errors="replace").strip().splitlines() or ["its build fails"]
            raise Failure(f"the site of {revision} cannot be built: {words[-1]}")
        yield commit[:10], site

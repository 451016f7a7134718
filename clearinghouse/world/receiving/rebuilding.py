"""Rebuilding: a site comes in, a data folder with all its records leaves, whole or not at all."""

import sys
import time
from pathlib import Path

from clearinghouse import __version__
from clearinghouse.problems.report import errors_in, report
from clearinghouse.reading.check import check
from clearinghouse.reading.files.folder import DataFile
from clearinghouse.reading.intake.api.documents import LARGEST, ApiFault
from clearinghouse.reading.intake.api.walking import Api
from clearinghouse.world.disk.data_folder import path_name
from clearinghouse.world.disk.whole_folders import must_be_replaceable, rebuilt
from clearinghouse.world.failure import Failure
from clearinghouse.world.receiving.sources import source
from clearinghouse.world.terminal.progress import Progress
from clearinghouse.world.web.fetching import Fetcher
from clearinghouse.world.web.line import Line
from clearinghouse.world.web.pace import Pace

OPTION = "--into"
TIMEOUT = 30.0
"""Seconds for one request."""


def rebuild(where: str, into: Path, pause: float, may_be_local: bool, form: str) -> int:
    """Writes the data folder of a site, and tells what it holds, or the errors of its records. Returns 0 or 1, or raises Failure.

    where: an address, a folder or a zip; into: a folder that is not there yet, or empty; pause: seconds between two requests;
    form: how to show the problems.
    """
    must_be_replaceable(into, "", OPTION)
    fetcher = Fetcher(Line(Pace(pause, time.monotonic, time.sleep), TIMEOUT, may_be_local), f"clearing-house-import/{__version__}", LARGEST)
    try:
        with source(where, fetcher) as content_of:
            files = list(Api(content_of).files(Progress("files", sys.stderr, time.monotonic)))
    except ApiFault as fault:
        raise Failure(f"{where} cannot be taken: {fault}") from None
    checked = check(files, None)
    if checked.problems or form == "json":
        print(report(checked.problems, checked.files, form))
    if errors_in(checked.problems):
        return 1
    _write(files, into)
    if form == "text":
        print(f"Written: {len(files):,} files in {path_name(into)}\nNext: python3 scripts/chm.py build --data {path_name(into)}")
    return 0


def _write(files: list[DataFile], into: Path) -> None:
    """Writes the files into a folder, all of them or none. Raises Failure."""
    with rebuilt(into, option=OPTION) as folder:
        for file in files:
            path = folder / file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.content)

"""Drafts: a folder of records that somebody writes in; each page as the records are now leaves, long before the whole site is built.

What changes is read again, the rest is remembered, and a page is made when a browser asks for it. Feeds, the search and all that lists
other documents come with the whole site, which a process of its own builds meanwhile.
"""

import contextlib
import multiprocessing
import sys
import threading
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.problems.report import report
from clearinghouse.publications.files.contents import path_of
from clearinghouse.reading.files.folder import DataFile
from clearinghouse.reading.typing.memory import Memory, remembering
from clearinghouse.reading.typing.read import Reading, read
from clearinghouse.site.build import build_site
from clearinghouse.world.disk.data_folder import data_files
from clearinghouse.world.failure import Failure

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from clearinghouse.site.mkdocs.preview import Preview

PAUSE = 1.0
"""Seconds without a change after which the whole site is built."""


class Drafts:
    """A site whose records change. data: their folder; site: where the whole site lies; day: gives the day of each build; url: where
    it is shown."""

    def __init__(self, data: Path, site: Path, day: Callable[[], date], url: str) -> None:
        self._data, self._site, self._day, self._url = data, site, day, url
        self._files: dict[str, DataFile] = {}
        self._memory = Memory(())
        self._lock, self._one_build = threading.Lock(), threading.Lock()
        self._config: MkDocsConfig | None = None
        self._preview: Preview | None = None
        self._build: multiprocessing.process.BaseProcess | None = None

    def build_whole(self) -> int:
        """Builds all, prose and theme too. Returns 0 or 1, or raises Failure."""
        self.stop()
        with self._lock:
            status = build_site(self._data, self._site, self._day(), url=self._url, keep=self._keep)
            if status == 0:
                self._preview = None
        if status == 0:
            threading.Thread(target=self._remember, daemon=True).start()
        return status

    def read_again(self) -> bool:
        """Reads what has changed, and has the whole site built meanwhile. Returns whether pages can be shown: else the problems are
        printed, and what could be seen before stays. Raises Failure."""
        from clearinghouse.site.mkdocs.preview import Preview

        reading = self._reading()
        if not reading.is_sound or self._config is None:
            print(report(reading.problems, reading.files, "text"), file=sys.stderr, flush=True)
            return False
        others = (reading.links, reading.photographs, reading.proposals)
        catalogue = Catalogue.of(reading.records, reading.about, self._day(), *others)
        with self._lock:
            self._preview = preview = Preview(self._config, catalogue)
        threading.Thread(target=self._build_beside, args=(preview, catalogue.as_of), daemon=True).start()
        return True

    def refresh(self, address: str) -> None:
        """Writes the page at an address as the records are now, unless the whole site is as new."""
        with self._lock:
            if self._preview is None or (document := self._preview.document(address)) is None:
                return
            with contextlib.suppress(OSError):  # the whole site takes the folder's place
                path = self._site / path_of(address)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(document, "utf-8", newline="\n")

    def stop(self) -> None:
        """Ends the build that is on its way."""
        with self._one_build:
            if self._build and self._build.is_alive():
                self._build.terminate()
                self._build.join()
            self._build = None

    def _remember(self) -> None:
        """Reads all files, so that the first change is seen as soon as the next."""
        with contextlib.suppress(Failure):  # whoever reads next says what is wrong
            self._reading()

    def _reading(self) -> Reading:
        with self._lock, remembering(self._memory):
            return read(self._known())

    def _known(self) -> Iterator[DataFile]:
        """The files of the folder; those that have not changed are the very same ones as before."""
        for file in data_files(self._data):
            known = self._files.get(file.path)
            if known != file:
                self._memory.know(file)
                self._files[file.path] = known = file
            yield known

    def _keep(self, config: "MkDocsConfig") -> None:
        self._config = config

    def _build_beside(self, preview: "Preview", day: date) -> None:
        """Builds the whole site in a process of its own, which has no part in the threads of this one, once nobody writes for a moment."""
        time.sleep(PAUSE)
        if self._preview is not preview:
            return
        self.stop()
        with self._one_build:
            build = multiprocessing.get_context("spawn").Process(target=_built, args=(self._data, self._site, day, self._url))
            build.start()
            self._build = build
        build.join()
        with self._lock:
            if build.exitcode == 0 and self._preview is preview:
                self._preview = None


def _built(data: Path, site: Path, day: date, url: str) -> None:
    try:
        sys.exit(build_site(data, site, day, url=url))
    except Failure as failure:
        sys.exit(f"chm: {failure}")
    except KeyboardInterrupt:
        sys.exit(1)
    except Exception as error:  # as the server says it of its own builds
        sys.exit(f"chm: {type(error).__name__}: {error}")

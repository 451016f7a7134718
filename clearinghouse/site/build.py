"""The build: a data folder comes in, and its whole site takes the place of the old one, or none does."""

import logging
import os
import sys
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from clearinghouse.catalogue.as_known import known_on
from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.problems.report import errors_in, report
from clearinghouse.publications.files.contents import CONTENTS, site_files
from clearinghouse.publications.files.sitemap import ADDRESSES
from clearinghouse.publications.words import counted, date_words, listed, records_counted
from clearinghouse.reading.typing.read import read
from clearinghouse.site.address import own_address, own_repository
from clearinghouse.site.engine import take_engine
from clearinghouse.site.prose import prose_problems
from clearinghouse.world.disk.data_folder import data_files
from clearinghouse.world.failure import Failure
from clearinghouse.world.root import ROOT

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

MOST_BROKEN = 20


class UnsoundSite(Failure):
    """A link of the new site leads nowhere, or MkDocs has warned of one; the old site stays as it was."""


def build_site(
    data: Path,
    site: Path,
    as_of: date,
    strict: bool = False,
    url: str | None = None,
    as_known_on: date | None = None,
    keep: Callable[["MkDocsConfig"], None] | None = None,
) -> int:
    """Builds the site of a data folder and tells what it holds, or the problems of records and prose. Returns 0 or 1, or raises Failure.

    strict: warnings refuse the build as well; url: where the site will be, when that is not where mkdocs.yml says; as_known_on: the
    day as of which it is shown with what it knew then, which takes the place of as_of; keep: is given
    MkDocs' settings of the finished site.
    """
    began = time.perf_counter()
    reading = read(data_files(data))
    others = (reading.links, reading.photographs, reading.proposals)
    catalogue = Catalogue.of(reading.records, reading.about, as_of, *others) if reading.is_sound else None
    if as_known_on and catalogue:
        catalogue = known_on(catalogue, as_known_on)
    problems = [*reading.problems, *prose_problems(lambda: catalogue, with_links=False)]
    if problems:
        print(report(problems, reading.files, "text"), file=sys.stderr, flush=True)
    if catalogue is None or errors_in(problems) or (strict and problems):
        return 1
    try:
        pages = built(catalogue, site, catalogue.as_of, url, is_past=as_known_on is not None, keep=keep)
    except UnsoundSite:
        # The finished site shows what prose leads to. Only where something is wrong is it worth planning a site to name the place.
        known = catalogue
        broken = [problem for problem in prose_problems(lambda: known) if errors_in([problem])]
        if not broken:
            raise
        print(report(broken, reading.files, "text"), file=sys.stderr, flush=True)
        return 1
    counts = [records_counted(len(records), name) for name, records in catalogue.by_collection.items() if records]
    print(f"built {counted(pages, 'page')} in {time.perf_counter() - began:.1f} s: {listed(counts) or 'no records'}", flush=True)
    return 0


def built(
    catalogue: Catalogue,
    site: Path,
    as_of: date,
    url: str | None = None,
    is_past: bool = False,
    keep: Callable[["MkDocsConfig"], None] | None = None,
) -> int:
    """Builds the site of a catalogue into a folder, whole or not at all; returns how many pages it has.

    is_past: whether each page says that it shows what was known on a day; keep: is given
    MkDocs' settings of the finished site.
    """
    engine = take_engine()
    # MkDocs takes a second to import; a command that only finds problems must not pay for it.
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.exceptions import Abort, MkDocsException

    from clearinghouse.site.mkdocs.events import end, stamped_pages
    from clearinghouse.site.tree import faults
    from clearinghouse.world.disk.memory import remembered
    from clearinghouse.world.disk.whole_folders import rebuilt

    # The sitemap, archives and whatever else takes a date of the build take this one.
    os.environ["SOURCE_DATE_EPOCH"] = str(int(datetime(as_of.year, as_of.month, as_of.day, tzinfo=UTC).timestamp()))
    logging.basicConfig(format="%(levelname)s: %(message)s", level=logging.WARNING)
    with rebuilt(site, ADDRESSES) as folder, remembered(site) as memory:
        warned = _Warned()
        logging.getLogger(engine).addHandler(warned)
        try:
            config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(folder), site_url=url or own_address())
            past = date_words(as_of) if is_past else ""
            config.extra["clearinghouse"] |= {"catalogue": catalogue, "known_on": past, "memory": memory}
            config.extra["clearinghouse"] |= own_repository(config.extra["clearinghouse"].get("repository") or "")
            config.plugins.on_startup(command="build", dirty=False)
            try:
                build(config)
            finally:
                end(config)
        except (MkDocsException, Abort) as error:
            raise Failure(f"MkDocs could not build the site: {error}") from None
        finally:
            logging.getLogger(engine).removeHandler(warned)
        if warned.messages:
            raise UnsoundSite(f"{counted(len(warned.messages), 'warning')} of MkDocs, listed above; the old site stays as it was")
        files = site_files((folder / CONTENTS).read_bytes())
        broken = list(faults(folder, [file.path for file in files], (config.site_url or "").rstrip("/") + "/", stamped_pages(config)))
        if broken:
            lines = [f"  {fault.page}: {fault.link}: {fault.why}" for fault in broken[:MOST_BROKEN]]
            more = [f"  and {len(broken) - MOST_BROKEN} more"] if len(broken) > MOST_BROKEN else []
            raise UnsoundSite("\n".join([f"{counted(len(broken), 'fault')} in the new site; the old one stays as it was", *lines, *more]))
        if keep:
            keep(config)
        return sum(file.is_html for file in files)


class _Warned(logging.Handler):
    """Collects what MkDocs warns of, as its own --strict does: in CI a warning must not pass unseen."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())

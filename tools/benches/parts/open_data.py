"""The bench of open data: all documents of a site are made of the records of a folder; how long each kind of file takes, once the
records are read, and what share of a whole build that is."""

import json
import sys
import time
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from mkdocs.config import load_config

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.publications.outputs import Output, parts
from clearinghouse.publications.page import Page
from clearinghouse.publications.pages.pages import Pages
from clearinghouse.publications.tables.open_data import DATABASE
from clearinghouse.reading.typing.read import read
from clearinghouse.site.mkdocs.settings import templates_of
from clearinghouse.world.disk.data_folder import data_files
from clearinghouse.world.root import ROOT
from tools.benches.checkout import DAY, Checkout
from tools.benches.parts.feeds import SITE

PAGES, API, LISTS, WORD = "pages and the rest", "API", "files of lists and tables", "Word documents"
TABLES = "tables and database"


def kind_of(output: Output) -> str:
    """What a document counts as."""
    if isinstance(output, Page):
        return PAGES
    if output.address.startswith(("api/", "open-data/")):
        return API if output.address.startswith("api/") else TABLES
    ending = output.address.rpartition(".")[2]
    return {"csv": LISTS, "json": LISTS if "/" in output.address else PAGES, "xlsx": LISTS, "docx": WORD}.get(ending, PAGES)


def measured(data: Path) -> dict[str, float]:
    """Seconds of CPU for each kind and for a whole build, the shares of open data, and the size of the database."""
    reading = read(data_files(data))
    catalogue = Catalogue.of(reading.records, reading.about, date.fromisoformat(DAY), reading.links)
    pages = Pages(catalogue, SITE, templates_of(load_config(str(ROOT / "mkdocs.yml"))))
    seconds, size, began = dict.fromkeys((API, TABLES, LISTS, WORD, PAGES), 0.0), 0, time.process_time()
    for part in parts(pages):
        for output in part():
            now = time.process_time()
            seconds[kind_of(output)] += now - began
            size = len(output.content) if not isinstance(output, Page) and output.address == DATABASE else size
            began = time.process_time()
    with TemporaryDirectory(prefix="chm-bench-") as folder:
        build = Checkout.here().usage("build", "--data", data, "--site", Path(folder, "site"), "--as-of", DAY).cpu
    shares = {f"{kind} %": 100 * seconds[kind] / build for kind in (API, TABLES, LISTS, WORD)}
    return {
        **{f"{kind} s": spent for kind, spent in seconds.items()},
        "build s": build,
        **shares,
        "all open data %": sum(shares.values()),
        "SQLite MB": size / 1e6,
    }


if __name__ == "__main__":
    print(json.dumps(measured(Path(sys.argv[1]))))

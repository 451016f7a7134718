"""The bench of quality: how long it takes to count and list what could be mended, and what is new, once the records are read."""

import json
import sys
from datetime import date
from pathlib import Path

from jinja2 import FileSystemLoader

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.catalogue.quality import Quality
from clearinghouse.publications.html.templates import Templates
from clearinghouse.publications.pages.news import timeline
from clearinghouse.publications.pages.upkeep import desks, outward_links, quality
from clearinghouse.reading.typing.read import read
from clearinghouse.world.disk.data_folder import data_files
from clearinghouse.world.root import ROOT
from tools.benches.parts.feeds import SITE
from tools.benches.parts.timing import seconds


def measured(data: Path) -> dict[str, float]:
    """Seconds for the numbers and their page, for desks with their feeds, for the time line, for the page of links, and for all."""
    reading = read(data_files(data))
    catalogue = Catalogue.of(reading.records, reading.about, date(2026, 11, 21), reading.links)
    templates, of_records = Templates(FileSystemLoader(ROOT / "overrides/records")), Quality(catalogue)
    return seconds(
        {
            "quality": lambda: (
                quality.metrics(of_records),
                templates.render("prose/quality.html", quality.ADDRESS, prose="", **quality.context(of_records)),
            ),
            "desks": lambda: (list(desks.pages(of_records, SITE, templates)), list(desks.feeds(of_records, SITE))),
            "time line": lambda: (
                list(timeline.pages(months := timeline.months(catalogue), catalogue, templates)),
                timeline.sections(months, catalogue),
            ),
            "links": lambda: outward_links.page(catalogue, SITE, templates),
        }
    )


if __name__ == "__main__":
    print(json.dumps(measured(Path(sys.argv[1]))))

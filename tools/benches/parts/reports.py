"""The bench of reports: how long indicators, the pages of what changed and the reports of all years take, once the records are read."""

import json
import sys
from datetime import date
from pathlib import Path

from jinja2 import FileSystemLoader

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.catalogue.indicators.answering import answers
from clearinghouse.publications.html.templates import Templates
from clearinghouse.publications.pages.news import reports
from clearinghouse.publications.pages.news.changes import Changes
from clearinghouse.reading.typing.read import read
from clearinghouse.world.disk.data_folder import data_files
from clearinghouse.world.root import ROOT
from tools.benches.parts.timing import seconds


def measured(data: Path) -> dict[str, float]:
    """Seconds for the answers to all indicators, for the pages of what changed, for reports with their files, and for all."""
    reading = read(data_files(data))
    catalogue = Catalogue.of(reading.records, reading.about, date(2026, 11, 21), reading.links)
    templates = Templates(FileSystemLoader(ROOT / "overrides/records"))
    return seconds(
        {
            "indicators": lambda: [list(answers(activity, catalogue)) for activity in catalogue.activities],
            "changes": lambda: list(Changes(catalogue).pages(templates)),
            "reports": lambda: (list(reports.pages(by_year := reports.reports(catalogue), templates)), list(reports.files(by_year))),
        }
    )


if __name__ == "__main__":
    print(json.dumps(measured(Path(sys.argv[1]))))

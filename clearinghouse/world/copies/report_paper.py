"""Report on paper: a report of a year as a PDF file, printed by a browser."""

import tempfile
from pathlib import Path

from jinja2 import FileSystemLoader

from clearinghouse.publications.html.templates import Templates
from clearinghouse.publications.reports.report import Report
from clearinghouse.world.browser.printing import printer
from clearinghouse.world.root import ROOT


def pdf_report(report: Report) -> bytes:
    """The report as a tagged PDF file; the browser writes the moment into it. Raises Failure where no browser can print."""
    html = Templates(FileSystemLoader(ROOT / "overrides" / "records")).render("pages/report_paper.html", "", report=report)
    with tempfile.TemporaryDirectory(prefix="chm-report-") as folder, printer() as browser:
        page = Path(folder, "report.html")
        page.write_text(html, encoding="utf-8")
        return browser.pdf(page.as_uri())

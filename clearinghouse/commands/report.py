"""chm report: writes the working group's report of a year, as a text document, as tables and as PDF."""

import sys
from datetime import date
from pathlib import Path

import click

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.catalogue.years.year import Year, years
from clearinghouse.commands import options
from clearinghouse.problems import report as problems
from clearinghouse.publications.reports.contents import report_of
from clearinghouse.publications.reports.csv_annex import annexes
from clearinghouse.publications.reports.docx_report import docx_report
from clearinghouse.reading.typing.read import read
from clearinghouse.vocabulary.states import MEMBER_STATES
from clearinghouse.world.copies.report_paper import pdf_report
from clearinghouse.world.disk.data_folder import data_files
from clearinghouse.world.disk.whole_files import write_new
from clearinghouse.world.failure import Failure

FORMATS = ("docx", "csv", "pdf")
HELP = """\
Writes the report of a year: report-2019.docx, and a CSV file for each of its tables. Every number is counted from the records.
The first year is that of the first plan, the last is this year. Files that exist are never replaced.

  chm report --year 2019                               into the folder reports/
  chm report --year 2019 --country VN --out vietnam    only what concerns one state
  chm report --year 2019 --format pdf                  a PDF file alone, made by a browser (Playwright)

Exit status: 0 written, 1 the records have problems (all listed), 2 there is no such report, or it could not be written."""


@options.command(HELP)
@click.option("--year", "number", type=int, required=True, metavar="YEAR", help="the year, e.g. 2019")
@click.option(
    "--country", type=click.Choice(list(MEMBER_STATES), case_sensitive=False), metavar="CC", help="only what concerns a member state"
)
@click.option("--out", type=options.PATH, default=Path("reports"), metavar="FOLDER", help="where the files go (default: reports)")
@click.option(
    "--format", "formats", multiple=True, type=click.Choice(FORMATS), default=FORMATS[:2], help="again for several (default: docx, csv)"
)
@options.data
@options.as_of
def run(number: int, country: str | None, out: Path, formats: tuple[str, ...], data: Path, as_of: date) -> int:
    """Writes the files and names them. Returns 0 or 1, or raises Failure."""
    reading = read(data_files(data))
    if not reading.is_sound:
        print(problems.report(reading.problems, reading.files, "text"), file=sys.stderr)
        return 1
    catalogue = Catalogue.of(reading.records, reading.about, as_of, reading.links)
    if number not in (known := years(catalogue)):
        raise Failure(
            f"there is no report of {number}: " + (f"name a year from {known[0]} to {known[-1]}" if known else "no plan is there")
        )
    report = report_of(Year(catalogue, number, country))
    name = "-".join(filter(None, ("report", str(number), country and country.lower())))
    files = {out / f"{name}.docx": docx_report(report)} if "docx" in formats else {}
    if "csv" in formats:
        files |= {out / f"{name}-{annex}": content for annex, content in annexes(report).items()}
    if "pdf" in formats:
        files[out / f"{name}.pdf"] = pdf_report(report)
    write_new(files)
    print("\n".join(f"wrote {path}" for path in files))
    return 0

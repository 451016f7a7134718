"""chm links: looks at every address that records name, politely, and keeps what it finds over the runs."""

import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from clearinghouse import __version__
from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.catalogue.outward import addresses, archived_copies
from clearinghouse.commands import options
from clearinghouse.problems.report import report
from clearinghouse.publications.pages.upkeep.outward_links import issue_text
from clearinghouse.publications.words import counted
from clearinghouse.reading.files.link_reports import LARGEST_REPORT, NAME, report_text
from clearinghouse.reading.typing.read import read
from clearinghouse.records.link_report import DEAD_AFTER, EMPTY, FAILED, FINE, LinkReport, Look
from clearinghouse.world.disk.data_folder import data_files
from clearinghouse.world.disk.whole_files import write_text
from clearinghouse.world.failure import Failure
from clearinghouse.world.web.journal import interrupted_run, journal_of
from clearinghouse.world.web.looks import looks_at
from clearinghouse.world.web.pace import Pace
from clearinghouse.world.web.visiting import Visitor

HELP = f"""\
Looks at every address that records name: one request a second to a host, HEAD first, and GET where that is not answered
well, three attempts where a second may help. What fails in {DEAD_AFTER} runs, on as many days, counts as dead; for that an archived
copy is looked for. What was found is kept in {NAME} of the data folder, from which the next build makes /quality/links/.

  chm links                       all addresses of data/
  chm links --issue issue.md      and writes what is to be mended, in Markdown, for one issue that is rewritten every time

Ctrl-C, or whatever else ends it, loses nothing: the next run goes on where this one stopped.

Exit status: 0 looked, 1 the records or the report have problems (all told), 2 the tool itself failed, 130 stopped."""
ARCHIVE = "https://web.archive.org/web/{day}/{url}"
SECONDS_BETWEEN_LINES = 10.0
"""Between two lines that say how far it is."""


@options.command(HELP)
@options.data
@click.option("--issue", type=options.PATH, metavar="FILE", help="write there what is to be mended, in Markdown")
@click.option("--site-url", default="", metavar="URL", help="with --issue: where the site is, for links to its pages")
@options.as_of
@click.option("--pause", type=float, default=1.0, metavar="SECONDS", help="between two requests to a host (default: 1)")
@click.option("--timeout", type=float, default=20.0, metavar="SECONDS", help="for one request (default: 20)")
@click.option("--archive", default=ARCHIVE, metavar="URL", help="where copies are kept, with {day} and {url}; empty for nowhere")
@click.option("--local", is_flag=True, help="let addresses lead into a private network as well")
def run(data: Path, issue: Path | None, site_url: str, as_of: date, pause: float, timeout: float, archive: str, local: bool) -> int:
    """Looks, keeps and says what it saw. Returns 0 or 1, or raises Failure."""
    reading = read(data_files(data))
    journal = data / f"{NAME}.run"
    begun = interrupted_run(journal)
    problems = [problem for problem in reading.problems if problem.severity == "error"] + (begun if isinstance(begun, list) else [])
    if problems or isinstance(begun, list):
        print(report(problems, reading.files, "text"), file=sys.stderr)
        return 1
    on, looks = begun or (as_of, [])
    catalogue = Catalogue.of(reading.records, reading.about, on, reading.links)
    before, named = reading.links or EMPTY, addresses(catalogue)
    seen = {look.url for look in looks}
    left = [url for url in named if url not in seen]
    if looks:
        print(f"going on with the run of {on}: {len(looks):,} of {counted(len(named), 'address', 'addresses')} were looked at", flush=True)
    visitor = Visitor(Pace(pause, time.monotonic, time.sleep), f"clearing-house-links/{__version__}", timeout, local)
    copies = archived_copies(catalogue, before, on, archive)
    with journal_of(journal, on) as keep:
        for look in _with_progress(looks_at(visitor, left, copies, on), len(left)):
            keep(look)
            looks.append(look)
    after = before.after(looks, named)
    text = report_text(after)
    if len(text.encode()) > LARGEST_REPORT:
        raise Failure(f"the report would be larger than {LARGEST_REPORT:,} bytes, and no build would read it: name fewer addresses")
    write_text(data / NAME, text)
    journal.unlink(missing_ok=True)
    if issue:
        write_text(issue, issue_text(replace(catalogue, links=after), site_url))
    print(_summary(after, looks))
    return 0


def _with_progress(looks: Iterable[Look], total: int) -> Iterator[Look]:
    """The looks, and now and then how many there are."""
    last, failed = time.monotonic(), 0
    for number, look in enumerate(looks, start=1):
        yield look
        failed += look.outcome == FAILED
        if time.monotonic() - last >= SECONDS_BETWEEN_LINES or number == total:
            last = time.monotonic()
            print(f"looked at {number:,} of {counted(total, 'address', 'addresses')}, {failed:,} failed", file=sys.stderr, flush=True)


def _summary(report: LinkReport, looks: list[Look]) -> str:
    dead = sum(state.is_dead for state in report.states.values())
    numbers = [sum(look.outcome == outcome for look in looks) for outcome in (FINE, FAILED)]
    rest = len(looks) - sum(numbers)
    words = f"{numbers[0]:,} answered, {numbers[1]:,} failed, {rest:,} would not let a machine look"
    return f"looked at {counted(len(looks), 'address', 'addresses')}: {words}; {dead:,} dead after {DEAD_AFTER} runs"

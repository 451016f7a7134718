"""chm links: looks at every address that records name, politely, and keeps what it finds over the runs."""

import sys
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from clearinghouse import __version__
from clearinghouse.commands import options
from clearinghouse.problems.report import report
from clearinghouse.publications.pages.upkeep.outward_links import issue_text
from clearinghouse.reading.files.link_reports import NAME
from clearinghouse.reading.typing.read import read
from clearinghouse.records.link_report import DEAD_AFTER
from clearinghouse.world.disk.data_folder import data_files
from clearinghouse.world.disk.whole_files import write_text
from clearinghouse.world.web.link_run import LinkRun, link_run, summary
from clearinghouse.world.web.pace import Pace
from clearinghouse.world.web.visiting import Visitor

HELP = f"""\
Opens every address that records name, slowly: one request a second to a host, and up to three attempts. An address that
fails is opened once more as a browser would do it. If that works, only machines are kept out. An address that fails in
{DEAD_AFTER} runs, on as many days, counts as dead, and an archived copy is looked for. The results are kept in {NAME} of the
data folder. The next build makes /quality/links/ from them.

  chm links                       all addresses of data/
  chm links --issue issue.md      and writes what needs fixing, in Markdown, for one issue that is rewritten every time

Ctrl-C, or whatever else ends it, loses nothing: the next run goes on where this one stopped.

Exit status: 0 looked, 1 the records or the report have problems (all listed), 2 the tool itself failed, 130 stopped."""
ARCHIVE = "https://web.archive.org/web/{day}/{url}"


@options.command(HELP)
@options.data
@click.option("--issue", type=options.PATH, metavar="FILE", help="write there what needs fixing, in Markdown")
@click.option("--site-url", default="", metavar="URL", help="with --issue: where the site is, for links to its pages")
@options.as_of
@click.option("--pause", type=float, default=1.0, metavar="SECONDS", help="between two requests to a host (default: 1)")
@click.option("--timeout", type=float, default=20.0, metavar="SECONDS", help="for one request (default: 20)")
@click.option("--archive", default=ARCHIVE, metavar="URL", help="where copies are kept, with {day} and {url}; empty for nowhere")
@click.option("--local", is_flag=True, help="let addresses lead into a private network as well")
def run(data: Path, issue: Path | None, site_url: str, as_of: date, pause: float, timeout: float, archive: str, local: bool) -> int:
    """Looks, keeps and says what it saw. Returns 0 or 1, or raises Failure."""
    reading = read(data_files(data))
    this = link_run(data, reading, as_of)
    if not isinstance(this, LinkRun):
        print(report(this, reading.files, "text"), file=sys.stderr)
        return 1
    looks = this.looks(Visitor(Pace(pause, time.monotonic, time.sleep), f"clearing-house-links/{__version__}", timeout, local), archive)
    after = this.finish(looks)
    if issue:
        write_text(issue, issue_text(replace(this.catalogue, links=after), site_url))
    print(summary(after, looks))
    return 0

"""chm harvest: gathers records from other sites, and proposes what is new and changed there."""

import time
from datetime import date
from pathlib import Path

import click

from clearinghouse import __version__
from clearinghouse.commands import options
from clearinghouse.problems.report import report as problem_report
from clearinghouse.reading.files.folder import HARVEST
from clearinghouse.reading.files.harvest_memory import NAME, memory_of
from clearinghouse.reading.intake.harvest.account import as_markdown, as_text
from clearinghouse.reading.intake.harvest.entries import MOST_READ
from clearinghouse.reading.intake.harvest.proposing import Settings
from clearinghouse.reading.typing.harvest_list import harvest_list
from clearinghouse.records.harvest_sources import HarvestSources
from clearinghouse.site.address import site_address
from clearinghouse.world.disk.data_folder import data_files, path_name
from clearinghouse.world.disk.proposal_folder import write_proposals
from clearinghouse.world.disk.whole_files import write_text
from clearinghouse.world.failure import Failure
from clearinghouse.world.receiving.harvest_run import HarvestRun, overlaid
from clearinghouse.world.web.fetching import Fetcher
from clearinghouse.world.web.line import Line
from clearinghouse.world.web.pace import Pace

MINUTES = 20
"""So that a weekly run on GitHub, which also checks what it found and builds the site with it, ends within half an hour."""
HELP = f"""\
Gathers records from the sites that {HARVEST} of the data folder lists: other clearing houses, events in pages
(schema.org), calendars (iCalendar) and feeds (RSS, Atom). What is new or changed there becomes a proposal: a file that you
read, correct and keep, or delete. What someone edited or deleted here stays so, and nothing is proposed twice.

  chm harvest                          writes proposals into proposals/, and changes nothing in data/
  chm harvest --write                  writes them into data/, for a branch of its own: see them with `git diff`
  chm harvest --source national-site   one source alone
  chm harvest --report report.md       and what was taken, left out and why, in Markdown

One request a second to a host; robots.txt is heeded; what has not changed is not fetched again. A run asks for at most {MOST_READ:,}
records and pages, for {MINUTES} minutes at most, and says how many wait: the next one goes on from there. A sample of {HARVEST} is
data/_harvest_example.yml; docs/gathering.md says more.

Exit status: 0 gathered, or there is nothing to gather; 1 {HARVEST} has problems, or no source could be read; 2 the tool failed."""


@options.command(HELP)
@options.data
@click.option("--proposals", type=options.PATH, default=Path("proposals"), metavar="DIR", help="where proposals go (default: proposals)")
@click.option("--write", is_flag=True, help="write proposals into the data folder instead")
@click.option("--source", "only", multiple=True, metavar="ID", help="this source alone; again for several")
@click.option("--report", "markdown", type=options.PATH, metavar="FILE", help="write there what came of each source, in Markdown")
@click.option("--afresh", is_flag=True, help="read also what has not changed since the last time")
@click.option("--minutes", type=float, default=MINUTES, metavar="N", help=f"for which it asks other sites, all in all (default: {MINUTES})")
@options.as_of
@click.option("--site-url", default="", metavar="URL", help="where our own site is (default: that of mkdocs.yml)")
@click.option("--pause", type=float, default=1.0, metavar="SECONDS", help="between two requests to a host (default: 1)")
@click.option("--timeout", type=float, default=30.0, metavar="SECONDS", help="for one request (default: 30)")
@click.option("--local", is_flag=True, help="let addresses lead into a private network as well")
def run(
    data: Path,
    proposals: Path,
    write: bool,
    only: tuple[str, ...],
    markdown: Path | None,
    afresh: bool,
    minutes: float,
    as_of: date,
    site_url: str,
    pause: float,
    timeout: float,
    local: bool,
) -> int:
    """Gathers, writes proposals and says what came of it. Returns 0 or 1, or raises Failure."""
    files, place = list(data_files(data)), data if write else proposals
    before = files if write else list(data_files(proposals)) if proposals.is_dir() else []
    sources = harvest_list(files)
    if sources is None:
        print(f"there is no {path_name(data / HARVEST)}: nothing to gather")
        return 0
    kept = next((memory_of(path_name(place / NAME), file.content) for file in before if file.path == NAME), {})
    if not isinstance(sources, HarvestSources) or isinstance(kept, list):
        print(problem_report([*(sources if isinstance(sources, list) else []), *(kept if isinstance(kept, list) else [])], 1, "text"))
        return 1
    if unknown := set(only) - {source.id for source in sources.sources}:
        raise Failure(f"{HARVEST} has no source {', '.join(sorted(unknown))}")
    line = Line(Pace(pause, time.monotonic, time.sleep), timeout, local)
    settings = Settings(as_of.isoformat(), f"{own.rstrip('/')}/" if (own := site_url or site_address()) else "")
    this = HarvestRun(Fetcher(line, f"clearing-house-harvest/{__version__}"), overlaid(files, before), kept, settings, seconds=minutes * 60)
    memory = this.gather([source for source in sources.sources if not only or source.id in only], afresh)
    paths = write_proposals(place, this.proposals.values(), memory)
    if markdown:
        write_text(markdown, as_markdown(this.accounts))
    print(as_text(this.accounts))
    if paths:
        print(f"{len(paths):,} {'proposal' if len(paths) == 1 else 'proposals'} in {path_name(place)}: read each, correct it, or delete it")
    return int(all(account.fault for account in this.accounts))

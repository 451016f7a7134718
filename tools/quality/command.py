"""chm quality: measures a page of each kind: accessibility with axe, HTML with the Nu checker, speed with Lighthouse."""

import os
import sys
import time
from contextlib import ExitStack
from pathlib import Path

import click

from clearinghouse.commands import options
from clearinghouse.world.disk.whole_files import write_text
from tools.quality import browsing, markup, speed
from tools.quality.kinds import asked_of, kinds_of_site
from tools.quality.locked_tools import packages
from tools.quality.serving import served
from tools.quality.sites import DAYS, built
from tools.quality.verdict import Fault, Sample, Speed, json_of, lines_of

HELP = """\
Builds the site of data/ and that of tests/living, serves them compressed (by nginx where there is one), and looks at the
largest page of each kind:
- axe finds nothing (light, dark, 360 and 320 pixels wide, forced colours, folds, menu, search and form open), nothing is wider
  than the window, the console is silent, and nothing jumps by more than 0.02 while the page loads
- the Nu HTML checker finds no error
- Lighthouse on a telephone: performance 95 at least, as the median of three, all else 100, for five pages of the true site

  chm quality                              all of it; some ten minutes
  chm quality --only html --only axe       without Lighthouse, which wants a machine that does nothing else
  chm quality --site site --of true        the site that is built already, and no other
  chm quality --kind 'trainings/*'         one kind of page

axe, Lighthouse and the checker come from tools/quality/package-lock.json, once, into a cache outside the repository; they
need Node 22 with npm, and Java 11. No build needs any of it.
Exit status: 0 all is well, 1 something is wrong, 2 it could not be measured."""
CHECKS = (browsing.NAME, markup.NAME, speed.NAME)


@options.command(HELP)
@click.option("--site", type=options.PATH, metavar="DIR", help="a folder that holds the site of data/ already (default: build it)")
@click.option("--of", "names", multiple=True, type=click.Choice(tuple(DAYS)), help="which site (default: both)")
@click.option("--only", "checks", multiple=True, type=click.Choice(CHECKS), help="which check (default: all)")
@click.option("--kind", "chosen", multiple=True, metavar="KIND", help="which kind of page, as the summary names it (default: all)")
@click.option("--runs", type=click.IntRange(min=1), default=3, help="how often Lighthouse looks at a page (default: 3)")
@click.option("--report", type=options.PATH, default=Path("quality.json"), metavar="FILE", help="the JSON (default: quality.json)")
def run(
    site: Path | None, names: tuple[str, ...], checks: tuple[str, ...], chosen: tuple[str, ...], runs: int, report: Path
) -> int:  # fmt: skip
    """Measures, prints a summary and writes it. Returns 0 or 1; raises Failure."""
    began = time.monotonic()
    wanted = [check for check in CHECKS if check in (checks or CHECKS)]
    tools = packages()
    samples: list[Sample] = []
    speeds: list[Speed] = []
    faults: list[Fault] = []

    def tell(words: str) -> None:
        print(f"{time.monotonic() - began:5.0f} s  {words}", file=sys.stderr, flush=True)

    with built(names or tuple(DAYS), site) as sites, ExitStack() as servers:
        for one in sites:
            everything = kinds_of_site(one.folder)
            kinds = asked_of(everything, chosen)
            url = servers.enter_context(served(one.folder))
            # Before all else, while nothing runs beside it.
            if speed.NAME in wanted and one.name == "true":
                for name, address in speed.pages_of(everything).items():
                    measure, slow = speed.speed_of(name, url, address, tools, runs)
                    speeds.append(measure)
                    faults += slow
                    tell(f"Lighthouse: {name}: {measure.median}")
            if markup.NAME in wanted:
                faults += markup.faults_of(one.name, one.folder, kinds, tools)
                tell(f"{one.name}: the HTML of {len(kinds)} pages")
            if browsing.NAME in wanted:
                place = browsing.Place(one.name, url, one.day)
                looked, wrong = browsing.looks(place, kinds, tools, os.cpu_count() or 2, tell, opens=not chosen)
                samples += looked
                faults += wrong
            elif markup.NAME in wanted:
                samples += [Sample(one.name, kind, address) for kind, address in kinds.items()]
    print(*lines_of(samples, speeds, faults, [check for check in wanted if check != speed.NAME]), sep="\n")
    pages = len({(sample.site, sample.address) for sample in samples})
    print(f"{len(faults)} faults on {pages} pages and {len(speeds)} runs of Lighthouse, after {time.monotonic() - began:.0f} s")
    write_text(report, json_of(samples, speeds, faults))
    return 1 if faults else 0

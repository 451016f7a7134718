"""chm export: makes the offline editions of a built site, and the page that offers them."""

import time
from pathlib import Path

import click

from clearinghouse.commands import options
from clearinghouse.publications.offline.edition import README
from clearinghouse.publications.offline.offers import SUMS
from clearinghouse.publications.words import counted
from clearinghouse.site.built_site import BuiltSite
from clearinghouse.site.editions import write_editions
from clearinghouse.site.offering import offered
from clearinghouse.world.root import ROOT

HELP = """\
Takes the site that `chm build` has built, and makes copies that work without a network: the whole site as a zip file and as
a ZIM file for Kiwix, and a pack for each member state. It adds checksums, a README and the page that offers all of them.
The files are put in place together, once all of them are ready. Older editions stay in dist/.

  chm export
  chm export --publish               put them into offline/ of the site as well, and make its sums again (chm build --manifest)
  chm export --without-zim           all but the ZIM file, which takes more time than all others
  chm export --print                 PDF files as well, made by a browser: a sheet for each training, a booklet for each state
  chm export --since 2026-10-01      an update as well, for copies made on that day (the edition must lie in dist/)
  chm export --since v1.2            an update for copies of the site as it was at that revision of git
  chm export --updates               an update for each older edition that lies in dist/, where it is much smaller

Exit status: 0 made, 2 could not be made."""


@options.command(HELP)
@options.SITE(help="the built site (default: site)")
@click.option("--dist", type=options.PATH, default=ROOT / "dist", metavar="DIR", help="where the editions go (default: dist)")
@click.option("--print", "paper", is_flag=True, help="make PDF files too: sheets of trainings, booklets of states")
@click.option("--since", metavar="REV|DATE", help="make an update too, for copies of that day or revision")
@click.option("--updates", is_flag=True, help="make an update too for each older edition in DIST")
@click.option("--without-zim", is_flag=True, help="make no ZIM file")
@click.option("--publish", is_flag=True, help="put the editions into offline/ of the site as well")
def run(site: Path, dist: Path, paper: bool, since: str | None, updates: bool, without_zim: bool, publish: bool) -> int:
    """Makes all editions and prints each. Returns 0, or raises Failure."""
    began = time.perf_counter()
    files = write_editions(BuiltSite.at(site), dist, paper, since, updates, with_zim=not without_zim)
    print(f"made {counted(len(files), 'edition')} in {time.perf_counter() - began:.1f} s: {dist}")
    if publish:
        print(f"offered: {offered(site, dist, (*files, SUMS, README))}")
    return 0

"""chm lost: tells which addresses of the published site a new one no longer has, before it is published."""

from pathlib import Path

import click

from clearinghouse.commands import options
from clearinghouse.publications.addresses import lost_addresses
from clearinghouse.publications.words import counted
from clearinghouse.world.failure import Failure
from clearinghouse.world.web.live_site import NAME, live_addresses

HELP = """\
Compares `addresses.txt` of a new site with that of the published one, or of another folder. What was published must stay:
a record is present, or redirected (`former_ids`), or withdrawn with a reason.

  chm lost --live https://awg-cites-we.github.io/clearing-house/
  chm lost --live old-site/ --site site/

Exit status: 0 nothing is lost, or nothing was published yet; 1 something is (all listed); 2 one of the two cannot be read."""


@options.command(HELP)
@click.option("--live", required=True, metavar="URL", help="the published site's address, or a folder")
@options.SITE(help="the new site (default: site)")
def run(live: str, site: Path) -> int:
    """Compares. Returns 0 or 1, or raises Failure."""
    try:
        new = (site / NAME).read_text("utf-8")
    except OSError as error:
        raise Failure(f"cannot read {site / NAME}: {error.strerror}; build the site first: `chm build`") from None
    published = live_addresses(live)
    if published is None:
        print(f"nothing is published at {live} yet, so nothing can be lost")
        return 0
    lost = lost_addresses(published, new)
    for address in lost:
        print(address)
    if lost:
        print(f"{counted(len(lost), 'address', 'addresses')} would be lost: bring the records back, or name their old ids in `former_ids`")
        return 1
    print(f"all {counted(len(published.split()), 'address', 'addresses')} of {live} are still there")
    return 0

"""chm relay: takes messages of the form without mail or account, checks them, and keeps nothing but proposals."""

import time
from datetime import date
from pathlib import Path

import click

from clearinghouse.commands import options
from clearinghouse.commands.serve import address as host_and_port
from clearinghouse.site.address import site_address
from clearinghouse.world.failure import Failure
from clearinghouse.world.processes import cores, until_terminated
from clearinghouse.world.root import ROOT

HERE = "127.0.0.1:8090"
HELP = """\
A small service for an office that runs a web server. The form on the site sends its messages there; each is checked like
`chm check` does, and waits in a folder of its own for `chm proposals`. The sender gets a reference number, and a page that
says so. It sets no cookie, and keeps neither logs nor addresses.

  chm relay                                            at 127.0.0.1:8090, proposals in proposals/
  chm relay --address 127.0.0.1:9000 --proposals /var/lib/chm/proposals
  chm relay --site-url https://example.org/            where the form is (default: that of mkdocs.yml)

Put a web server with TLS in front of it: HOSTING.md has the lines for nginx. Then write its address as `relay` into
mkdocs.yml. GET /health answers 200 as long as messages can be taken. Ctrl-C stops it; nothing is ever left half written."""


@options.command(HELP)
@options.data
@click.option("--proposals", type=options.PATH, default=Path("proposals"), metavar="DIR", help="where they wait (default: proposals)")
@click.option("--address", type=host_and_port, default=HERE, metavar="HOST:PORT", help=f"where to listen (default: {HERE})")
@click.option("--site-url", default="", metavar="URL", help="the address of the site whose form may send (default: that of mkdocs.yml)")
@click.option("--proxy", default="127.0.0.1", metavar="ADDRESS", help="the web server in front, which names senders (default: 127.0.0.1)")
@click.option("--per-address", type=click.IntRange(1), default=30, metavar="N", help="messages of one address in ten minutes (default: 30)")
@click.option("--in-all", type=click.IntRange(1), default=300, metavar="N", help="messages in all in ten minutes (default: 300)")
@click.option("--most", type=click.IntRange(1), default=1000, metavar="N", help="proposals in the folder at most (default: 1000)")
@click.option("--processes", type=click.IntRange(1), metavar="N", help="processes that check, of some 100 MB each (default: one a core)")
def run(
    data: Path, proposals: Path, address: tuple[str, int], site_url: str, proxy: str, per_address: int, in_all: int, most: int,
    processes: int | None,
) -> int:  # fmt: skip
    """Serves until it is stopped. Returns 0, or raises Failure."""
    try:
        from clearinghouse.world.relay.serving import serve  # what it is made of is no part of a build
    except ModuleNotFoundError as error:
        raise Failure(f"{error.name} is missing: run `python3 scripts/chm.py relay`, or `pip install clearing-house[relay]`") from None
    from clearinghouse.world.relay.checking import checking
    from clearinghouse.world.relay.intake import Intake
    from clearinghouse.world.relay.pace import Pace
    from clearinghouse.world.relay.pages import Pages

    url = (site_url or site_address()).rstrip("/")
    pages, pace = Pages(ROOT, f"{url}/" if url else ""), Pace(per_address, in_all, time.monotonic)
    with until_terminated(), checking(data, processes or cores()) as check:
        return serve(Intake(proposals, check, most, date.today), pace, pages, address, proxy)

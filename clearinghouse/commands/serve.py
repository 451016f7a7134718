"""chm serve: shows the site while somebody writes, with every change at once."""

from datetime import date
from pathlib import Path

import click

from clearinghouse.commands import options
from clearinghouse.site.server import serve

HELP = """\
Builds the site in a temporary folder and shows it at the address that it prints. When a record changes, each page shows it at
once; feeds, search and files follow when the whole site is built again, which goes on meanwhile. When a page of prose or a
template changes, the whole site is built first. Problems of records are shown in the terminal; the last good site stays visible.

  chm serve
  chm serve --data tests/living --as-of 2026-03-10
  chm serve --address 127.0.0.1:9000

Ctrl-C stops it."""


def address(text: str) -> tuple[str, int]:
    """A host and a port of the command line."""
    host, _, port = text.rpartition(":")
    if not host or not port.isdecimal() or int(port) > 65535:
        raise click.BadParameter(f"{text} is no address: write HOST:PORT, e.g. 127.0.0.1:8000")
    return host, int(port)


@options.command(HELP)
@options.data
@options.DAY("--as-of", help=options.TODAY)
@click.option("--address", type=address, default="127.0.0.1:8000", metavar="HOST:PORT", help="where to show it (default: 127.0.0.1:8000)")
def run(data: Path, as_of: date | None, address: tuple[str, int]) -> int:
    """Serves until it is stopped. Returns 0, or 1 when there is no sound site to begin with, or raises Failure."""
    return serve(data, lambda: as_of or date.today(), *address)  # whoever writes past midnight sees the new day

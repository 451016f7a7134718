"""chm lost: tells which addresses of the published site a new one no longer has, before it is published."""

import argparse
import http.client
import time
import urllib.error
import urllib.request
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urlsplit

from clearinghouse.publications.addresses import lost_addresses
from clearinghouse.publications.words import counted
from clearinghouse.world.failure import Failure
from clearinghouse.world.root import ROOT

SUMMARY = "tell which addresses of the published site a new one has lost"
DESCRIPTION = """\
Compares `addresses.txt` of a new site with that of the published one, or of another folder. What was once published stays:
a record is present, or redirected (`former_ids`), or withdrawn with a reason.

  chm lost --live https://awg-cites-we.github.io/clearing-house/
  chm lost --live old-site/ --site site/

Exit status: 0 nothing is lost, or nothing was published yet; 1 something is (all told); 2 one of the two cannot be read."""
NAME = "addresses.txt"
MOST_BYTES = 50_000_000
SECONDS = 30
PAUSES = (2, 10, 30)
"""Seconds before each further try: a site that is published every night must not miss a night for a bad minute."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the command's options."""
    parser.add_argument("--live", required=True, metavar="URL", help="the published site's address, or a folder")
    parser.add_argument("--site", type=Path, default=ROOT / "site", metavar="DIR", help="the new site (default: site)")


def run(options: argparse.Namespace) -> int:
    """Compares. Returns 0 or 1, or raises Failure."""
    try:
        new = (options.site / NAME).read_text("utf-8")
    except OSError as error:
        raise Failure(f"cannot read {options.site / NAME}: {error.strerror}; build the site first: `chm build`") from None
    live = live_addresses(options.live)
    if live is None:
        print(f"nothing is published at {options.live} yet, so nothing can be lost")
        return 0
    lost = lost_addresses(live, new)
    for address in lost:
        print(address)
    if lost:
        print(f"{counted(len(lost), 'address', 'addresses')} would be lost: bring the records back, or name their old ids in `former_ids`")
        return 1
    print(f"all {counted(len(live.split()), 'address', 'addresses')} of {options.live} are still there")
    return 0


def live_addresses(where: str, pauses: tuple[float, ...] = PAUSES) -> str | None:
    """The published `addresses.txt`; None where nothing at all is published yet, or the folder is empty. Raises Failure when
    nobody answers, or something else is there."""
    if urlsplit(where).scheme not in ("http", "https"):
        path = Path(where, NAME)
        if not path.parent.is_dir():
            raise Failure(f"there is no folder {path.parent}: name that of the published site, or its address")
        if not path.exists() and any(path.parent.iterdir()):
            raise Failure(f"{path.parent} holds no {NAME}: name a folder with a site, or an empty one")
        return path.read_text("utf-8") if path.exists() else None
    front = f"{where.rstrip('/')}/"
    # A site that answers, but without the list, is no new one: only where nothing is published can nothing be lost.
    found = _answer(front + NAME, pauses)
    if found is None and _answer(front, pauses) is not None:
        told = f"{front} is published, but has no {NAME}"
        raise Failure(f"{told}: name the address of a clearing house; HOSTING.md says how to replace another site")
    return found


def _answer(url: str, pauses: tuple[float, ...]) -> str | None:
    """What is there, or None where nothing is. Raises Failure when nobody answers."""
    why = ""
    for pause in (0, *pauses):
        time.sleep(pause)
        try:
            with urllib.request.urlopen(url, timeout=SECONDS) as answer:
                return str(answer.read(MOST_BYTES).decode("utf-8"))
        except urllib.error.HTTPError as error:
            if error.code == HTTPStatus.NOT_FOUND:
                return None
            why = f"it answers {error.code}"
        except (OSError, ValueError, http.client.HTTPException) as error:
            why = str(getattr(error, "reason", error))
    raise Failure(f"cannot read {url}: {why}; try again when the site answers")

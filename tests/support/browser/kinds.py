"""Kinds: of each kind of page the one that most can go wrong with, found in the built site."""

import re
from functools import cache
from pathlib import Path
from typing import Any

from tests.support.haste import daily

_NARROWED = r"[a-z]+/by/[^/]+/[^/]+/"
_RECORD = "/(?!by/|page/|digest/|archive/)[^/]+/"
LARGEST_REDIRECT = 2000
"""In bytes: a redirect has no theme around it, and the theme alone is larger."""
COLLECTIONS = ("trainings", "workshops", "programmes", "documents", "networks", "projects", "figures", "updates")
KINDS = {
    "front page": "",
    "prose": "(about|contribute)/",
    "subscribe": "subscribe/",
    "offline": "offline/",
    "digests": "updates/digest/",
    "digest": "updates/digest/[^/]+/",
    "month of updates": "updates/archive/[^/]+/",
    "plans": "plans/",
    "plan": "plans/[^/]+/",
    "activity": "plans/[^/]+/[^/]+/",
    "list": f"({'|'.join(COLLECTIONS)})/",
    "narrowed list": _NARROWED,
    **{collection.removesuffix("s"): collection + _RECORD for collection in COLLECTIONS},
    "legislation": "legislation/",
    "legislation of a state": "legislation/[^/]+/",
    "countries": "countries/",
    "country": "countries/[^/]+/",
    "desk": "(countries/[^/]+|quality)/desk/",
    "quality": "quality/",
    "links": "quality/links/",
    "room of editors": "maintain/",
    "error codes": "maintain/codes/",
    "coverage": "coverage/",
    "coverage of a state": "coverage/[^/]+/",
    "months": "months/",
    "month": "months/[^/]+/",
    "search": "search/",
    "page that is not there": "404.html",
}
"""Each kind of page with its address, as a regular expression."""
SPARSE = ("activity", "narrowed list", "training", "legislation of a state", "country", "desk")
"""The kinds of which the smallest page, where hardly anything is told, looks unlike the largest."""
PAGES = (*KINDS, *(f"sparse {kind}" for kind in SPARSE))
"""The names by which tests ask for a page of each kind."""

SAMPLE = ("front page", "list", "training")
"""The kinds that stand for all where another test looks at each kind in much the same way."""


def sampled(*more: str) -> list[Any]:
    """Each kind of page as a parameter: every day the sample, and more of them where there is a reason."""
    return daily(PAGES, *SAMPLE, *more)


def addresses(site: Path) -> list[str]:
    """All addresses of a site's pages, relative to it, without those that only redirect."""
    lines = [line.removeprefix("/") for line in (site / "addresses.txt").read_text("utf-8").splitlines() if line.endswith("/")]
    pages = [address for address in lines if not address or address.endswith("/")]
    return [address for address in pages if (site / file_of(address)).stat().st_size > LARGEST_REDIRECT]


def file_of(address: str) -> str:
    """The file that a server sends for an address."""
    return address + "index.html" if not address or address.endswith("/") else address


@cache
def page_of(name: str, site: Path) -> str:
    """The address of the largest page of a kind, or of the smallest of a `sparse` one."""
    pattern = re.compile(KINDS[name.removeprefix("sparse ")])
    pages = [address for address in (*addresses(site), "404.html") if pattern.fullmatch(address)]
    return (min if name.startswith("sparse ") else max)(sorted(pages), key=lambda address: (site / file_of(address)).stat().st_size)

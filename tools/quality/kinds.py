"""Kinds: the list of a site's contents comes in; a page of each kind leaves, the largest, with which most can go wrong.

What kinds there are is read from the shapes of addresses, so that a new collection or page is looked at from its first day.
"""

import json
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Any

from clearinghouse.world.failure import Failure

WORDS = frozenset({"by", "page", "desk", "digest", "archive", "links", "since"})
"""What stands below the first part of an address and is no name of a record."""
ANY = "*"
NOT_THERE = "404.html"


def kind_of(address: str) -> str:
    """The shape of an address: `trainings/*` for each training; lists narrowed to whatever are of one kind."""
    first, *rest = address.strip("/").split("/")
    if rest and rest[0] in ("by", "page"):
        return "/".join([ANY, rest[0], *(ANY for _ in rest[1:])])
    return "/".join([first or "front page", *(part if part in WORDS else ANY for part in rest)])


def kinds_of(files: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """The address of the largest page of each kind, relative to the site; the page for wrong addresses is one of them."""
    largest: dict[str, dict[str, tuple[int, str]]] = {}
    for file in files:
        address = file["address"].removeprefix("/")
        if file["media_type"] == "text/html" and (not address or address.endswith("/")) and file["kind"] != "redirect":
            alike = largest.setdefault(kind_of(address), {})
            alike[file["kind"]] = max(alike.get(file["kind"], (0, "")), (file["bytes"], address))
    kinds = {"front page": ""}
    for shape, alike in sorted(largest.items()):
        for kind, (_, address) in alike.items():
            # Pages of one shape may still be of two kinds: the law of a state, and a table of all states.
            kinds[shape if len(alike) == 1 else f"{shape} ({kind})"] = address
    return kinds | {"not there": NOT_THERE}


def kinds_of_site(site: Path) -> dict[str, str]:
    """The same of a built site."""
    return kinds_of(json.loads((site / "contents.json").read_text("utf-8"))["files"])


def asked_of(kinds: Mapping[str, str], asked: Collection[str]) -> dict[str, str]:
    """Those that are asked for; all where none is. Raises Failure where a site has none of them."""
    chosen = {kind: address for kind, address in kinds.items() if not asked or kind in asked}
    if not chosen:
        raise Failure(f"the site has no page of the kind {' or '.join(asked)}; it has {', '.join(kinds)}")
    return chosen


def file_of(address: str) -> str:
    """The file of a page."""
    return address if address.endswith(".html") else f"{address}index.html"

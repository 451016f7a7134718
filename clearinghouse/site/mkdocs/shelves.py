"""Shelves: the navigation of mkdocs.yml and the heads of the pages in content/ come in, and what the library holds leaves."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils.meta import get_data

from clearinghouse.publications.presentations import LISTED
from clearinghouse.publications.site import Room, Shelf
from clearinghouse.publications.translation.language import NAMES

LIBRARY = "library.md"
OTHERS = "Others"
"""The shelf of pages that name none."""


def shelves_of(config: MkDocsConfig) -> tuple[Shelf, ...]:
    """The pages in the library's part of the navigation, and those elsewhere in it that are lists or name a shelf. Shelves stand as
    the library's part has them; pages from above come first on theirs."""
    inside: list[tuple[str, str]] = []
    above: list[tuple[str, str]] = []
    for branch in config.nav or ():
        pages = list(_pages_of(branch))
        (inside if LIBRARY in dict(pages) else above).extend(pages)
    shelves: dict[str, list[Room]] = {}
    for name, _ in inside:
        if name != LIBRARY:
            shelves.setdefault(_head_of(name, config).get("shelf", OTHERS), [])
    for name, title in (*above, *inside):
        head, address = _head_of(name, config), f"{name.removesuffix('.md')}/"
        if name != LIBRARY and ((name, title) in inside or "shelf" in head or address.removesuffix("/") in LISTED):
            abouts = {tag: about for tag in NAMES if (about := _head_of(f"{tag}/{name}", config).get("description"))}
            shelves.setdefault(head.get("shelf", OTHERS), []).append(Room(address, title, head.get("description", ""), abouts))
    return tuple(Shelf(title, tuple(rooms)) for title, rooms in shelves.items())


def _pages_of(branch: Any) -> Iterator[tuple[str, str]]:
    """The files and titles of pages, at any depth."""
    for title, below in branch.items() if isinstance(branch, dict) else ():
        if isinstance(below, str):
            yield below, title
        else:
            for member in below:
                yield from _pages_of(member)


def _head_of(name: str, config: MkDocsConfig) -> dict[str, Any]:
    """What stands between the dashes at the head of a page."""
    path = Path(config.docs_dir) / name
    return get_data(path.read_text("utf-8-sig", errors="replace"))[1] if path.is_file() else {}

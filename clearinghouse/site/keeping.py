"""Keeping: for each member state, which files of a finished site a browser fetches to keep all its pages, and how large they are."""

import json
from pathlib import Path

from clearinghouse.publications.offline.file_form import address_of
from clearinghouse.publications.offline.packs import KEPT_LISTS, Pack, countries_of, taken
from clearinghouse.vocabulary.states import MEMBER_STATES


def write_kept_lists(folder: Path) -> None:
    """Writes a list for each state, as assets/keep.js reads it: the addresses, how many are pages, and their size in bytes."""
    sizes = {path.relative_to(folder).as_posix(): path.stat().st_size for path in folder.rglob("*") if path.is_file()}
    pages = {name for name in sizes if name.endswith("/index.html")}
    concerned = {name: states for name in pages if (states := countries_of((folder / name).read_text("utf-8")))}
    (folder / KEPT_LISTS).mkdir(parents=True, exist_ok=True)
    for state in MEMBER_STATES.values():
        names = taken(Pack(state, frozenset(sizes), concerned).held)
        told = {
            "bytes": sum(sizes[name] for name in names),
            "pages": sum(name in pages for name in names),
            "files": [address_of(name) for name in names],
        }
        (folder / KEPT_LISTS / f"{state.address}.json").write_text(json.dumps(told), encoding="utf-8")

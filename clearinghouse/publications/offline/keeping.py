"""Keeping: for each member state, which files of a site a browser fetches to keep all its pages, and how large they are."""

import json
from collections.abc import Iterable, Iterator

from clearinghouse.publications.files.contents import SiteFile
from clearinghouse.publications.files.file import File
from clearinghouse.publications.files.kinds import Kind
from clearinghouse.publications.offline.packs import KEPT_LISTS, Pack, edition_paths
from clearinghouse.vocabulary.states import MEMBER_STATES


def kept_lists(files: Iterable[SiteFile]) -> Iterator[File]:
    """A list for each state, as assets/offline/kept.js reads it: the addresses, how many are pages, and their size in bytes."""
    by_path = {file.path: file for file in files}
    for state in MEMBER_STATES.values():
        kept = [by_path[path] for path in edition_paths(Pack(state, by_path).paths)]
        kept_list = {
            "bytes": sum(file.size for file in kept),
            "pages": sum(file.is_html for file in kept),
            "files": [file.address for file in kept],
        }
        yield File(f"{KEPT_LISTS}{state.address}.json", Kind.DATA, json.dumps(kept_list), is_promised=False)

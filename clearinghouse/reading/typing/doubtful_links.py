"""Doubtful links: a document comes in, and what is wrong with the hosts of its addresses, though they are written well, leaves."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from clearinghouse.problems.problem import Problem
from clearinghouse.problems.terms import LINK_005, LINK_006
from clearinghouse.reading.files.folder import RecordFile
from clearinghouse.reading.files.strict_yaml import Document, Path
from clearinghouse.reading.files.syntax import position_within
from clearinghouse.records.keys.hosts import is_private, writing_systems

_ADDRESS = re.compile(r"https?://(\[[^\s\]]*\]|[^\s/?#@:<>\"\\`)\[\]]+)", re.IGNORECASE)


def doubtful_links(file: RecordFile, document: Document, before: Document | None = None) -> Iterator[Problem]:
    """Hosts that only a private network has, and names that mix writing systems; each host once. before: the earlier state
    of the file, of whose hosts nothing is said again."""
    known = {match[1] for _, match in _addresses(before.data)} if before else set[str]()
    for path, match in _addresses(document.data):
        host = match[1]
        if host in known:
            continue
        known.add(host)
        line, column = position_within(file.file.content, document.position(path), match.string, match.start())
        place = document.place(path)._replace(line=line, column=column)
        if is_private(host):
            yield LINK_006.at(place, found=match[0], host=host)
        elif systems := writing_systems(host):
            yield LINK_005.at(place, found=match[0], host=host, systems=" and ".join(systems))


def _addresses(value: Any, path: Path = ()) -> Iterator[tuple[Path, re.Match[str]]]:
    """All addresses of the web in the texts of a document, with the path of the text."""
    if isinstance(value, str):
        yield from ((path, match) for match in _ADDRESS.finditer(value))
    elif isinstance(value, Mapping):
        for key, member in value.items():
            yield from _addresses(member, (*path, key))
    elif isinstance(value, list):
        for place, member in enumerate(value):
            yield from _addresses(member, (*path, place))

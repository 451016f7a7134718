"""Contents: the list of all files of a site, as `contents.json` gives it to everybody who takes a site along or looks after it.

It names every file but itself, since no file can hold its own sum.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any

from clearinghouse.publications.files.kinds import Kind
from clearinghouse.publications.files.media_types import media_type_of
from clearinghouse.publications.html.links import INDEX

CONTENTS = "contents.json"
VERSION = 1


@dataclass(frozen=True)
class SiteFile:
    """A file of a site. address: relative to the site's root, that of a page ends in a slash or is empty; states: those that
    it concerns, as addresses have them; size: in bytes; sha256: of its content, as hexadecimal digits."""

    address: str
    kind: Kind
    title: str = ""
    states: tuple[str, ...] = ()
    size: int = 0
    sha256: str = ""

    @property
    def path(self) -> str:
        """Where it lies, relative to the site's folder."""
        return path_of(self.address)

    @property
    def media_type(self) -> str:
        """What it is to a server."""
        return media_type_of(self.address)

    @property
    def is_html(self) -> bool:
        """Whether a browser shows it as a page."""
        return self.path.endswith(".html")

    def with_content(self, content: bytes) -> "SiteFile":
        """The same with the size and the sum of its content."""
        return replace(self, size=len(content), sha256=sha256(content).hexdigest())


def path_of(address: str) -> str:
    """Where the file of an address lies: that of a page is the index of its folder."""
    return address + INDEX if not address or address.endswith("/") else address


def address_of(path: str) -> str:
    """The address of a file: that of a page is its folder's."""
    folder, slash, name = path.rpartition("/")
    return folder + slash if name == INDEX else path


def contents_text(files: Iterable[SiteFile]) -> str:
    """The list as JSON, sorted by address, one file a line; addresses as in `addresses.txt`, from the root of the site."""
    rows = ",\n".join(json.dumps(_row(file), ensure_ascii=False) for file in sorted(files, key=lambda file: file.address))
    return f'{{"version": {VERSION}, "files": [\n{rows}\n]}}\n'


def _row(file: SiteFile) -> dict[str, Any]:
    return {
        "address": f"/{file.address}", "kind": file.kind, "title": file.title, "states": sorted(file.states),
        "media_type": file.media_type, "bytes": file.size, "sha256": file.sha256,
    }  # fmt: skip


def site_files(text: str | bytes) -> tuple[SiteFile, ...]:
    """The files that a list names. Raises ValueError, KeyError or TypeError for what is no such list."""
    contents = json.loads(text)
    if contents["version"] != VERSION:
        raise ValueError(f"this list is of version {contents['version']}, not {VERSION}")
    return tuple(
        SiteFile(row["address"][1:], Kind(row["kind"]), row["title"], tuple(row["states"]), row["bytes"], row["sha256"])
        for row in contents["files"]
    )

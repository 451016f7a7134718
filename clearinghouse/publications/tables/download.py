"""Download: what is known of a file of open data: its content, and for people its name, its size and how many rows it has."""

from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

from clearinghouse.publications.files.file import File
from clearinghouse.publications.files.kinds import Kind
from clearinghouse.publications.tables.columns import Column

FOLDER = "open-data/"
"""Where all files lie; their page is the folder's own."""


@dataclass(frozen=True)
class Download:
    """A file. name: of its table, or of what it is; about: what it holds, in a sentence; columns: of a table; rows: how many it has."""

    name: str
    address: str
    title: str
    about: str
    content: bytes
    columns: tuple[Column, ...] = ()
    rows: int | None = None

    @cached_property
    def sha256(self) -> str:
        """The sum of its content, as hexadecimal digits."""
        return sha256(self.content).hexdigest()

    @property
    def file(self) -> File:
        """As an output of the site."""
        return File(self.address, Kind.DATA, self.content, self.title)


def folder_of(address: str) -> str:
    """The folder of an address, ending in a slash."""
    return address[: address.rindex("/") + 1]


def csv_address(name: str) -> str:
    """Where the table of a collection lies, relative to the site."""
    return f"{FOLDER}{name}.csv"

"""Site: what publications must know of the site that they are made for."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlencode


@dataclass(frozen=True)
class Room:
    """A page of the library: its address, what it is called in the navigation, and what it is, in a sentence. abouts: that sentence
    in other languages, by tag."""

    address: str
    title: str
    about: str
    abouts: Mapping[str, str] = field(default_factory=dict, compare=False)


@dataclass(frozen=True)
class Shelf:
    """Rooms of one sort, under a heading."""

    title: str
    rooms: tuple[Room, ...]


@dataclass(frozen=True)
class Site:
    """url: absolute, ending in a slash; repository: where records are edited, e.g. https://github.com/owner/name,
    or empty; branch: of the repository; data: the data folder inside the repository; authority: who signs ids of
    feeds and events, set once, apart from the address; mailbox: the office that takes records by mail, or empty; relay: the
    address of a service that takes them without an account (docs/messages.md), or empty; shelves: what
    its library holds."""

    name: str
    url: str
    authority: str
    repository: str = ""
    branch: str = "main"
    data: str = "data"
    mailbox: str = ""
    relay: str = ""
    shelves: tuple[Shelf, ...] = ()

    def edit_link(self, record_path: str) -> str | None:
        """Where a record's file is edited, or None without a repository."""
        return f"{self.repository}/edit/{self.branch}/{self.data}/{record_path}" if self.repository else None

    def file_link(self, record_path: str) -> str | None:
        """Where a record's file can be read, or None without a repository."""
        return f"{self.repository}/blob/{self.branch}/{self.data}/{record_path}" if self.repository else None

    def report_link(self, key: str) -> str | None:
        """Where a reader reports what changed about a record: an issue form that names it; None without a repository."""
        named = urlencode({"template": "correction.yml", "more-record": key}, safe="/")
        return f"{self.repository}/issues/new?{named}" if self.repository else None

    def sample_link(self, collection: str) -> str | None:
        """Where the commented sample of a collection can be read, or None without a repository."""
        return f"{self.repository}/blob/{self.branch}/{self.data}/{collection}/_example.yml" if self.repository else None

"""The finished tree: internal links must lead to files and to parts that are there, and no policy may bar what its page holds."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from clearinghouse.publications.files.contents import path_of
from clearinghouse.publications.html.destinations import missing
from clearinghouse.site.documents import Document, Shell, Stamped

SAMPLE = 40
"""Of so many pages that say themselves what they hold one is read whole, to see that it is true."""


@dataclass(frozen=True)
class BrokenLink:
    """A link of a page that leads nowhere. page: the file, relative to the site; why: what is missing."""

    page: str
    link: str
    why: str


@dataclass(frozen=True)
class _Tree:
    """The files of a site, and what its pages hold. url: the site's own, whose absolute links are internal; stamped: the pages that
    said so when they were made; read: those that were read."""

    url: str
    files: frozenset[str]
    stamped: Mapping[str, Stamped]
    read: Mapping[str, Document]
    _ids: dict[str, frozenset[str]] = field(default_factory=dict)

    def __contains__(self, path: str, /) -> bool:
        return path in self.files

    def parts(self, path: str) -> Collection[str] | None:
        if path not in self._ids:
            page = self.stamped.get(path)
            document = page.whole if page else self.read.get(path)
            if document is None:
                return None
            self._ids[path] = document.ids
        return self._ids[path]

    def broken(self) -> Iterator[BrokenLink]:
        for path, page in self.stamped.items():
            yield from self._broken(path, page.links)
        for path, page in self.first_in_shells.items():
            yield from self._broken(path, page.shell.steady)
        for path, document in self.read.items():
            yield from self._broken(path, document.links)

    def barred(self) -> Iterator[BrokenLink]:
        of_shells = ((path, page.shell.document) for path, page in self.first_in_shells.items())
        own = ((path, page.own) for path, page in self.stamped.items())
        for path, document in (*of_shells, *own, *self.read.items()):
            yield from (BrokenLink(path, part, "the page's own policy bars it") for part in document.barred)

    @cached_property
    def first_in_shells(self) -> Mapping[str, Stamped]:
        """The first page of each shell."""
        first: dict[Shell, str] = {}
        for path, page in self.stamped.items():
            first.setdefault(page.shell, path)
        return {path: self.stamped[path] for path in first.values()}

    def _broken(self, path: str, links: Collection[str]) -> Iterator[BrokenLink]:
        for link in sorted(links):
            if why := missing(link, path, self, self.url):
                yield BrokenLink(path, link, why)


def broken_links(folder: Path, paths: Collection[str], url: str) -> Iterator[BrokenLink]:
    """All broken internal links of the pages among the files of a folder. paths: of its files, relative to it; url: the
    site's own, whose absolute links are internal."""
    return _Tree(url, frozenset(paths), {}, _read(folder, paths)).broken()


def faults(
    folder: Path, paths: Collection[str], url: str, stamped: Mapping[str, Stamped] | None = None, sample: int = SAMPLE
) -> Iterator[BrokenLink]:
    """The broken links, and what the pages' own policies bar, which is as broken.

    stamped: the pages that need not be read, since they said what they hold when they were made, by address; of those one in `sample` is
    read nevertheless.
    """
    known = {path_of(address): page for address, page in (stamped or {}).items()}
    tree = _Tree(url, frozenset(paths), known, _read(folder, [path for path in paths if path not in known]))
    yield from tree.barred()
    yield from tree.broken()
    for path in sorted(known)[::sample]:
        yield from _untrue(path, known[path].whole, Document.of((folder / path).read_bytes()))


def _untrue(path: str, said: Document, document: Document) -> Iterator[BrokenLink]:
    """Where what a page said of itself is not what it is: an error of this program, or a part that swallows what stands behind it."""
    for link in sorted(said.links ^ document.links):
        yield BrokenLink(path, link, "the page was made with it and has it not, or the other way round")
    for part in sorted(said.ids ^ document.ids):
        yield BrokenLink(path, f"#{part}", "the page was made with this part and has it not, or the other way round")


def _read(folder: Path, paths: Collection[str]) -> dict[str, Document]:
    return {path: Document.of((folder / path).read_bytes()) for path in sorted(paths) if path.endswith(".html")}

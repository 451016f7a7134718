"""The finished tree: internal links must lead to files and to parts that are there, and no policy may bar what its page holds."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from lxml import html as lxml_html

from clearinghouse.publications.html.destinations import links_in, missing, parts_in
from clearinghouse.publications.html.policy import barred


@dataclass(frozen=True)
class BrokenLink:
    """A link of a page that leads nowhere. page: the file, relative to the site; why: what is missing."""

    page: str
    link: str
    why: str


@dataclass(frozen=True)
class _Document:
    links: frozenset[str]
    ids: frozenset[str]
    barred: tuple[str, ...]


@dataclass(frozen=True)
class _Tree:
    """The files of a site, and what its pages hold."""

    files: frozenset[str]
    documents: Mapping[str, _Document]

    def __contains__(self, path: str, /) -> bool:
        return path in self.files

    def parts(self, path: str) -> Collection[str] | None:
        document = self.documents.get(path)
        return document.ids if document else None


def broken_links(folder: Path, paths: Collection[str], url: str) -> Iterator[BrokenLink]:
    """All broken internal links of the pages among the files of a folder. paths: of its files, relative to it; url: the
    site's own, whose absolute links are internal."""
    yield from _broken(_Tree(frozenset(paths), _documents(folder, paths)), url)


def faults(folder: Path, paths: Collection[str], url: str) -> Iterator[BrokenLink]:
    """The broken links, and what the pages' own policies bar, which is as broken."""
    tree = _Tree(frozenset(paths), _documents(folder, paths))
    for name, document in tree.documents.items():
        yield from (BrokenLink(name, part, "the page's own policy bars it") for part in document.barred)
    yield from _broken(tree, url)


def _documents(folder: Path, paths: Iterable[str]) -> dict[str, _Document]:
    return {path: _read(folder / path) for path in sorted(paths) if path.endswith(".html")}


def _broken(tree: _Tree, url: str) -> Iterator[BrokenLink]:
    for name, document in tree.documents.items():
        for link in sorted(document.links):
            if why := missing(link, name, tree, url):
                yield BrokenLink(name, link, why)


def _read(path: Path) -> _Document:
    tree = lxml_html.document_fromstring(path.read_bytes(), parser=lxml_html.HTMLParser(encoding="utf-8"))
    return _Document(links_in(tree), parts_in(tree), tuple(barred(tree)))

"""The finished tree: internal links must lead to files and to parts that are there, and no policy may bar what its page holds."""

import posixpath
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from lxml import html as lxml_html

from clearinghouse.publications.html.policy import barred

_URL_ATTRIBUTES = ("href", "src", "action", "poster", "data")
_LINKS = " | ".join(f"//@{name}[not(parent::a[contains(@rel, 'external')])]" for name in _URL_ATTRIBUTES)
"""But those that records give as addresses elsewhere: some name a page that this site once had, or does not have yet."""
_OUTWARD = re.compile(r"(?:[a-zA-Z][a-zA-Z0-9+.-]*:|//)")


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


def broken_links(folder: Path, paths: Collection[str], url: str) -> Iterator[BrokenLink]:
    """All broken internal links of the pages among the files of a folder. paths: of its files, relative to it; url: the
    site's own, whose absolute links are internal."""
    yield from _broken(set(paths), url, _documents(folder, paths))


def faults(folder: Path, paths: Collection[str], url: str) -> Iterator[BrokenLink]:
    """The broken links, and what the pages' own policies bar, which is as broken."""
    documents = _documents(folder, paths)
    for name, document in documents.items():
        yield from (BrokenLink(name, part, "the page's own policy bars it") for part in document.barred)
    yield from _broken(set(paths), url, documents)


def _documents(folder: Path, paths: Iterable[str]) -> dict[str, _Document]:
    return {path: _read(folder / path) for path in sorted(paths) if path.endswith(".html")}


def _broken(files: set[str], url: str, documents: Mapping[str, _Document]) -> Iterator[BrokenLink]:
    base = urlsplit(url).path
    for name, document in documents.items():
        for link in sorted(document.links):
            why = _missing(link, name, files, documents, url, base)
            if why:
                yield BrokenLink(name, link, why)


def _read(path: Path) -> _Document:
    tree = lxml_html.document_fromstring(path.read_bytes(), parser=lxml_html.HTMLParser(encoding="utf-8"))
    return _Document(_texts(tree, _LINKS), _texts(tree, "//@id"), tuple(barred(tree)))


def _texts(tree: Any, xpath: str) -> frozenset[str]:
    return frozenset(str(text) for text in tree.xpath(xpath))


def _missing(link: str, name: str, files: set[str], documents: Mapping[str, _Document], url: str, base: str) -> str | None:
    if link.startswith(url):
        link = base + link.removeprefix(url)
    elif _OUTWARD.match(link):
        return None
    parts = urlsplit(link)
    path = unquote(parts.path)
    if path.startswith("/"):
        if not path.startswith(base):
            return "it leads out of the site"
        target = path.removeprefix(base)
    else:
        target = posixpath.join(posixpath.dirname(name), path) if path else name
    if posixpath.basename(target) in ("", ".", ".."):
        target = posixpath.join(target, "index.html")
    target = posixpath.normpath(target)
    if target.startswith("../"):
        return "it leads out of the site"
    if target not in files:
        return f"there is no {target}"
    fragment = unquote(parts.fragment)
    if fragment and target in documents and fragment not in documents[target].ids and not fragment.startswith(":~:"):
        return f"{target} has no part #{fragment}"
    return None

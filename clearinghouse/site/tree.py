"""The finished tree: internal links must lead to files and to parts that are there, and no policy may bar what its page holds."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from lxml import html as lxml_html

from clearinghouse.publications.html.policy import barred

_URL_ATTRIBUTES = ("href", "src", "action", "poster", "data")
_LINKS = " | ".join(f"//@{name}" for name in _URL_ATTRIBUTES)
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


def broken_links(folder: Path, url: str) -> Iterator[BrokenLink]:
    """All broken internal links of the HTML files below a folder. url: the site's own, whose absolute links are internal."""
    yield from _broken(folder, url, _documents(folder))


def faults(folder: Path, url: str) -> Iterator[BrokenLink]:
    """The broken links, and what the pages' own policies bar, which is as broken."""
    documents = _documents(folder)
    for name, document in documents.items():
        yield from (BrokenLink(name, each, "the page's own policy bars it") for each in document.barred)
    yield from _broken(folder, url, documents)


def _documents(folder: Path) -> dict[str, _Document]:
    return {path.relative_to(folder).as_posix(): _read(path) for path in sorted(folder.rglob("*.html")) if path.is_file()}


def _broken(folder: Path, url: str, documents: Mapping[str, _Document]) -> Iterator[BrokenLink]:
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
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

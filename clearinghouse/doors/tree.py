"""The finished tree: every internal link must lead to a file, and every part that it names must be there."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from lxml import html as lxml_html

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


def broken_links(folder: Path, url: str) -> Iterator[BrokenLink]:
    """All broken internal links of the HTML files below a folder. url: the site's own, whose absolute links are internal."""
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    documents = {name: _read(folder / name) for name in sorted(files) if name.endswith(".html")}
    base = urlsplit(url).path
    for name, document in documents.items():
        for link in sorted(document.links):
            why = _missing(link, name, files, documents, url, base)
            if why:
                yield BrokenLink(name, link, why)


def _read(path: Path) -> _Document:
    tree = lxml_html.document_fromstring(path.read_bytes(), parser=lxml_html.HTMLParser(encoding="utf-8"))
    return _Document(_texts(tree, _LINKS), _texts(tree, "//@id"))


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

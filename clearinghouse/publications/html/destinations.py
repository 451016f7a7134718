"""Destinations: whether what a page links to is there. The one rule for the finished site, and for prose before it is built."""

import posixpath
import re
from collections.abc import Collection
from typing import Any, Protocol
from urllib.parse import unquote, urlsplit

from lxml.etree import XPath

_ATTRIBUTES = ("href", "src", "action", "poster", "data")
_LINKS = XPath(" | ".join(f"//@{name}[not(parent::a[contains(@rel, 'external')])]" for name in _ATTRIBUTES), smart_strings=False)
"""But those that records give as addresses elsewhere: some name a page that this site once had, or does not have yet."""
_SIZES, _IDS = XPath("//@srcset", smart_strings=False), XPath("//@id", smart_strings=False)
_OUTWARD = re.compile(r"(?:[a-zA-Z][a-zA-Z0-9+.-]*:|//)")


class Destinations(Protocol):
    """What a site holds, by the paths of its files."""

    def __contains__(self, path: str, /) -> bool:
        """Whether there is such a file."""

    def parts(self, path: str) -> Collection[str] | None:
        """The ids of the parts of a page; None for what is no page."""


def links_in(tree: Any) -> frozenset[str]:
    """What a page links to or loads. tree: the page as lxml has parsed it."""
    return frozenset(_LINKS(tree)).union(size.split()[0] for sizes in _SIZES(tree) for size in sizes.split(", "))


def parts_in(tree: Any) -> frozenset[str]:
    """The ids of its parts."""
    return frozenset(_IDS(tree))


def missing(link: str, path: str, site: Destinations, url: str) -> str:
    """Why a link of the page in the file `path` leads nowhere, or nothing. url: of the site, whose absolute links are its own."""
    base = urlsplit(url).path
    if link.startswith(url):
        link = base + link.removeprefix(url)
    elif _OUTWARD.match(link):
        return ""
    parts = urlsplit(link)
    target = target_of(parts.path, path, base)
    if target is None:
        return "it leads out of the site"
    if target not in site:
        return f"there is no {target}"
    part = unquote(parts.fragment)
    if part and not part.startswith(":~:") and part not in (known if (known := site.parts(target)) is not None else (part,)):
        return f"{target} has no part #{part}"
    return ""


def target_of(path: str, page: str, base: str = "/") -> str | None:
    """The file to which the path of a link leads from the page in a file; None where that is outside of the site. base: the path
    of the site's own address."""
    path = unquote(path)
    if path.startswith("/"):
        if not path.startswith(base):
            return None
        target = path.removeprefix(base)
    else:
        target = posixpath.join(posixpath.dirname(page), path) if path else page
    if posixpath.basename(target) in ("", ".", ".."):
        target = posixpath.join(target, "index.html")
    target = posixpath.normpath(target)
    return None if target.startswith("../") else target

"""Atom (RFC 4287): a feed whose titles and summaries can be told from HTML, with links to its archives (RFC 5005)."""

from collections.abc import Mapping
from datetime import date
from typing import cast

from lxml import etree

from clearinghouse.publications.feeds.entries import TAGGED_SINCE, Entry, tag
from clearinghouse.publications.feeds.feed import Feed
from clearinghouse.publications.feeds.xml_text import child, document
from clearinghouse.publications.site import Site

RIGHTS = "Our descriptions: CC BY 4.0"
_ATOM = "{http://www.w3.org/2005/Atom}"
_HISTORY = "{http://purl.org/syndication/history/1.0}"
# The types that lxml-stubs give it know of no default namespace, which is what None means here.
_NAMESPACES = cast("Mapping[str, str]", {None: _ATOM[1:-1], "fh": _HISTORY[1:-1]})
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def atom(feed: Feed, site: Site) -> bytes:
    """The feed as Atom. One without entries must tell a date as well: the beginning of the year that stands in its id."""
    root = etree.Element(f"{_ATOM}feed", {_LANG: "en"}, nsmap=_NAMESPACES)
    child(root, f"{_ATOM}id", tag(site, feed.id))
    child(root, f"{_ATOM}title", feed.title)
    child(root, f"{_ATOM}subtitle", feed.description)
    child(root, f"{_ATOM}updated", _day(feed.updated or date(TAGGED_SINCE, 1, 1)))
    child(child(root, f"{_ATOM}author"), f"{_ATOM}name", site.name)
    child(root, f"{_ATOM}rights", RIGHTS)
    child(root, f"{_ATOM}icon", f"{site.url}assets/mark.svg")
    child(root, f"{_ATOM}link", rel="alternate", href=site.url + feed.page, type="text/html")
    for relation, address in (("self", feed.address), *feed.others):
        child(root, f"{_ATOM}link", rel=relation, href=f"{site.url}{address}.atom", type="application/atom+xml")
    if feed.is_archive:
        child(root, f"{_HISTORY}archive")
    for entry in feed.entries:
        _add(root, entry)
    return document(root, f"{feed.address}.atom")


def _add(root: etree._Element, entry: Entry) -> None:
    added = child(root, f"{_ATOM}entry")
    child(added, f"{_ATOM}id", entry.id)
    title = child(added, f"{_ATOM}title", entry.title)
    if entry.lang:
        title.set(_LANG, entry.lang)
    child(added, f"{_ATOM}updated", _day(entry.on))
    child(added, f"{_ATOM}published", _day(entry.on))
    child(added, f"{_ATOM}link", rel="alternate", href=entry.link, type="text/html")
    for category in entry.categories:
        child(added, f"{_ATOM}category", term=category.term, scheme=category.scheme, label=category.label)
    child(added, f"{_ATOM}summary", entry.summary)
    child(added, f"{_ATOM}content", entry.html, type="html")


def _day(day: date) -> str:
    """Midnight of the day in universal time, as RFC 3339 writes it."""
    return f"{day.isoformat()}T00:00:00Z"

"""RSS 2.0: a feed for readers of any age (rssboard.org/rss-specification), with whole entries and links to its archives."""

from datetime import UTC, date, datetime, time
from email.utils import format_datetime
from html import escape

from lxml import etree

from clearinghouse.publications.feeds.entries import Entry
from clearinghouse.publications.feeds.feed import Feed
from clearinghouse.publications.feeds.xml_text import child, document
from clearinghouse.publications.site import Site

TTL = 12 * 60
"""After how many minutes a reader may look again."""
_ATOM = "{http://www.w3.org/2005/Atom}"
_CONTENT = "{http://purl.org/rss/1.0/modules/content/}"
_HISTORY = "{http://purl.org/syndication/history/1.0}"
_NAMESPACES = {"atom": _ATOM[1:-1], "content": _CONTENT[1:-1], "fh": _HISTORY[1:-1]}


def rss(feed: Feed, site: Site) -> bytes:
    """The feed as RSS."""
    root = etree.Element("rss", version="2.0", nsmap=_NAMESPACES)
    channel = child(root, "channel")
    child(channel, "title", feed.title)
    child(channel, "link", site.url + feed.page)
    child(channel, "description", feed.description)
    child(channel, "language", "en")
    if feed.updated:
        child(channel, "lastBuildDate", _day(feed.updated))
    child(channel, "ttl", str(TTL))
    for relation, address in (("self", feed.address), *feed.others):
        child(channel, f"{_ATOM}link", rel=relation, href=f"{site.url}{address}.rss", type="application/rss+xml")
    if feed.is_archive:
        child(channel, f"{_HISTORY}archive")
    for entry in feed.entries:
        _add(channel, entry)
    return document(root, f"{feed.address}.rss")


def _add(channel: etree._Element, entry: Entry) -> None:
    added = child(channel, "item")
    child(added, "title", entry.title)
    child(added, "link", entry.link)
    # RSS takes a description for HTML; plain text must be escaped once more, lest a lesser-than sign begin a tag.
    child(added, "description", escape(entry.summary, quote=False))
    child(added, f"{_CONTENT}encoded", entry.html)
    child(added, "guid", entry.id, isPermaLink="false")
    child(added, "pubDate", _day(entry.on))
    for category in entry.categories:
        child(added, "category", category.label, domain=category.scheme)


def _day(day: date) -> str:
    """Midnight of the day in universal time, as RFC 822 writes it: Tue, 10 Mar 2026 00:00:00 GMT."""
    return format_datetime(datetime.combine(day, time(), UTC), usegmt=True)

"""Feed files: a feed as RSS 2.0 and as Atom (RFC 4287), made by feedgen; the same entries give the same bytes."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from html import escape

from feedgen.entry import FeedEntry
from feedgen.feed import FeedGenerator

from clearinghouse.publications.feeds.entries import TAGGED_SINCE, Entry, tag
from clearinghouse.publications.feeds.feed import Feed
from clearinghouse.publications.feeds.history import History, TitleLanguage
from clearinghouse.publications.html.links import link
from clearinghouse.publications.site import Site

RIGHTS = "Our descriptions: CC BY 4.0"
STYLESHEET = "assets/feed.css"
TTL = 12 * 60
"""After how many minutes a reader may look again."""


def feed_files(feed: Feed, site: Site) -> Iterator[tuple[str, bytes]]:
    """Both, each with its address; and RSS once more under an ending that every server calls XML, since browsers show
    `application/rss+xml` and `application/atom+xml` as bare text, without the style."""
    entries = [_feed_entry(entry) for entry in feed.entries]
    rss = _generator(feed, site, "rss", entries)
    rss.ttl(TTL)
    written = rss.rss_str(pretty=True)
    yield _styled(f"{feed.address}.rss", written)
    yield _styled(f"{feed.address}.xml", written)
    atom = _generator(feed, site, "atom", entries)
    atom.author(name=site.name)
    atom.icon(f"{site.url}assets/mark.svg")
    atom.rights(RIGHTS)
    yield _styled(f"{feed.address}.atom", atom.atom_str(pretty=True))


def _generator(feed: Feed, site: Site, ending: str, entries: list[FeedEntry]) -> FeedGenerator:
    """What both say. A feed without entries must tell a date as well: the beginning of the year that stands in its id."""
    generator = FeedGenerator()
    generator.id(tag(site, feed.id))
    generator.title(feed.title)
    generator.description(feed.description)
    generator.language("en")
    generator.updated(_midnight(feed.updated or date(TAGGED_SINCE, 1, 1)))
    # Feedgen names itself and the specification of RSS: nothing that a reader would want to know.
    generator.generator("")
    generator.docs("")
    # The last link is the one of the channel, in RSS.
    generator.link(rel="self", href=f"{site.url}{feed.address}.{ending}", type=f"application/{ending}+xml")
    generator.link(rel="alternate", href=site.url + feed.page, type="text/html")
    generator.register_extension("history", History)
    generator.history.is_archive = feed.is_archive
    generator.history.links = tuple(
        {"rel": relation, "href": f"{site.url}{address}.{ending}", "type": f"application/{ending}+xml"} for relation, address in feed.others
    )
    generator.entry(entries)
    return generator


def _feed_entry(entry: Entry) -> FeedEntry:
    feed_entry = FeedEntry()
    feed_entry.id(entry.id)
    feed_entry.title(entry.title)
    feed_entry.updated(_midnight(entry.on))
    feed_entry.published(_midnight(entry.on))
    feed_entry.link(rel="alternate", href=entry.link, type="text/html")
    feed_entry.category([{"term": category.term, "scheme": category.scheme, "label": category.label} for category in entry.categories])
    feed_entry.summary(entry.summary)
    # RSS takes a description for HTML; plain text must be escaped once more, lest a lesser-than sign begin a tag.
    feed_entry.description(escape(entry.summary, quote=False))
    feed_entry.content(entry.html, type="html")
    if entry.lang:
        feed_entry.register_extension("title_language", TitleLanguage, rss=False)
        feed_entry.title_language.tag = entry.lang
    return feed_entry


def _styled(address: str, xml: bytes) -> tuple[str, bytes]:
    """With a stylesheet in CSS, since browsers warn of XSLT and are taking it out; feedgen has no place for one."""
    declaration, _, rest = xml.partition(b"\n")
    return address, b'%s\n<?xml-stylesheet type="text/css" href="%s"?>\n%s' % (declaration, link(STYLESHEET, address).encode(), rest)


def _midnight(day: date) -> datetime:
    """Of the day, in universal time."""
    return datetime.combine(day, time(), UTC)

"""OPML 2.0: all feeds in one file, for readers that can take over a list (opml.org/spec2)."""

from collections.abc import Iterable
from itertools import groupby

from lxml import etree

from clearinghouse.publications.channels import Channel, title_of
from clearinghouse.publications.feeds.xml_text import child, document
from clearinghouse.publications.site import Site

ADDRESS = "feeds/all.opml"


def opml(channels: Iterable[Channel], site: Site) -> bytes:
    """The list of all channels with a feed, in folders by group. No date: it changes only when the list does."""
    root = etree.Element("opml", version="2.0")
    child(child(root, "head"), "title", f"Feeds of {site.name}")
    body = child(root, "body")
    for group, members in groupby((channel for channel in channels if channel.feed), key=lambda channel: channel.group):
        folder = child(body, "outline", text=group)
        for channel in members:
            title = title_of(channel, site)
            feed, page = site.url + channel.rss, site.url + channel.page
            child(folder, "outline", type="rss", text=title, title=title, xmlUrl=feed, htmlUrl=page)
    return document(root, ADDRESS, styled=False)

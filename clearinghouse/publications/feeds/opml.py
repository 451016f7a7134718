"""OPML 2.0: all feeds in one file, for readers that can take over a list (opml.org/spec2); feedgen makes none."""

from collections.abc import Iterable
from itertools import groupby

from lxml import etree

from clearinghouse.publications.channels import Channel, title_of
from clearinghouse.publications.site import Site

ADDRESS = "feeds/all.opml"


def opml(channels: Iterable[Channel], site: Site) -> bytes:
    """The list of all channels with a feed, in folders by group. No date: it changes only when the list does."""
    root = etree.Element("opml", version="2.0")
    etree.SubElement(etree.SubElement(root, "head"), "title").text = f"Feeds of {site.name}"
    body = etree.SubElement(root, "body")
    for group, members in groupby((channel for channel in channels if channel.feed), key=lambda channel: channel.group):
        folder = etree.SubElement(body, "outline", text=group)
        for channel in members:
            title = title_of(channel, site)
            feed, page = site.url + channel.rss, site.url + channel.page
            etree.SubElement(folder, "outline", type="rss", text=title, title=title, xmlUrl=feed, htmlUrl=page)
    xml: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)
    return xml

"""Feeds: what is new, for people who do not come back to look."""

from collections.abc import Iterator

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.catalogue.reminders import news_and_reminders
from clearinghouse.publications.channels import ALL, channels, sorted_into_channels
from clearinghouse.publications.feeds.archives import with_archives
from clearinghouse.publications.feeds.entries import entry
from clearinghouse.publications.feeds.feed import MOST, feed_of
from clearinghouse.publications.feeds.feed_files import feed_files
from clearinghouse.publications.feeds.json_feed import json_feed
from clearinghouse.publications.feeds.opml import ADDRESS, opml
from clearinghouse.publications.site import Site


def feeds(catalogue: Catalogue, site: Site) -> Iterator[tuple[str, str | bytes]]:
    """Every feed of the site with its address: RSS and Atom for each channel, JSON and archives for all updates, OPML."""
    known = channels(catalogue)
    news = news_and_reminders(catalogue)
    entries = {piece.id: entry(piece, catalogue, site) for piece in news}
    for key, own in sorted_into_channels(news, catalogue).items():
        if not known[key].feed:
            continue
        latest = [entries[piece.id] for piece in own[:MOST]]
        feed = feed_of(known[key], latest, site)
        if key == ALL:
            yield f"{feed.address}.json", json_feed(feed, site)
            for part in with_archives(feed, list(entries.values())):
                yield from feed_files(part, site)
        else:
            yield from feed_files(feed, site)
    yield ADDRESS, opml(known.values(), site)

"""Feeds: what is new, for people who do not come back to look."""

from collections.abc import Iterator

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.catalogue.reminders import news_and_reminders
from clearinghouse.publications.channels import ALL, channels, sorted_into_channels
from clearinghouse.publications.feeds.archives import with_archives
from clearinghouse.publications.feeds.atom import atom
from clearinghouse.publications.feeds.entries import entry
from clearinghouse.publications.feeds.feed import MOST, feed_of
from clearinghouse.publications.feeds.json_feed import json_feed
from clearinghouse.publications.feeds.opml import ADDRESS, opml
from clearinghouse.publications.feeds.rss import rss
from clearinghouse.publications.site import Site


def feeds(catalogue: Catalogue, site: Site) -> Iterator[tuple[str, str | bytes]]:
    """Every feed of the site with its address: RSS and Atom for each channel, JSON and archives for all updates, OPML."""
    known = channels(catalogue)
    news = news_and_reminders(catalogue)
    entries = {each.id: entry(each, catalogue, site) for each in news}
    for key, own in sorted_into_channels(news, catalogue).items():
        if not known[key].feed:
            continue
        latest = [entries[each.id] for each in own[:MOST]]
        documents = [feed_of(known[key], latest, site)]
        if key == ALL:
            documents = list(with_archives(documents[0], list(entries.values())))
            yield f"{documents[0].address}.json", json_feed(documents[0], site)
        for each in documents:
            yield f"{each.address}.rss", rss(each, site)
            yield f"{each.address}.atom", atom(each, site)
    yield ADDRESS, opml(known.values(), site)

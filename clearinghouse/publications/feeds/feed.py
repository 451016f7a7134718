"""Feed: what a feed says, before it is written as RSS, Atom or JSON."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from clearinghouse.publications.channels import ALL, Channel, title_of
from clearinghouse.publications.feeds.entries import Entry
from clearinghouse.publications.site import Site

MOST = 50
"""How many entries a feed holds; older ones stand in the monthly archives of the feed of all updates."""
SUBSCRIBE = "subscribe/"


@dataclass(frozen=True)
class Feed:
    """One document of a feed.

    id: of the whole feed, as a tag URI is made of it; address: without the ending; page: the address of the page that
    shows the same; entries: newest first; others: (relation, address without the ending) of other documents of the
    same feed (RFC 5005 §4); is_archive: whether it is one that is hardly ever to change.
    """

    id: str
    title: str
    description: str
    address: str
    page: str
    entries: Sequence[Entry]
    others: tuple[tuple[str, str], ...] = ()
    is_archive: bool = False

    @property
    def updated(self) -> date | None:
        """The day of the newest entry: a build without news changes nothing. None where there is no entry."""
        return self.entries[0].on if self.entries else None


def feed_of(channel: Channel, entries: Sequence[Entry], site: Site, others: tuple[tuple[str, str], ...] = ()) -> Feed:
    """The feed of a channel, with the last of its entries."""
    about = "What is new and what has changed" if channel.id == ALL else f"What is new and what has changed: {channel.label}"
    return Feed(
        f"feeds/{channel.id}",
        title_of(channel, site),
        f"{about}. What a feed is, and which others there are: {site.url}{SUBSCRIBE}",
        channel.feed,
        channel.page,
        entries[:MOST],
        others,
    )

"""Archives: whatever a feed no longer holds is found by following its archives (RFC 5005)."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from clearinghouse.publications.feeds.archives import with_archives
from clearinghouse.publications.feeds.entries import Entry
from clearinghouse.publications.feeds.feed import MOST, Feed
from clearinghouse.publications.feeds.feed_files import feed_files
from tests.support.examples import catalogue, yaml
from tests.support.publications.giving_out import ATOM, HISTORY, SITE, feeds_of, ids, living_feeds, xml

BEGAN = date(2024, 1, 1)
# Bursts: some months have hundreds of entries, most have few or none.
BURSTS = st.lists(st.tuples(st.integers(0, 900), st.integers(1, 70)), max_size=9)


def entries_of(bursts: Sequence[tuple[int, int]]) -> list[Entry]:
    """Entries of so many days after the beginning, so many of each day, newest first."""
    days = sorted((BEGAN + timedelta(after) for after, number in bursts for _ in range(number)), reverse=True)
    return [Entry(f"tag:x,2026:{len(days) - place}", day, "Title", "Words", "<p>Words</p>", SITE.url, ()) for place, day in enumerate(days)]


def feed_and_archives(entries: Sequence[Entry]) -> dict[str, Feed]:
    """The feed of these entries and its archives, by address."""
    feed = Feed("feeds/all", "Title", "About", "feeds/updates", "updates/", entries[:MOST])
    return {part.address: part for part in with_archives(feed, entries)}


def followed(written: Mapping[str, bytes], ending: str) -> list[str]:
    """All ids that a reader finds that begins with the feed and follows its archives, in the order of finding them."""
    followed_ids: list[str] = []
    address: str | None = f"feeds/updates.{ending}"
    addresses: set[str] = set()
    while address:
        assert address not in addresses
        addresses.add(address)
        followed_ids += ids(written[address])
        address = other(xml(written[address]), "prev-archive")
    assert addresses == {name for name in written if name.startswith("feeds/updates") and name.endswith(ending)}
    return list(dict.fromkeys(followed_ids))


def other(root: etree._Element, relation: str) -> str | None:
    """The address of another document of the same feed."""
    links = [str(link.get("href")).removeprefix(SITE.url) for link in root.iter(f"{ATOM}link") if link.get("rel") == relation]
    assert len(links) <= 1
    return links[0] if links else None


@given(BURSTS)
def test_nothing_is_lost_and_no_feed_is_too_long(bursts: list[tuple[int, int]]) -> None:
    """The last fifty, and by way of the archives every other, each once, in the order of days."""
    entries = entries_of(bursts)
    parts = feed_and_archives(entries)
    assert len(parts["feeds/updates"].entries) == min(MOST, len(entries))
    written = {address: xml for feed in parts.values() for address, xml in feed_files(feed, SITE)}
    for ending in ("rss", "atom"):
        assert followed(written, ending) == [entry.id for entry in entries]


@given(BURSTS, st.integers(0, 40), st.integers(1, 5))
def test_news_changes_no_archive_of_an_earlier_month(bursts: list[tuple[int, int]], later: int, number: int) -> None:
    """So a reader that has read one need not read it again; only its way on is told anew."""
    before = entries_of(bursts)
    newest = max([BEGAN, *(entry.on for entry in before)]) + timedelta(later)
    fresh = [Entry(f"tag:x,2026:fresh-{place}", newest, "Title", "Words", "<p>Words</p>", SITE.url, ()) for place in range(number)]
    old, new = feed_and_archives(before), feed_and_archives([*fresh, *before])
    for address, feed in old.items():
        if feed.is_archive and not address.endswith(f"{newest:%Y-%m}"):
            assert list(new[address].entries) == list(feed.entries)


def test_an_archive_says_that_it_is_one() -> None:
    """And names the feed that it belongs to, the next and the one before; the feed itself says no such thing."""
    written = living_feeds()
    for ending in ("rss", "atom"):
        archives = {address for address in written if address.startswith("feeds/updates/") and address.endswith(ending)}
        assert len(archives) > 10
        assert followed(written, ending)[:MOST] == ids(written[f"feeds/updates.{ending}"])
        for address in archives:
            root = xml(written[address])
            assert len(list(root.iter(f"{HISTORY}archive"))) == 1
            assert other(root, "current") == f"feeds/updates.{ending}"
            before, after = other(root, "prev-archive"), other(root, "next-archive")
            assert before is None or other(xml(written[before]), "next-archive") == address
            assert after is None or other(xml(written[after]), "prev-archive") == address
        assert list(xml(written[f"feeds/updates.{ending}"]).iter(f"{HISTORY}archive")) == []


def test_a_month_of_many_news_is_archived_while_it_lasts() -> None:
    """Else what falls out of the feed before the month ends would be nowhere."""
    files = {f"networks/net-{number}": yaml("networks", published="2026-02-10") for number in range(MOST + 1)}
    written = feeds_of(catalogue(files))
    assert len(ids(written["feeds/updates.rss"])) == MOST
    assert len(ids(written["feeds/updates/2026-02.rss"])) == MOST + 1
    del files["networks/net-7"]
    assert "feeds/updates/2026-02.rss" not in feeds_of(catalogue(files))

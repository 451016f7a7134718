"""Archives: what the feed of all updates no longer holds, by month (RFC 5005 §4), so that nothing is lost."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from clearinghouse.publications.feeds.entries import Entry
from clearinghouse.publications.feeds.feed import MOST, Feed


def with_archives(feed: Feed, entries: Sequence[Entry]) -> tuple[Feed, ...]:
    """The feed, linked to its newest archive, and then its archives, newest first. entries: all of them, newest first.

    A month is archived once a later one has news: a build without news makes no archive. The newest month is archived
    only when it has more entries than the feed holds, and changes as long as it is the newest.
    """
    months = [(month, tuple(members)) for month, members in groupby(entries, key=lambda entry: f"{entry.on:%Y-%m}")]
    if months and len(months[0][1]) <= MOST:
        months = months[1:]
    addresses = [f"{feed.address}/{month}" for month, _ in months]
    archives = []
    for place, (month, members) in enumerate(months):
        others = [("current", feed.address)]
        others += [("prev-archive", addresses[place + 1])] if place + 1 < len(months) else []
        others += [("next-archive", addresses[place - 1])] if place else []
        title = f"{feed.title}: {month}"
        archives.append(replace(feed, title=title, address=addresses[place], entries=members, others=tuple(others), is_archive=True))
    newest = (("prev-archive", addresses[0]),) if months else ()
    return (replace(feed, others=newest), *archives)

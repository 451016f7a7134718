"""Gathering: a source of harvest.yml comes in; what is published there is fetched, and leaves as entries."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from clearinghouse.reading.files.harvest_memory import SourceMemory
from clearinghouse.reading.intake.harvest import agendas, feeds, things
from clearinghouse.reading.intake.harvest.entries import MOST_ENTRIES, Entry, SourceFault
from clearinghouse.reading.intake.harvest.pages import pages_of_sitemap, things_in
from clearinghouse.reading.intake.known_events import digest
from clearinghouse.records.harvest_sources import HarvestSource
from clearinghouse.world.receiving.other_houses import entries_of_house
from clearinghouse.world.web.fetching import Fetcher, Page, Stamp
from clearinghouse.world.web.line import Trouble

MOST_PAGES = 1000
"""That one source may be asked for in a run: at one a second, a quarter of an hour."""
Seen = Callable[[int, int], object]
"""Is told how many pages of a source were read, and of how many."""


@dataclass(frozen=True)
class Gathering:
    """What a source says. stamp: of what was read first; is_unchanged: whether that is what it was the last time, so that nothing
    else was read; remarks: on the source as a whole; modified: when records changed there last, by address."""

    entries: list[Entry] = field(default_factory=list)
    stamp: Stamp = field(default_factory=Stamp)
    is_unchanged: bool = False
    remarks: tuple[str, ...] = ()
    modified: Mapping[str, str] = field(default_factory=dict)


def gathering(source: HarvestSource, fetcher: Fetcher, memory: SourceMemory, seen: Seen) -> Gathering:
    """What a source says now. memory: of the last time. Raises Trouble, SourceFault, ApiFault and Failure."""
    is_same = memory.settings == settings_of(source)
    if source.kind == "api":
        entries, modified, remarks = entries_of_house(source, fetcher, memory if is_same else SourceMemory(), seen)
        return Gathering(entries, modified=modified, remarks=remarks)
    known = Stamp(memory.etag, memory.modified) if is_same else Stamp()
    page = fetcher.page(source.url, known)
    if page.is_unchanged:
        return Gathering(stamp=known, is_unchanged=True)
    if source.kind == "icalendar":
        entries, besides = agendas.entries_of(page.content, source)
        return Gathering(entries, page.stamp, remarks=tuple(besides))
    if source.kind == "feed":
        return Gathering(feeds.entries_of(page.content, source), page.stamp)
    return _of_pages(source, fetcher, page, seen)


def settings_of(source: HarvestSource) -> str:
    """A digest of how a source is read: where that changed, all is read again."""
    return digest(source.model_dump_json())


def _of_pages(source: HarvestSource, fetcher: Fetcher, first: Page, seen: Seen) -> Gathering:
    """The entries of a page, or of all pages of a sitemap; of a sitemap the pages are read each time."""
    addresses = pages_of_sitemap(first.content, first.url)
    if addresses is None:
        entries = list(things.entries_of(things_in(first.content), source, first.url))
        if not entries:
            raise SourceFault("it describes nothing that could be taken in the words of schema.org (JSON-LD)")
        return Gathering(entries, first.stamp)
    remarks: list[str] = []
    entries = list(_of_sitemap(source, fetcher, addresses[:MOST_PAGES], remarks, seen))
    if len(addresses) > MOST_PAGES:
        remarks.append(f"its sitemap has {len(addresses):,} pages, of which the first {MOST_PAGES:,} were read")
    return Gathering(list({entry.address: entry for entry in entries}.values()), remarks=tuple(remarks))


def _of_sitemap(source: HarvestSource, fetcher: Fetcher, addresses: list[str], remarks: list[str], seen: Seen) -> Iterator[Entry]:
    count = 0
    for number, address in enumerate(addresses, start=1):
        try:
            page = fetcher.page(address)
            entries = list(things.entries_of(things_in(page.content), source, page.url))
        except (Trouble, SourceFault) as fault:
            remarks.append(f"{address}: {fault}")
            entries = []
        count += len(entries)
        if count > MOST_ENTRIES:
            raise SourceFault(f"its pages describe more than {MOST_ENTRIES:,} things")
        yield from entries
        seen(number, len(addresses))

"""Pages of a site: those that its sitemaps list are asked for, as many as a run takes; what they describe leaves, with what is to
be known of each page the next time."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from clearinghouse.reading.files.harvest_memory import KnownPage, SourceMemory
from clearinghouse.reading.intake.harvest import things
from clearinghouse.reading.intake.harvest.entries import MOST_ENTRIES, Entry, SourceFault
from clearinghouse.reading.intake.harvest.pages import things_in
from clearinghouse.reading.intake.harvest.sitemaps import Sitemap, sitemap_of
from clearinghouse.reading.intake.harvest.turns import Turn
from clearinghouse.records.harvest_sources import HarvestSource
from clearinghouse.world.web.fetching import Fetcher, Page, Stamp
from clearinghouse.world.web.line import Trouble

MOST_SITEMAPS = 50
"""That an index of sitemaps leads to."""
MOST_LISTED = 50_000
"""Pages: the protocol allows a sitemap no more (sitemaps.org)."""
_MOST_KNOWN = 10_000
"""Pages of a source of which something is kept until the next run."""
_GONE = ("404", "410")
Seen = Callable[[int, int], object]
"""Is told how many pages of a source were read, and of how many."""


@dataclass
class SitePages:
    """The pages of a site. memory: of the last time; turn: which pages this run may ask for. After its entries were read: pages: what
    is known of each now; remarks: on what could not be read."""

    source: HarvestSource
    fetcher: Fetcher
    memory: SourceMemory
    turn: Turn
    pages: dict[str, KnownPage] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)

    def entries(self, sitemap: Sitemap, seen: Seen) -> list[Entry]:
        """What its pages describe, each thing once, as the last page that describes it has it. Raises SourceFault."""
        addresses = self._addresses(sitemap)
        by_page: dict[str, Sequence[Entry]] = {}
        for number, address in enumerate(self.turn.of(addresses), start=1):
            by_page[address] = self._entries(address)
            if sum(map(len, by_page.values())) > MOST_ENTRIES:
                raise SourceFault(f"its pages describe more than {MOST_ENTRIES:,} things")
            seen(number, self.turn.expected)
        for address in addresses:
            if address not in by_page and address in self.memory.pages:
                by_page[address] = self._as_before(address)
        self.pages = dict(islice(self.pages.items(), _MOST_KNOWN))
        return list({entry.address: entry for address in addresses for entry in by_page.get(address, ())}.values())

    def _addresses(self, first: Sitemap) -> Sequence[str]:
        """The pages that a sitemap lists, or the sitemaps that it leads to."""
        pages = dict.fromkeys(first.pages)
        for sitemap in self._others(first.others[:MOST_SITEMAPS]):
            pages |= dict.fromkeys(sitemap.pages)
            if len(pages) > MOST_LISTED:
                break
        if len(first.others) > MOST_SITEMAPS:
            self.remarks.append(
                f"it leads to {len(first.others):,} sitemaps, of which the first {MOST_SITEMAPS} are read: name those that are needed"
            )
        if len(pages) > MOST_LISTED:
            self.remarks.append(f"its sitemaps list more than {MOST_LISTED:,} pages, of which the first are read: name one of its sitemaps")
        return list(islice(pages, MOST_LISTED))

    def _others(self, addresses: Iterable[str]) -> Iterator[Sitemap]:
        for address in addresses:
            try:
                page = self.fetcher.page(address)
                sitemap = sitemap_of(page.content, page.url)
                if sitemap is None or sitemap.others:
                    raise SourceFault("it is no sitemap that lists pages")
                yield sitemap
            except (Trouble, SourceFault) as fault:
                self.remarks.append(f"{address}: {fault}")

    def _entries(self, address: str) -> Sequence[Entry]:
        """What a page describes, if it has changed; nothing, and a remark says why, where it cannot be read."""
        known = self.memory.pages.get(address, KnownPage())
        is_known = all(thing in self.memory.records for thing in known.holds)
        try:
            page = self.fetcher.page(address, Stamp(known.etag, known.modified) if is_known else None)
            if page.is_unchanged and address in self.memory.pages:  # some say so to who asked for the first time
                return self._as_before(address)
            entries = list(things.entries_of(things_in(page.content), self.source, page.url))
        except (Trouble, SourceFault) as fault:
            self.remarks.append(f"{address}: {fault}")
            is_gone = isinstance(fault, SourceFault) or str(fault).startswith(_GONE)
            return () if is_gone or address not in self.memory.pages else self._as_before(address)
        self.pages[address] = _known(page, entries)
        return entries

    def _as_before(self, address: str) -> Sequence[Entry]:
        """What a page described the last time."""
        known = self.pages[address] = self.memory.pages[address]
        return [Entry(thing, thing, is_unread=True) for thing in known.holds if thing in self.memory.records]


def _known(page: Page, entries: Iterable[Entry]) -> KnownPage:
    return KnownPage(page.stamp.etag, page.stamp.modified, tuple(entry.address for entry in entries))

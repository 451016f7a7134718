"""Gathering: a source of harvest.yml comes in; what is published there is fetched, and leaves as entries."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from clearinghouse.reading.files.harvest_memory import KnownPage, SourceMemory
from clearinghouse.reading.intake.harvest import agendas, feeds, things
from clearinghouse.reading.intake.harvest.entries import Entry, SourceFault
from clearinghouse.reading.intake.harvest.pages import things_in
from clearinghouse.reading.intake.harvest.sitemaps import sitemap_of
from clearinghouse.reading.intake.harvest.turns import Share, Turn
from clearinghouse.reading.intake.known_events import digest
from clearinghouse.records.harvest_sources import HarvestSource
from clearinghouse.world.receiving.other_houses import OtherHouse
from clearinghouse.world.receiving.site_pages import Seen, SitePages
from clearinghouse.world.receiving.sources import source as files_of
from clearinghouse.world.web.fetching import Fetcher, Page, Stamp


@dataclass(frozen=True)
class Gathering:
    """What a source says. stamp: of what was read first; is_unchanged: whether that is what it was the last time, so that nothing
    else was read; remarks: on the source as a whole; modified: when records changed there last, by address; pages: what is known of
    those of its sitemaps; turn: how many records or pages were asked for one by one, and how many wait for the next run."""

    entries: list[Entry] = field(default_factory=list)
    stamp: Stamp = field(default_factory=Stamp)
    is_unchanged: bool = False
    remarks: tuple[str, ...] = ()
    modified: Mapping[str, str] = field(default_factory=dict)
    pages: Mapping[str, KnownPage] = field(default_factory=dict)
    turn: Turn = field(default_factory=lambda: Turn(Share(0), "pages"))

    @property
    def waiting(self) -> Sequence[tuple[int, str]]:
        """How many records or pages wait for the next run, and why."""
        return [(self.turn.waiting, f"{self.turn.what} there: this run asked for {self.turn.asked:,}")] if self.turn.waiting else []


def gathering(source: HarvestSource, fetcher: Fetcher, memory: SourceMemory, share: Share, seen: Seen) -> Gathering:
    """What a source says now. memory: of the last time; share: what it may take of this run. Raises Trouble, SourceFault, ApiFault and
    Failure."""
    known = memory if memory.settings == settings_of(source) else memory.unstamped
    turn = Turn(share, "records" if source.kind == "api" else "pages", known.reached)
    if source.kind == "api":
        return _of_house(source, fetcher, known, turn, seen)
    page = fetcher.page(source.url, stamp := Stamp(known.etag, known.modified))
    if page.is_unchanged:
        return Gathering(stamp=stamp, is_unchanged=True)
    if source.kind == "icalendar":
        entries, besides = agendas.entries_of(page.content, source)
        return Gathering(entries, page.stamp, remarks=tuple(besides))
    if source.kind == "feed":
        return Gathering(feeds.entries_of(page.content, source), page.stamp)
    return _of_pages(source, fetcher, page, known, turn, seen)


def settings_of(source: HarvestSource) -> str:
    """A digest of how a source is read: where that changed, all is read again."""
    return digest(source.model_dump_json())


def _of_house(source: HarvestSource, fetcher: Fetcher, known: SourceMemory, turn: Turn, seen: Seen) -> Gathering:
    """The records of another clearing house."""
    with files_of(source.url, fetcher) as content_of:
        house = OtherHouse(source, content_of, known, turn)
        return Gathering(list(house.entries(seen)), modified=house.modified, turn=turn)


def _of_pages(source: HarvestSource, fetcher: Fetcher, first: Page, known: SourceMemory, turn: Turn, seen: Seen) -> Gathering:
    """The entries of a page, or of the pages of a sitemap, which is read each time."""
    sitemap = sitemap_of(first.content, first.url)
    if sitemap is None:
        entries = list(things.entries_of(things_in(first.content), source, first.url))
        if not entries:
            raise SourceFault("it describes nothing that could be taken in the words of schema.org (JSON-LD)")
        return Gathering(entries, first.stamp)
    site = SitePages(source, fetcher, known, turn)
    entries = site.entries(sitemap, seen)
    return Gathering(entries, remarks=tuple(site.remarks), pages=site.pages, turn=turn)

"""Gathering: a source of harvest.yml comes in; what is published there is fetched, and leaves as entries."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from clearinghouse.reading.files.harvest_memory import KnownPage, SourceMemory
from clearinghouse.reading.intake.harvest import agendas, feeds, things
from clearinghouse.reading.intake.harvest.entries import Entry, SourceFault
from clearinghouse.reading.intake.harvest.pages import things_in
from clearinghouse.reading.intake.harvest.sitemaps import sitemap_of
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
    those of its sitemaps; asked: how many records or pages were asked for one by one; waiting: how many wait for the next run, and
    why; reached: the last one that was asked for, where others wait."""

    entries: list[Entry] = field(default_factory=list)
    stamp: Stamp = field(default_factory=Stamp)
    is_unchanged: bool = False
    remarks: tuple[str, ...] = ()
    modified: Mapping[str, str] = field(default_factory=dict)
    pages: Mapping[str, KnownPage] = field(default_factory=dict)
    asked: int = 0
    waiting: tuple[tuple[int, str], ...] = ()
    reached: str = ""


def gathering(source: HarvestSource, fetcher: Fetcher, memory: SourceMemory, most: int, seen: Seen) -> Gathering:
    """What a source says now. memory: of the last time; most: records or pages that may be asked for one by one. Raises Trouble,
    SourceFault, ApiFault and Failure."""
    known = memory if memory.settings == settings_of(source) else memory.unstamped
    if source.kind == "api":
        return _of_house(source, fetcher, known, most, seen)
    page = fetcher.page(source.url, stamp := Stamp(known.etag, known.modified))
    if page.is_unchanged:
        return Gathering(stamp=stamp, is_unchanged=True)
    if source.kind == "icalendar":
        entries, besides = agendas.entries_of(page.content, source)
        return Gathering(entries, page.stamp, remarks=tuple(besides))
    if source.kind == "feed":
        return Gathering(feeds.entries_of(page.content, source), page.stamp)
    return _of_pages(source, fetcher, page, known, most, seen)


def settings_of(source: HarvestSource) -> str:
    """A digest of how a source is read: where that changed, all is read again."""
    return digest(source.model_dump_json())


def _of_house(source: HarvestSource, fetcher: Fetcher, known: SourceMemory, most: int, seen: Seen) -> Gathering:
    """The records of another clearing house."""
    with files_of(source.url, fetcher) as content_of:
        house = OtherHouse(source, content_of, known, most)
        return Gathering(
            list(house.entries(seen)),
            modified=house.modified,
            asked=house.asked,
            waiting=_waiting(house.waiting, "records", most),
            reached=house.reached,
        )


def _of_pages(source: HarvestSource, fetcher: Fetcher, first: Page, known: SourceMemory, most: int, seen: Seen) -> Gathering:
    """The entries of a page, or of the pages of a sitemap, which is read each time."""
    sitemap = sitemap_of(first.content, first.url)
    if sitemap is None:
        entries = list(things.entries_of(things_in(first.content), source, first.url))
        if not entries:
            raise SourceFault("it describes nothing that could be taken in the words of schema.org (JSON-LD)")
        return Gathering(entries, first.stamp)
    site = SitePages(source, fetcher, known, most)
    return Gathering(
        site.entries(sitemap, seen),
        remarks=tuple(site.remarks),
        pages=site.pages,
        asked=site.asked,
        waiting=_waiting(site.waiting, "pages", most),
        reached=site.reached,
    )


def _waiting(count: int, what: str, most: int) -> tuple[tuple[int, str], ...]:
    return ((count, f"{what} there: this run asked for {most:,}"),) if count else ()

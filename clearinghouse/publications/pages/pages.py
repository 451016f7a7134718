"""Pages: every page of the site that records make, and the lists that stand below prose."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from typing import Any

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.catalogue.coverage import Coverage
from clearinghouse.catalogue.quality import Quality
from clearinghouse.catalogue.related import Relations
from clearinghouse.publications.channels import Channel, channels
from clearinghouse.publications.collections.view import Setting, View
from clearinghouse.publications.feeds.autodiscovery import fitting
from clearinghouse.publications.feeds.following import following
from clearinghouse.publications.files.kinds import Kind
from clearinghouse.publications.forms import forms
from clearinghouse.publications.html.parts import Action, Bit, Drawn, Notice, Section
from clearinghouse.publications.html.templates import Templates
from clearinghouse.publications.offline.offers import offline_context
from clearinghouse.publications.page import Page
from clearinghouse.publications.pages import (
    coming,
    countries,
    coverage,
    front,
    method,
    months,
    plans,
    subscribe,
    topics,
)
from clearinghouse.publications.pages.activities import activities
from clearinghouse.publications.pages.data_files import dictionary
from clearinghouse.publications.pages.data_files import overview as open_data
from clearinghouse.publications.pages.laws import gaps, law, overview, penalties, requirements
from clearinghouse.publications.pages.lists import tallies
from clearinghouse.publications.pages.lists.list_files import filter_of, stem_of
from clearinghouse.publications.pages.lists.list_rows import ListRows
from clearinghouse.publications.pages.lists.listings import Listing, Whole, columns_of, listings
from clearinghouse.publications.pages.lists.pagers import pager
from clearinghouse.publications.pages.meetings import series
from clearinghouse.publications.pages.months import Months
from clearinghouse.publications.pages.news import digests, reports, timeline
from clearinghouse.publications.pages.news.changes import Changes
from clearinghouse.publications.pages.news.digests import Digest
from clearinghouse.publications.pages.search import context as search_context
from clearinghouse.publications.pages.trade import figure_series
from clearinghouse.publications.pages.upkeep import desks, maintain, outward_links, quality
from clearinghouse.publications.pages.ways import glossary, library, status
from clearinghouse.publications.pages.ways.adding import adding
from clearinghouse.publications.pages.ways.library import Regular
from clearinghouse.publications.pictures.photos import photos_of
from clearinghouse.publications.presentations import LISTED, PRESENTATIONS
from clearinghouse.publications.reports.report import Report
from clearinghouse.publications.search.traits import Traits, of_prose, of_record
from clearinghouse.publications.site import Site
from clearinghouse.publications.tables.open_data import OpenData
from clearinghouse.publications.translation.language import speaking
from clearinghouse.publications.words import capital, date_words, plural_of, records_counted, singular_of, truncated
from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.collections.record import Record
from clearinghouse.records.collections.update import Update
from clearinghouse.vocabulary.topics import TOPICS

LONGEST_DESCRIPTION = 200
MOST_DIGESTS = 4
MOST_TOGETHER = 200
"""Records whose pages are made in one part."""
TEMPLATES = {maintain.ADDRESS: "quality", open_data.ADDRESS: "data/open-data"}
"""Pages whose template is not called as they are."""


@dataclass(frozen=True)
class Pages:
    """Makes the pages of a catalogue for a site."""

    catalogue: Catalogue
    site: Site
    templates: Templates
    lists: dict[str, Listing] = field(default_factory=dict)
    """The lists that pages have shown, whole and narrowed, by the address of their first page."""

    @cached_property
    def setting(self) -> Setting:
        """What views may ask."""
        return Setting(self.catalogue, Relations(self.catalogue), self.site)

    @cached_property
    def rows(self) -> ListRows:
        """The rows of lists, on pages and in files."""
        return ListRows(self.catalogue, self.templates)

    @cached_property
    def _coverage(self) -> Coverage:
        return Coverage(self.catalogue)

    @cached_property
    def _quality(self) -> Quality:
        return Quality(self.catalogue)

    @cached_property
    def _channels(self) -> Mapping[str, Channel]:
        return channels(self.catalogue)

    @cached_property
    def _digests(self) -> tuple[Digest, ...]:
        return digests.digests(self.catalogue)

    @property
    def _regular(self) -> tuple[Regular, ...]:
        weeks = tuple((week.title, week.address) for week in self._digests)
        return (Regular(reports.ROOM, tuple(reports.titles(self.catalogue))), Regular(digests.ROOM, weeks))

    @cached_property
    def _timeline(self) -> tuple[timeline.MonthOfNews, ...]:
        return timeline.months(self.catalogue)

    @cached_property
    def _changes(self) -> Changes:
        return Changes(self.catalogue)

    @cached_property
    def open_data(self) -> OpenData:
        """All records as files for spreadsheets and databases, which are outputs too."""
        return OpenData(self.catalogue, self.site)

    @cached_property
    def reports(self) -> dict[int, Report]:
        """The report of each year, whose tables are files as well."""
        return reports.reports(self.catalogue)

    @cached_property
    def _months(self) -> Months:
        return Months(self.catalogue)

    def below_prose(self, address: str, prose: str) -> str | None:
        """The whole fragment of a page whose prose people write, or None where its address has no list.

        prose: HTML of the prose, trusted as the site's own. The page is in the language of its address.
        """
        language, english = self.templates.languages.parted(address)
        with speaking(language):
            return self._below_prose(address, english, prose)

    def _below_prose(self, address: str, english: str, prose: str) -> str | None:
        contexts: dict[str, Callable[[], Mapping[str, Any]]] = {
            "": lambda: front.context(self.setting),
            "plans/": self._plans,
            "library/": lambda: library.context(self.catalogue, self.site, self._regular),
            "countries/": lambda: {"table": countries.table(self.catalogue)},
            "legislation/": lambda: overview.context(self.setting),
            "search/": lambda: search_context(self.catalogue),
            "coverage/": lambda: coverage.context(self._coverage),
            "changes/": lambda: self._changes.overview(),
            "method/": method.context,
            "glossary/": lambda: glossary.context(self.catalogue),
            "months/": lambda: self._months.overview(),
            "quality/": lambda: quality.context(self._quality),
            maintain.ADDRESS: lambda: maintain.context(self._quality, self.site),
            "offline/": lambda: offline_context(self.site, prose),
            "subscribe/": lambda: subscribe.context(self.catalogue, self.site, prose),
            open_data.ADDRESS: lambda: open_data.context(self.open_data, prose),
            "contribute/": lambda: forms.context(self.site, prose),
        }
        traits = of_prose(address, prose) if address == english else None
        if english in contexts:
            name = TEMPLATES.get(english, english.removesuffix("/") or "front")
            return self.templates.render(f"prose/{name}.html", address, prose=prose, traits=traits, **contexts[english]())
        collection = english.removesuffix("/")
        if collection in LISTED:
            return self._list(replace(next(listings(self.catalogue, collection)), address=address), prose, traits=traits)
        return None

    def all(self) -> Iterator[Page]:
        """All pages that no prose stands on, in no particular order, one at a time."""
        for part in self.parts():
            yield from part()

    def parts(self) -> Iterator[Callable[[], Iterator[Page]]]:
        """The same in parts, of which none needs what is made in another. What takes long comes first."""
        yield from (partial(self._listing_pages, collection) for collection in LISTED)
        for name, presentation in PRESENTATIONS.items():
            if presentation.view:
                records = self.catalogue.collection(name)
                slices = (records[start : start + MOST_TOGETHER] for start in range(0, len(records), MOST_TOGETHER))
                yield from (partial(self._record_pages, some, presentation.view) for some in slices)
        yield from (part for _, part in self._others())

    def at(self, address: str) -> Page | None:
        """The page at an address on which no prose stands, made by itself: for whoever writes, and looks at one page at a time."""
        first = address.partition("/")[0]
        for record in self.catalogue.collection(first) if first in PRESENTATIONS else ():
            if record.address == address and (view_of := PRESENTATIONS[first].view):
                return self._record(record, view_of(record, self.setting))
        if first in LISTED:
            for listing in listings(self.catalogue, first):
                if listing.address == address:
                    return self._listing_page(listing)
        parts = (part for rooms, part in self._others() if address.startswith(rooms))
        return next((page for part in parts for page in part() if page.address == address), None)

    def _others(self) -> Iterator[tuple[tuple[str, ...], Callable[[], Iterator[Page]]]]:
        """What is neither a record nor a list, each part with the beginnings of the addresses of its pages."""
        templates, catalogue, site = self.templates, self.catalogue, self.site
        yield ("plans/",), self._plan_pages
        yield ("countries/", "coverage/"), lambda: countries.pages(self.setting, self._coverage, templates)
        yield ("months/",), lambda: months.pages(self._months, templates)
        yield ("updates/",), lambda: digests.pages(self._digests, catalogue, templates)
        yield ("updates/",), lambda: timeline.pages(self._timeline, catalogue, templates)
        yield ("changes/",), lambda: self._changes.pages(templates)
        yield ("reports/",), lambda: reports.pages(self.reports, templates)
        yield ("topics/",), lambda: topics.pages(catalogue, site, templates)
        yield ("legislation/",), lambda: law.pages(catalogue, site, templates)
        yield ("series/",), lambda: series.pages(catalogue, templates)
        for pages_of in (requirements.pages, penalties.pages, gaps.pages):
            yield ("legislation/",), partial(pages_of, catalogue, templates)
        yield ("figures/",), lambda: figure_series.pages(catalogue, templates)
        yield ("contribute/",), lambda: status.pages(catalogue, templates)
        yield ("open-data/",), lambda: dictionary.pages(self.open_data, templates)
        yield ("countries/", "quality/"), lambda: desks.pages(self._quality, site, templates)
        yield ("quality/", "maintain/"), lambda: iter((outward_links.page(catalogue, site, templates), maintain.codes_page(templates)))

    def _listing_pages(self, collection: str) -> Iterator[Page]:
        for listing in listings(self.catalogue, collection):
            if listing.narrowed_by or listing.number > 1:
                yield self._listing_page(listing)

    def _record_pages(self, records: Sequence[Record], view_of: Callable[[Record, Setting], View]) -> Iterator[Page]:
        for record in records:
            yield self._record(record, view_of(record, self.setting))

    def redirects(self) -> Iterator[tuple[str, str]]:
        """Addresses that records had, and those that they have now."""
        for record in (*self.catalogue.plans, *self.catalogue.records):
            yield from ((former, record.address) for former in record.former_addresses)

    def _record(self, record: Record, view: View) -> Page:
        traits = of_record(record, self.catalogue)
        view = replace(view, photos=photos_of(record, self.catalogue))
        html = self.templates.render("pages/record.html", record.address, view=view, traits=traits)
        return Page(
            record.address,
            self._title_of(record, view.head.title),
            truncated(record.summary.replace("\n", " "), LONGEST_DESCRIPTION),
            html,
            f"{record.collection}/",
            is_indexed=record.withdrawn is None,
            traits=traits,
            kind=Kind.RECORD,
            states=traits.states,
        )

    def _title_of(self, record: Record, title: str) -> str:
        """The title of a record's page: where a plan, a topic or another record is called the same, what it is and its date follow."""
        apart = ", ".join(filter(None, (singular_of(record.collection).lower(), date_words(record.sort_date))))
        return f"{title} ({apart})" if self._names[title] > 1 else title

    @cached_property
    def _names(self) -> Counter[str]:
        named = [record.title for record in (*self.catalogue.plans, *self.catalogue.records)]
        return Counter([*named, *(topic.label for topic in TOPICS)])

    def _plans(self) -> Mapping[str, Any]:
        return {
            **plans.periods(self.catalogue),
            "plans": [plans.summary(plan, self.catalogue) for plan in self.catalogue.plans],
            "empty": Notice("No plan is part of these data."),
        }

    def _plan_pages(self) -> Iterator[Page]:
        for plan in self.catalogue.plans:
            address = f"plans/{plan.id}/"
            traits = of_record(plan, self.catalogue)
            html = self.templates.render("pages/plan.html", address, traits=traits, **plans.context(plan, self.setting))
            yield Page(address, plan.title, truncated(plan.summary, LONGEST_DESCRIPTION), html, "plans/", traits=traits, kind=Kind.RECORD)
            yield from activities.pages(plan, self.setting, self.templates, LONGEST_DESCRIPTION)

    def _listing_page(self, listing: Listing) -> Page:
        title = plural_of(listing.collection)
        if listing.narrowed_by:
            title = f"{title}: {listing.narrowed_by[1]}"
        if listing.number > 1:
            title = f"{title}, page {listing.number}"
        described = f"{capital(records_counted(listing.total, listing.collection))} in this list."
        # A narrowed list says nothing that the records' own pages do not say; search engines need not list it.
        return Page(
            listing.address,
            title,
            described,
            self._list(listing, None, title),
            f"{listing.collection}/",
            is_indexed=not listing.narrowed_by,
            kind=Kind.LIST,
            states=listing.states,
        )

    def _list(self, listing: Listing, prose: str | None, title: str = "", traits: Traits | None = None) -> str:
        collection = listing.collection
        is_whole = not listing.narrowed_by
        if listing.number == 1 and listing.all:
            self.lists[listing.address] = listing
        crumbs = (("Home", ""), (plural_of(collection), f"{collection}/" if prose is None else None))
        presentation = PRESENTATIONS[collection]
        actions = list(adding(presentation, self.site))
        actions += [Action(f"All {plural_of(collection).lower()}", to=f"{collection}/")] if listing.narrowed_by else []
        actions += [Action(f"← {choice.label}", to=choice.to) for choice in listing.earlier]
        actions += [Action(f"{choice.label} →", to=choice.to) for choice in listing.later]
        closest = fitting(listing.address, self._channels)[0]
        of = f" on {closest.label}" if closest.group in ("Countries", "Topics", "Audiences") else ""
        actions += following(closest, self.site, of, has_dates=COLLECTIONS[collection].is_event)
        actions += [Action(text, to=to) for text, to in presentation.others if is_whole]
        return self.templates.render(
            "pages/list.html", listing.address, prose=prose, title=title, lead=listing.about, traits=traits, crumbs=crumbs, actions=actions,
            facets=listing.filters if self.catalogue.collection(collection) else (), whole=Whole.of(listing) if is_whole else None,
            headline=tallies.headline(listing, self.catalogue.as_of), columns=columns_of(listing),
            tally=tallies.tally(listing, self.catalogue.as_of, is_silent=bool(self._ahead(listing))),
            caption=title or plural_of(collection), order=tallies.order_of(listing), groups=self._groups(listing),
            pager=pager(listing.pages, listing.number), empty=tallies.empty(collection, self.site), ahead=self._ahead(listing),
            sections=self._below(listing),
            further="" if is_whole else f"{collection}/", stem=stem_of(listing), narrowed=filter_of(listing),
            day=tallies.last_changed(listing, self.catalogue.as_of) if listing.number == 1 and listing.all else "",
            drawn=Drawn(collection) if prose else Drawn(empty=collection),
        )  # fmt: skip

    def _below(self, listing: Listing) -> tuple[Section, ...]:
        """What stands below a list: below that of updates the time line and the latest digests."""
        if listing.collection != Update.collection or listing.narrowed_by or listing.number > 1 or not self._digests:
            return ()
        items = tuple(digests.digest_item(digest) for digest in self._digests[:MOST_DIGESTS])
        return (
            *timeline.sections(self._timeline, self.catalogue),
            Section("digests", "Weekly summaries", items, ((Bit("All weekly summaries", to=digests.ADDRESS),),)),
        )

    def _ahead(self, listing: Listing) -> coming.Ahead | None:
        """What comes and what closes, above the whole list of a collection of events."""
        is_first = not listing.narrowed_by and listing.number == 1
        return coming.ahead(listing.collection, self.catalogue) if is_first and COLLECTIONS[listing.collection].is_event else None

    def _groups(self, listing: Listing) -> list[dict[str, Any]]:
        """The rows of a page under their headings."""
        parts = (group for group in listing.groups if group.records)
        rows = ((group, [self.rows.row(record, listing) for record in group.records]) for group in parts)
        return [{"title": group.title, "count": group.count, "is_open": group.is_open, "rows": members} for group, members in rows]

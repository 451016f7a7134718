"""Pages: every page of the site that records make, and the lists that stand below prose."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from markupsafe import Markup

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.catalogue.related import Relations
from clearinghouse.publications import countries, front, legislation, plans
from clearinghouse.publications.lists import BY_NAME, LISTED, Listing, columns_of, listings, row_of
from clearinghouse.publications.page import Page
from clearinghouse.publications.parts import Action, Bit, Notice
from clearinghouse.publications.site import Site
from clearinghouse.publications.templates import Templates
from clearinghouse.publications.views import activity, events, library, project
from clearinghouse.publications.views import legislation as legislation_view
from clearinghouse.publications.views.view import Setting, View
from clearinghouse.publications.words import capital, counted, date_words, plural_of, records_counted, singular_of, truncated
from clearinghouse.records.record import Record
from clearinghouse.vocabulary.states import MEMBER_STATES

LONGEST_DESCRIPTION = 200
_VIEWS: Mapping[str, Callable[[Any, Setting], View]] = {
    "trainings": events.view,
    "workshops": events.view,
    "programmes": library.programme,
    "documents": library.document,
    "networks": library.network,
    "figures": library.figure,
    "updates": library.update,
    "projects": project.view,
    "legislation": legislation_view.view,
}
_ADD = {"trainings": "Announce a training", "workshops": "Announce a workshop"}


@dataclass(frozen=True)
class Pages:
    """Makes the pages of a catalogue for a site."""

    catalogue: Catalogue
    site: Site
    templates: Templates
    _rows: dict[tuple[str, int], Markup] = field(default_factory=dict)

    @cached_property
    def _setting(self) -> Setting:
        return Setting(self.catalogue, Relations(self.catalogue), self.site)

    def below_prose(self, address: str, prose: str) -> str | None:
        """The whole fragment of a page whose prose people write, or None where its address has no list.

        prose: HTML of the prose, trusted as the site's own.
        """
        contexts: dict[str, Callable[[], Mapping[str, Any]]] = {
            "": lambda: front.context(self._setting),
            "plans/": self._plans,
            "countries/": lambda: {"table": countries.table(self.catalogue)},
            "legislation/": lambda: legislation.context(self._setting),
        }
        names = {"": "front", "plans/": "plans", "countries/": "countries", "legislation/": "legislation"}
        if address in contexts:
            return self.templates.render(f"{names[address]}.html", address, prose=prose, **contexts[address]())
        collection = address.removesuffix("/")
        if collection in LISTED:
            return self._list(next(listings(self.catalogue, collection)), prose)
        return None

    def made(self) -> Iterator[Page]:
        """All pages that no prose stands on, in no particular order, one at a time."""
        for collection in _VIEWS:
            for record in self.catalogue.collection(collection):
                yield self._record(record)
        yield from self._plan_pages()
        for state in MEMBER_STATES.values():
            address = f"countries/{state.address}/"
            html = self.templates.render("country.html", address, **countries.context(state, self._setting))
            yield Page(address, state.name, f"All records that concern {state.name}.", html, "countries/")
        for collection in LISTED:
            for listing in listings(self.catalogue, collection):
                if listing.narrowed_by or listing.number > 1:
                    yield self._listing_page(listing)

    def moved(self) -> Iterator[tuple[str, str]]:
        """Addresses that records had, and those that they have now."""
        for record in self.catalogue.records:
            for former in record.former_ids:
                yield f"{record.collection}/{former}/", record.address

    def _record(self, record: Record) -> Page:
        view = _VIEWS[record.collection](record, self._setting)
        html = self.templates.render("record.html", record.address, view=view)
        return Page(
            record.address,
            record.title,
            truncated(record.summary.replace("\n", " "), LONGEST_DESCRIPTION),
            html,
            f"{record.collection}/",
            is_indexed=record.withdrawn is None,
        )

    def _plans(self) -> Mapping[str, Any]:
        return {
            "plans": [plans.summary(plan, self.catalogue) for plan in self.catalogue.plans],
            "empty": Notice("No plan is part of these data."),
        }

    def _plan_pages(self) -> Iterator[Page]:
        for plan in self.catalogue.plans:
            address = f"plans/{plan.id}/"
            html = self.templates.render("plan.html", address, **plans.context(plan, self._setting))
            yield Page(address, plan.title, truncated(plan.summary, LONGEST_DESCRIPTION), html, "plans/")
            for each in self.catalogue.activities_of(plan):
                html = self.templates.render("record.html", each.address, view=activity.view(each, plan, self._setting))
                yield Page(
                    each.address, f"{plan.label} {each.number}: {each.label}", truncated(each.wording, LONGEST_DESCRIPTION), html, "plans/"
                )

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
        )

    def _list(self, listing: Listing, prose: str | None, title: str = "") -> str:
        collection, records = listing.collection, listing.records
        caption = f"{title or plural_of(collection)}, {self._order(collection)}"
        crumbs = (("Home", ""), (plural_of(collection), f"{collection}/" if prose is None else None))
        actions = [Action(_ADD.get(collection, "Add a record"), to="contribute/", main=True)]
        actions += (
            [Action(f"All {records_counted(len(self.catalogue.collection(collection)), collection)}", to=f"{collection}/")]
            if listing.narrowed_by
            else []
        )
        return self.templates.render(
            "list.html", listing.address, prose=prose, title=title, lead="", crumbs=crumbs, actions=actions,
            facets=listing.filters if self.catalogue.collection(collection) else (),
            tally=self._tally(listing), columns=columns_of(collection), caption=caption,
            rows=[self._row(record, listing.address) for record in records], pages=listing.pages, empty=self._empty(listing),
        )  # fmt: skip

    def _row(self, record: Record, at: str) -> Markup:
        """A record's row. A record stands in some ten lists, but its row differs only with the depth of the list's address."""
        key = (record.key, at.count("/"))
        if key not in self._rows:
            self._rows[key] = self.templates.render("row.html", at, cells=row_of(record, self.catalogue))
        return self._rows[key]

    @staticmethod
    def _order(collection: str) -> str:
        return "in the order of the alphabet" if collection in BY_NAME else "newest first"

    def _tally(self, listing: Listing) -> list[str]:
        low = sum(record.confidence == "low" for record in listing.records)
        total = capital(records_counted(listing.total, listing.collection))
        order = f", {self._order(listing.collection)}"
        part = f"; {len(listing.records)} on this page" if len(listing.pages) > 1 else ""
        told = [
            f"{total}{order}{part}."
            + (f" {counted(low, 'is', 'are')} of low confidence: shown here, left out of statistics." if low else "")
        ]
        if listing.collection in ("trainings", "workshops") and not listing.narrowed_by:
            coming = sum(event.collection == listing.collection for event in self.catalogue.upcoming)
            ahead, today = f"{counted(coming, 'lies', 'lie')} ahead of", date_words(self.catalogue.as_of)
            told.append(f"{capital(ahead) if coming else 'None is announced for the time after'} {today}.")
        return told

    def _empty(self, listing: Listing) -> Notice:
        noun = singular_of(listing.collection).lower()
        about = f" under {listing.narrowed_by[0].label.lower()} “{listing.narrowed_by[1]}”" if listing.narrowed_by else ""
        return Notice(
            f"No {noun} is listed{about}.",
            (Bit("That may mean that none was held, or that nobody told us. "), Bit("Tell us of one", to="contribute/")),
        )

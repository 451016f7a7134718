"""Linked page: a page comes in, what machines learn of it leaves: what it is about in the words of schema.org, and its crumbs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.publications.data.document import LICENCE
from clearinghouse.publications.files.media_types import media_type_of
from clearinghouse.publications.finding.last_changes import LISTS, day_of
from clearinghouse.publications.html.templates import Trail
from clearinghouse.publications.linked_data.block import block
from clearinghouse.publications.linked_data.laws import is_certain, law
from clearinghouse.publications.linked_data.names import Names, Thing, stated, states
from clearinghouse.publications.linked_data.works import activity, plan
from clearinghouse.publications.page import Page
from clearinghouse.publications.presentations import PRESENTATIONS
from clearinghouse.publications.site import Site
from clearinghouse.publications.tables.download import csv_address
from clearinghouse.publications.translation.language import ENGLISH
from clearinghouse.publications.translation.languages import Languages
from clearinghouse.records.collections.activity import Activity
from clearinghouse.records.collections.legislation import LegislationStatus
from clearinghouse.records.collections.parts.law import Law
from clearinghouse.records.collections.plan import Plan
from clearinghouse.records.collections.record import Record
from clearinghouse.records.written.api_words import ROOT as API

LIBRARY, SEARCH = "library/", "search/?q={words}"


@dataclass(frozen=True)
class LinkedPages:
    """Says what pages are. described: what is said of the site; trails: the crumbs of its pages, by their addresses."""

    catalogue: Catalogue
    site: Site
    languages: Languages
    trails: Mapping[str, Trail] = field(default_factory=dict)
    described: str = ""

    @cached_property
    def _names(self) -> Names:
        return Names(self.catalogue, self.site)

    @cached_property
    def _subjects(self) -> Mapping[str, Record | Activity]:
        """What has a page of its own, by its address."""
        subjects: tuple[Record | Activity, ...] = (*self.catalogue.plans, *self.catalogue.activities, *self.catalogue.records)
        return {subject.address: subject for subject in subjects}

    @cached_property
    def _laws(self) -> Mapping[str, tuple[Law, LegislationStatus]]:
        return {record.law_address(part): (part, record) for record in self.catalogue.legislation for part in record.laws}

    def of(self, page: Page) -> str:
        """The element of a page's head."""
        return block([self._about(page) or self._page(page), *self._crumbs(page)])

    def _about(self, page: Page) -> Thing | None:
        """What a page is about; None where that is the page itself, or where it is in doubt: machines pass on no doubt."""
        if subject := self._subjects.get(page.address):
            return self._subject(subject)
        if known := self._laws.get(page.address):
            return law(*known, self._names) if is_certain(*known) else None
        if not page.address:
            return self._site()
        if page.address == LIBRARY:
            return {**self._page(page), "@type": "DataCatalog", "license": LICENCE, "dataset": self._lists()}
        name = page.address.removesuffix("/")
        return self._list(page, name) if name in LISTS else None

    def _subject(self, subject: Record | Activity) -> Thing | None:
        if isinstance(subject, Activity):
            above = self.catalogue.plan(subject.plan)
            return activity(subject, above, self._names) if above else None
        if not subject.is_certain:
            return None
        return plan(subject, self._names) if isinstance(subject, Plan) else PRESENTATIONS[subject.collection].thing(subject, self._names)

    def _page(self, page: Page) -> Thing:
        language, english = self.languages.parted(page.address)
        return stated(
            type_="WebPage",
            id_=self._names.of(page.address),
            url=self._names.of(page.address),
            name=page.title if english else self.site.name,
            description=page.description or self.described,
            inLanguage=language.tag,
            about=states(code.upper() for code in page.states),
            isPartOf=self._names.see(""),
            translationOfWork=None if language.tag == ENGLISH else self._names.see(english),
        )

    def _site(self) -> Thing:
        action = {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": self._names.of(SEARCH)},
            "query-input": "required name=words",
        }
        return stated(
            type_="WebSite",
            id_=self.site.url,
            url=self.site.url,
            name=self.site.name,
            description=self.described,
            inLanguage=[ENGLISH, *self.languages.others],
            potentialAction=action,
        )

    def _list(self, page: Page, name: str) -> Thing:
        """A whole list. Its licence is that of our own descriptions; the day is that on which a record in it changed last."""
        last = day_of(self.catalogue.collection(name), self.catalogue.as_of)
        files = (f"{API}{name}.json", csv_address(name))
        downloads = [stated(type_="DataDownload", contentUrl=self._names.of(file), encodingFormat=media_type_of(file)) for file in files]
        return {
            **self._page(page),
            "@type": "Dataset",
            **stated(
                license=LICENCE,
                isAccessibleForFree=True,
                dateModified=last.isoformat() if last else None,
                distribution=downloads,
                includedInDataCatalog=self._names.see(LIBRARY) if self._lists() else None,
            ),
        }

    def _lists(self) -> list[Thing]:
        """The lists that the library names."""
        addresses = (room.address for shelf in self.site.shelves for room in shelf.rooms)
        return [self._names.see(address) for address in addresses if address.removesuffix("/") in LISTS]

    def _crumbs(self, page: Page) -> Iterator[Thing]:
        trail = self.trails.get(page.address, ())
        if not trail:
            return
        steps = trail if trail[-1][1] is None else (*trail, (page.title, None))
        items = [
            {"@type": "ListItem", "position": number, "name": text, "item": self._names.of(page.address if to is None else to)}
            for number, (text, to) in enumerate(steps, start=1)
        ]
        yield {"@type": "BreadcrumbList", "itemListElement": items}

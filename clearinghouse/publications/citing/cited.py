"""Cited: a page of the site comes in, its citation leaves, and after it that of what the page is about, where that is a publication."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.publications.citing.citation import Citation
from clearinghouse.publications.page import Page
from clearinghouse.publications.site import Site
from clearinghouse.publications.words import capital, date_words, figure_period_words, figure_words, singular_of, when
from clearinghouse.records.collections.document import Document
from clearinghouse.records.collections.event import Event
from clearinghouse.records.collections.legislation import LegislationStatus
from clearinghouse.records.collections.parts.law import Law
from clearinghouse.records.collections.record import Record, Source
from clearinghouse.records.collections.trade.figure import Figure
from clearinghouse.records.keys.dates import PartialDate
from clearinghouse.vocabulary.states import name_of


@dataclass(frozen=True)
class Cited:
    """Says how the pages of a catalogue are cited."""

    catalogue: Catalogue
    site: Site

    @cached_property
    def _records(self) -> Mapping[str, Record]:
        return {record.address: record for record in (*self.catalogue.plans, *self.catalogue.records)}

    @cached_property
    def _laws(self) -> Mapping[str, tuple[LegislationStatus, Law]]:
        return {record.law_address(law): (record, law) for record in self.catalogue.legislation for law in record.laws}

    def page(self, page: Page) -> tuple[Citation, ...]:
        """The citation of a page, then those of its sources where it is about a document, a figure or a law."""
        key, url, site = page.address.strip("/"), self.site.url + page.address, self.site.name
        title = page.title if page.address else site
        if record := self._records.get(page.address):
            own = Citation(key, record.title, site, url, _changed(record), _about(record))
            return (own, *_publication(record, key))
        if known := self._laws.get(page.address):
            record, law = known
            own = Citation(key, law.title, site, url, _changed(record), f"{capital(law.kind or 'law')} of {name_of(record.country)}")
            return (own, *_law(law, record, key))
        return (Citation(key, title, site if page.address else "", url),)


def _changed(record: Record) -> PartialDate:
    """The day of the record as it stands: when it appeared, or changed last."""
    return PartialDate.of(max([record.published, *(change.on for change in record.changes)]))


def _about(record: Record) -> str:
    if isinstance(record, Figure):
        return f"{capital(figure_words(record))}, {figure_period_words(record)}"
    words = [capital(getattr(record, "kind", "")) or singular_of(record.collection)]
    if isinstance(record, Event):
        words.append(when(record))
    elif record.sort_date:
        words.append(date_words(record.sort_date))
    return ", ".join(words)


def _publication(record: Record, key: str) -> Iterator[Citation]:
    """A document itself, or the page that gives a figure."""
    if isinstance(record, Document):
        source = record.sources[0]
        accessed = None if record.url and record.url != source.url else source.accessed
        yield Citation(
            f"{key}-source", record.title, record.publisher, record.url or source.url, record.sort_date, capital(record.kind),
            accessed=accessed,
        )  # fmt: skip
    elif isinstance(record, Figure):
        yield from (_source(source, record, key, number) for number, source in enumerate(record.sources, start=1))


def _source(source: Source, record: Figure, key: str, number: int) -> Citation:
    """A page of which only the publisher is known: what stands in square brackets describes it, since its title is not known."""
    described = f"[{capital(source.kind)} on: {record.title}]"
    return Citation(f"{key}-source-{number}", described, source.publisher, source.url, accessed=source.accessed)


def _law(law: Law, record: LegislationStatus, key: str) -> Iterator[Citation]:
    if law.url:
        number = f"No. {law.number}" if law.number and law.number[0].isdigit() else law.number or ""
        yield Citation(f"{key}-source", law.title, name_of(record.country), law.url, law.when, number)

"""Cited: every kind of page has its citation, and documents, figures and laws that of their source."""

from datetime import date

import pytest

from clearinghouse.publications.citing.citation import Citation, text
from clearinghouse.publications.citing.cited import Cited
from clearinghouse.publications.page import Page
from clearinghouse.publications.site import Site
from clearinghouse.records.keys.dates import PartialDate
from tests.support.examples import SOURCE, catalogue, yaml

SITE = Site("House of Examples", "https://example.org/house/", "example.org")
_LAW = "id: law-la-examples-2007, title: Law on Examples, number: 07/NA, year: 2007, kind: law, url: https://example.org/law.pdf"
_LAWS = f"[{{{_LAW}, source: {SOURCE}}}]"
_MOVED = "[{on: 2026-02-01, what: moved, id: moved-to-april, from: 2026-03-02, to: 2026-04-06}]"
FILES = {
    "trainings/th-2026-03-course": yaml("trainings", starts="2026-04-06", changes=_MOVED),
    "documents/doc-handbook-2025": yaml("documents", url="https://example.org/handbook.pdf"),
    "figures/fig-parcels": yaml("figures"),
    "legislation/la": yaml("legislation", laws=_LAWS),
}


@pytest.fixture(scope="module")
def of_pages() -> Cited:
    """The citations of a few records."""
    return Cited(catalogue(FILES), SITE)


def cited(of_pages: Cited, address: str, title: str = "A title") -> tuple[Citation, ...]:
    """Those of a page."""
    return of_pages.page(Page(address, title, "", ""))


def test_a_record_is_cited_as_of_its_last_change(of_pages: Cited) -> None:
    """With what it is and when, by the site, at the address that stays."""
    (own,) = cited(of_pages, "trainings/th-2026-03-course/")
    address = "https://example.org/house/trainings/th-2026-03-course/"
    assert text(own) == f"House of Examples (2026). Wildlife crime scene work. Training, 6 April 2026. {address}"
    assert own.when == PartialDate(2026, 2, 1)


def test_any_other_page_is_cited_without_a_date(of_pages: Cited) -> None:
    """A list is as new as the day on which it is read; the front page is the site itself."""
    (own,) = cited(of_pages, "trainings/by/countries/vn/", "Trainings: Viet Nam")
    assert text(own) == "House of Examples. Trainings: Viet Nam. https://example.org/house/trainings/by/countries/vn/"
    assert text(*cited(of_pages, "")) == "House of Examples. https://example.org/house/"


def test_a_document_is_cited_itself_too(of_pages: Cited) -> None:
    """By its publisher and its own date, at its own address."""
    own, document = cited(of_pages, "documents/doc-handbook-2025/")
    assert (own.author, own.when) == (SITE.name, PartialDate(2026, 1, 10))
    assert text(document) == "Office (2025). Handbook of Examples. Handbook. https://example.org/handbook.pdf"
    assert document.when == PartialDate(2025, 6)


def test_a_figure_is_cited_with_its_number_and_its_sources(of_pages: Cited) -> None:
    """The title of a source is not known: what stands in its place describes it, in brackets."""
    own, source = cited(of_pages, "figures/fig-parcels/")
    assert own.about == "12.5 parcels, 2025"
    assert (source.title, source.author, source.accessed) == ("[Official site on: Parcels opened]", "Office", date(2026, 1, 10))


def test_a_law_is_cited_itself_too(of_pages: Cited) -> None:
    """By its state, with its number."""
    own, law = cited(of_pages, "legislation/la/examples-2007/")
    assert (own.title, own.about) == ("Law on Examples", "Law of Lao PDR")
    assert text(law) == "Lao PDR (2007). Law on Examples. No. 07/NA. https://example.org/law.pdf"


def test_keys_differ_among_the_citations_of_a_page(of_pages: Cited) -> None:
    """So that one file holds them all."""
    for address in (f"{path}/" for path in FILES):
        keys = [citation.key for citation in cited(of_pages, address)]
        assert len(keys) == len(set(keys))

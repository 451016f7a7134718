"""Pairs: an activity and a year narrow a list together, at an address of their own, without a script."""

import re

from clearinghouse.catalogue.facets import activity_term, years_of
from tests.support.publications.giving_out import living
from tests.support.publications.rendering import led_to, living_pages, words

PAIR = re.compile(r"([a-z]+)/by/activities/([^/]+)/years/(\d{4})/")


def test_each_pair_that_holds_records_has_a_list_of_them() -> None:
    """And no other has."""
    catalogue, pages = living(), living_pages()
    wanted: dict[str, int] = {}
    for record in (*catalogue.events, *catalogue.collection("documents")):
        for activity in {catalogue.activity(name) for name in record.serves} - {None}:
            for year in years_of(record):
                address = f"{record.collection}/by/activities/{activity_term(catalogue, activity) if activity else ''}/years/{year}/"
                wanted[address] = wanted.get(address, 0) + 1
    assert wanted
    assert {address: len(pages[address].xpath("//table//tbody/tr")) for address in pages if PAIR.fullmatch(address)} == wanted


def test_the_page_of_an_activity_leads_to_its_years() -> None:
    """Each with its number; and from one year to another, and back to all."""
    pages = living_pages()
    address = next(address for address in pages if PAIR.fullmatch(address) and address.startswith("trainings/"))
    collection, term, year = PAIR.fullmatch(address).groups()  # type: ignore[union-attr]  # the address is of a pair
    whole = f"{collection}/by/activities/{term}/"
    leading = [at for at, page in pages.items() if any(led_to(at, str(href))[0] == address for href in page.xpath("//a/@href"))]
    assert any(at.startswith("plans/") for at in leading)
    assert whole in leading
    choices = {words(link): led_to(address, link.get("href"))[0] for link in pages[address].xpath("//details//a")}
    assert (choices["All years"], choices[year]) == (whole, address)


def test_the_filter_of_activities_says_what_they_are() -> None:
    """With a few words beside the number, and without those that hold nothing."""
    page, catalogue = living_pages()["trainings/"], living()
    (facet,) = [details for details in page.xpath("//details") if words(details.find("summary")) == "Activity"]
    served = {name for training in catalogue.trainings for name in training.serves}
    labels = [words(link) for link in facet.xpath(".//a")]
    assert len(labels) == len(served)
    assert all(any(label.endswith(activity.label) for activity in catalogue.activities) for label in labels)

"""Counts: wherever a page says how many records there are, all pages say the same."""

import re
from typing import Any

import pytest
from lxml import html as lxml_html

from clearinghouse.publications.pages.pages import Pages
from clearinghouse.publications.presentations import LISTED
from clearinghouse.publications.site import Room, Shelf, Site
from tests.support.publications.giving_out import living
from tests.support.publications.rendering import PROSE, templates, words

ROOMS = tuple(Room(f"{name}/", name, "What it holds.") for name in LISTED)
SITE = Site("Examples", "https://site.example/", "site.example", shelves=(Shelf("All", ROOMS),))


@pytest.fixture(scope="module")
def pages() -> dict[str, Any]:
    """The pages that count records, as a browser understands them."""
    making = Pages(living(), SITE, templates())
    fragments = {
        address: making.below_prose(address, PROSE) or "" for address in ("", "library/", "search/", *(f"{name}/" for name in LISTED))
    }
    return {address: lxml_html.fragment_fromstring(html, create_parent="article") for address, html in fragments.items()}


def number_in(text: str) -> int:
    """The first number of a text; none counts as zero."""
    number = re.search(r"\d[\d,]*", text)
    return int(number[0].replace(",", "")) if number else 0


def test_a_collection_has_one_count(pages: dict[str, Any]) -> None:
    """In its list, in the library and where the search offers it."""
    library = {line.xpath(".//h3/a/@href")[0]: words(line.find("h3/span")) for line in pages["library/"].xpath("//ul/li[h3]")}
    offered = {link.get("href"): words(link) for link in pages["search/"].xpath("//a")}
    for name in LISTED:
        whole = len(living().collection(name))
        assert number_in(library[f"../{name}/"]) == whole, name
        assert number_in(" ".join(map(words, pages[f"{name}/"].xpath("//*[contains(@class, 'ch-tally-line')]")))) == whole, name
        assert number_in(offered.get(f"../{name}/", "")) == whole, name


def test_all_records_have_one_count(pages: dict[str, Any]) -> None:
    """On the front page and in the search."""
    for address in ("", "search/"):
        placeholders = {number_in(field.get("placeholder")) for field in pages[address].xpath("//input[@placeholder]")}
        assert placeholders == {len(living().records)}, address

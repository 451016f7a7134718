"""Foot: the end of a page holds its citation in all forms, and for paper its name and address; nothing in a title breaks out."""

from lxml import html as lxml_html

from clearinghouse.publications.citing.citation import bibtex, ris, text
from clearinghouse.publications.citing.cited import Cited
from clearinghouse.publications.citing.foot import Foot
from clearinghouse.publications.page import Page
from clearinghouse.publications.site import Site
from tests.support.examples import catalogue
from tests.support.publications.rendering import templates

SITE = Site("House of <Examples>", "https://example.org/house/", "example.org")
HOSTILE = '</pre><script>alert(1)</script> & "quotes" {braces} ไทย'


def foot(page: Page) -> lxml_html.HtmlElement:
    """The end of a page, as a parser reads it."""
    return lxml_html.fragment_fromstring(Foot(Cited(catalogue({}), SITE), templates()).of(page), create_parent=True)


def test_the_end_of_a_page_holds_its_citation_in_all_forms() -> None:
    """As text that can be marked and copied, whatever the title holds."""
    page = Page("countries/th/", HOSTILE, "", "")
    citations, end = Cited(catalogue({}), SITE).page(page), foot(page)
    texts = {part.get("data-ch-cite"): part.text_content() for part in end.xpath(".//*[@data-ch-cite]")}
    assert texts == {"txt": text(citations[0]), "bib": bibtex(citations), "ris": ris(citations)}
    assert not end.xpath(".//script")
    (mail,) = end.xpath(".//a[starts-with(@href, 'mailto:')]/@href")
    assert mail.endswith("&body=https%3A//example.org/house/countries/th/")
    assert " " not in mail
    assert "\n" not in mail


def test_paper_carries_the_name_and_the_address() -> None:
    """On pages that hold nothing to cite as well; those have no citation."""
    end = foot(Page("search/", "Search", "", ""))
    assert end.xpath("normalize-space(.)") == "House of <Examples> https://example.org/house/search/"

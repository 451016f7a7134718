"""Small documents: prose in sections, redirects, the sitemap and the list of addresses."""

from datetime import date
from urllib.parse import urljoin
from xml.etree import ElementTree

import pytest
from lxml import html as lxml_html

from clearinghouse.publications.files.sitemap import Place, addresses_text, sitemap
from clearinghouse.publications.html.prose import ProseSection, parted
from clearinghouse.publications.html.redirects import redirect_page

URL = "https://example.org/chm/"


@pytest.mark.parametrize(
    ("html", "top", "sections"),
    [
        ("", "", []),
        ("<p>Only a top.</p>\n", "<p>Only a top.</p>", []),
        (
            '<h1 id="x">Title</h1>\n<p>Top.</p>\n'
            '<h2 id="one">One &amp; all</h2>\n<p>1</p>\n<h3 id="deep">Deep</h3>\n<h2 id="two">Two</h2>\n',
            '<h1 id="x">Title</h1>\n<p>Top.</p>',
            [ProseSection("one", "One &amp; all", '<p>1</p>\n<h3 id="deep">Deep</h3>'), ProseSection("two", "Two", "")],
        ),
        ('<h2 id="a">A <code>b</code>\nc</h2><p>x</p>', "", [ProseSection("a", "A <code>b</code>\nc", "<p>x</p>")]),
        ("<h2>Without an id</h2><p>x</p>", "<h2>Without an id</h2><p>x</p>", []),
    ],
)
def test_prose_is_parted_at_its_second_level_headings(html: str, top: str, sections: list[ProseSection]) -> None:
    """Deeper headings stay inside; nothing is lost."""
    assert parted(html) == (top, sections)


@pytest.mark.parametrize(
    ("address", "to"),
    [
        ("trainings/old/", "trainings/new/"),
        ("legislation/old/", "legislation/la/"),
        ("old/", "trainings/new/"),
    ],
)
def test_a_redirect_leads_to_the_new_page(address: str, to: str) -> None:
    """Without a script, at once, wherever the site lies; search engines are told which one counts."""
    page = lxml_html.document_fromstring(redirect_page(address, to, URL))
    refresh = page.xpath("//meta[@http-equiv='refresh']/@content")
    assert isinstance(refresh, list)
    seconds, _, target = str(refresh[0]).partition("; url=")
    assert (seconds, urljoin(URL + address, target)) == ("0", URL + to)
    assert page.xpath("//a/@href") == [target]
    assert page.xpath("//link[@rel='canonical']/@href") == [URL + to]
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert not page.xpath("//script")
    assert page.get("lang") == "en"


def test_a_redirect_breaks_out_of_no_attribute() -> None:
    """Ids are checked before; this holds whatever comes."""
    page = lxml_html.document_fromstring(redirect_page('a"><script>x</script>/', 'b"><script>y</script>/', URL))
    assert not page.xpath("//script")


def test_the_sitemap_lists_every_address_once_and_sorted() -> None:
    """By sitemaps.org 0.9, read back by a parser; it claims a day of change only where one is known."""
    text = sitemap(URL, [Place("trainings/x/", date(2026, 3, 2)), Place("", None, (("en", ""), ("th", "th/"))), Place("search/?a=1&b=<2>")])
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    root = ElementTree.fromstring(text.encode())
    assert root.tag == f"{space}urlset"
    assert [place.text for place in root.iter(f"{space}loc")] == [URL, f"{URL}search/?a=1&b=<2>", f"{URL}trainings/x/"]
    assert [place.text for place in root.iter(f"{space}lastmod")] == ["2026-03-02"]
    others = [(link.get("hreflang"), link.get("href")) for link in root[0].iter("{http://www.w3.org/1999/xhtml}link")]
    assert others == [("en", URL), ("th", f"{URL}th/")]


def test_addresses_stand_one_a_line() -> None:
    """From the root of the site; the front page is a slash."""
    assert addresses_text({"trainings/x/", "", "feeds/updates.rss"}) == "/\n/feeds/updates.rss\n/trainings/x/\n"
    assert addresses_text([]) == ""

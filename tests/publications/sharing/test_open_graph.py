"""Open Graph: what a page says of itself is found as messengers look for it, whatever its title holds."""

from bs4 import BeautifulSoup

from clearinghouse.publications.files.kinds import Kind
from clearinghouse.publications.page import Page
from clearinghouse.publications.sharing.cards import Cards
from clearinghouse.publications.sharing.open_graph import OpenGraph
from clearinghouse.publications.site import Site
from clearinghouse.publications.translation.languages import Languages
from tests.support.examples import catalogue

SITE = Site("House of <Examples>", "https://example.org/house/", "example.org")
HOSTILE = 'A "title" <script>alert(1)</script> & ไทย'


def head(page: Page) -> str:
    """The elements of a page."""
    return OpenGraph(Cards(catalogue({}), SITE), SITE, Languages(), "What the site is.").of(page)


def test_a_messenger_finds_title_words_and_picture() -> None:
    """In a head like that of our pages."""
    page = Page("trainings/x/", HOSTILE, "What was taught.", "", kind=Kind.RECORD)
    document = f"<!doctype html><html><head><title>x</title>{head(page)}</head><body></body></html>"
    metas = BeautifulSoup(document, "html.parser").find_all("meta", property=True)
    properties = {str(meta["property"]): str(meta["content"]) for meta in metas}
    assert (properties["og:title"], properties["og:description"]) == (HOSTILE, "What was taught.")
    assert properties["og:image"] == "https://example.org/house/pictures/trainings.png"
    assert (properties["og:site_name"], properties["og:url"]) == (SITE.name, SITE.url + page.address)


def test_a_page_that_says_nothing_itself_says_what_the_site_is() -> None:
    """The front page is called as the site is, not `Home`."""
    front = head(Page("", "Home", "", ""))
    assert '<meta property="og:title" content="House of &lt;Examples&gt;">' in front
    assert '<meta property="og:description" content="What the site is.">' in front
    assert '<meta property="og:type" content="website">' in front
    assert '<meta property="og:locale" content="en_GB">' in front

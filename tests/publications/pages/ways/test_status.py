"""Status: each proposal has a page and a feed by its number, which say what became of it, and nobody is named."""

from lxml import html as lxml_html

from clearinghouse.publications.html.templates import Templates
from clearinghouse.publications.pages.ways import status
from clearinghouse.publications.translation.languages import Languages
from clearinghouse.world.languages import language_of
from tests.support.publications.giving_out import living
from tests.support.publications.rendering import TEMPLATES, living_outputs, living_pages, pages_of, words
from tests.support.running import ROOT

PUBLISHED, DECLINED = "contribute/status/CH-2026-0000-000J/", "contribute/status/CH-2026-7BDH-KQXN/"


def test_a_published_proposal_leads_to_its_record() -> None:
    """With the days on which it came and was published."""
    page = living_pages()[PUBLISHED]
    assert "../../../trainings/th-2026-03-crime-scene/" in page.xpath("//@href")
    assert {"10 January 2026", "12 January 2026", "Published"} <= {text.strip() for text in page.itertext()}


def test_a_declined_proposal_says_why() -> None:
    """And names no record."""
    page = living_pages()[DECLINED]
    assert "It is listed already." in words(page)
    assert not page.xpath("//a[contains(@href, 'trainings/')]")


def test_it_is_said_in_the_language_of_its_sender_first() -> None:
    """And in English, on one page."""
    speaking = Templates(TEMPLATES, languages=Languages({"th": language_of(ROOT, "th")}))
    html = next(page.html for page in status.pages(living(), speaking) if page.address == DECLINED)
    own, english = lxml_html.fromstring(html).xpath("//section")[:2]
    assert (own.get("lang"), own.xpath("string(.//h2)"), english.get("lang")) == ("th", "ไม่รับ", None)
    assert "5 กุมภาพันธ์" in words(own)
    assert "It is listed already." in words(own)


def test_no_page_lists_them() -> None:
    """Only who has the number comes to its page: neither the page for numbers nor any other leads there; search engines do not list it."""
    for address, page in living_pages().items():
        if address not in (PUBLISHED, DECLINED):
            assert not page.xpath("//a[contains(@href, 'CH-2026-')]"), address
    known = {page.address: page for page in status.pages(living(), pages_of(living()).templates)}
    assert known.keys() == {PUBLISHED, DECLINED, status.ADDRESS}
    assert not any(page.is_indexed or page.traits for page in known.values())


def test_the_feed_has_one_entry_that_is_new_with_each_state() -> None:
    """So that a reader shows it again."""
    rss = living_outputs()[f"{DECLINED}feed.rss"]
    content = getattr(rss, "content", b"")
    assert content.count(b"<item>") == 1
    assert b"status/CH-2026-7BDH-KQXN/declined" in content
    assert b"It is listed already." in content

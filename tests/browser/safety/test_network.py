"""Network: whatever a reader does, nothing is asked of any host but the site's own."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from lxml import html as lxml_html

from tests.support.browser.visit import Visit

Server = Callable[[Path], str]
NOT_LOADED = {"canonical", "next", "prev", "alternate"}
"""What a link of the head may say of another address without having it fetched."""

LOADED = ("src", "srcset", "poster", "data", "action")
"""Attributes whose address is fetched, or sent to, by itself or at a click."""


@pytest.mark.long
def test_nothing_is_asked_of_others_while_one_clicks_through(site: Path, server: Server, begun: Callable[..., Visit]) -> None:
    """From page to page, and with the palette switched; and no list of all pages is fetched on the way."""
    tab = begun().to(server(site))
    page = tab.page
    for address in ("plans/", "plans/poa-2016-2020/", "plans/poa-2016-2020/4.1.2/"):
        page.locator(f"a[href$='{address.split('/')[-2]}/']:visible").first.click()
        page.wait_for_selector(f"link[rel=canonical][href$='/{address}']", state="attached")
    page.locator(".ch-list a:visible").first.click()
    page.wait_for_selector("h2#sources")
    page.locator("[for^=__palette].md-header__button:visible").click()
    page.locator(".ch-brand").click()
    page.wait_for_url(server(site))
    page.wait_for_load_state("networkidle")
    assert tab.faults == []
    assert [url for url in tab.requests if "sitemap" in url] == []


def test_nothing_that_a_page_loads_lies_elsewhere(site: Path) -> None:
    """In no page of the whole site, not even as a hint to be quick."""
    urls = set()
    for path in site.rglob("*.html"):
        tree = lxml_html.document_fromstring(path.read_bytes())
        urls |= {url for element in tree.iter() for name in LOADED if (url := element.get(name))}
        urls |= {str(link.get("href")) for link in tree.iter("link") if not NOT_LOADED.issuperset(link.get("rel").split())}
    assert {"assets/look.css", "../assets/pages/start.js"} <= urls
    assert {url for url in urls if urlsplit(url).netloc} == set()


def test_no_style_asks_for_anything_elsewhere(site: Path) -> None:
    """Neither fonts nor pictures."""
    styles = {path: path.read_text("utf-8") for path in site.rglob("*.css")}
    assert len(styles) > 1
    assert [path for path, text in styles.items() if "@import" in text or "url(http" in text or "url(//" in text] == []

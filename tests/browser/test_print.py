"""Print: a page on paper is its content, black on white."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.kinds import page_of
from tests.browser.visit import Visit

Server = Callable[[Path], str]
ON_SCREEN_ALONE = (".md-header", ".md-tabs", ".md-footer", ".md-sidebar", ".ch-toolbar", ".ch-facets", ".ch-pager", ".ch-crumbs")


@pytest.mark.parametrize("kind", ["front page", "training", "list", "plan", "country", "legislation of a state"])
def test_what_serves_the_screen_is_not_printed(kind: str, true_site: Path, server: Server, begun: Callable[..., Visit]) -> None:
    """Neither navigation nor buttons; the words stay, and dark paper does not."""
    page = begun(scheme="dark").to(server(true_site) + page_of(kind, true_site)).page
    page.emulate_media(media="print")
    for part in ON_SCREEN_ALONE:
        for place in page.locator(part).all():
            expect(place).not_to_be_visible()
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator("h1")).to_have_css("color", "rgb(0, 0, 0)")
    expect(page.locator("body")).to_have_css("background-color", "rgb(255, 255, 255)")


def test_links_to_elsewhere_are_printed_with_their_address(true_site: Path, server: Server, begun: Callable[..., Visit]) -> None:
    """Those inside the site are not: on paper they lead nowhere."""
    page = begun().to(server(true_site) + page_of("training", true_site)).page
    page.emulate_media(media="print")
    printed = "link => getComputedStyle(link, '::after').content"
    assert "http" in page.locator("a[rel~=external]").first.evaluate(printed)
    assert page.locator("article a:not([rel])").first.evaluate(printed) == "none"

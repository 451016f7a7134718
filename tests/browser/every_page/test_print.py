"""Print: a page on paper is its content, black on white."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.support.browser.kinds import page_of
from tests.support.browser.visit import Visit

Server = Callable[[Path], str]
A4_WIDTH = 703
"""Of a sheet's text, in CSS pixels, where margins are 12 mm."""
ON_SCREEN_ALONE = (".md-header", ".md-tabs", ".md-footer", ".md-sidebar", ".ch-toolbar", ".ch-facets", ".ch-pager", ".ch-crumbs")


@pytest.mark.parametrize(
    "kind",
    [
        "training",
        *(pytest.param(kind, marks=pytest.mark.long) for kind in ("front page", "list", "plan", "country", "legislation of a state")),
    ],
)
def test_what_serves_the_screen_is_not_printed(kind: str, true_site: Path, server: Server, begun: Callable[..., Visit]) -> None:
    """Neither navigation nor buttons; the words stay, and dark paper does not; it says of which site it is, and how to cite it."""
    page = begun(scheme="dark").to(server(true_site) + page_of(kind, true_site)).page
    page.emulate_media(media="print")
    for part in ON_SCREEN_ALONE:
        for place in page.locator(part).all():
            expect(place).not_to_be_visible()
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator("h1")).to_have_css("color", "rgb(0, 0, 0)")
    expect(page.locator("body")).to_have_css("background-color", "rgb(255, 255, 255)")
    expect(page.locator(".ch-imprint")).to_be_visible()
    expect(page.locator(".ch-paper")).to_contain_text(page_of(kind, true_site))
    expect(page.locator(".ch-cite [data-ch-cite=txt]")).to_be_visible()


@pytest.mark.long
def test_links_to_elsewhere_are_printed_with_their_address(true_site: Path, server: Server, begun: Callable[..., Visit]) -> None:
    """Those inside the site are not: on paper they lead nowhere."""
    page = begun().to(server(true_site) + page_of("training", true_site)).page
    page.emulate_media(media="print")
    printed = "link => getComputedStyle(link, '::after').content"
    assert "http" in page.locator("a[rel~=external]").first.evaluate(printed)
    assert page.locator("article a:not([rel])").first.evaluate(printed) == "none"


@pytest.mark.long
@pytest.mark.parametrize("kind", ["list", *(pytest.param(kind, marks=pytest.mark.long) for kind in ("plan", "legislation"))])
def test_a_table_is_a_table_on_paper_with_its_heading_on_every_page(
    kind: str, true_site: Path, server: Server, begun: Callable[..., Visit]
) -> None:
    """A sheet of A4 is as narrow as a tablet, where it would become cards."""
    page = begun(width=A4_WIDTH).to(server(true_site) + page_of(kind, true_site)).page
    row, head = page.locator("table.ch-cards tbody tr:not(.ch-divide)").first, page.locator("table.ch-cards thead").first
    expect(row).to_have_css("display", "flex" if kind == "list" else "grid")
    page.emulate_media(media="print")
    expect(row).to_have_css("display", "table-row")
    expect(head).to_have_css("display", "table-header-group")
    expect(head.locator("th").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= A4_WIDTH


@pytest.mark.long
def test_what_is_told_by_a_fill_is_printed_though_browsers_print_no_backgrounds(
    true_site: Path, server: Server, begun: Callable[..., Visit]
) -> None:
    """Squares, tiles, their legend, and the shapes of badges; their colours are those of light paper."""
    page = begun(scheme="dark").to(server(true_site) + page_of("legislation", true_site)).page
    page.emulate_media(media="print")
    for part in (".ch-tile--one", ".ch-tile--not", ".ch-swatch--one"):
        expect(page.locator(part).first).to_have_css("print-color-adjust", "exact")
    shape = "badge => getComputedStyle(badge, '::before').printColorAdjust"
    assert page.locator(".ch-badge").first.evaluate(shape) == "exact"
    assert page.evaluate("getComputedStyle(document.body).getPropertyValue('--ch-hatch')") == "#e8c888"

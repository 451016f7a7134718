"""Keeping: once it is switched on, a browser keeps what was read online for when no network answers, and for then alone."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.serving import served

TOLD = "[data-ch-keep-told]"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page in a profile of its own."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def switched_on(page: Page, url: str) -> None:
    """Switches keeping on."""
    page.goto(url + "offline/")
    page.locator("[data-ch-keep-on]").click()
    expect(page.locator(TOLD)).to_have_text(re.compile(r"This browser keeps what you read: [1-9] pages? so far\."))


def test_nothing_is_kept_unless_it_is_switched_on(true_site: Path, page: Page) -> None:
    """Others may use the same computer."""
    with served(true_site) as url:
        for address in ("", "trainings/", "offline/"):
            page.goto(url + address)
        expect(page.locator(TOLD)).to_have_text("This browser keeps nothing.")
        assert page.evaluate("async () => (await navigator.serviceWorker.getRegistrations()).length + (await caches.keys()).length") == 0


def test_what_was_read_can_be_read_without_a_network(true_site: Path, page: Page) -> None:
    """With its styles; a page that was not read says so."""
    with served(true_site) as url:
        switched_on(page, url)
        page.goto(url + "trainings/")
        page.wait_for_load_state("networkidle")
    page.goto(url + "trainings/")
    assert page.locator("table.ch-cards tbody tr").count() > 50
    assert page.locator(".md-tabs:visible").count() == 1
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily").startswith(("Charter", '"'))
    page.goto(url + "workshops/")
    assert page.locator("h1").inner_text() == "This page was not kept"
    page.locator("a").click()
    assert page.locator(".ch-brand").count() == 1


def test_what_the_network_answers_is_shown_though_an_older_page_is_kept(true_site: Path, tmp_path: Path, page: Page) -> None:
    """And is what is kept from then on."""
    site = Path(shutil.copytree(true_site, tmp_path / "site"))
    with served(site) as url:
        switched_on(page, url)
        page.goto(url + "about/")
        about = site / "about" / "index.html"
        about.write_text(about.read_text("utf-8").replace("</h1>", " as it is now</h1>", 1), encoding="utf-8")
        page.goto(url + "about/")
        assert page.locator("h1").inner_text().endswith("as it is now")
        page.wait_for_load_state("networkidle")
    page.goto(url + "about/")
    assert page.locator("h1").inner_text().endswith("as it is now")


def test_all_pages_of_a_country_are_kept_on_demand(true_site: Path, page: Page) -> None:
    """Also those that nobody has read."""
    with served(true_site) as url:
        switched_on(page, url)
        page.locator("[data-ch-keep-state]").select_option("countries/la/")
        page.locator("[data-ch-keep-country] button").click()
        expect(page.locator(TOLD)).to_contain_text("Lao PDR is kept.", timeout=30_000)
    page.goto(url + "countries/la/")
    records = page.locator("article a[href*='/trainings/la-']")
    assert records.count() > 0
    records.first.click()
    page.wait_for_selector("#sources")


def test_it_can_be_switched_off_and_forgets(true_site: Path, page: Page) -> None:
    """Nothing is left."""
    with served(true_site) as url:
        switched_on(page, url)
        page.locator("[data-ch-keep-off]").click()
        expect(page.locator(TOLD)).to_have_text("This browser keeps nothing.")
        assert page.evaluate("async () => (await navigator.serviceWorker.getRegistrations()).length + (await caches.keys()).length") == 0


def test_it_is_not_in_a_copy(copy: Path) -> None:
    """Where nothing need be kept."""
    assert not (copy / "sw.js").exists()
    assert not (copy / "assets" / "keep.js").exists()
    page = (copy / "offline" / "index.html").read_text("utf-8")
    assert "keep.js" not in page
    assert "data-ch-keep hidden" in page

"""Keeping: once it is switched on, a browser keeps what was read online for when no network answers, and for then alone."""

import json
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.browser.kinds import file_of
from tests.support.patience import patient
from tests.support.serving import served

REPORT = "[data-ch-keep-status]"


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
    expect(page.locator(REPORT)).to_have_text(re.compile(r"This browser keeps what you read: [1-9] pages? so far\."))


KEPT_WHOLE = """async () => {
  const urls = [location.href, ...performance.getEntriesByType("resource").map(({ name }) => name)]
  const kept = await Promise.all(urls.filter(url => url.startsWith(location.origin)).map(url => caches.match(url)))
  return kept.every(Boolean)
}"""


def read_and_kept(page: Page, url: str) -> None:
    """Opens a page and waits until the browser keeps it with all that it has loaded, which it does after it has shown it."""
    page.goto(url)
    page.wait_for_function(KEPT_WHOLE)


def test_nothing_is_kept_unless_it_is_switched_on(true_site: Path, page: Page) -> None:
    """Others may use the same computer."""
    with served(true_site) as url:
        for address in ("", "trainings/", "offline/"):
            page.goto(url + address)
        expect(page.locator(REPORT)).to_have_text("This browser keeps nothing.")
        assert page.evaluate("async () => (await navigator.serviceWorker.getRegistrations()).length + (await caches.keys()).length") == 0
        # The page stays open, and its worker with it: what is read from here on is kept no more.
        for address in ("trainings/", "countries/"):
            assert page.evaluate("async url => (await fetch(url)).ok", url + address)
        page.locator("nav").get_by_role("link", name="About").first.click()
        page.wait_for_url("**/about/")
        page.wait_for_timeout(patient(0.3) * 1000)
        assert page.evaluate("async () => (await caches.keys()).length") == 0


@pytest.mark.long
def test_editions_are_saved_and_not_kept_as_well(true_site: Path, tmp_path: Path, page: Page) -> None:
    """They are large, and lie where their reader has put them."""
    site = Path(shutil.copytree(true_site, tmp_path / "true-site"))
    (site / "offline" / "clearing-house-2026-11-21.zip").write_bytes(b"PK")
    with served(site) as url:
        switched_on(page, url)
        for name in ("offline/clearing-house-2026-11-21.zip", "trainings/"):
            assert page.evaluate("async url => (await fetch(url)).ok", url + name)
        page.wait_for_function("async url => Boolean(await caches.match(url))", arg=url + "trainings/")
        urls = page.evaluate("async () => (await (await caches.open('clearing-house')).keys()).map(({url}) => url)")
    assert url + "trainings/" in urls
    assert not any(address.endswith(".zip") for address in urls)


def test_what_was_read_can_be_read_without_a_network(true_site: Path, page: Page) -> None:
    """With its styles; a page that was not read says so."""
    with served(true_site) as url:
        switched_on(page, url)
        read_and_kept(page, url + "trainings/")
    page.goto(url + "trainings/")
    assert page.locator("table.ch-cards tbody tr").count() > 50
    assert page.locator(".md-tabs:visible").count() == 1
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily").startswith(("Charter", '"'))
    page.goto(url + "workshops/")
    assert page.locator("h1").inner_text() == "This page was not kept"
    page.locator("a").click()
    expect(page.locator(".ch-brand")).to_be_visible()


@pytest.mark.long
def test_what_the_network_answers_is_shown_though_an_older_page_is_kept(true_site: Path, tmp_path: Path, page: Page) -> None:
    """And is what is kept from then on."""
    site = Path(shutil.copytree(true_site, tmp_path / "site", copy_function=os.link))
    with served(site) as url:
        switched_on(page, url)
        page.goto(url + "about/")
        about = site / "about" / "index.html"
        text = about.read_text("utf-8").replace("</h1>", " as it is now</h1>", 1)
        about.unlink()  # since it is the true site's own file
        about.write_text(text, encoding="utf-8")
        page.goto(url + "about/")
        assert page.locator("h1").inner_text().endswith("as it is now")
        page.wait_for_function("async () => (await (await caches.match(location.href))?.text())?.includes('as it is now')")
    page.goto(url + "about/")
    assert page.locator("h1").inner_text().endswith("as it is now")


def files_in_browser(page: Page, url: str) -> set[str]:
    """What the browser keeps, relative to the site; nothing may lie anywhere else once all is done."""
    expect(page.locator("[data-ch-keep-country] button")).to_be_enabled()
    assert page.evaluate("() => caches.keys()") == ["clearing-house"]
    urls = page.evaluate("async () => (await (await caches.open('clearing-house')).keys()).map(({ url }) => url)")
    return {address.removeprefix(url) for address in urls}


@pytest.mark.long
def test_all_pages_of_a_country_are_kept_on_demand(true_site: Path, page: Page) -> None:
    """Also those that nobody has read, and that its own page does not name; how much it will be is told before."""
    wanted = json.loads((true_site / "offline" / "keep" / "la.json").read_text("utf-8"))
    with served(true_site) as url:
        switched_on(page, url)
        page.locator("[data-ch-keep-state]").select_option("la")
        size = f"{wanted['pages']} pages, {round(wanted['bytes'] / 1e6, 1):g} MB."
        expect(page.locator("[data-ch-keep-size]")).to_have_text(f"Lao PDR: {size}")
        page.locator("[data-ch-keep-country] button").click()
        expect(page.locator(REPORT)).to_contain_text(f"Lao PDR is kept: {size}", timeout=patient(30) * 1000)
        assert set(wanted["files"]) <= files_in_browser(page, url)
    page.goto(url + "trainings/by/countries/la/")
    records = page.locator("article tbody a[href*='/la-']")
    assert records.count() > 0
    records.last.click()
    page.wait_for_selector("#sources")


def test_the_list_of_a_country_names_what_concerns_it(true_site: Path) -> None:
    """All records of its lists, each file with its own size; it is fetched online alone, so no copy holds it."""
    listing = json.loads((true_site / "offline" / "keep" / "la.json").read_text("utf-8"))
    listed = (true_site / "trainings" / "by" / "countries" / "la" / "index.html").read_text("utf-8")
    records = {f"trainings/{record_id}/" for record_id in re.findall(r'<th scope="row"><a href="\.\./\.\./\.\./([^/"]+)/"', listed)}
    assert records
    assert records | {"countries/la/", "legislation/la/", "assets/look.css"} <= set(listing["files"])
    assert listing["bytes"] == sum((true_site / file_of(address)).stat().st_size for address in listing["files"])


@pytest.mark.long
def test_a_country_that_does_not_come_whole_is_not_kept(true_site: Path, tmp_path: Path, page: Page) -> None:
    """What was kept before stays, and nothing half is added."""
    site = Path(shutil.copytree(true_site, tmp_path / "site", copy_function=os.link))
    missing = next(page for page in sorted((site / "trainings").glob("la-*/index.html")))
    shutil.rmtree(missing.parent)
    with served(site) as url:
        switched_on(page, url)
        before = files_in_browser(page, url)
        page.locator("[data-ch-keep-state]").select_option("la")
        page.locator("[data-ch-keep-country] button").click()
        expect(page.locator(REPORT)).to_contain_text(
            "Lao PDR was not kept, since not all of it could be fetched", timeout=patient(30) * 1000
        )
        assert files_in_browser(page, url) - before <= {"offline/keep/la.json"}


@pytest.mark.long
def test_a_page_that_is_gone_online_is_kept_no_longer(true_site: Path, tmp_path: Path, page: Page) -> None:
    """What the network answers holds, also when it says that there is nothing."""
    site = Path(shutil.copytree(true_site, tmp_path / "site", copy_function=os.link))
    with served(site) as url:
        switched_on(page, url)
        read_and_kept(page, url + "about/")
        shutil.rmtree(site / "about")
        page.goto(url + "about/")
        assert page.locator("h1").inner_text() != "About"
        page.goto(url + "offline/")
        expect(page.locator("[data-ch-keep-off]")).to_be_visible()
        assert "about/" not in files_in_browser(page, url)


@pytest.mark.long
def test_it_can_be_switched_off_and_forgets(true_site: Path, page: Page) -> None:
    """Nothing is left."""
    with served(true_site) as url:
        switched_on(page, url)
        page.locator("[data-ch-keep-off]").click()
        expect(page.locator(REPORT)).to_have_text("This browser keeps nothing.")
        assert page.evaluate("async () => (await navigator.serviceWorker.getRegistrations()).length + (await caches.keys()).length") == 0


@pytest.mark.long
def test_it_is_not_in_a_copy(copy: Path) -> None:
    """Where nothing need be kept."""
    assert not (copy / "sw.js").exists()
    assert not (copy / "assets" / "offline" / "keep.js").exists()
    page = (copy / "offline" / "index.html").read_text("utf-8")
    assert "keep.js" not in page
    assert "data-ch-keep hidden" in page

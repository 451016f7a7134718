"""Without script: a reader whose browser runs none misses comfort, and nothing else."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.support.browser.kinds import PAGES, page_of, sampled
from tests.support.browser.visit import PHONE, Visit

Server = Callable[[Path], str]
Visits = Callable[..., Visit]


ELSEWHERE = ("prose", "search")
"""Kinds whose pages hold parts that only a script can serve: other tests look at those."""


SERVED_BY_SCRIPTS = (
    "[data-ch-copy], [data-ch-print], [data-ch-pick], [data-ch-copies], [data-ch-keep], [data-ch-added], .ch-matrix__choice, "
    "[data-ch-further], [data-ch-copies-address], [data-ch-shares]"
)
"""The parts that only a script can serve."""


@pytest.mark.parametrize(
    "page",
    [*(kind for kind in sampled("coverage") if kind.values[0] not in ELSEWHERE), "about/"],
)
def test_a_page_of_each_kind_has_all_its_words(page: str, true_site: Path, server: Server, visit: Visits) -> None:
    """Those of the page with scripts, but for parts that only a script can serve."""
    address = server(true_site) + (page_of(page, true_site) if page in PAGES else page)
    plain = visit(address, script=False).page.locator("article").inner_text()
    scripted = visit(address).page
    scripted.evaluate(f"for (const part of document.querySelectorAll('{SERVED_BY_SCRIPTS}')) part.hidden = true")
    assert plain.split() == scripted.locator("article").inner_text().split()


def test_a_list_is_narrowed_by_links(true_site: Path, server: Server, visit: Visits) -> None:
    """A filter opens, its choice is a page of its own, and the way back is there."""
    page = visit(server(true_site) + "trainings/", script=False).page
    whole = page.locator("article tbody tr").count()
    choice = page.locator("details a", has_text="Lao PDR")
    expect(choice).not_to_be_visible()
    page.locator("summary", has_text="Country").click()
    choice.click()
    page.wait_for_url("**/trainings/by/countries/la/")
    assert 0 < page.locator("article tbody tr").count() < whole
    page.get_by_role("link", name="All trainings").click()
    page.wait_for_url("**/trainings/")


@pytest.mark.long
def test_a_year_leads_to_the_years_beside_it(true_site: Path, server: Server, visit: Visits) -> None:
    """Which are those that hold records; all years stand in the whole list."""
    page = visit(server(true_site) + "trainings/by/years/2012/", script=False).page
    before = page.get_by_role("link", name="← 20")
    year = before.inner_text().removeprefix("← ")
    assert year < "2012"
    before.click()
    page.wait_for_url(f"**/trainings/by/years/{year}/")
    assert page.locator(".ch-facets").count() == 0
    page.get_by_role("link", name="2012 →").click()
    page.wait_for_url("**/trainings/by/years/2012/")


@pytest.mark.long
def test_only_one_filter_is_open_at_a_time(true_site: Path, server: Server, visit: Visits) -> None:
    """The browser itself closes the other."""
    page = visit(server(true_site) + "trainings/", script=False).page
    for name in ("Country", "Year"):
        page.locator("summary", has_text=name).click()
    assert page.locator("details[open]").count() == 1


@pytest.mark.long
def test_the_button_that_copies_is_not_there(true_site: Path, server: Server, visit: Visits) -> None:
    """It could do nothing, nor could the one that prints; the editor's menu opens."""
    page = visit(server(true_site) + page_of("training", true_site), script=False).page
    page.locator("summary", has_text="Edit").click()
    expect(page.get_by_role("link", name="Edit this record")).to_be_visible()
    expect(page.get_by_text("Print")).not_to_be_visible()
    expect(page.get_by_text("Copy link")).not_to_be_visible()


@pytest.mark.long
def test_the_drawer_of_a_phone_opens(true_site: Path, server: Server, visit: Visits) -> None:
    """By its label, since the button needs a script."""
    page = visit(server(true_site), PHONE, script=False).page
    page.locator("header label[for=__drawer]").click()
    page.locator(".md-sidebar--primary").get_by_role("link", name="Trainings").click()
    page.wait_for_url("**/trainings/")

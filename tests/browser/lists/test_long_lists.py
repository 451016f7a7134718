"""Long lists: what stands on several pages is narrowed and sorted as one."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Route, expect

from tests.support.browser.listing import choose, listed, status, under, visible_ids
from tests.support.browser.visit import HEIGHT, Visit
from tests.support.patience import patient
from tests.support.running import TRUE, chm
from tools.benches.made_up import synthesize

pytestmark = pytest.mark.long

Server = Callable[[Path], str]
Begun = Callable[..., Visit]


@pytest.fixture(scope="module")
def many_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site whose trainings fill three pages."""
    folder = tmp_path_factory.mktemp("many")
    synthesize(folder / "data", 330)
    result = chm("build", "--data", folder / "data", "--site", folder / "site", *TRUE)
    assert result.returncode == 0, result.stderr
    return folder / "site"


@pytest.fixture
def many(many_site: Path, server: Server, visit: Begun) -> Visit:
    """The first of three pages of trainings."""
    return visit(server(many_site) + "trainings/")


def everything(site: Path) -> list[str]:
    """The trainings of all three pages."""
    return [training for address in ("trainings", "trainings/page/2", "trainings/page/3") for training in listed(site, address)]


def test_a_long_list_is_paged_and_loads_the_rest_when_it_is_narrowed(many: Visit, many_site: Path) -> None:
    """Not before; then all pages count."""
    assert len(visible_ids(many.page)) == 100
    assert [url for url in many.requests if "/page/" in url] == []
    choose(many.page, "Country", "Viet Nam")
    expected = [training for training in everything(many_site) if training in under(many_site, "countries", "vn")]
    expect(many.page.locator("table[data-ch-list] tbody tr:not(.ch-divide)")).to_have_count(len(expected))
    assert visible_ids(many.page) == expected
    assert set(expected) - set(listed(many_site, "trainings"))
    assert many.troubles == []
    many.page.get_by_role("button", name="Clear all").click()
    expect(many.page.locator(".ch-pager")).to_be_visible()
    assert visible_ids(many.page) == listed(many_site, "trainings")


def test_only_the_first_page_speaks_of_what_is_to_come(many_site: Path) -> None:
    """A page on which a list goes on knows nothing of it."""
    assert "None is announced" not in (many_site / "trainings/page/2/index.html").read_text("utf-8")


def test_who_goes_on_while_the_rest_comes_arrives_where_the_link_leads(many: Visit) -> None:
    """The words that were chosen belong to the address of the list alone."""
    routes: list[Route] = []
    many.page.route("**/page/3/", lambda route: routes.append(route))
    many.page.locator("summary", has_text="Country").click()
    many.page.get_by_label("Viet Nam").click()
    while not routes:
        many.page.wait_for_timeout(20)
    many.page.locator("nav").get_by_role("link", name="About").first.click()
    many.page.wait_for_url("**/about/")
    routes[0].continue_()
    many.page.wait_for_timeout(patient(0.3) * 1000)
    assert many.page.url.endswith("/about/")
    many.page.unroute_all()


def test_the_links_of_rows_from_other_pages_lead_where_they_led(many: Visit, many_site: Path) -> None:
    """Each page is written as seen from itself."""
    choose(many.page, "Country", "Viet Nam", "Thailand")
    hrefs = many.page.evaluate("[...document.querySelectorAll('table[data-ch-list] tbody a')].map(a => a.href)")
    site = many.page.url.partition("trainings/")[0]
    assert len(hrefs) > 100
    assert [href for href in hrefs if not (many_site / href.removeprefix(site) / "index.html").is_file()] == []


def test_a_long_result_is_shown_a_hundred_at_a_time(many: Visit, many_site: Path) -> None:
    """The whole list too, where it is sorted; and the focus goes on where it stopped."""
    many.page.get_by_role("button", name="Participants").click()
    every = len(everything(many_site))
    more = many.page.get_by_role("button", name="Show 100 more")
    more.click()
    assert len(visible_ids(many.page)) == 200
    assert many.page.evaluate("document.activeElement.closest('tr').rowIndex") == 101
    many.page.get_by_role("button", name=f"Show {every - 200} more").click()
    assert sorted(visible_ids(many.page)) == sorted(everything(many_site))
    expect(more).not_to_be_visible()


def test_an_address_of_a_long_list_brings_everything_back(many: Visit, many_site: Path) -> None:
    """On any of its pages."""
    many.page.goto(many.page.url + "page/2/?countries=vn")
    expected = [training for training in everything(many_site) if training in under(many_site, "countries", "vn")]
    expect(many.page.locator("table[data-ch-list] tbody tr:not(.ch-divide)")).to_have_count(len(expected))
    assert visible_ids(many.page) == expected


def test_without_the_other_pages_the_words_are_links_again(many: Visit) -> None:
    """And the page says why."""
    many.page.route("**/page/3/", lambda route: route.abort())
    many.page.locator("summary", has_text="Country").click()
    many.page.get_by_label("Viet Nam").click()
    expect(many.page.get_by_text("The other pages of this list cannot be loaded here")).to_be_visible()
    expect(many.page.locator("summary", has_text="Country")).to_be_focused()
    many.page.locator("summary", has_text="Country").click()
    many.page.get_by_role("link", name="Viet Nam").click()
    many.page.wait_for_url("**/trainings/by/countries/vn/")


def test_from_a_disk_a_long_list_keeps_its_links_and_sorts_its_page(many_site: Path, browser: Browser) -> None:
    """A file must not read others."""
    with browser.new_context(viewport={"width": 1280, "height": HEIGHT}) as context:
        page = context.new_page()
        page.goto((many_site / "trainings/index.html").as_uri())
        expect(page.get_by_text("The other pages of this list cannot be loaded here")).to_be_visible()
        expect(page.locator("details a", has_text="Viet Nam")).to_have_count(1)
        page.get_by_role("button", name="Participants").click()
        expect(status(page)).to_contain_text("This page alone is sorted by participants")
        assert len(visible_ids(page)) == 100
        expect(page.locator(".ch-pager")).to_be_visible()

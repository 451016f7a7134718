"""The lists and tables of a copy: whole lists narrow to what narrowed ones hold online, and tables are made into files."""

import zipfile
from pathlib import Path
from urllib.parse import parse_qsl, urljoin

import pytest
from lxml import html as lxml_html
from playwright.sync_api import Browser, Page

from clearinghouse.publications.narrowed import list_address, list_in_year, narrowed_by
from tests.support.running import LIVING

TABLES = [("months/2026-03/", "month"), ("trainings/", "trainings"), ("th/trainings/", "trainings"), ("coverage/", "topics")]
ENDINGS = {"CSV": ".csv", "Excel (XLSX)": ".xlsx", "JSON": ".json"}


@pytest.fixture(scope="module")
def page(browser: Browser) -> Page:
    """A page of somebody without a network, on the day of the copy."""
    page = browser.new_context(offline=True, timezone_id="Asia/Bangkok").new_page()
    page.clock.set_system_time(f"{LIVING[-1]}T05:00:00Z")
    return page


def test_the_address_of_a_narrowed_list_says_by_what_it_is() -> None:
    """On whichever of its pages; no other address does."""
    assert narrowed_by(list_address("trainings", "countries", "th")) == ("trainings", (("countries", "th"),))
    assert narrowed_by(f"{list_address('workshops', 'years', '2019')}page/2/") == ("workshops", (("years", "2019"),))
    in_year = list_in_year("trainings", "poa-4.1.2", "2019")
    assert narrowed_by(in_year) == ("trainings", (("activities", "poa-4.1.2"), ("years", "2019")))
    for address in ("trainings/", "trainings/by/", "legislation/penalties/by/countries/th/", "nothing/by/countries/th/", ""):
        assert narrowed_by(address) is None


def test_a_narrowed_list_has_a_small_page_that_leads_on_and_its_further_pages_none(living_site: Path, living_copy: Path) -> None:
    """Where nothing stands under a term the page is the one that the site has."""
    pages = [path.read_text("utf-8") for path in living_copy.glob("trainings/by/*/*/index.html")]
    leading = [len(page) for page in pages if "leading.js" in page]
    assert 20 < len(leading) < len(pages)
    assert max(leading) < 500
    assert all("held/alone.js" in page for page in pages if "leading.js" not in page)
    under = {path.relative_to(living_site).as_posix() for path in living_site.glob("trainings/by/*/*/index.html")}
    assert under == {path.relative_to(living_copy).as_posix() for path in living_copy.glob("trainings/by/**/*") if path.is_file()}


def records_of(page: Path) -> set[str]:
    """The ids of those in a list that stands on one page."""
    links = lxml_html.parse(page).xpath("//table[@data-ch-list]/tbody//th[@scope='row']//a/@href")
    return {link.split("/")[-2] for link in links}


def narrowed_address(collection: str, query: str) -> str | None:
    """The address that a list has online to which a link of a copy narrows the whole one; None of other links."""
    match parse_qsl(query):
        case [(facet, term)] if facet != "kind":
            return list_address(collection, facet, term)
        case [("activities", term), ("years", year)]:
            return list_in_year(collection, term, year)
    return None


@pytest.mark.parametrize("address", ["plans/poa-2016-2020/4.1.2/", "trainings/asean-2025-07-learning-year/", "th/trainings/"])
def test_a_link_to_a_narrowed_list_leads_to_the_whole_one_which_shows_the_same(
    address: str, living_site: Path, living_copy: Path, page: Page
) -> None:
    """The same records as the page online."""
    own = living_copy / address / "index.html"
    every = [urljoin(own.as_uri(), to) for to in lxml_html.parse(own).xpath("//article//a/@href[contains(., 'html?')]")]
    parts = {link: link.removeprefix(living_copy.as_uri()).partition("/index.html?") for link in every}
    narrowed = {link: online for link, (path, _, query) in parts.items() if (online := narrowed_address(path.strip("/"), query))}
    assert narrowed
    for link, online in list(narrowed.items())[:3]:
        page.goto(link)
        page.wait_for_selector(".ch-chip")
        links = page.locator("table[data-ch-list] tbody th[scope=row]:visible a").evaluate_all("(links) => links.map(({href}) => href)")
        assert {link.split("/")[-2] for link in links} == records_of(living_site / online / "index.html")


def test_the_address_of_a_narrowed_list_leads_there_too(living_copy: Path, page: Page) -> None:
    """Whoever has noted it finds the list."""
    page.goto((living_copy / "trainings/by/countries/vn/index.html").as_uri())
    page.wait_for_url("**/trainings/index.html?countries=vn")
    assert [chip.split("\n")[-1] for chip in page.locator(".ch-chip").all_inner_texts()] == ["Viet Nam", "Clear all"]


@pytest.mark.parametrize(("address", "name"), TABLES)
@pytest.mark.parametrize("words", ENDINGS)
def test_a_table_is_made_into_the_file_that_the_site_has(
    address: str, name: str, words: str, living_site: Path, living_copy: Path, page: Page
) -> None:
    """Of the rows on its page, or of those that the copy holds."""
    page.goto((living_copy / address / "index.html").as_uri())
    menu = page.locator(".ch-take", has=page.locator(f"a[href$='/{name}.csv']"))
    menu.locator("summary").click()
    with page.expect_download() as saving:
        menu.get_by_text(words, exact=True).click()
    file = f"{address}{name}{ENDINGS[words]}"
    assert content(Path(saving.value.path()), words) == content(living_site / file, words)
    assert saving.value.suggested_filename.startswith(name)
    assert saving.value.suggested_filename.endswith(ENDINGS[words])
    assert not (living_copy / file).exists()


def test_the_date_of_an_event_is_saved_for_a_calendar(living_site: Path, living_copy: Path, page: Page) -> None:
    """Of the hundreds the copy holds one script for each collection."""
    (address, *_) = sorted(path.relative_to(living_site).as_posix() for path in living_site.glob("trainings/*/*.ics"))
    page.goto((living_copy / address).with_name("index.html").as_uri())
    with page.expect_download() as saving:
        page.locator(f"a[href$='/{address}']:visible").first.click()
    assert Path(saving.value.path()).read_bytes() == (living_site / address).read_bytes()
    assert not (living_copy / address).exists()


def content(path: Path, words: str) -> bytes:
    """What a file says: of a workbook its table."""
    if ENDINGS[words] != ".xlsx":
        return path.read_bytes()
    with zipfile.ZipFile(path) as book:
        return book.read("xl/worksheets/sheet2.xml")


def test_a_link_to_a_file_that_no_copy_holds_leads_online(living_copy: Path, page: Page) -> None:
    """As one of the API does."""
    page.goto((living_copy / "index.html").as_uri())
    link = '<p><a id="one" href="${clearingHouse.copy.site}api/nothing.json">One</a></p>'
    page.evaluate(f"() => document.querySelector('article').insertAdjacentHTML('beforeend', `{link}`)")
    with page.expect_request("**/api/nothing.json"):
        page.locator("#one").click()

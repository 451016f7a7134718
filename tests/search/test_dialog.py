"""The dialog: how search opens on every page, and what it loads before and after."""

import re

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route

from tests.support.haste import daily
from tests.support.search.asking import Asking

OPEN = "dialog[open]"
FIELD = f"{OPEN} input[type=search]"
ANSWERED = f"{OPEN} .ch-hits[aria-busy=false] > li"


@pytest.fixture
def page(asking: Asking) -> Page:
    """The front page of the true site, just opened: once it is loaded, its scripts listen."""
    asking.page.goto(asking.root)
    return asking.page


def titles(page: Page) -> list[str]:
    """The titles of what is found."""
    page.wait_for_selector(ANSWERED)
    return page.locator(f"{OPEN} .ch-hits > li > a").all_inner_texts()


@pytest.mark.parametrize("keys", daily(["/", "Control+k", "Meta+k"], "/"))
def test_keys_open_it_and_what_is_typed_is_searched(keys: str, page: Page) -> None:
    """On the keyboard of whichever system."""
    page.keyboard.press(keys)
    page.wait_for_selector(FIELD)
    page.keyboard.type("kui buri")
    assert "Kui Buri" in titles(page)[0]


@pytest.mark.long
def test_the_field_in_the_header_opens_it_when_clicked(page: Page) -> None:
    """The first letter is not lost, however long it takes to load."""
    page.locator("#ch-find").click()
    page.wait_for_selector(FIELD)
    page.keyboard.type("kui buri")
    assert "Kui Buri" in titles(page)[0]


@pytest.mark.long
def test_the_field_in_the_header_opens_it_when_written_in_but_not_when_passed(page: Page) -> None:
    """Who goes through the page with Tab is not caught (WCAG 3.2.1)."""
    page.locator("#ch-find").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    assert page.locator(OPEN).count() == 0
    page.keyboard.type("k")
    page.wait_for_selector(FIELD)
    page.keyboard.type("ui buri")
    assert page.locator(FIELD).input_value() == "kui buri"
    assert "Kui Buri" in titles(page)[0]


@pytest.mark.long
def test_letters_that_are_typed_while_the_search_loads_are_not_lost(profile: BrowserContext, asking: Asking) -> None:
    """On a slow line that takes seconds, and the field in the header takes them meanwhile."""
    page, routes = profile.new_page(), list[Route]()
    page.goto(asking.root)
    page.route("**/assets/search/*.js", lambda route: routes.append(route))
    page.locator("#ch-find").focus()
    page.keyboard.type("ivory")
    assert page.locator("#ch-find").input_value() == "ivory"
    while not routes:
        page.wait_for_timeout(20)
    for route in routes:
        route.continue_()
    page.wait_for_selector(FIELD)
    assert page.locator(FIELD).input_value() == "ivory"
    page.wait_for_selector(ANSWERED)
    assert page.locator("#ch-find").input_value() == ""
    page.close()


@pytest.mark.long
def test_a_slash_within_a_text_is_a_slash(page: Page) -> None:
    """Also in the field on the front page."""
    page.locator(".ch-hero input").fill("and")
    page.locator(".ch-hero input").press("/")
    assert page.locator(".ch-hero input").input_value() == "and/"
    assert page.locator(OPEN).count() == 0


def test_arrows_choose_enter_opens_and_it_is_gone_on_the_next_page(page: Page, asking: Asking) -> None:
    """And it opens again there."""
    page.keyboard.press("/")
    page.wait_for_selector(FIELD)
    page.keyboard.type("kui buri crime scene")
    titles(page)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/th-2022-11-crime-scene-kui-buri/")
    page.wait_for_selector(OPEN, state="detached")
    page.keyboard.press("/")
    page.wait_for_selector(FIELD)
    page.keyboard.type("money laundering")
    assert "money laundering" in titles(page)[0].lower()


def test_enter_opens_the_record_whose_number_was_written(page: Page) -> None:
    """Without a look at the search page."""
    page.keyboard.press("/")
    page.wait_for_selector(FIELD)
    page.keyboard.type("06/2019/ND-CP")
    page.keyboard.press("Enter")  # before the answer is there: it waits
    page.wait_for_url("**/legislation/vn/decree-06-2019/")
    page.keyboard.press("/")
    page.wait_for_selector(FIELD)
    page.keyboard.type("06/2019/ND-CP")
    page.get_by_text("Enter opens the first.").wait_for()


def test_escape_closes_it_and_gives_the_focus_back(page: Page) -> None:
    """To what had it before."""
    page.locator(".ch-hero__try a").first.focus()
    page.keyboard.press("Control+k")
    page.wait_for_selector(FIELD)
    page.keyboard.press("Escape")
    page.wait_for_selector(OPEN, state="detached")
    assert page.evaluate("document.activeElement === document.querySelector('.ch-hero__try a')")


@pytest.mark.long
def test_enter_in_the_field_leads_to_the_search_page_with_the_question(page: Page, asking: Asking) -> None:
    """Where all results and the facets are."""
    page.keyboard.press("/")
    page.wait_for_selector(FIELD)
    page.keyboard.type("ivory")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=ivory")
    assert asking.answered().total > 20


@pytest.mark.long
def test_it_tells_how_many_there_are_in_each_collection_and_leads_to_them(page: Page, asking: Asking) -> None:
    """In a place that is announced."""
    page.keyboard.press("/")
    page.wait_for_selector(FIELD)
    page.keyboard.type("prosecutors")
    titles(page)
    answer = page.locator(f"{OPEN} [role=status]").inner_text()
    assert re.match(r"\d+ results: trainings \d+, workshops and meetings \d+", answer)
    number = int(re.findall(r"trainings (\d+)", answer)[0])
    page.get_by_role("link", name=f"trainings {number}").click()
    page.wait_for_url("**/search/?q=prosecutors&collection=trainings")
    assert asking.answered().total == number


@pytest.mark.long
def test_what_else_may_have_been_meant_is_a_sentence_of_its_own(page: Page) -> None:
    """After the number of results."""
    page.keyboard.press("/")
    page.wait_for_selector(FIELD)
    page.keyboard.type("ivory in Viet Nam")
    offer = page.locator(f"{OPEN} [role=status] .ch-search__offer")
    offer.wait_for()
    assert f". {offer.inner_text()}" in page.locator(f"{OPEN} [role=status]").inner_text()


def test_nothing_of_the_search_is_loaded_before_somebody_searches(profile: BrowserContext, asking: Asking) -> None:
    """A page carries one small script; the rest comes on first use, and once."""
    page = profile.new_page()
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url.removeprefix(asking.root)))
    page.goto(asking.root)
    assert "assets/pages/start.js" in requests
    assert not [url for url in requests if url.startswith(("pagefind", "search/", "assets/search/"))]
    for _ in range(2):
        page.keyboard.press("/")
        page.wait_for_selector(FIELD)
        page.keyboard.type("ivory")
        page.wait_for_selector(ANSWERED)
        page.keyboard.press("Escape")
    assert requests.count("assets/search/in_dialog.js") == requests.count("pagefind/pagefind.js") == 1
    assert "assets/search/unspaced.js" not in requests
    page.close()


def test_when_the_search_cannot_be_loaded_it_says_so_and_names_the_lists(profile: BrowserContext, asking: Asking) -> None:
    """A weak line must not leave an empty box."""
    page = profile.new_page()
    page.route("**/pagefind/**", lambda route: route.abort())
    page.goto(asking.root)
    page.keyboard.press("/")
    page.wait_for_selector(FIELD)
    page.keyboard.type("ivory")
    page.get_by_text("The search could not be loaded.").wait_for()
    assert page.locator(f"{OPEN} a[href$='search/#lists']").count() == 1
    page.close()


@pytest.mark.long
@pytest.mark.parametrize(
    "lost", ["index/*", *(pytest.param(lost, marks=pytest.mark.long) for lost in ("pagefind-entry.json", "*.pf_meta", "fragment/*"))]
)
def test_a_file_that_is_lost_on_the_way_is_asked_for_again(lost: str, browser: Browser, asking: Asking) -> None:
    """Pagefind itself would never ask again. What belongs to one hit is asked for at the next key."""
    context = browser.new_context()
    page = context.new_page()
    page.route(f"**/pagefind/{lost}", lambda route: route.abort(), times=1)
    page.goto(asking.root)
    page.keyboard.press("/")
    page.wait_for_selector(FIELD)
    page.keyboard.type("ivor")
    if lost == "fragment/*":
        page.get_by_text("The search could not be loaded.").wait_for()
    page.keyboard.type("y")
    page.wait_for_selector(ANSWERED)
    assert page.locator(f"{OPEN} .ch-hits > li").count() > 3
    context.close()


@pytest.mark.long
def test_when_the_network_goes_away_no_one_is_told_that_there_is_nothing(browser: Browser, asking: Asking) -> None:
    """Pagefind takes a lost part of its index for words that no page has."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(asking.root)
    page.keyboard.press("/")
    page.wait_for_selector(FIELD)
    page.keyboard.type("ivory")
    page.wait_for_selector(ANSWERED)
    page.route("**/pagefind/**", lambda route: route.abort())
    page.locator(FIELD).fill("pangolin")
    page.get_by_text("The search could not be loaded.").wait_for()
    context.close()


@pytest.mark.long
def test_where_a_script_fails_the_form_leads_to_the_search_page(profile: BrowserContext, asking: Asking) -> None:
    """The plain form works without any script as well."""
    page = profile.new_page()
    page.route("**/assets/search/*.js", lambda route: route.abort())
    page.goto(asking.root)
    page.keyboard.press("/")
    page.wait_for_url("**/search/?q=")
    page.locator("#ch-find").fill("")
    page.evaluate("document.querySelector('#ch-find').form.action")
    assert page.evaluate("new URL(document.querySelector('#ch-find').form.action).pathname").endswith("/search/")
    page.close()

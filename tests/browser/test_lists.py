"""Lists: they narrow in place as the pages of single words do, sort by their columns, and keep their address in step."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import html as lxml_html
from playwright.sync_api import Browser, Page, Route, expect

from clearinghouse.doors.bench import synthesize
from tests.browser.test_accessibility import faults_of
from tests.browser.visit import HEIGHT, PHONE, Visit
from tests.running import TRUE, chm

Server = Callable[[Path], str]
Begun = Callable[..., Visit]
SHOWN = "[...document.querySelectorAll('table[data-ch-list] tbody tr')].map(row => row.querySelector('th a').pathname.split('/').at(-2))"
COLUMN = "place => [...document.querySelectorAll('table[data-ch-list] tbody tr')].map(row => row.cells[place].innerText.trim())"
POLICY = (
    "default-src 'none'; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; worker-src 'self'; base-uri 'self'; form-action 'self'; object-src 'none'"
)
"""That of DESIGN §6; inline scripts, which are the theme's, are allowed all at once here."""


def listed(site: Path, address: str) -> list[str]:
    """The ids of the records of a list, from the built page."""
    tree = lxml_html.document_fromstring((site / address / "index.html").read_bytes())
    return [str(href).rstrip("/").rpartition("/")[2] for href in tree.xpath("//table[@data-ch-list]/tbody/tr/th/a[1]/@href")]


def under(site: Path, facet: str, *terms: str) -> set[str]:
    """The trainings of the pages of these words."""
    return {each for term in terms for each in listed(site, f"trainings/by/{facet}/{term}")}


def shown(page: Page) -> list[str]:
    """The ids of the records that the list shows now."""
    found: list[str] = page.evaluate(SHOWN)
    return found


def choose(page: Page, facet: str, *labels: str) -> None:
    """Opens a facet, ticks these words, and closes it."""
    page.locator("summary", has_text=facet).click()
    panel = page.get_by_role("group", name=facet, exact=True)
    for label in labels:
        panel.get_by_role("checkbox", name=re.compile(rf"^{label} [0-9]")).check()
    panel.get_by_role("button", name="Done").click()


def status(page: Page) -> Any:
    """Where the number of results is announced."""
    return page.locator(".ch-narrowed [role=status]")


@pytest.fixture
def trainings(true_site: Path, server: Server, visit: Begun) -> Page:
    """The list of the true trainings, newly opened."""
    return visit(server(true_site) + "trainings/").page


@pytest.fixture(scope="module")
def many_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site whose trainings fill three pages."""
    folder = tmp_path_factory.mktemp("many")
    synthesize(folder / "data", 330)
    told = chm("build", "--data", folder / "data", "--site", folder / "site", *TRUE)
    assert told.returncode == 0, told.stderr
    return folder / "site"


def test_words_of_one_facet_widen_and_words_of_two_narrow(trainings: Page, true_site: Path) -> None:
    """What is left is what the pages of those words have in common."""
    every = listed(true_site, "trainings")
    assert shown(trainings) == every
    choose(trainings, "Country", "Viet Nam", "Thailand")
    either = under(true_site, "countries", "vn", "th")
    assert shown(trainings) == [each for each in every if each in either]
    choose(trainings, "Topic", "Investigation", "Prosecution")
    both = either & under(true_site, "topics", "investigation", "prosecution")
    assert 0 < len(both) < len(either) < len(every)
    assert shown(trainings) == [each for each in every if each in both]


def test_the_number_of_results_is_announced(trainings: Page, true_site: Path) -> None:
    """In words, also in the foot of the open panel, which lies over the list."""
    expect(status(trainings)).to_have_text("")
    trainings.locator("summary", has_text="Country").click()
    panel = trainings.get_by_role("group", name="Country")
    panel.get_by_label("Viet Nam").check()
    told = f"{len(under(true_site, 'countries', 'vn'))} of {len(listed(true_site, 'trainings'))} trainings"
    expect(status(trainings)).to_have_text(told + ".")
    expect(panel.locator("p")).to_contain_text(told)


def test_a_count_says_what_a_word_would_leave_beside_the_other_facets(trainings: Page, true_site: Path) -> None:
    """Each facet counts under the choice of all others, not under its own."""
    choose(trainings, "Country", "Viet Nam")
    vietnamese = under(true_site, "countries", "vn")
    for facet, address in (("Topic", "topics"), ("Audience", "audience"), ("Country", "countries")):
        boxes = trainings.get_by_role("group", name=facet, exact=True, include_hidden=True).locator("label")
        found = {box.locator("input").get_attribute("value"): box.locator(".ch-facets__count").text_content() for box in boxes.all()}
        among = set(listed(true_site, "trainings")) if facet == "Country" else vietnamese
        assert found == {term: str(len(under(true_site, address, str(term)) & among)) for term in found}
        assert len(found) > 10


def test_the_address_says_what_is_chosen_and_brings_it_back(trainings: Page) -> None:
    """It can be sent to somebody, and be loaded again."""
    choose(trainings, "Country", "Viet Nam")
    choose(trainings, "Topic", "Investigation", "Prosecution")
    assert trainings.url.endswith("/trainings/?countries=vn&topics=prosecution&topics=investigation")
    before = shown(trainings)
    trainings.reload()
    assert shown(trainings) == before
    assert {box.get_attribute("value") for box in trainings.locator("input:checked").all()} == {"vn", "investigation", "prosecution"}


def test_an_address_with_words_that_are_not_there_shows_the_rest(trainings: Page, true_site: Path) -> None:
    """A word that was renamed, or a letter too many: it is passed over."""
    trainings.goto(trainings.url + "?countries=vn&countries=zz&topics=nothing&sort=nowhere&page=7")
    assert set(shown(trainings)) == under(true_site, "countries", "vn")


def test_back_and_forward_take_back_and_do_again(trainings: Page, true_site: Path) -> None:
    """Each choice is a step, as each page is."""
    every = shown(trainings)
    choose(trainings, "Country", "Viet Nam")
    one = shown(trainings)
    choose(trainings, "Year", "2019")
    two = shown(trainings)
    assert len(every) > len(one) > len(two) > 0
    trainings.evaluate("document.querySelector('table').isStillThere = true")
    for move, expected in (("back", one), ("back", every), ("forward", one), ("forward", two)):
        trainings.go_back() if move == "back" else trainings.go_forward()
        expect(trainings.locator("table[data-ch-list] tbody tr")).to_have_count(len(expected))
        assert shown(trainings) == expected
    assert trainings.evaluate("document.querySelector('table').isStillThere"), "the page was fetched anew"


def test_a_record_and_back_finds_the_list_as_it_was(trainings: Page) -> None:
    """By instant navigation, which makes the page anew."""
    choose(trainings, "Country", "Viet Nam")
    trainings.get_by_role("button", name="People").click()
    before = shown(trainings)
    trainings.evaluate("window.isStillThere = true")
    trainings.locator("table[data-ch-list] tbody th a").first.click()
    expect(trainings.locator("h2#sources")).to_be_visible()
    trainings.go_back()
    expect(trainings.locator(".ch-chip")).to_have_count(2)
    assert shown(trainings) == before
    assert trainings.evaluate("window.isStillThere")


def test_the_way_to_the_list_itself_clears_it(trainings: Page) -> None:
    """A reader who presses the tab again wants the whole list."""
    every = shown(trainings)
    choose(trainings, "Country", "Viet Nam")
    trainings.locator(".md-tabs").get_by_role("link", name="Trainings").click()
    expect(trainings.locator("table[data-ch-list] tbody tr")).to_have_count(len(every))
    assert trainings.url.endswith("/trainings/")


def test_what_is_chosen_can_be_given_up_one_by_one_or_at_once(trainings: Page, true_site: Path) -> None:
    """And the focus goes on to something that is there."""
    every = shown(trainings)
    choose(trainings, "Country", "Viet Nam", "Thailand")
    trainings.get_by_role("button", name="Remove Viet Nam").click()
    assert set(shown(trainings)) == under(true_site, "countries", "th")
    expect(trainings.get_by_role("button", name="Remove Thailand")).to_be_focused()
    trainings.get_by_role("button", name="Clear all").click()
    assert shown(trainings) == every
    assert trainings.url.endswith("/trainings/")
    expect(trainings.locator("summary").first).to_be_focused()
    expect(trainings.locator(".ch-chip")).to_have_count(0)


def test_an_empty_result_says_so_and_helps_on(trainings: Page, true_site: Path) -> None:
    """It names what could be given up and how much would be left then."""
    choose(trainings, "Country", "Timor-Leste")
    choose(trainings, "Year", "2016")
    assert not under(true_site, "countries", "tl") & under(true_site, "years", "2016")
    expect(trainings.get_by_text("No training is listed under all of these.")).to_be_visible()
    expect(trainings.locator("table[data-ch-list]")).not_to_be_visible()
    expect(status(trainings)).to_contain_text(f"0 of {len(listed(true_site, 'trainings'))} trainings")
    left = len(under(true_site, "years", "2016"))
    trainings.get_by_role("button", name=f"Without Timor-Leste: {left} trainings").click()
    assert set(shown(trainings)) == under(true_site, "years", "2016")
    expect(trainings.locator(".ch-empty")).not_to_be_visible()


def test_a_panel_closes_by_escape_and_by_a_click_beside_it(trainings: Page) -> None:
    """Escape gives the focus back to what opened it."""
    summary = trainings.locator("summary", has_text="Topic")
    summary.click()
    trainings.get_by_label("Prosecution").focus()
    trainings.keyboard.press("Escape")
    expect(summary).to_be_focused()
    expect(trainings.locator("details[open]")).to_have_count(0)
    summary.click()
    trainings.locator("h1").click()
    expect(trainings.locator("details[open]")).to_have_count(0)


def test_all_of_it_works_by_keyboard(trainings: Page, true_site: Path) -> None:
    """Open, tick, sort."""
    trainings.locator("summary", has_text="Country").focus()
    for key in ("Enter", "Tab", "Tab", "Space", "Escape"):
        trainings.keyboard.press(key)
    assert set(shown(trainings)) == under(true_site, "countries", "kh")
    trainings.get_by_role("button", name="People").focus()
    trainings.keyboard.press("Enter")
    expect(trainings.get_by_role("columnheader", name="People")).to_have_attribute("aria-sort", "descending")


@pytest.mark.parametrize("direction", ["descending", "ascending"])
def test_numbers_are_sorted_as_numbers_and_the_unknown_stand_last(direction: str, living_site: Path, server: Server, visit: Begun) -> None:
    """12,480 is more than 500, and `not told` is neither more nor less."""
    page = visit(server(living_site) + "trainings/").page
    people = page.get_by_role("columnheader", name="People")
    while people.get_attribute("aria-sort") != direction:
        people.get_by_role("button").click()
    cells = [cell.removeprefix("People").strip() for cell in page.evaluate(COLUMN, 4)]
    told = [int(cell.replace(",", "")) for cell in cells if cell != "not told"]
    assert 12480 in told
    assert told == sorted(told, reverse=direction == "descending")
    assert "not told" not in cells[: len(told)]
    assert cells[len(told) :]
    expect(status(page)).to_have_text(f"They are sorted by people, {'highest' if direction == 'descending' else 'lowest'} first.")


def test_dates_are_sorted_by_their_day_and_titles_as_words(trainings: Page) -> None:
    """Not by the letters of `2 March`; and capitals make no difference."""
    date = trainings.get_by_role("columnheader", name="Date")
    expect(date).to_have_attribute("aria-sort", "descending")
    days = "[...document.querySelectorAll('table[data-ch-list] tbody tr')].map(row => row.cells[0].querySelector('time')?.dateTime ?? '')"
    date.get_by_role("button").click()
    expect(date).to_have_attribute("aria-sort", "ascending")
    told = [day for day in trainings.evaluate(days) if day]
    assert told == sorted(told)
    assert len({day[:4] for day in told}) > 5
    title = trainings.get_by_role("columnheader", name="Training")
    title.get_by_role("button").click()
    titles = trainings.evaluate("[...document.querySelectorAll('table[data-ch-list] tbody th a')].map(a => a.textContent)")
    in_order = "titles => [...titles].sort(new Intl.Collator('en', { numeric: true, sensitivity: 'base' }).compare)"
    assert titles == trainings.evaluate(in_order, titles)
    expect(date).not_to_have_attribute("aria-sort", "ascending")
    expect(trainings.locator("table[data-ch-list] caption")).to_have_text("Trainings, sorted by training, A to Z")


def test_the_order_stands_in_the_address(trainings: Page) -> None:
    """Highest first has a minus before it."""
    trainings.get_by_role("button", name="People").click()
    assert trainings.url.endswith("/trainings/?sort=-people")
    before = shown(trainings)
    trainings.reload()
    assert shown(trainings) == before
    trainings.go_back()
    expect(trainings.get_by_role("columnheader", name="Date")).to_have_attribute("aria-sort", "descending")


@pytest.mark.parametrize("address", ["countries/", "legislation/", "legislation/la/", "trainings/by/countries/vn/"])
def test_other_tables_sort_as_well(address: str, true_site: Path, server: Server, visit: Begun) -> None:
    """Their order is announced; a list of one word narrows no further, its words stay links."""
    page = visit(server(true_site) + address).page
    heading = page.locator("table.ch-cards thead th").first
    before = page.locator("table.ch-cards tbody").first.inner_text()
    heading.get_by_role("button").click()
    assert page.locator("table.ch-cards tbody").first.inner_text() != before
    assert heading.get_attribute("aria-sort") in ("ascending", "descending")
    expect(page.locator("article [role=status]").first).to_contain_text("sorted by")
    expect(page.locator("input[type=checkbox]:visible")).to_have_count(0)


def test_the_headings_stay_in_sight(trainings: Page) -> None:
    """Right below the header, wherever one is in the table."""
    trainings.evaluate("scrollTo(0, 2500)")
    heading, header = trainings.locator("table thead th").first.bounding_box(), trainings.locator(".md-header").bounding_box()
    assert heading
    assert header
    assert heading["y"] <= header["y"] + header["height"] <= heading["y"] + heading["height"] / 2
    assert trainings.evaluate("scrollY") > 2000


def test_on_a_phone_rows_are_cards_and_can_be_sorted(true_site: Path, server: Server, begun: Begun) -> None:
    """Nothing is wider than the window, whatever is open."""
    seen = begun(PHONE).to(server(true_site) + "trainings/")
    expect(seen.page.locator("table[data-ch-list] tbody tr").first).to_have_css("display", "grid")
    for facet in ("Country", "Topic", "Activity"):
        seen.page.locator("summary", has_text=facet).click()
        assert seen.faults == []
    choose(seen.page, "Country", "Viet Nam")
    seen.page.get_by_role("button", name="People").click()
    expect(seen.page.get_by_role("columnheader", name="People")).to_have_attribute("aria-sort", "descending")
    assert seen.faults == []


def test_the_policy_on_content_is_kept(true_site: Path, server: Server, begun: Begun) -> None:
    """No style is written into the page, and nothing is run that is not a file of the site."""
    seen = begun()

    def with_policy(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, headers={**answer.headers, "content-security-policy": POLICY})

    seen.page.route("**/trainings/", with_policy)
    seen.to(server(true_site) + "trainings/")
    choose(seen.page, "Country", "Viet Nam")
    seen.page.get_by_role("button", name="People").click()
    expect(status(seen.page)).to_contain_text("sorted by people")
    assert seen.troubles == []


@pytest.mark.parametrize("state", ["narrowed", "open", "empty"])
def test_axe_finds_nothing_while_a_list_is_narrowed(state: str, true_site: Path, server: Server, visit: Begun) -> None:
    """Light, dark and on a phone: with words chosen, with a panel open, and with nothing left."""
    seen = visit(server(true_site) + "trainings/?countries=tl" + ("&years=2016" if state == "empty" else "&sort=-people"))
    if state == "open":
        seen.page.locator("summary", has_text="Topic").click()
    expect(seen.page.locator(".ch-chip").first).to_be_visible()
    assert faults_of(seen) == {}


def test_a_list_of_one_page_narrows_from_a_disk_as_well(true_site: Path, begun: Begun) -> None:
    """Where no server answers."""
    page = begun().page
    page.goto((true_site / "trainings/index.html").as_uri())
    choose(page, "Country", "Viet Nam")
    expect(page.locator("table[data-ch-list] tbody tr")).to_have_count(len(under(true_site, "countries", "vn")))
    page.get_by_role("button", name="People").click()
    expect(status(page)).to_contain_text("sorted by people")


# Lists of several pages


@pytest.fixture
def many(many_site: Path, server: Server, visit: Begun) -> Visit:
    """The first of three pages of trainings."""
    return visit(server(many_site) + "trainings/")


def everything(site: Path) -> list[str]:
    """The trainings of all three pages."""
    return [each for address in ("trainings", "trainings/page/2", "trainings/page/3") for each in listed(site, address)]


def test_a_long_list_is_paged_and_loads_the_rest_when_it_is_narrowed(many: Visit, many_site: Path) -> None:
    """Not before; then all pages count."""
    assert len(shown(many.page)) == 100
    assert [url for url in many.requests if "/page/" in url] == []
    choose(many.page, "Country", "Viet Nam")
    expected = [each for each in everything(many_site) if each in under(many_site, "countries", "vn")]
    expect(many.page.locator("table[data-ch-list] tbody tr")).to_have_count(len(expected))
    assert shown(many.page) == expected
    assert set(expected) - set(listed(many_site, "trainings"))
    assert many.troubles == []
    many.page.get_by_role("button", name="Clear all").click()
    expect(many.page.locator(".ch-pager")).to_be_visible()
    assert shown(many.page) == listed(many_site, "trainings")


def test_the_links_of_rows_from_other_pages_lead_where_they_led(many: Visit, many_site: Path) -> None:
    """Each page is written as seen from itself."""
    choose(many.page, "Country", "Viet Nam", "Thailand")
    hrefs = many.page.evaluate("[...document.querySelectorAll('table[data-ch-list] tbody a')].map(a => a.href)")
    site = many.page.url.partition("trainings/")[0]
    assert len(hrefs) > 100
    assert [href for href in hrefs if not (many_site / href.removeprefix(site) / "index.html").is_file()] == []


def test_a_long_result_is_shown_a_hundred_at_a_time(many: Visit, many_site: Path) -> None:
    """The whole list too, where it is sorted; and the focus goes on where it stopped."""
    many.page.get_by_role("button", name="People").click()
    every = len(everything(many_site))
    more = many.page.get_by_role("button", name="Show 100 more")
    more.click()
    assert len(shown(many.page)) == 200
    assert many.page.evaluate("document.activeElement.closest('tr').rowIndex") == 101
    many.page.get_by_role("button", name=f"Show {every - 200} more").click()
    assert sorted(shown(many.page)) == sorted(everything(many_site))
    expect(more).not_to_be_visible()


def test_an_address_of_a_long_list_brings_everything_back(many: Visit, many_site: Path) -> None:
    """On any of its pages."""
    many.page.goto(many.page.url + "page/2/?countries=vn")
    expected = [each for each in everything(many_site) if each in under(many_site, "countries", "vn")]
    expect(many.page.locator("table[data-ch-list] tbody tr")).to_have_count(len(expected))
    assert shown(many.page) == expected


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
        page.get_by_role("button", name="People").click()
        expect(status(page)).to_contain_text("This page alone is sorted by people")
        assert len(shown(page)) == 100
        expect(page.locator(".ch-pager")).to_be_visible()


def test_only_whole_lists_carry_what_a_script_needs(true_site: Path) -> None:
    """A record stands in some ten narrowed lists, which would all grow."""
    rows = {
        address: lxml_html.document_fromstring((true_site / address / "index.html").read_bytes()).xpath("//tbody/tr")
        for address in ("trainings", "trainings/by/countries/vn")
    }
    assert all(row.get("data-countries") is not None or row.get("data-years") for row in rows["trainings"])
    assert all(not row.attrib for row in rows["trainings/by/countries/vn"])

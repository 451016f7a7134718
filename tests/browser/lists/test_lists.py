"""Lists: they narrow in place as the pages of single words do, and keep their address in step."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html as lxml_html
from playwright.sync_api import Page, expect

from tests.browser.every_page.test_accessibility import faults_of
from tests.support.browser.listing import choose, listed, status, under, visible_ids
from tests.support.browser.visit import PHONE, Visit
from tests.support.haste import daily

Server = Callable[[Path], str]
Begun = Callable[..., Visit]


@pytest.fixture
def trainings(true_site: Path, server: Server, visit: Begun) -> Page:
    """The list of the true trainings, newly opened."""
    return visit(server(true_site) + "trainings/").page


def test_words_of_one_facet_widen_and_words_of_two_narrow(trainings: Page, true_site: Path) -> None:
    """What is left is what the pages of those words have in common."""
    every = listed(true_site, "trainings")
    assert visible_ids(trainings) == every
    choose(trainings, "Country", "Viet Nam", "Thailand")
    either = under(true_site, "countries", "vn", "th")
    assert visible_ids(trainings) == [training for training in every if training in either]
    choose(trainings, "Topic", "Investigation", "Prosecution")
    both = either & under(true_site, "topics", "investigation", "prosecution")
    assert 0 < len(both) < len(either) < len(every)
    assert visible_ids(trainings) == [training for training in every if training in both]


@pytest.mark.long
def test_the_number_of_results_is_announced(trainings: Page, true_site: Path) -> None:
    """In words, also in the foot of the open panel, which lies over the list."""
    expect(status(trainings)).to_have_text("")
    trainings.locator("summary", has_text="Country").click()
    panel = trainings.get_by_role("group", name="Country")
    panel.get_by_label("Viet Nam").check()
    words = f"{len(under(true_site, 'countries', 'vn'))} of {len(listed(true_site, 'trainings'))} trainings"
    expect(status(trainings)).to_have_text(words + ".")
    expect(panel.locator("p")).to_contain_text(words)


@pytest.mark.long
def test_a_count_says_what_a_word_would_leave_beside_the_other_facets(trainings: Page, true_site: Path) -> None:
    """Each facet counts under the choice of all others, not under its own."""
    choose(trainings, "Country", "Viet Nam")
    vietnamese = under(true_site, "countries", "vn")
    for facet, address in (("Topic", "topics"), ("Audience", "audience"), ("Country (host or taking part)", "countries")):
        boxes = trainings.get_by_role("group", name=facet, exact=True, include_hidden=True).locator("label")
        counts = {box.locator("input").get_attribute("value"): box.locator(".ch-facets__count").text_content() for box in boxes.all()}
        among = set(listed(true_site, "trainings")) if address == "countries" else vietnamese
        assert counts == {term: str(len(under(true_site, address, str(term)) & among)) for term in counts}
        assert len(counts) > 10


def test_the_address_says_what_is_chosen_and_brings_it_back(trainings: Page) -> None:
    """It can be sent to somebody, and be loaded again."""
    choose(trainings, "Country", "Viet Nam")
    choose(trainings, "Topic", "Investigation", "Prosecution")
    expect(trainings).to_have_url(re.compile(r"/trainings/\?countries=vn&topics=prosecution&topics=investigation$"))
    before = visible_ids(trainings)
    trainings.reload()
    assert visible_ids(trainings) == before
    assert {box.get_attribute("value") for box in trainings.locator("input:checked").all()} == {"vn", "investigation", "prosecution"}


@pytest.mark.long
def test_an_address_with_words_that_are_not_there_shows_the_rest(trainings: Page, true_site: Path) -> None:
    """A word that was renamed, or a letter too many: it is passed over."""
    trainings.goto(trainings.url + "?countries=vn&countries=zz&topics=nothing&sort=nowhere&page=7")
    assert set(visible_ids(trainings)) == under(true_site, "countries", "vn")


@pytest.mark.long
def test_back_and_forward_take_back_and_do_again(trainings: Page, true_site: Path) -> None:
    """Each choice is a step, as each page is."""
    every = visible_ids(trainings)
    choose(trainings, "Country", "Viet Nam")
    one = visible_ids(trainings)
    choose(trainings, "Year", "2019")
    two = visible_ids(trainings)
    assert len(every) > len(one) > len(two) > 0
    trainings.evaluate("document.querySelector('table').isStillThere = true")
    for move, expected in (("back", one), ("back", every), ("forward", one), ("forward", two)):
        trainings.go_back() if move == "back" else trainings.go_forward()
        expect(trainings.locator("table[data-ch-list] tbody tr:not(.ch-divide)")).to_have_count(len(expected))
        assert visible_ids(trainings) == expected
    assert trainings.evaluate("document.querySelector('table').isStillThere"), "the page was fetched anew"


@pytest.mark.long
def test_a_record_and_back_finds_the_list_as_it_was(trainings: Page) -> None:
    """Its choices and its order."""
    choose(trainings, "Country", "Viet Nam")
    trainings.get_by_role("button", name="Participants").click()
    before = visible_ids(trainings)
    trainings.locator("table[data-ch-list] tbody th a").first.click()
    expect(trainings.locator("h2#sources")).to_be_visible()
    trainings.go_back()
    expect(trainings.locator(".ch-chip")).to_have_count(2)
    assert visible_ids(trainings) == before


@pytest.mark.long
def test_the_way_to_the_list_itself_clears_it(trainings: Page) -> None:
    """A reader who presses the tab again wants the whole list."""
    every = visible_ids(trainings)
    choose(trainings, "Country", "Viet Nam")
    trainings.locator(".md-tabs").get_by_role("link", name="Trainings").click()
    expect(trainings.locator("table[data-ch-list] tbody tr:not(.ch-divide)")).to_have_count(len(every))
    expect(trainings).to_have_url(re.compile("/trainings/$"))


@pytest.mark.long
def test_what_is_chosen_can_be_given_up_one_by_one_or_at_once(trainings: Page, true_site: Path) -> None:
    """And the focus goes on to something that is there."""
    every = visible_ids(trainings)
    choose(trainings, "Country", "Viet Nam", "Thailand")
    trainings.get_by_role("button", name="Remove Viet Nam").click()
    assert set(visible_ids(trainings)) == under(true_site, "countries", "th")
    expect(trainings.get_by_role("button", name="Remove Thailand")).to_be_focused()
    trainings.get_by_role("button", name="Clear all").click()
    assert visible_ids(trainings) == every
    expect(trainings).to_have_url(re.compile("/trainings/$"))
    expect(trainings.locator(".ch-facets summary").first).to_be_focused()
    expect(trainings.locator(".ch-chip")).to_have_count(0)


@pytest.mark.long
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
    assert set(visible_ids(trainings)) == under(true_site, "years", "2016")
    expect(trainings.locator(".ch-empty")).not_to_be_visible()


@pytest.mark.long
def test_a_panel_closes_by_escape_and_by_a_click_beside_it(trainings: Page) -> None:
    """Escape gives the focus back to what opened it."""
    summary = trainings.locator("summary", has_text="Topic")
    summary.click()
    trainings.get_by_label("Prosecution").focus()
    trainings.keyboard.press("Escape")
    expect(summary).to_be_focused()
    expect(trainings.locator(".ch-facets details[open]")).to_have_count(0)
    summary.click()
    trainings.locator("h1").click()
    expect(trainings.locator(".ch-facets details[open]")).to_have_count(0)


def test_all_of_it_works_by_keyboard(trainings: Page, true_site: Path) -> None:
    """Open, tick, sort."""
    trainings.locator("summary", has_text="Country").focus()
    for key in ("Enter", "Tab", "Tab", "Space", "Escape"):
        trainings.keyboard.press(key)
    assert set(visible_ids(trainings)) == under(true_site, "countries", "kh")
    trainings.get_by_role("button", name="Participants").focus()
    trainings.keyboard.press("Enter")
    expect(trainings.get_by_role("columnheader", name="Participants")).to_have_attribute("aria-sort", "descending")


@pytest.mark.long
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
    tab = begun(PHONE).to(server(true_site) + "trainings/")
    expect(tab.page.locator("table[data-ch-list] tbody tr:not(.ch-divide)").first).to_have_css("display", "flex")
    # Nobody looks for anything in the order of prose.
    expect(tab.page.locator("table[data-ch-list] thead button")).to_have_text(["Date", "Training", "Participants"])
    for facet in ("Country", "Topic", "Activity"):
        tab.page.locator("summary", has_text=facet).click()
        assert tab.faults == []
    choose(tab.page, "Country", "Viet Nam")
    tab.page.get_by_role("button", name="Participants").click()
    expect(tab.page.get_by_role("columnheader", name="Participants")).to_have_attribute("aria-sort", "descending")
    assert tab.faults == []


@pytest.mark.long
def test_nothing_is_barred_while_a_list_is_narrowed_and_sorted(true_site: Path, server: Server, visit: Begun) -> None:
    """No style is written into the page, and nothing is run that is not a file of the site: its policy would tell."""
    tab = visit(server(true_site) + "trainings/")
    choose(tab.page, "Country", "Viet Nam")
    tab.page.get_by_role("button", name="Participants").click()
    expect(status(tab.page)).to_contain_text("sorted by participants")
    assert tab.troubles == []


@pytest.mark.long
@pytest.mark.parametrize("state", daily(["narrowed", "open", "empty"], "open"))
def test_axe_finds_nothing_while_a_list_is_narrowed(state: str, true_site: Path, server: Server, visit: Begun) -> None:
    """Light, dark and on a phone: with words chosen, with a panel open, and with nothing left."""
    tab = visit(server(true_site) + "trainings/?countries=tl" + ("&years=2016" if state == "empty" else "&sort=-participants"))
    if state == "open":
        tab.page.locator("summary", has_text="Topic").click()
    expect(tab.page.locator(".ch-chip").first).to_be_visible()
    assert faults_of(tab) == {}


@pytest.mark.long
def test_a_list_of_one_page_narrows_from_a_disk_as_well(true_site: Path, begun: Begun) -> None:
    """Where no server answers."""
    page = begun().page
    page.goto((true_site / "trainings/index.html").as_uri())
    choose(page, "Country", "Viet Nam")
    expect(page.locator("table[data-ch-list] tbody tr:not(.ch-divide)")).to_have_count(len(under(true_site, "countries", "vn")))
    page.get_by_role("button", name="Participants").click()
    expect(status(page)).to_contain_text("sorted by participants")


def test_only_whole_lists_carry_what_a_script_needs(true_site: Path) -> None:
    """A record stands in some ten narrowed lists, which would all grow."""
    rows = {
        address: lxml_html.document_fromstring((true_site / address / "index.html").read_bytes()).xpath("//tbody/tr[not(@class)]")
        for address in ("trainings", "trainings/by/countries/vn")
    }
    assert all(row.get("data-countries") is not None or row.get("data-years") for row in rows["trainings"])
    assert all(not row.attrib for row in rows["trainings/by/countries/vn"])

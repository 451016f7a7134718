"""The search page: facets with counts, orders, an address that holds the question, keys, and what is told to whom."""

import re
from datetime import date
from pathlib import Path

import pytest
from lxml import html as lxml_html
from playwright.sync_api import Browser

from tests.support.browser.kinds import file_of
from tests.support.haste import daily
from tests.support.search.asking import Asking

IVORY = 28
"""Pages of the true site that tell of ivory, at the least."""


def dates(asking: Asking, which: str) -> list[str]:
    """The days of what is found, as the pages tell them to the search: starts or ends."""
    site = [asking.page.request.get(asking.root + address.partition("#")[0]).text() for address in asking.hits]
    return [match[1] for text in site if (match := re.search(rf'data-{which}="([^"]*)"', text))]


def test_the_address_holds_the_question_and_gives_the_same_answer_when_it_is_opened(asking: Asking) -> None:
    """So it can be shared, kept, and loaded anew."""
    asking.open().type("customs").tick("Country", "vn").tick("Collection", "trainings").since("2019").order("newest")
    assert asking.question == [("q", "customs"), ("collection", "trainings"), ("country", "vn"), ("since", "2019"), ("sort", "newest")]
    hits, status = asking.hits, asking.status
    asking.page.reload()
    asking.answered()
    assert (asking.hits, asking.status) == (hits, status)
    assert asking.field.input_value() == "customs"
    assert asking.panel("Country").locator("input[value=vn]").is_checked()
    assert asking.page.locator("#ch-sort").input_value() == "newest"


@pytest.mark.long
def test_the_number_beside_a_choice_is_how_many_results_it_leaves(asking: Asking) -> None:
    """For each of several facets, and for two that are chosen one after the other."""
    asking.open(q="ivory")
    assert asking.total >= IVORY
    counts = asking.counts("Collection")
    assert sum(counts.values()) == asking.total
    term, number = max(counts.items(), key=lambda pair: pair[1])
    asking.tick("Collection", term)
    assert asking.total == number
    term, number = max(asking.counts("Country").items(), key=lambda pair: pair[1])
    asking.tick("Country", term)
    assert asking.total == number > 0


@pytest.mark.long
def test_two_terms_of_a_facet_are_either_and_two_facets_are_both(asking: Asking) -> None:
    """Viet Nam or Thailand, and trainings; and what is not ticked keeps its number beside what is."""
    asking.open(q="customs", collection="trainings")
    counts = asking.counts("Year")
    (one, first), (other, second) = [pair for pair in counts.items() if pair[1]][:2]
    asking.tick("Year", one)
    assert asking.total == first
    assert asking.counts("Year")[other] == second
    asking.tick("Year", other)
    assert asking.total == first + second


@pytest.mark.long
def test_a_chosen_term_can_be_taken_back_where_it_was_chosen_and_above_the_results(asking: Asking) -> None:
    """By its box or by its button; all at once by another."""
    asking.open(q="customs")
    before = asking.total
    asking.tick("Country", "vn").tick("Country", "vn")
    assert (asking.total, asking.question) == (before, [("q", "customs")])
    asking.tick("Country", "vn").tick("Audience", "customs").close()
    asking.page.get_by_role("button", name="Remove Viet Nam").click()
    assert asking.answered().question == [("q", "customs"), ("audience", "customs")]
    asking.since("2020").close()
    asking.page.get_by_role("button", name="Remove all filters").click()
    assert (asking.answered().total, asking.question) == (before, [("q", "customs")])


@pytest.mark.long
def test_back_and_forward_lead_from_question_to_question(asking: Asking) -> None:
    """Each question that somebody stopped at, not each letter."""
    asking.open().type("ivory")
    ivory = asking.hits
    asking.field.press("Enter")
    asking.answered().tick("Collection", "documents")
    documents = asking.hits
    asking.type("tiger")
    assert asking.hits not in (ivory, documents)
    asking.page.go_back()
    asking.shows(documents)
    asking.page.go_back()
    asking.shows(ivory)
    assert asking.field.input_value() == "ivory"
    asking.page.go_forward()
    asking.shows(documents)
    assert asking.question == [("q", "ivory"), ("collection", "documents")]


@pytest.mark.long
def test_back_from_a_record_leads_to_the_results(asking: Asking) -> None:
    """The same ones, in the same order."""
    asking.open(q="prosecutors", country="la")
    hits = asking.hits
    asking.page.locator(".ch-search .ch-hits > li > a").first.click()
    asking.page.wait_for_url(asking.root + hits[0])
    asking.page.wait_for_selector(".ch-record")
    asking.page.go_back()
    assert asking.answered().hits == hits


@pytest.mark.long
def test_newest_first_is_newest_first(asking: Asking) -> None:
    """By their dates, the first of them the latest of all."""
    asking.open(q="prosecutors", sort="newest")
    days = dates(asking, "starts")
    assert len(days) == len(asking.hits)
    assert days == sorted(days, reverse=True)
    assert days[0] > days[-1]


@pytest.mark.long
def test_soonest_first_begins_today_and_goes_on_with_what_is_over(asking_living: Asking) -> None:
    """For the reader's own day: what ends today or later comes first, the nearest before all others, then the latest that is over."""
    asking_living.open(q="", collection="trainings", sort="soonest")
    asking_living.page.get_by_role("button", name="Show more").click()
    asking_living.page.wait_for_function("() => document.querySelectorAll('.ch-search .ch-hits > li').length > 10")
    days = dates(asking_living, "ends")
    today = date(2026, 3, 10).isoformat()
    ahead, over = [day for day in days if day >= today], [day for day in days if day < today]
    assert ahead
    assert over
    assert days == sorted(ahead) + sorted(over, reverse=True)
    assert asking_living.hits[0] in ("trainings/la-2026-03-prosecutors/", "trainings/th-2026-03-crime-scene/")


def test_an_empty_question_shows_the_newest_and_every_facet(asking: Asking) -> None:
    """Who does not know what to write finds a way in."""
    asking.open()
    assert asking.total > 300
    assert len(asking.hits) == 10
    assert asking.status.endswith("records, newest first.")
    assert asking.page.locator("#ch-sort").input_value() == "newest"
    assert asking.counts("Collection")["trainings"] > 80
    assert asking.counts("Status")["held"] > 50


MOST_SHIFT = 0.02
"""Cumulative layout shift that a reader hardly sees."""
_SHIFTS = """globalThis.shift = 0
new PerformanceObserver(list => list.getEntries().forEach(one => { if (!one.hadRecentInput) globalThis.shift += one.value }))
  .observe({ type: "layout-shift", buffered: true })"""


@pytest.mark.parametrize(
    "words", daily(["trainings customs Viet Nam since 2022", "ivory qqqxz", "qqqxzz"], "trainings customs Viet Nam since 2022")
)
def test_nothing_jumps_while_results_come_on_a_slow_line(words: str, asking: Asking, browser: Browser) -> None:
    """On a phone: every place has its size before the script fills it. Before anything is asked, no index is fetched."""
    context = browser.new_context(viewport={"width": 360, "height": 760})
    page = context.new_page()
    page.add_init_script(_SHIFTS)
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    line = {"offline": False, "latency": 100, "downloadThroughput": 400_000, "uploadThroughput": 50_000}
    context.new_cdp_session(page).send("Network.emulateNetworkConditions", line)
    slow = Asking(page, asking.root)
    slow.open()
    page.wait_for_timeout(300)
    assert page.evaluate("shift") <= MOST_SHIFT
    assert not [url for url in requests if "/pagefind/" in url]
    assert slow.counts("Country")["vn"] > 50
    assert [url for url in requests if "/pagefind/" in url] == [f"{asking.root}pagefind/counts.json"]
    slow.open(q=words)
    page.wait_for_timeout(800)
    assert page.evaluate("shift") <= MOST_SHIFT
    context.close()


@pytest.mark.long
def test_a_question_without_words_loads_no_words(asking: Asking, browser: Browser) -> None:
    """Its results and their order come from facets and days alone; what is counted before anything is asked is counted so, too."""
    context = browser.new_context()
    page = context.new_page()
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    other = Asking(page, asking.root)
    counts = other.open().counts("Country")
    assert other.open(country="vn").total == counts["vn"]
    assert other.open(sort="soonest").counts("Country") == counts
    assert not [url for url in requests if "/pagefind/index/" in url]
    assert any("/pagefind/filter/" in url for url in requests)
    context.close()


@pytest.mark.long
def test_words_are_marked_in_titles_and_excerpts(asking: Asking) -> None:
    """With a mark that is more than a colour."""
    asking.open(q="money laundering")
    first = asking.page.locator(".ch-search .ch-hits > li").first
    assert first.locator("a mark").first.inner_text().lower() in ("money", "laundering")
    assert asking.page.locator(".ch-hits__text mark").count() > 5
    assert first.locator("mark").first.evaluate("mark => getComputedStyle(mark).borderBottomStyle") == "solid"


@pytest.mark.long
def test_parts_of_a_page_are_results_below_it_and_their_links_lead_to_headings(asking: Asking, true_site: Path) -> None:
    """The heading that stands nearest above what was found."""
    asking.open(q="confiscation", collection="legislation")
    parts = asking.page.locator(".ch-hits__parts a").evaluate_all("all => all.map(one => one.href)")
    assert parts
    for url in parts:
        address, _, part = url.removeprefix(asking.root).partition("#")
        tree = lxml_html.parse(str(true_site / file_of(address)))
        assert [element.tag for element in tree.xpath("//*[@id=$part]", part=part)] in (["h2"], ["h3"]), url


@pytest.mark.long
def test_arrow_keys_choose_and_enter_opens(asking: Asking) -> None:
    """From the field to the hits and back, as real focus, which a screen reader follows."""
    asking.open(q="ivory")
    hits = asking.hits
    asking.field.focus()
    asking.page.keyboard.press("ArrowDown")
    asking.page.keyboard.press("ArrowDown")
    assert asking.page.evaluate("document.activeElement.href") == asking.root + hits[1]
    asking.page.keyboard.press("ArrowUp")
    asking.page.keyboard.press("ArrowUp")
    assert asking.page.evaluate("document.activeElement.type") == "search"
    asking.page.keyboard.press("ArrowDown")
    asking.page.keyboard.press("Enter")
    asking.page.wait_for_url(asking.root + hits[0])


def test_more_results_come_on_demand_and_the_first_of_them_has_the_focus(asking: Asking) -> None:
    """Nobody who listens to the page is sent back to its top."""
    asking.open(q="wildlife")
    asking.page.get_by_role("button", name="Show more").click()
    asking.page.wait_for_function("() => document.querySelectorAll('.ch-search .ch-hits > li').length === 30")
    assert asking.page.evaluate("document.activeElement.href") == asking.root + asking.hits[10]
    assert len(set(asking.hits)) == 30


@pytest.mark.long
def test_a_screen_reader_is_told_the_number_and_what_was_asked(asking: Asking) -> None:
    """Once the answer is there, in a place that is announced."""
    asking.open(q="ivory")
    assert re.fullmatch(r"\d+ results for “ivory”, best match\.", asking.status)
    asking.type("qqqq")
    assert asking.status == "No results for “qqqq”."


@pytest.mark.long
def test_a_slash_leads_to_the_field_of_the_page_and_not_to_another_one(asking: Asking) -> None:
    """A dialog above the search page would be one search too many."""
    asking.open(q="ivory")
    asking.page.locator("h1").click()
    asking.page.keyboard.press("/")
    asking.page.keyboard.type("tiger")
    assert asking.answered().field.input_value() == "tiger"
    assert asking.page.locator("dialog").count() == 0


def test_text_of_records_is_shown_as_text(asking_living: Asking) -> None:
    """Signs that HTML or a template would take for its own arrive as they were written."""
    asking_living.open(q="braces")
    assert asking_living.hits[0] == "workshops/sg-2026-03-braces-webinar/"
    assert asking_living.page.locator(".ch-search .ch-hits > li > a").first.inner_text() == "R & D: <ivory> “trade” 100% {{ braces }}"


@pytest.mark.parametrize(
    "words",
    [
        *("dieu tra", "điều tra", "06/2019/ND-CP", "06/2019/NĐ-CP"),
        *(pytest.param(words, marks=pytest.mark.long) for words in ("DIEU TRA", "tap huan ky nang", "kiểm lâm")),
    ],
)
def test_vietnamese_is_found_with_and_without_its_accents(words: str, asking_living: Asking) -> None:
    """Also the stroke of đ, which is no accent, and inside the number of a decree."""
    assert asking_living.begin().type(words).hits[0] == "trainings/vn-2026-03-dieu-tra/"


@pytest.mark.long
def test_no_draft_no_navigation_and_no_missing_page_is_found(asking_living: Asking) -> None:
    """Only the record itself: not what stands around it on every page, and not what nobody may see yet."""
    pages = asking_living.open().page.request.get(f"{asking_living.root}search/terms.json").json()["pages"]
    for words in ("Draftmarker", "7319", "Secret Office of Draftmarkers"):
        assert not [hit for hit in asking_living.type(words).hits if "draft" in hit]
    for words in ("Copy link", "Switch to the dark scheme", "Skip to content"):
        assert asking_living.type(f'"{words}"').total < pages / 20
    assert not [hit for hit in asking_living.type("404 not found").hits if "404" in hit]


def test_without_a_script_the_page_says_so_and_every_list_and_facet_is_a_link(true_site: Path) -> None:
    """Each record is at most four clicks from the front page; here it is two lists away."""
    tree = lxml_html.parse(str(true_site / "search" / "index.html"))
    assert "needs JavaScript" in tree.xpath("string(//*[@data-ch-no-script])")
    links = {str(link) for link in tree.xpath("//*[@data-ch-without]//@href")}
    assert {"../trainings/", "../workshops/", "../documents/", "../networks/", "../trainings/by/countries/vn/"} <= links
    assert tree.xpath("//form[@role='search' and @action='./']//input[@name='q']")

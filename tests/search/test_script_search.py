"""Script search: Thai, Lao, Khmer and Burmese in the browser, with the clusters that Python makes."""

import json
from typing import Any

import pytest

from tests.support.browser.modules import load_modules
from tests.support.running import ROOT
from tests.support.search.asking import Asking

CASES: list[dict[str, Any]] = json.loads((ROOT / "tests" / "search" / "clusters.json").read_text("utf-8"))
CLUSTERS = """texts => texts.map(text =>
  modules.clusters(modules.cleaned(text)).map(({ text, system, place }) => [text, system, place]))"""


@pytest.mark.long
def test_the_browser_makes_the_clusters_of_the_golden_cases(asking: Asking) -> None:
    """The same cases are held against Python's in tests/publications/search/test_clusters.py."""
    asking.page.goto(asking.root)
    load_modules(asking.page, asking.root, "search/words/clusters.js")
    clusters = asking.page.evaluate(CLUSTERS, [case["text"] for case in CASES])
    assert clusters == [case["clusters"] for case in CASES]


@pytest.mark.parametrize(
    ("words", "page"),
    [
        ("ຄະດີສັດປ່າ", "trainings/la-2026-03-prosecutors/"),
        pytest.param("ໄອຍະການ", "trainings/la-2026-03-prosecutors/", marks=pytest.mark.long),
        pytest.param("ວຽງຈັນ", "trainings/la-2026-03-prosecutors/", marks=pytest.mark.long),
        pytest.param("ລາວ", "countries/la/", marks=pytest.mark.long),
    ],
)
def test_words_are_found_inside_unspaced_titles_and_bodies(words: str, page: str, asking_living: Asking) -> None:
    """From their middle, with nothing around them that would part them."""
    assert page in asking_living.begin().type(words).hits


@pytest.mark.long
def test_an_unfinished_word_finds_what_the_finished_one_will(asking_living: Asking) -> None:
    """While it is typed, its last cluster may still lack its marks."""
    assert "trainings/la-2026-03-prosecutors/" in asking_living.open().type("ໄອຍະກ").hits


@pytest.mark.long
def test_two_words_are_both_asked_for_with_or_without_the_space_between_them(asking_living: Asking) -> None:
    """A space parts words of a query, but phrases of a text."""
    asking_living.begin()
    assert asking_living.type("ໄອຍະການ ວຽງຈັນ").hits == ["trainings/la-2026-03-prosecutors/"]
    assert asking_living.type("ໄອຍະການແລະຜູ້ພິພາກສາ").hits == ["trainings/la-2026-03-prosecutors/"]
    assert asking_living.type("ໄອຍະການ ເສືອດາວ").total == 0


@pytest.mark.long
def test_other_letters_beside_them_are_asked_for_as_well(asking_living: Asking) -> None:
    """The words of both are on the page, which Pagefind and the script index know by the same key."""
    assert asking_living.open(q="ວຽງຈັນ prosecutors").hits == ["trainings/la-2026-03-prosecutors/"]
    assert asking_living.open(q="ວຽງຈັນ rosewood").hits == []


@pytest.mark.long
def test_two_scripts_at_once_are_both_asked_for(asking: Asking) -> None:
    """No page of the true site holds both; each alone is found."""
    assert asking.open(q="สัตว์ป่า").total > 0
    assert asking.open(q="ລາວ").total > 0
    assert asking.open(q="สัตว์ป่า ລາວ").total == 0


def test_results_have_marks_a_language_and_the_line_of_their_record(asking_living: Asking) -> None:
    """So that marks of the script keep their height, and are read aloud in its language."""
    asking_living.open(q="ຄະດີສັດປ່າ")
    item = asking_living.page.locator(".ch-search .ch-hits > li").first
    assert item.locator("mark").first.inner_text() == "ຄະດີສັດປ່າ"
    assert item.locator("[lang=lo] mark").count() > 0
    assert "Training, 6 to 10 March 2026, Vientiane, Lao PDR" in item.inner_text()


@pytest.mark.long
def test_facets_and_orders_are_those_of_any_other_answer(asking_living: Asking) -> None:
    """Counted over what was found, narrowed and sorted."""
    asking_living.open(q="ສັດປ່າ")
    total = asking_living.total
    counts = asking_living.counts("Collection")
    assert sum(counts.values()) == total > 1
    term, number = min(counts.items(), key=lambda pair: pair[1])
    asking_living.tick("Collection", term)
    assert asking_living.total == number
    asking_living.open(q="ສັດປ່າ", sort="soonest")
    assert asking_living.hits[0] == "trainings/la-2026-03-prosecutors/"


@pytest.mark.long
def test_a_script_that_no_page_holds_is_answered_with_nothing_and_the_lists(asking: Asking) -> None:
    """Not with an error of a file that is not there. The true site has no word of Burmese but the name of Myanmar."""
    asking.open(q="တောရိုင်း")
    assert asking.total == 0
    asking.page.get_by_role("link", name="All lists, which hold every record").first.wait_for()

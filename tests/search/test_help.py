"""Help: what is offered to somebody whose question has no answer, or not the one that was meant."""

import pytest
from playwright.sync_api import Locator

from tests.support.browser.modules import load_modules
from tests.support.search.asking import Asking


def offers(asking: Asking) -> Locator:
    """Links to other questions, each with its number."""
    items = asking.page.locator(".ch-search :is(.ch-notice li, .ch-empty li, .ch-search__offer)")
    items.first.wait_for()
    return items


@pytest.mark.parametrize(
    ("typed", "nearest"),
    [
        ("pangolyn", "pangolin"),
        *(pytest.param(*words, marks=pytest.mark.long) for words in (("lundering", "laundering"), ("laboratery", "laboratory"))),
    ],
)
def test_a_misspelt_word_is_answered_with_the_nearest_that_is_known(typed: str, nearest: str, asking: Asking) -> None:
    """And following the offer finds as much as it says."""
    asking.open().type(typed)
    offer = offers(asking).filter(has_text=f"“{nearest}”").first
    number = int(offer.inner_text().split()[-1].replace(",", ""))
    offer.locator("a").click()
    assert asking.answered().field.input_value() == nearest
    assert asking.total == number > 0


@pytest.mark.long
def test_a_word_that_no_page_holds_is_named(asking: Asking) -> None:
    """Pagefind leaves such words out without a word; somebody who relies on the answer must know."""
    asking.open().type("ivory qqqxz")
    assert asking.total > 0
    asking.page.get_by_text("No page has “qqqxz”; shown without it.").wait_for()


OFFERED = """async q => {
  const question = modules.ask(q)
  const { offers } = await modules.help(question, await modules.find(question, []))
  return offers.map(({ kind, question }) => [kind, question.q])
}"""


def test_who_is_found_something_by_all_words_was_understood(asking: Asking) -> None:
    """The number of a decree holds a year, but nobody means that year by it, nor with a word that no page has."""
    asking.begin()
    load_modules(asking.page, asking.root, *(f"search/{name}.js" for name in ("question", "find/find", "find/help")))
    offers = [asking.page.evaluate(OFFERED, words) for words in ("06/2019/ND-CP", "06/2019/ND-CP qqqxz")]
    asking.page.unroute_all()
    assert offers == [[], []]


@pytest.mark.long
def test_the_question_of_the_issue_is_honestly_nothing_and_says_what_comes_near(asking: Asking) -> None:
    """No such course is known since 2022: the one of 2019 is offered, and those for customs on other subjects."""
    asking.open(q="ivory", collection="trainings", audience="customs", country="vn", since="2022")
    assert asking.total == 0
    texts = offers(asking).all_inner_texts()
    assert any("“ivory”, Trainings, Viet Nam, Customs 1" in text for text in texts)
    assert any("Trainings, Viet Nam, Customs, since 2022" in text and "ivory" not in text for text in texts)
    offers(asking).filter(has_text="“ivory”, Trainings, Viet Nam, Customs").locator("a").first.click()
    assert asking.answered().hits == ["trainings/vn-2019-12-central-highlands-border/"]


@pytest.mark.long
def test_little_words_alone_do_not_leave_a_question_without_an_answer(asking: Asking) -> None:
    """Where all words together find nothing, those that carry no meaning are left out, and the answer says which were asked."""
    asking.open().type("who will be with the sharks")
    assert asking.total > 0
    assert "“sharks”" in asking.status


@pytest.mark.long
def test_nothing_at_all_leads_to_the_lists(asking: Asking) -> None:
    """Which hold every record, on this very page."""
    asking.open().type("qqqxzz")
    asking.page.get_by_role("link", name="All lists, which hold every record").first.wait_for()
    assert asking.page.locator("#lists").is_visible()
    assert asking.page.locator("section:has(#lists) a[href$='/trainings/by/countries/vn/']").count() == 1

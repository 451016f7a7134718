"""Meaning: which filters a sentence names, and what is left out where no record has all of it."""

from typing import Any

import pytest
import yaml

from tests.support.browser.modules import load_modules
from tests.support.running import ROOT
from tests.support.search.asking import Asking

SENTENCES: list[dict[str, Any]] = yaml.load((ROOT / "tests" / "search" / "sentences.yaml").read_text("utf-8"), yaml.CSafeLoader)
ANSWERS = """async sentences => {
  const answers = []
  for (const q of sentences) {
    const { question, isMeant, left, total } = await modules.find(modules.ask(q), [])
    const years = Object.fromEntries(["since", "until"].filter(name => question[name]).map(name => [name, question[name]]))
    const facets = Object.fromEntries(Object.entries(question.facets).filter(([, some]) => some.length))
    answers.push([isMeant ? { ...facets, ...years } : {}, question.q, left, total > 0])
  }
  return answers
}"""


def test_a_sentence_means_the_filters_that_it_names_and_the_words_left_are_looked_for(asking: Asking) -> None:
    """What the words mean is known from the vocabulary; each sentence finds something."""
    asking.begin()
    load_modules(asking.page, asking.root, *(f"search/{name}.js" for name in ("question", "find/find")))
    answers = asking.page.evaluate(ANSWERS, [sentence["type"] for sentence in SENTENCES])
    asking.page.unroute_all()
    for sentence, answer in zip(SENTENCES, answers, strict=True):
        is_plain = not sentence.get("means") and not sentence.get("left")
        q = sentence["type"] if is_plain else sentence.get("q", "")
        assert answer == [sentence.get("means", {}), q, sentence.get("left", []), True], sentence["type"]


def test_a_filter_that_a_sentence_names_is_shown_and_can_be_taken_away(asking: Asking) -> None:
    """Then the address holds the others, and the field the words left; or all are words again."""
    asking.open().type("training for judges in Cambodia")
    chips = asking.page.locator(".ch-search__chips button").all_inner_texts()
    assert chips == ["Trainings ×", "Judges ×", "Cambodia ×", "all filters ×"]
    assert asking.field.input_value() == "training for judges in Cambodia"
    asking.page.get_by_role("button", name="Remove Judges").click()
    asking.answered()
    assert asking.question == [("collection", "trainings"), ("country", "kh")]
    assert asking.field.input_value() == ""
    asking.type("training for judges in Cambodia")
    asking.page.get_by_role("link", name="Search for the words instead").click()
    asking.answered()
    assert dict(asking.question)["as"] == "words"


@pytest.mark.long
def test_what_was_left_out_is_said(asking: Asking) -> None:
    """And what comes as near by leaving out something else is offered."""
    asking.open(q="trainings ivory customs Viet Nam since 2022")
    assert asking.status.startswith("No record has all of this. Shown: without “Ivory and rhino horn”. 2 results")
    assert asking.hits[0] == "trainings/vn-2025-06-ctoc-wt-hai-phong/"
    chips = asking.page.locator(".ch-search__chips button").all_inner_texts()
    assert chips == ["Trainings ×", "Customs ×", "Viet Nam ×", "since 2022 ×", "all filters ×"]
    offer = asking.page.locator(".ch-search .ch-notice li", has_text="Trainings, Ivory and rhino horn, Customs, Viet Nam 1")
    offer.locator("a").click()
    assert asking.answered().hits == ["trainings/vn-2019-12-central-highlands-border/"]


def test_where_few_have_all_of_it_those_that_have_most_stand_below(asking: Asking) -> None:
    """Under what they lack, and none of them twice; the address stays that of the question."""
    asking.open(q="trainings customs Viet Nam since 2022")
    own = asking.hits
    assert asking.total == len(own) in (1, 2)
    heading = asking.page.locator(".ch-search h2")
    heading.wait_for()
    assert heading.inner_text().startswith("More results, without “")
    wider = asking.page.locator(".ch-hits--wider > li > a").evaluate_all("all => all.map(one => one.href)")
    assert wider
    assert not {asking.root + hit for hit in own} & set(wider)
    assert dict(asking.question) == {"q": "trainings customs Viet Nam since 2022"}
    asking.type("customs")
    assert not heading.count()


NAMES = {
    "06/2019/NĐ-CP": "legislation/vn/decree-06-2019/",
    "06/2019/nd-cp": "legislation/vn/decree-06-2019/",
    "Act 686": "legislation/my/intesa-2008/",
    "4.1.2": "plans/poa-2016-2020/4.1.2/",
    "trainings/vn-2019-12-central-highlands-border.yml": "trainings/vn-2019-12-central-highlands-border/",
    "penalties Indonesia": "legislation/penalties/by/countries/id/",
    "ngà voi": "species/sp-elephants/",
    "งาช้าง": "species/sp-elephants/",
}
FIRST = """async names => {
  const firsts = []
  for (const q of names) firsts.push((await (await modules.find(modules.ask(q), [])).hits(0, 1))[0].address)
  return firsts
}"""


def test_what_is_named_comes_first(asking: Asking) -> None:
    """A record by its id, an activity and a law by their numbers as any keyboard writes them, a species by any of its names."""
    asking.begin()
    load_modules(asking.page, asking.root, *(f"search/{name}.js" for name in ("question", "find/find")))
    firsts = asking.page.evaluate(FIRST, list(NAMES))
    asking.page.unroute_all()
    assert dict(zip(NAMES, firsts, strict=True)) == NAMES


def test_a_name_of_ivory_in_vietnamese_finds_what_is_about_it(asking: Asking) -> None:
    """Though only the page of the species says it so."""
    assert asking.begin().type("ngà voi").total > 10
    assert asking.page.locator(".ch-search__chips button").all_inner_texts() == ["Elephants ×"]

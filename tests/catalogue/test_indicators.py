"""Indicators: each type is answered by its own rule, and all that is looked at is counted or left out with a reason."""

from datetime import date
from typing import Any

import pytest

from clearinghouse.catalogue.indicators.answering import answers
from clearinghouse.catalogue.indicators.answers import Answer
from clearinghouse.publications.collections.delivery.answers import answer_words, in_short
from tests.support.examples import SOURCE, TODAY, catalogue, yaml

PLAN = {"plans/poe": yaml("plans", period="{from: 2016, to: 2020}")}
JUDGES = "{collections: [trainings], audiences: [judges, customs]}"
SERVES = {"serves": "[poe/1.1.1]", "status": "held"}
LOG = "[{on: 2026-01-10, delivery: partly delivered, by: public sources, what: A first part., confidence: medium}]"


def answered(indicator: str, files: dict[str, str] | None = None, as_of: date = TODAY, **plan: str) -> Any:
    """The answer to an indicator of an activity, by its keys; files: the records beside it."""
    activity = yaml("activities", indicators=f"[{{wording: Plan’s words., {indicator}}}]", log=LOG)
    shared = {"plans/poe": yaml("plans", **plan)} if plan else PLAN
    known = catalogue({**shared, "activities/poe/1.1.1": activity, **(files or {})}, as_of)
    [answer] = [answer for _, answer in answers(known.activities[0], known)]
    return answer


def training(**keys: str | None) -> str:
    """A training of judges in the years of the plan that counts."""
    return yaml("trainings", **{**SERVES, "audience": "[judges]", "starts": "2018-03-02", **keys})


def shares(answer: Any) -> dict[str, int]:
    """How many records were left out, by reason."""
    return {reason.several: len(records) for reason, records in answer.left_out.items()}


def test_a_count_accounts_for_all_that_it_looks_at() -> None:
    """Another audience, the rule of evidence and the years leave records out; of each it is said why."""
    files = {
        "trainings/a": training(),
        "trainings/b": training(audience="[police]"),
        "trainings/c": training(audience="[customs, police]", starts="2022"),
        "trainings/d": training(confidence="low"),
        "trainings/e": training(status="announced"),
        "trainings/f": training(starts="2015-05"),
        "trainings/g": training(starts=None, undated="true", note="The page gives no date."),
        "trainings/h": training(serves="[]"),
        "workshops/i": yaml("workshops", **SERVES),
    }
    answer = answered(f"type: count, query: {JUDGES}", files)
    assert [record.id for record in answer.records] == ["a"]
    assert shares(answer) == {
        "for another audience, or one that is not stated": 1,
        "of low confidence": 1,
        "without a report that it was held": 1,
        "from after these years": 1,
        "from before these years": 1,
        "without a date": 1,
    }
    assert len(answer.looked_at) == 7 == len(answer.records) + sum(shares(answer).values())
    assert answer_words(answer) == "The records show 1 training for judges or customs in 2016-2020."


def test_a_new_record_moves_its_indicator() -> None:
    """With no other edit; the list that the plan asks for is the page itself."""
    live = f"type: count, query: {JUDGES}, live: true"
    files = {"trainings/a": training()}
    assert answer_words(answered(live, files)) == "This page is that list: 1 training for judges or customs in 2016-2020."
    files |= {"trainings/b": training(), "trainings/c": training(starts="2024-05-02")}
    assert answer_words(answered(live, files)) == "This page is that list: 3 trainings for judges or customs, 2 of them in 2016-2020."
    assert in_short(answered(live, files)) == "2 in 2016-2020"


@pytest.mark.parametrize(
    ("narrowed", "counted"),
    [
        ("kinds: [study visit]", ["b"]),
        ("topics: [evidence]", ["c"]),
        ("kinds: [training], topics: [evidence]", ["c"]),
        ("years: {from: 2018, to: 2018}", ["a"]),
        ("years: {from: 2024, to: 2025}", ["d"]),
    ],
)
def test_a_query_narrows_by_each_of_its_keys(narrowed: str, counted: list[str]) -> None:
    """All of them must fit; years of its own take the place of those of the plan."""
    files = {
        "trainings/a": training(),
        "trainings/b": training(kind="study visit", starts="2019"),
        "trainings/c": training(topics="[evidence, patrol]", starts="2017"),
        "trainings/d": training(starts="2024"),
    }
    answer = answered(f"type: count, query: {{collections: [trainings], {narrowed}}}", files)
    assert [record.id for record in answer.records] == counted


@pytest.mark.parametrize(
    ("years", "every", "result", "words"),
    [
        (("2016", "2017", "2018", "2019", "2020"), 1, "met", "The records show 5 trainings in 5 of the 5 years 2016-2020."),
        (("2016", "2018", "2020"), 2, "met", "The records show 3 trainings in 3 of the 3 periods of 2 years in 2016-2020."),
        (("2016", "2016"), 1, "partly met", "The records show 2 trainings in 1 of the 5 years 2016-2020."),
        ((), 1, "cannot be said", "The records show no trainings in 2016-2020, which does not prove that there were none."),
    ],
)
def test_a_cadence_is_met_where_each_period_has_a_record(years: tuple[str, ...], every: int, result: str, words: str) -> None:
    """That nothing was found proves nothing."""
    files = {f"trainings/a{place}": training(starts=year) for place, year in enumerate(years)}
    answer = answered(f"type: cadence, query: {{collections: [trainings]}}, every: {every}", files)
    assert answer.result == result
    assert answer_words(answer) == words


def test_a_cadence_waits_for_no_period_that_is_not_over() -> None:
    """Neither for this year, nor for those to come."""
    cadence = "type: cadence, query: {collections: [trainings]}"
    answer = answered(cadence, {"trainings/a": training(starts="2024-12-30", ends="2025-01-02")}, period="{from: 2024, to: 2030}")
    assert answer.result == "met"
    assert answer_words(answer) == "The records show 1 training in 2 of the 2 years in 2024-2030 that are over."
    early = answered(cadence, {"trainings/a": training(starts="2026-01")}, date(2026, 3, 10), period="{from: 2026, to: 2030}")
    assert early.result == "cannot be said"


def test_records_can_be_sought_by_the_site_of_their_sources() -> None:
    """Then they need not contribute to the activity."""
    page = "[{url: https://www.office.example/news/1, publisher: Office, kind: official site, accessed: 2026-01-10}]"
    files = {"trainings/a": training(serves="[]", sources=page), "trainings/b": training()}
    answer = answered("type: count, query: {collections: [trainings], sites: [office.example]}", files)
    assert [record.id for record in answer.looked_at] == ["a"]


def assessed(*assessments: tuple[str, str]) -> str:
    """A state with assessments: as of when, and the category."""
    claims = [f"{{as_of: {on}, category: {category}, document: List, how: read, source: {SOURCE}}}" for on, category in assessments]
    return f"[{', '.join(claims)}]"


def test_a_share_is_asked_at_the_end_of_the_plan() -> None:
    """Of the ten member states of that day; what was assessed later is another matter, and what is not known is said."""
    files = {
        "legislation/la": yaml("legislation", assessments=assessed(("2019-11", "not-1"), ("2023", "1"))),
        "legislation/th": yaml("legislation", title="Thailand", country="TH", assessments=assessed(("2016", "1"))),
        "legislation/vn": yaml("legislation", title="Viet Nam", country="VN", assessments=assessed(("2021", "1"))),
    }
    answer = answered("type: share, states: category 1", files)
    assert (answer.yes, answer.no, len(answer.unknown), answer.of) == (("TH",), ("LA",), 8, 10)
    assert answer.result == "partly met"
    expected = "1 of 10 member states was in Category 1 on 31 December 2020, by lists up to November 2019; of 8 it is not known."
    assert answer_words(answer) == expected
    assert in_short(answer) == "1 of 10 states"


def test_a_share_can_be_asked_of_a_requirement() -> None:
    """Partly met is not met; nothing known gives no result."""
    met = f"{{penalties: {{met: partly, source: {SOURCE}}}}}"
    answer = answered("type: share, states: penalties", {"legislation/la": yaml("legislation", requirements=met)})
    assert (answer.yes, answer.no) == ((), ("LA",))
    assert answer.result == "cannot be said"


@pytest.mark.parametrize(
    ("keys", "result", "words"),
    [
        ("", "cannot be said", "No public evidence was found that it exists."),
        ("where: {records: [documents/doc-a]}", "met", "Found: Handbook of Examples."),
        ("where: {records: [documents/doc-a]}, lacks: Endorsement.", "partly met", "Found in part: Handbook of Examples."),
        (f"where: {{sources: [{SOURCE}]}}", "met", "Found: a page of Office."),
        ("where: {records: [documents/doc-b]}", "cannot be said", "No public evidence was found that it exists."),
    ],
)
def test_a_deliverable_is_met_where_something_shows_it(keys: str, result: str, words: str) -> None:
    """All of it; a record that does not count as evidence shows nothing."""
    files = {"documents/doc-a": yaml("documents"), "documents/doc-b": yaml("documents", confidence="low")}
    answer = answered(f"type: deliverable, {keys}" if keys else "type: deliverable", files)
    assert answer.result == result
    assert answer_words(answer) == words


@pytest.mark.parametrize("keys", ["type: narrative", "lacks: Nothing."])
def test_what_no_number_answers_is_said_in_the_words_of_the_log(keys: str) -> None:
    """Without a result, and so is an indicator that has no type yet."""
    answer: Answer = answered(keys)
    assert answer.result == "cannot be said"
    assert answer_words(answer) == "No number answers it. The log says: A first part."

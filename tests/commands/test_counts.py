"""Counts: what the pages of the true site say is what a count of the YAML files says that knows nothing of our code."""

import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.support.plain import files
from tests.support.plain_counts import (
    COLLECTIONS,
    PLANS,
    STATES,
    TODAY,
    current_files,
    group,
    numbers,
    of_the_year,
    page,
    records,
    spans,
    sure,
    words,
)


@cache
def evidence() -> dict[str, Counter[str]]:
    """How many records of each group name an activity."""
    groups: dict[str, Counter[str]] = {}
    for collection in COLLECTIONS:
        for name, record in current_files(collection).items():
            for key in set(record.get("serves", [])):
                groups.setdefault(key, Counter())[group(collection, name, record, key.partition("/")[0])] += 1
    return groups


def evidence_of(plan: str, number: str) -> Counter[str]:
    """The same for one activity."""
    return evidence().get(f"{plan}/{number}", Counter())


def counted(plan: str, number: str) -> str:
    """What a page must say of an activity's evidence."""
    groups, period = evidence_of(plan, number), files("plans")[plan]["period"]
    during = f"{groups['during'] or 'no'} record{'s' if groups['during'] != 1 else ''} from {period['from']} to {period['to']}"
    words = {"after": "from later years", "before": "from earlier years", "undated": "without a date"}
    parts = [during, *(f"{groups[name]} {said}" for name, said in words.items() if groups[name])]
    return " and ".join(filter(None, (", ".join(parts[:-1]), parts[-1])))


def with_evidence(plan: str) -> str:
    """The tally of a plan, as it must stand."""
    return f"{sum(bool(evidence_of(plan, number)['during']) for number in numbers(plan))} of {len(numbers(plan))}"


def test_the_data_are_there() -> None:
    """Else all counts would agree that there is nothing."""
    assert PLANS
    assert all(records(name) for name in COLLECTIONS)
    assert evidence()


def test_the_front_page_counts_right(true_site: Path) -> None:
    """Records at its doors, and for each plan n of all activities."""
    front = page(true_site, "")
    text = words(front)
    for name in ("trainings", "workshops", "documents", "figures"):
        assert f"{len(records(name))} {name}" in text
    assert f"Laws of {len(records('legislation'))} member states" in text
    tallies = {tally.getparent().find("h3/a").get("href"): words(tally).split(" activities")[0] for tally in front.find_class("ch-tally")}
    assert tallies == {f"plans/{plan}/": with_evidence(plan) for plan in PLANS}


@pytest.mark.parametrize("plan", PLANS)
def test_a_plan_counts_right(true_site: Path, plan: str) -> None:
    """Its tally, a filled square for each activity with evidence, and the records of each activity."""
    article = page(true_site, f"plans/{plan}")
    assert words(article.find_class("ch-tally")[0]).startswith(with_evidence(plan) + " ")
    squares = {square.text: ("ch-square--full" in square.get("class"), words(square)) for square in article.find_class("ch-square")}
    assert sorted(squares) == sorted(numbers(plan))
    for number, (is_full, label) in squares.items():
        assert is_full == bool(evidence_of(plan, number)["during"])
        assert label == f"{number}: {counted(plan, number)}"
    rows = {words(row.find("th")): (words(row[-2]), words(row[-1])) for row in article.xpath(".//tbody/tr[th[@scope='row']]")}
    assert rows == {number: tuple(str(evidence_of(plan, number)[name]) for name in ("during", "after")) for number in squares}


@pytest.mark.parametrize("plan", PLANS)
def test_an_activity_lists_all_that_names_it(true_site: Path, plan: str) -> None:
    """By group, and what does not count with the reason; each group says how many it has."""
    for number in numbers(plan):
        article, groups = page(true_site, f"plans/{plan}/{number}"), evidence_of(plan, number)
        said = counted(plan, number)
        assert said[:1].upper() + said[1:] in words(article)
        headings = {
            heading.get("id"): int(words(heading).rpartition("(")[2][:-1])
            for heading in article.xpath(".//h2[starts-with(@id, 'evidence-')]")
        }
        assert headings == {f"evidence-{name}": groups[name] for name in ("during", "after", "before", "undated") if groups[name]}
        left_out = [int(words(heading).rpartition("(")[2][:-1]) for heading in article.xpath(".//h2[starts-with(@id, 'not-counted-')]")]
        assert sum(left_out) == groups["not counted"]


@pytest.mark.parametrize("code", STATES)
def test_a_country_counts_right(true_site: Path, code: str) -> None:
    """How many trainings it hosted, and to how many elsewhere its officers went: of those that were held, without a doubt."""
    trainings = [training for training in records("trainings") if training["status"] == "held" and training["confidence"] != "low"]
    hosted = sum(training.get("host") == code for training in trainings)
    attended = sum(training.get("host") != code and code in training.get("countries", []) for training in trainings)
    facts = {words(row[0]): words(row[1]) for row in page(true_site, f"countries/{code.lower()}").iterfind(".//dl/div")}
    assert facts["Trainings"] == (
        f"{hosted} hosted, {attended} attended elsewhere" if hosted + attended else "none known to have been held"
    )


def test_the_table_of_countries_counts_right(true_site: Path) -> None:
    """Trainings of each state."""
    table = page(true_site, "countries").find(".//table")
    column = [words(heading) for heading in table.iterfind("thead/tr/th")].index("Trainings")
    counts = {words(row[0])[:2]: int(words(row[column])) for row in table.iterfind("tbody/tr")}
    concerned = Counter(code for training in records("trainings") for code in {training.get("host"), *training.get("countries", [])})
    assert counts == {code: concerned[code] for code in STATES}


@pytest.mark.parametrize("name", [name for name in COLLECTIONS if name != "legislation"])
def test_a_list_counts_right(true_site: Path, name: str) -> None:
    """All its records, and how many of them are of low confidence; every one has a row."""
    article = page(true_site, name)
    line, count = words(article.find_class("ch-tally-line")[0]), len(records(name))
    assert line.startswith(f"{count} ")
    low = sum(record["confidence"] == "low" for record in records(name))
    assert (f"{low} {'is' if low == 1 else 'are'} uncertain and not counted" in line) == bool(low)
    assert len(article.xpath(".//tbody/tr[not(@class='ch-divide')]")) == min(count, 100)


def test_a_narrowed_list_counts_right(true_site: Path) -> None:
    """Each choice of a filter says how many records stand behind it."""
    for facet in ("topics", "audience"):
        counts = Counter(term for training in records("trainings") for term in training.get(facet, []))
        links = page(true_site, "trainings").xpath(f".//details//a[contains(@href, 'by/{facet}/')]")
        choices = {link.get("href").split("/")[-2]: int(link.tail) for link in links}
        assert counts.keys() <= choices.keys()
        assert choices == {term: counts[term] for term in choices}


def of_query(key: str, query: dict[str, Any]) -> int:
    """How many records of the plan's years an indicator of an activity counts."""
    plan = key.partition("/")[0]
    years: dict[str, str] = query.get("years") or files("plans")[plan]["period"]
    first, end = f"{years['from']}-01-01", f"{years['to']}-12-31"
    number = 0
    for collection in query["collections"]:
        for name, record in current_files(collection).items():
            pages = [re.sub(r"^https?://(www\.)?", "", source["url"]).partition("/")[0] for source in record["sources"]]
            is_asked_for = set(query["sites"]) & set(pages) if "sites" in query else key in record.get("serves", [])
            fits = all(
                not query.get(asked) or set(query[asked]) & set(kinds)
                for asked, kinds in (
                    ("audiences", record.get("audience", [])),
                    ("kinds", [record.get("kind")]),
                    ("topics", record.get("topics", [])),
                )
            )
            inside = any(begins <= end and first <= ends for begins, ends in spans(collection, record))
            number += bool(is_asked_for and fits and inside and group(collection, name, record, plan) != "not counted")
    return number


@pytest.mark.parametrize("plan", PLANS)
def test_an_indicator_counts_right(true_site: Path, plan: str) -> None:
    """Each is quoted in its turn; those that ask for a number say the one that the files give."""
    for number in numbers(plan):
        activity = files("activities")[f"{plan}/{number}"]
        parts = [activity, *activity.get("sub_activities", [])]
        indicators = [indicator for part in parts for indicator in part.get("indicators", [])]
        measures = page(true_site, f"plans/{plan}/{number}").find_class("ch-measure")
        assert [words(measure.find(".//q")) for measure in measures] == [" ".join(indicator["wording"].split()) for indicator in indicators]
        for indicator, measure in zip(indicators, measures, strict=True):
            if "query" in indicator:
                counted_here = next(words(row[1]) for row in measure.iterfind(".//dl/div") if words(row[0]) == "Counted")
                assert int(counted_here.split()[0]) == of_query(f"{plan}/{number}", indicator["query"])


def test_what_happened_in_a_year_counts_right(true_site: Path) -> None:
    """Events that were held, documents and laws of each year, by the rule of evidence; and no year more or less."""
    years = [int(link.text) for link in page(true_site, "changes").xpath(".//a[@data-ch-year]")]
    laws = Counter(
        int(day[:4])
        for record in records("legislation")
        for law in record.get("laws", [])
        if (day := law.get("adopted") or law.get("year") or law.get("in_force")) and day <= TODAY and sure(law)
    )
    events = {year: len(of_the_year("trainings", year)) + len(of_the_year("workshops", year)) for year in range(1900, 2030)}
    documents = {year: len(of_the_year("documents", year)) for year in events}
    assert {year for of_kind in (events, documents, laws) for year, number in of_kind.items() if number} <= set(years)
    for year in years:
        article = page(true_site, f"changes/{year}")
        for kind, of_kind in (("held", events), ("document", documents), ("law", laws)):
            [number] = article.xpath(f".//*[@data-ch-kind='{kind}']//*[@data-ch-count]/text()") or ["0"]
            assert int(number) == of_kind[year], (year, kind)

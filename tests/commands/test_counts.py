"""Counts: what the pages of the true site say is what a count of the YAML files says that knows nothing of our code."""

from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lxml import html as lxml_html

from tests.support.plain import File, files

COLLECTIONS = ("trainings", "workshops", "programmes", "legislation", "documents", "networks", "projects", "figures", "updates")
STATES = ("BN", "ID", "KH", "LA", "MM", "MY", "PH", "SG", "TH", "TL", "VN")
PLANS = tuple(files("plans"))


def records(collection: str) -> tuple[File, ...]:
    """The files of a collection, as plain YAML."""
    return tuple(files(collection).values())


def numbers(plan: str) -> list[str]:
    """The numbers of a plan's activities."""
    return [name.partition("/")[2] for name in files("activities") if name.startswith(f"{plan}/")]


@cache
def serving() -> Counter[str]:
    """How many records name an activity."""
    return Counter(key for name in COLLECTIONS for record in records(name) for key in set(record.get("serves", [])))


@cache
def evidence() -> Counter[str]:
    """How many of them count: low confidence and withdrawn ones do not."""
    sure = [record for name in COLLECTIONS for record in records(name) if record["confidence"] != "low" and "withdrawn" not in record]
    return Counter(key for record in sure for key in set(record.get("serves", [])))


def page(site: Path, address: str) -> Any:
    """The article of a page."""
    return lxml_html.fromstring((site / address / "index.html").read_bytes()).find(".//article")


def words(element: Any) -> str:
    """Its text, with single spaces."""
    return " ".join(element.text_content().split())


def with_evidence(plan: str) -> str:
    """The tally of a plan, as it must be told."""
    return f"{sum(key.startswith(plan + '/') for key in evidence())} of {len(numbers(plan))}"


def test_the_data_are_there() -> None:
    """Else all counts would agree that there is nothing."""
    assert all(numbers(plan) for plan in PLANS)
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
        count = evidence()[f"{plan}/{number}"]
        assert is_full == bool(count)
        assert label == f"{number}: {count or 'no'} record{'s' if count != 1 else ''}"
    rows = {words(row.find("th")): words(row[-1]) for row in article.xpath(".//tbody/tr[th[@scope='row']]")}
    assert rows == {number: str(serving()[f"{plan}/{number}"]) for number in squares}


@pytest.mark.parametrize("plan", PLANS)
def test_an_activity_lists_all_that_serves_it(true_site: Path, plan: str) -> None:
    """Also what does not count as evidence."""
    for number in numbers(plan):
        text, count = words(page(true_site, f"plans/{plan}/{number}")), serving()[f"{plan}/{number}"]
        assert (f"{count} record{'s' if count != 1 else ''}. Evidence says" if count else f"Activity {number} has no record.") in text


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
    assert (f"{low} {'is' if low == 1 else 'are'} of low confidence" in line) == bool(low)
    assert len(article.findall(".//tbody/tr")) == min(count, 100)


def test_a_narrowed_list_counts_right(true_site: Path) -> None:
    """Each choice of a filter says how many records stand behind it."""
    for facet in ("topics", "audience"):
        counts = Counter(term for training in records("trainings") for term in training.get(facet, []))
        links = page(true_site, "trainings").xpath(f".//details//a[contains(@href, 'by/{facet}/')]")
        choices = {link.get("href").split("/")[-2]: int(link.tail) for link in links}
        assert counts.keys() <= choices.keys()
        assert choices == {term: counts[term] for term in choices}

"""Counts of reports: what the report of a year says is what a count of the YAML files says that knows nothing of our code."""

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.support.plain import File, files
from tests.support.plain_counts import (
    COLLECTIONS,
    PLANS,
    SECONDARY,
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

YEARS = range(2016, 2027)


def rows_of(article: Any, section: str) -> list[list[str]]:
    """The cells of a section's table."""
    return [[words(cell) for cell in row] for row in article.xpath(f".//section[@aria-labelledby='{section}']//tbody/tr")]


def records_serving_in(year: int, key: str) -> list[tuple[str, File]]:
    """The records of a year that count for an activity, each with its collection."""
    plan = key.partition("/")[0]
    first, end = f"{year}-01-01", f"{year}-12-31"
    return [
        (collection, record)
        for collection in COLLECTIONS
        for name, record in current_files(collection).items()
        if key in record.get("serves", [])
        and group(collection, name, record, plan) != "not counted"
        and any(begins <= end and first <= ends for begins, ends in spans(collection, record))
    ]


def serving_in(year: int, key: str) -> int:
    """How many they are."""
    return len(records_serving_in(year, key))


def sound(assessment: dict[str, Any]) -> bool:
    """Whether a status may rest on an assessment: not on copies and retellings alone, but for documents of CITES itself."""
    sources = [assessment["source"], *assessment.get("other_sources", [])]
    return any("CITES document" in source["kind"] or not ("copy" in source["kind"] or source["kind"] in SECONDARY) for source in sources)


def laws_of(year: int) -> Counter[tuple[str, str, str]]:
    """State, title and what happened, of the laws that were adopted or came into force in a year up to now."""
    laws: Counter[tuple[str, str, str]] = Counter()
    for record in records("legislation"):
        for law in record.get("laws", []) if "withdrawn" not in record else ():
            days = {"adopted": law.get("adopted") or law.get("year"), "in force": law.get("in_force")}
            steps = [step for step, day in days.items() if day and day[:4] == str(year) and day <= TODAY]
            if steps and sure(law):
                laws[record["title"], " ".join(law["title"].split()), " and ".join(steps)] += 1
    return laws


def assessments_of(year: int) -> Counter[str]:
    """How often the legislation of each state was assessed as of a year, in a way on which a status may rest."""
    return Counter(
        record["title"]
        for record in records("legislation")
        for assessment in record.get("assessments", [])
        if assessment["as_of"][:4] == str(year) and sure(assessment) and sound(assessment)
    )


def concerned(collection: str, record: File) -> set[str]:
    """The states that a record concerns; what is for all of ASEAN concerns its members on its last day."""
    states = {record[key] for key in ("host", "country", "chair", "vice_chair") if record.get(key)} | set(record.get("countries", []))
    if collection in ("trainings", "workshops") and record.get("region") == "ASEAN":
        states |= set(members(spans(collection, record)[0][1]))
    return states


def members(day: str) -> list[str]:
    """The member states of ASEAN on a day: Timor-Leste joined on 26 October 2025."""
    return [code for code in STATES if code != "TL" or day >= "2025-10-26"]


def states_with_a_record(year: int) -> set[str]:
    """The states that an event, a document, evidence of a plan in force, an assessment or a law of a year concerns."""
    plans = [name for name in PLANS if int(files("plans")[name]["period"]["from"]) <= year <= int(files("plans")[name]["period"]["to"])]
    states = {
        state for name in ("trainings", "workshops", "documents") for record in of_the_year(name, year) for state in concerned(name, record)
    }
    for plan in plans:
        for number in numbers(plan):
            for collection, record in records_serving_in(year, f"{plan}/{number}"):
                states |= concerned(collection, record) if collection != "legislation" else set()
    titles = {*(state for state, *_ in laws_of(year)), *assessments_of(year)}
    return states | {record["country"] for record in records("legislation") if record["title"] in titles}


@pytest.mark.parametrize("year", YEARS)
def test_a_report_counts_right(true_site: Path, year: int) -> None:
    """Its trainings, workshops and documents, those that it leaves out, the people who took part, and the records of each activity."""
    article = page(true_site, f"reports/{year}")
    counts = {name: of_the_year(name, year) for name in ("trainings", "workshops", "documents")}
    assert {name: len(rows_of(article, name)) for name in counts} == {name: len(listed) for name, listed in counts.items()}
    first, end = f"{year}-01-01", f"{year}-12-31"
    for name in ("trainings", "workshops"):
        inside = [record for record in records(name) if any(begins <= end and first <= ends for begins, ends in spans(name, record))]
        [section] = article.xpath(f".//section[@aria-labelledby='{name}']")
        reasons = re.search(r"Not counted: ([^.]*)\.", words(section))
        assert sum(map(int, re.findall(r"\d+", reasons[1] if reasons else ""))) == len(inside) - len(counts[name])
    events = [*counts["trainings"], *counts["workshops"]]
    stated = [event["participants"] for event in events if "participants" in event]
    if stated:
        assert f"{sum(map(int, stated))} people took part, as stated for {len(stated)} of {len(events)} events" in words(article)
    for plan in PLANS:
        period = files("plans")[plan]["period"]
        if int(period["from"]) <= year <= int(period["to"]):
            said = {cells[0].split(" ")[0]: int(cells[1]) for cells in rows_of(article, plan)}
            assert said == {number: serving_in(year, f"{plan}/{number}") for number in numbers(plan)}


@pytest.mark.parametrize("year", YEARS)
def test_a_report_counts_changes_of_legislation_and_gaps_right(true_site: Path, year: int) -> None:
    """Each law with what happened to it, the states that were assessed, and the activities and states without any record."""
    article = page(true_site, f"reports/{year}")
    assert Counter((state, law, step) for state, law, step, *_ in rows_of(article, "laws")) == laws_of(year)
    assert Counter(cells[0] for cells in rows_of(article, "assessments")) == assessments_of(year)
    [gaps] = article.xpath(".//section[@aria-labelledby='gaps']")
    for plan in PLANS:
        period, label = files("plans")[plan]["period"], files("plans")[plan]["label"]
        if int(period["from"]) <= year <= int(period["to"]):
            silent = [number for number in numbers(plan) if not serving_in(year, f"{plan}/{number}")]
            assert re.findall(rf"{label}: (\d+) \w+ ha\w+ no record of {year}: ([\d., ]+)\.", words(gaps)) == (
                [(str(len(silent)), ", ".join(sorted(silent, key=lambda number: [int(part) for part in number.split(".")])))]
                if silent
                else []
            )
    here, members_then = states_with_a_record(year), members(min(f"{year}-12-31", TODAY))
    names = {record["country"]: record["title"] for record in records("legislation")}
    without = sorted(names[code] for code in members_then if code not in here)
    if not without:
        assert f"All {len(members_then)} member states have a record of {year}." in words(gaps)
    else:
        said = re.search(rf"(\d+) of {len(members_then)} member states ha\w+ no record of {year}: ([^.]+)\.", words(gaps))
        assert said
        assert (int(said[1]), sorted(re.split(", | and ", said[2]))) == (len(without), without)

"""Coverage: who was trained in what; counted once more from the files, by a reader that shares nothing with ours."""

from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.catalogue.coverage import AUDIENCE_GROUPS, TOPIC_GROUPS, Coverage
from clearinghouse.reading.typing.read import read
from clearinghouse.vocabulary.audiences import AUDIENCES
from clearinghouse.vocabulary.states import MEMBER_STATES
from clearinghouse.vocabulary.topics import TOPICS
from clearinghouse.world.disk.data_folder import data_files
from tests.support import examples, plain
from tests.support.plain import DATA, LIVING_DATA, File

FOLDERS = {"true": DATA, "living": LIVING_DATA}
TEN = set(MEMBER_STATES) - {"TL"}


@cache
def files(folder: Path) -> tuple[File, ...]:
    """The trainings of a data folder that count, as PyYAML reads them: held, not of low confidence, not withdrawn, no draft."""
    every = plain.files("trainings", folder).values()
    return tuple(record for record in every if record["status"] == "held" and record["confidence"] != "low" and "withdrawn" not in record)


def states(training: File) -> set[str]:
    """The states that had part."""
    named = {training.get("host"), *training.get("countries", ())} - {None}
    if training.get("region") == "ASEAN":
        last = str(training.get("ends") or training["starts"])
        named |= TEN | ({"TL"} if last >= "2025-10-26" else set())
    return named


def groups(training: File, key: str) -> set[str]:
    """The groups of its audiences or topics."""
    terms = AUDIENCES if key == "audience" else TOPICS
    return {terms[term].group for term in training.get(key, ())}


@pytest.fixture(params=FOLDERS, scope="module")
def folder(request: pytest.FixtureRequest) -> Path:
    """Each of the two data folders."""
    return FOLDERS[request.param]


@pytest.fixture(scope="module")
def coverage(folder: Path) -> Coverage:
    """The coverage of a data folder."""
    reading = read(data_files(folder))
    return Coverage(Catalogue.of(reading.records, reading.about, date(2026, 11, 21)))


def test_every_cell_holds_as_many_trainings_as_the_files_say(folder: Path, coverage: Coverage) -> None:
    """Each audience by each topic by each member state, the empty ones too."""
    expected = Counter(
        (audience, topic, state)
        for training in files(folder)
        for audience in groups(training, "audience")
        for topic in groups(training, "topics")
        for state in states(training) & set(MEMBER_STATES)
    )
    numbers = {
        (audience, topic, state): len(coverage.cell(audience, topic, state))
        for audience in AUDIENCE_GROUPS
        for topic in TOPIC_GROUPS
        for state in MEMBER_STATES
    }
    assert {cell: number for cell, number in numbers.items() if number} == dict(expected)
    assert len(numbers) == len(AUDIENCE_GROUPS) * len(TOPIC_GROUPS) * 11
    assert 0 in numbers.values()


def test_a_state_s_trainings_are_those_of_the_files(folder: Path, coverage: Coverage) -> None:
    """In all, for each group of audiences and on each group of topics."""
    for state in MEMBER_STATES:
        own = [training for training in files(folder) if state in states(training)]
        assert len(coverage.of(state)) == len(own)
        for group in AUDIENCE_GROUPS:
            assert len(coverage.of(state, group)) == sum(group in groups(training, "audience") for training in own)
        for group in TOPIC_GROUPS:
            assert len(coverage.of(state, None, group)) == sum(group in groups(training, "topics") for training in own)


def test_years_and_hosts_are_those_of_the_files(folder: Path, coverage: Coverage) -> None:
    """Years between the first and the last that had none are there as well."""
    years = Counter(int(str(training["starts"])[:4]) for training in files(folder) if "starts" in training)
    assert coverage.per_year() == {year: years[year] for year in range(min(years), max(years) + 1)}
    hosts = Counter(training.get("host") for training in files(folder))
    assert coverage.per_host(MEMBER_STATES) == {state: hosts[state] for state in MEMBER_STATES}


def test_what_does_not_count_is_left_out_and_told() -> None:
    """Low confidence, not held, withdrawn."""
    keys = {"audience": "[customs]", "topics": "[cites]", "host": "TH"}
    every = examples.catalogue(
        {
            "trainings/th-2026-01-held": examples.yaml("trainings", status="held", **keys),
            "trainings/th-2026-01-low": examples.yaml("trainings", status="held", **keys | {"confidence": "low"}),
            "trainings/th-2026-01-coming": examples.yaml("trainings", status="confirmed", **keys),
            "trainings/th-2026-01-off": examples.yaml("trainings", status="held", withdrawn="{date: 2026-02-01, reason: Twice.}", **keys),
        }
    )
    coverage = Coverage(every)
    assert [training.id for training in coverage.counted] == ["th-2026-01-held"]
    assert coverage.left_out == 3


def test_a_training_for_two_audiences_of_a_group_counts_once() -> None:
    """A cell counts trainings, not words."""
    first, second = [term.id for term in AUDIENCES if term.group == AUDIENCE_GROUPS[0]][:2]
    keys = {"status": "held", "host": "TH", "countries": "[TH]", "audience": f"[{first}, {second}]", "topics": "[cites]"}
    coverage = Coverage(examples.catalogue({"trainings/th-2026-01-held": examples.yaml("trainings", **keys)}))
    assert len(coverage.cell(AUDIENCE_GROUPS[0], TOPICS["cites"].group, "TH")) == 1
    assert len(coverage.of("TH")) == 1


def test_nothing_was_covered_where_nothing_was_held() -> None:
    """An empty grid is no error."""
    coverage = Coverage(examples.catalogue({}))
    assert (coverage.counted, coverage.left_out, dict(coverage.per_year())) == ((), 0, {})
    assert coverage.cell(AUDIENCE_GROUPS[0], TOPIC_GROUPS[0], "TH") == ()

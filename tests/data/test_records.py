"""The records of the first day, read as plain YAML: their numbers are those counted in the sourced facts.

Whoever corrects such a record against its source corrects the number here with it.
"""

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

DATA = Path(__file__).parents[2] / "data"
DAY = "2026-11-21"

COUNTS = {"trainings": 82, "workshops": 97, "programmes": 31, "legislation": 11, "documents": 29, "networks": 31, "figures": 38}
CONFIDENCES = {
    "trainings": {"high": 60, "medium": 18, "low": 4},
    "workshops": {"high": 63, "medium": 28, "low": 6},
    "programmes": {"high": 27, "medium": 4},
    "legislation": {"high": 7, "medium": 4},
    "documents": {"high": 28, "medium": 1},
    "networks": {"high": 29, "medium": 2},
    "figures": {"high": 34, "medium": 4},
}
HOSTS = {
    "trainings": {"BN": 1, "FR": 1, "ID": 14, "KH": 4, "LA": 3, "MM": 1, "MY": 9, "PH": 10, "SG": 3, "TH": 16, "VN": 15, None: 5},
    "workshops": {
        "BN": 3, "CH": 3, "CN": 1, "ID": 10, "KH": 3, "LA": 6, "MM": 6, "MY": 10, "NP": 1, "PA": 1, "PH": 2, "SG": 1, "TH": 26,
        "TL": 1, "UZ": 2, "VN": 7, None: 14,
    },
}  # fmt: skip
KINDS = {
    "trainings": {"training": 82},
    "workshops": {"workshop": 49, "meeting": 41, "observance": 3, "conference": 3, "operation": 1},
}
UNDATED = {
    "trainings": {"asean-undated-traffic-cites-golden-triangle", "ph-undated-tot-9-western-visayas"},
    "workshops": {
        "bn-undated-wildlife-management-planning", "kh-undated-ivory-rhino-judicial-workshop", "la-undated-wwf-planning",
        "mm-undated-pwen-tachileik",
    },
    "documents": {"doc-rop"},
}  # fmt: skip
# Events that no report confirms: three by their status in the facts, two by their note.
UNCONFIRMED = {
    "asean-2019-02-sharks-rays-identification",
    "asean-2019-07-asof-22",
    "asean-2022-05-asia-parks-congress-2",
    "my-2015-03-arf-wildlife-trafficking",
    "th-2022-08-wildlife-aml-conference",
}
LAWS = {"bn": 3, "kh": 7, "id": 6, "la": 9, "my": 4, "mm": 4, "ph": 5, "sg": 4, "th": 5, "tl": 5, "vn": 10}
COMPLIANCE = {"bn": 1, "kh": 2, "id": 0, "la": 2, "my": 1, "mm": 1, "ph": 1, "sg": 0, "th": 2, "tl": 0, "vn": 0}
CATEGORIES = {
    "bn": "1 1", "kh": "1 1", "id": "1 1", "my": "1 1", "sg": "1 1", "th": "1 1", "vn": "1 1",
    "mm": "not-1 not-1", "ph": "not-1 not-1", "la": "not-1 not-1 not-1 not-1", "tl": "non-party",
}  # fmt: skip
PARTY = {
    "bn": {"since": "1990"},
    "kh": {"since": "1997-10-02"},
    "id": {"as_of": "2005-12-01"},
    "la": {"accession": "2004-03-01", "in_force": "2004-05-30"},
    "my": {"in_force": "1978-01-18"},
    "mm": {"as_of": "2005-12-01"},
    "ph": {"ratified": "1981-08-18"},
    "sg": {},
    "th": {"signed": "1975", "ratified": "1983-01-21"},
    "tl": {"as_of": "2012-09"},
    "vn": {"since": "1994"},
}
# Records of all collections by the activity that they serve, those of low confidence included.
SERVED = {
    "poa-2016-2020": {
        "1.1.1": 4, "1.2.1": 5, "1.2.2": 0, "1.2.3": 1, "1.2.4": 2, "1.2.5": 72, "2.2.1": 5, "2.2.2": 6, "4.1.1": 40, "4.1.2": 89,
        "4.1.3": 5, "4.2.1": 53, "4.2.2": 6, "5.1.1": 10, "5.1.2": 38, "5.2.1": 30,
    },
    "fleg-2016-2025": {
        "1.1.4": 2, "1.1.6": 2, "2.1.5": 1, "2.1.9": 1, "3.1.1": 2, "3.1.2": 2, "3.2.2": 3, "3.2.3": 8, "3.2.4": 1, "4.1.1": 2,
        "4.1.2": 1, "4.1.3": 6, "4.1.4": 2, "4.1.6": 2, "4.1.7": 6, "4.2.1": 2, "4.2.2": 1,
    },
}  # fmt: skip


def _read(path: Path) -> dict[str, Any]:
    record = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert isinstance(record, dict), path
    return record


def _records(collection: str) -> dict[str, dict[str, Any]]:
    """The records of the first day. Later ones do not change what was counted then."""
    files = {path.stem: _read(path) for path in (DATA / collection).glob("[!_]*.yml")}
    return {stem: record for stem, record in files.items() if record["published"] == DAY}


def _texts(value: object) -> list[str]:
    if isinstance(value, dict):
        return [text for part in value.values() for text in _texts(part)]
    return [text for part in value for text in _texts(part)] if isinstance(value, list) else [str(value)]


@pytest.mark.parametrize("collection", COUNTS)
def test_each_collection_holds_as_many_records_as_the_facts(collection: str) -> None:
    """Nothing was dropped on the way, nothing stands twice."""
    assert len(_records(collection)) == COUNTS[collection]


def test_the_first_notice_tells_how_many_records_there_are() -> None:
    """All of them, and the one project; plans and activities are not counted."""
    notice = _records("updates")["2026-11-21-first-day"]
    assert str(sum(COUNTS.values()) + len(_records("projects"))) in notice["title"].split()
    assert notice["stands_for_all"] == "true"
    told = [int(number) for number in re.findall(r"\d+", notice["summary"])]
    assert told == [82, 97, 31, 11, 29, 31, 38, 1]


@pytest.mark.parametrize("collection", CONFIDENCES)
def test_confidence_is_that_of_the_facts(collection: str) -> None:
    """Low stays low: those records are badged and left out of counts."""
    assert Counter(record["confidence"] for record in _records(collection).values()) == CONFIDENCES[collection]


@pytest.mark.parametrize("collection", HOSTS)
def test_events_stand_in_their_host_state(collection: str) -> None:
    """Regional ones, and those whose place no source tells, have no host."""
    assert Counter(record.get("host") for record in _records(collection).values()) == HOSTS[collection]


@pytest.mark.parametrize("collection", KINDS)
def test_events_are_of_the_kind_that_the_facts_say(collection: str) -> None:
    """Titles that speak of a webinar or a campaign do not change it."""
    assert Counter(record["kind"] for record in _records(collection).values()) == KINDS[collection]


@pytest.mark.parametrize("collection", UNDATED)
def test_what_has_no_date_says_why(collection: str) -> None:
    """A gap is shown with its reason, and no date is guessed."""
    undated = {stem: record for stem, record in _records(collection).items() if record.get("undated") == "true"}
    assert set(undated) == UNDATED[collection]
    assert all(record["note"] and not {"starts", "year", "date"} & set(record) for record in undated.values())


@pytest.mark.parametrize("collection", HOSTS)
def test_the_date_in_an_id_is_not_at_odds_with_the_start(collection: str) -> None:
    """Its year is the start's year, and its month the start's, where both have one."""
    for stem, record in _records(collection).items():
        match = re.fullmatch(r"[a-z]+-(?:undated|(\d{4})(?:-(\d{2}))?)-.+", stem)
        assert match, stem
        year, _, month = record.get("starts", "")[:7].partition("-")
        assert (match[1] or "") == year, stem
        assert not (match[2] and month) or match[2] == month, stem


def test_only_the_next_two_world_wildlife_days_lie_ahead() -> None:
    """All else is past, and held but for five that no report confirms."""
    events = {**_records("trainings"), **_records("workshops")}
    assert len(events) == 179
    ahead = {stem for stem, record in events.items() if record.get("starts", "") > DAY}
    assert ahead == {"asean-2027-03-world-wildlife-day", "asean-2028-03-world-wildlife-day"}
    assert {stem for stem, record in events.items() if record["status"] == "confirmed"} == ahead
    assert {stem for stem, record in events.items() if record["status"] == "unconfirmed"} == UNCONFIRMED
    assert Counter(record["status"] for record in events.values())["held"] == 172


def test_how_many_took_part_is_known_of_66_events() -> None:
    """Some tell it only in words; none was worked out."""
    events = [*_records("trainings").values(), *_records("workshops").values()]
    assert sum("participants" in record for record in events) == 66
    assert Counter(record.get("mode") for record in events) == {None: 164, "online": 12, "hybrid": 3}


@pytest.mark.parametrize("plan", SERVED)
def test_activities_are_served_by_as_many_records_as_the_facts_say(plan: str) -> None:
    """PoA 1.2.2 is served by none: an honest zero."""
    served = Counter(
        activity.partition("/")[2]
        for collection in COUNTS
        for record in _records(collection).values()
        for activity in record.get("serves", [])
        if activity.startswith(f"{plan}/")
    )
    assert served == {number: count for number, count in SERVED[plan].items() if count}


def test_laws_are_listed_once_in_the_file_of_their_state() -> None:
    """An entry that a second source completes was merged, not listed twice: 27 and 43, 8 of them the same, became 62."""
    files = _records("legislation")
    assert {stem: len(record["laws"]) for stem, record in files.items()} == LAWS
    assert {stem: len(record.get("compliance", [])) for stem, record in files.items()} == COMPLIANCE
    for stem, record in files.items():
        titles = [law["title"] for law in record["laws"]]
        assert len(titles) == len(set(titles)), stem
    assert sum(law.get("confidence") == "low" for record in files.values() for law in record["laws"]) == 1


def test_assessments_keep_their_words_and_their_order() -> None:
    """`not-1` was never turned into a number, and the newest stands last."""
    for stem, record in _records("legislation").items():
        assert " ".join(each["category"] for each in record["assessments"]) == CATEGORIES[stem], stem
        dates = [each["as_of"] for each in record["assessments"]]
        assert dates == sorted(dates), stem
        assert record["country"].lower() == stem


def test_a_state_is_a_party_since_the_date_that_a_source_gives() -> None:
    """Where none gives one there is none; Timor-Leste is the only one that a source counts out."""
    keys = ("signed", "ratified", "accession", "in_force", "since", "as_of")
    for stem, record in _records("legislation").items():
        party = record["cites"]
        assert {key: party[key] for key in keys if key in party} == PARTY[stem], stem
        assert party["party"] == ("false" if stem == "tl" else "true"), stem


def test_what_concerns_several_states_stands_beside_the_states() -> None:
    """Two statements and two decisions, with their states."""
    about = _read(DATA / "legislation" / "_about.yml")
    assert [len(each.get("countries", [])) for each in about["statements"]] == [10, 0]
    assert [len(each["countries"]) for each in about["compliance"]] == [4, 6]
    assert about["official_table"] == "https://cites.org/eng/legislation/parties"


def test_addresses_that_nobody_opened_say_so() -> None:
    """All those of programmes, and seven of networks, until somebody opens them."""
    unchecked = ["net-egilat", "net-flegt", "net-ifaw", "net-latf", "net-unodc", "net-wcs", "net-worldbank"]
    networks = _records("networks")
    records = [*_records("programmes").values(), *(networks[stem] for stem in unchecked)]
    assert all(record["url_checked"] == "false" for record in records if record["verified"] == DAY)


def test_figures_name_the_states_of_their_scope() -> None:
    """30 of 38 by code, so that they stand on the pages of those states; none was added to another."""
    figures = _records("figures")
    assert sum("countries" in record for record in figures.values()) == 30
    assert figures["fig-mekong-corruption"]["countries"] == ["KH", "LA", "MM", "TH", "VN"]
    assert figures["fig-vn-cases-2015"]["also"] == [{"value": "156", "unit": "defendants"}]


@pytest.mark.parametrize("collection", COUNTS)
def test_every_record_was_held_against_its_sources(collection: str) -> None:
    """At least one source, each read on the day on which the facts were gathered, or since; none twice."""
    for stem, record in _records(collection).items():
        addresses = [source["url"] for source in record["sources"]]
        assert len(addresses) == len(set(addresses)) >= 1, stem
        assert min(source["accessed"] for source in record["sources"]) >= DAY, stem
        assert record["verified"] >= DAY, stem


@pytest.mark.parametrize("collection", COUNTS)
def test_no_record_holds_a_mail_address_or_a_telephone_number(collection: str) -> None:
    """No persons, and no office had given a mailbox."""
    for stem, record in _records(collection).items():
        texts = [text for text in _texts(record) if not text.startswith("http")]
        assert not [text for text in texts if re.search(r"\w@\w|\+\d[\d ()-]{7,}", text)], stem

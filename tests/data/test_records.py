"""The true records, read as plain YAML: what must be so of any sound ones, whoever corrects, adds or withdraws some."""

import re
from collections.abc import Iterator

import pytest

from tests.support.plain import File, files, parts, texts

EVENTS = ("trainings", "workshops")
COLLECTIONS = (*EVENTS, "programmes", "legislation", "documents", "networks", "projects", "figures")
"""Those whose records rest on sources of others; plans and activities quote their own, updates are our words."""
MEMBER_STATES = {"bn", "id", "kh", "la", "mm", "my", "ph", "sg", "th", "tl", "vn"}
DATES = {"starts", "ends", "year", "date"}
JOINED = ("signed", "ratified", "accession", "in_force", "since")


def every(*collections: str) -> Iterator[tuple[str, File]]:
    """The records of some collections, each with its key."""
    return ((f"{collection}/{stem}", record) for collection in collections for stem, record in files(collection).items())


@pytest.mark.parametrize("collection", [*COLLECTIONS, "plans", "activities", "updates"])
def test_every_collection_has_records(collection: str) -> None:
    """Else all that follows would hold of nothing."""
    assert files(collection)


def test_what_has_no_date_says_why() -> None:
    """A gap is told with its reason, and no date is guessed."""
    undated = {key: record for key, record in every(*EVENTS, "documents") if record.get("undated") == "true"}
    assert undated
    assert {key for key, record in undated.items() if not record.get("note") or DATES & set(record)} == set()


def test_the_date_in_an_id_is_not_at_odds_with_the_start() -> None:
    """Its year is the start's year, and its month the start's, where both have one: but where an event was moved after it was named."""
    for key, record in every(*EVENTS):
        owner_and_day = re.fullmatch(r"\w+/[a-z]+-(?:undated|(\d{4})(?:-(\d{2}))?)-.+", key)
        assert owner_and_day, key
        if record.get("changes"):
            continue
        year, _, month = record.get("starts", "")[:7].partition("-")
        assert (owner_and_day[1] or "") in ("", year), key
        assert not (owner_and_day[2] and month) or owner_and_day[2] == month, key


def test_an_event_ends_after_it_starts() -> None:
    """Texts of dates compare as dates do, where they are equally precise."""
    for key, record in every(*EVENTS):
        starts, ends = record.get("starts", ""), record.get("ends", "")
        assert len(starts) != len(ends) or starts <= ends, key


def test_every_member_state_has_its_file() -> None:
    """And it is about that state."""
    states = files("legislation")
    assert set(states) == MEMBER_STATES
    assert {stem for stem, record in states.items() if record["country"].lower() != stem} == set()


def test_a_law_is_listed_once_in_the_file_of_its_state() -> None:
    """What a second source completes is merged with what the first said."""
    for stem, record in files("legislation").items():
        titles = [law["title"] for law in record.get("laws", [])]
        assert len(titles) == len(set(titles)), stem


def test_assessments_keep_their_words_and_their_order() -> None:
    """`not-1` was never turned into a number, and the newest stands last."""
    for stem, record in files("legislation").items():
        history = record.get("assessments", [])
        days = [assessment["as_of"] for assessment in history]
        assert days == sorted(days), stem
        assert {assessment["category"] for assessment in history} <= {"1", "2", "3", "not-1", "non-party", "unknown"}, stem


def test_nobody_joined_who_is_no_party() -> None:
    """Whoever is counted out by a source has no date of joining."""
    for stem, record in files("legislation").items():
        party = record.get("cites", {})
        assert party.get("party") != "false" or not set(JOINED) & set(party), stem


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_every_record_was_held_against_its_sources(collection: str) -> None:
    """It names at least one, none twice, each with the day on which it was read; it was verified when it was published, or since."""
    for stem, record in files(collection).items():
        addresses = [source["url"] for source in record["sources"]]
        assert len(addresses) == len(set(addresses)) >= 1, stem
        assert all(re.fullmatch(r"\d{4}-\d{2}-\d{2}", source["accessed"]) for source in parts(record, "accessed")), stem
        assert record.get("verified", record["published"]) >= record["published"], stem


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_no_record_holds_a_mail_address_or_a_telephone_number(collection: str) -> None:
    """Of a person: the mailboxes of offices have a key of their own."""
    for stem, record in files(collection).items():
        words = [text for text in texts(record, ("contact", "reviewed")) if not text.startswith("http")]
        assert not [text for text in words if re.search(r"\w@\w|\+\d[\d ()-]{7,}", text)] or "reviewed" in record, stem

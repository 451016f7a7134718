"""Sensitivity: what a reviewer is pointed at, and what is left alone."""

import time

import pytest

from clearinghouse.reading.files.folder import DataFile, RecordFile
from clearinghouse.reading.files.strict_yaml import LARGEST_FILE, Document, read_yaml
from clearinghouse.reading.typing.sensitivity import suspicions
from tests.support.examples import yaml
from tests.support.patience import patient


def read(text: str, collection: str = "trainings") -> tuple[RecordFile, Document]:
    """A record as a file and as its content."""
    file = RecordFile(DataFile(f"{collection}/x.yml", f"data/{collection}/x.yml", text.encode()), collection, "x")
    document = read_yaml(file.file.name, file.file.content)
    assert isinstance(document, Document), document
    return file, document


def suspect_words(summary: str, *lines: str, before: str | None = None) -> list[tuple[str, str]]:
    """Code and words of all that is pointed at in a training with this summary, in the order of its texts."""
    quoted = '"' + summary.replace("\\", "\\\\").replace('"', '\\"') + '"'
    earlier = read(before)[1] if before else None
    suspected = suspicions(*read(yaml("trainings", *lines, summary=quoted)), earlier)
    return [(suspicion.problem.code, suspicion.problem.found) for suspicion in suspected]


@pytest.mark.parametrize(
    "text",
    [
        "Ask Somchai Jaidee at s@office.example.",
        "Write to info@office.example for Siti Nurhaliza.",
        "Nguyễn Văn An, 024 3733 5676",
        "somchai.jaidee@office.example",
        "Call +66 81 234 5678, Maria Dela Cruz",
        "Contact Somchai Jaidee on ๐๘๑-๒๓๔-๕๖๗๘",
    ],
)
def test_a_person_with_mail_or_telephone_is_pointed_at(text: str) -> None:
    """In any digits; names in Latin letters."""
    assert [code for code, _ in suspect_words(text)] == ["SENSE-001"]


@pytest.mark.parametrize(
    "text",
    [
        "Write to training@office.example, or call +66 2 123 4567.",
        "The Royal Thai Police answers at +66 2 123 4567.",
        "Department of National Parks, dnp@office.example",
        "Somchai Jaidee opened the course.",
        "Held 2016-03-02 to 2016-03-06 in Kui Buri for 1 200 officers.",
        "wildlife.enforcement@office.example",
    ],
)
def test_an_office_or_a_name_alone_is_not(text: str) -> None:
    """Offices have mailboxes and telephones."""
    assert suspect_words(text) == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("He held AA1234567.", "AA1234567"),
        ("Passport P1234567A.", "P1234567A"),
        ("Card 1-2345-67890-12-3.", "1-2345-67890-12-3"),
        ("Card ๑-๒๓๔๕-๖๗๘๙๐-๑๒-๓.", "๑-๒๓๔๕-๖๗๘๙๐-๑๒-๓"),
        ("MyKad 900101-14-5678", "900101-14-5678"),
        ("NIK 3171234567890123", "3171234567890123"),
    ],
)
def test_numbers_like_those_of_passports_are_pointed_at(text: str, number: str) -> None:
    """And of identity cards, in any digits, told as they stand."""
    assert suspect_words(text) == [("SENSE-002", number)]


@pytest.mark.parametrize(
    "text", ["IWT033 and RA 9147", "https://example.org/AA1234567", "CITES CoP17 Doc. 22", "07/NA of 24 December 2007", "12,345,678 items"]
)
def test_other_numbers_are_not(text: str) -> None:
    """Laws, projects, and what stands in an address."""
    assert suspect_words(text) == []


@pytest.mark.parametrize(
    "text", ["a suspect", "Two Suspects", "an INFORMANT", "the dossier", "the target fled", "a person of interest", "under surveillance"]
)
def test_words_of_operational_intelligence_are_pointed_at(text: str) -> None:
    """In capitals and small letters, in the singular and the plural."""
    assert [code for code, _ in suspect_words(text)] == ["SENSE-003"]


@pytest.mark.parametrize(
    "text",
    [
        "unsuspecting",
        "target groups",
        "the target species",
        "1,100 suspects",
        "Information",
        "targeted training",
        "an undercover course",
        "retarget",
    ],
)
def test_other_words_are_not(text: str) -> None:
    """Whole words only; numbers of suspects are statistics; a skill that is taught is no operation."""
    assert suspect_words(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "at 12.34567, 99.76543",
        "12.345° N 99.765° E",
        "13°45'30\" N",
        "13° 45.5′ S",
        "47P QS 12345 67890",
        "https://maps.example/@13.7563,100.5018",
    ],
)
def test_exact_coordinates_are_pointed_at(text: str) -> None:
    """In degrees, minutes and seconds, in decimals, in the military grid, and in an address."""
    assert [code for code, _ in suspect_words(text)] == ["SENSE-004"]


@pytest.mark.parametrize("text", ["at 12.3, 99.7", "14° C", "206.45 t and 12.5 %", "Kui Buri, Prachuap Khiri Khan"])
def test_places_as_people_name_them_are_not(text: str) -> None:
    """A tenth of a degree is a province."""
    assert suspect_words(text) == []


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        (["body: |", "  A dossier."], 1),
        (["note: A dossier."], 1),
        (["topics_note: dossiers"], 1),
        (["changes: [{on: 2026-02-01, what: updated, id: x, note: A dossier.}]"], 1),
        (["place: Dossier"], 0),
        (["organisers: [Dossier Unit]"], 0),
        (["sources: [{url: https://example.org/dossier, publisher: Dossier, kind: news, accessed: 2026-01-10}]"], 0),
    ],
)
def test_only_summary_body_and_notes_are_looked_at(lines: list[str], count: int) -> None:
    """Wherever in the record a note stands."""
    keys = {"sources": None} if lines[0].startswith("sources") else {}
    assert len(list(suspicions(*read(yaml("trainings", *lines, **keys))))) == count


def test_a_review_silences_one_record() -> None:
    """All that would be pointed at in it."""
    assert suspect_words("A suspect.", "reviewed: {sensitivity: {on: 2026-01-10, reason: A word of the law.}}") == []


def test_what_was_there_before_is_not_told_again() -> None:
    """A text that has not changed, wherever it stood; one that has is looked at as a whole."""
    before = yaml("trainings", "note: A dossier.", summary="A suspect.")
    assert suspect_words("A suspect.", "body: |", "  A dossier.", before=before) == [("SENSE-003", "dossier")]
    assert suspect_words("A suspect.", "note: A dossier.", before=before) == []
    assert suspect_words("A suspect, and more.", before=before) == [("SENSE-003", "suspect")]


def test_a_word_is_told_once_in_a_record() -> None:
    """However often it stands there."""
    assert suspect_words("A suspect and a Suspect.", "note: One more suspect.") == [("SENSE-003", "suspect")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Case no. 12/2025 is open.", ["Case no. 12/2025"]),
        ("It came from Vientiane via Bangkok.", ["from Vientiane via Bangkok"]),
        ("Found in container ABCU1234567, flight TG 921, flight TG921.", ["container ABCU1234567", "flight TG921"]),
        ("A suspect was met.", ["suspect"]),
        ("Reports from January to March are missing.", []),
        ("Seizures rose from 12 to 40, in 9 cases; case numbers are left out.", []),
        ("Seizures at the border with Viet Nam, through joint patrols to 2025.", []),
    ],
)
def test_what_tells_of_a_case_is_an_error_where_only_sums_belong(text: str, words: list[str]) -> None:
    """Also in the title and the name of the office, and whatever somebody has looked at before."""
    reviewed = "reviewed: {sensitivity: {on: 2026-01-10, reason: It may stay.}}"
    problems = [suspicion.problem for suspicion in suspicions(*read(yaml("trade", reviewed, office=f'"{text}"'), "trade"))]
    assert [problem.found for problem in problems] == words
    assert {(problem.code, problem.severity) for problem in problems} <= {("REPORT-005", "error")}
    assert not any(code == "REPORT-005" for code, _ in suspect_words(text))


HOSTILE = {
    "one long word": "a" * LARGEST_FILE + "@",
    "names": "Aa Bb " * 20_000 + "@",
    "names and half a mail": "Aa Bb a@" * 10_000,
    "digits": "0 " * 60_000,
    "decimals and spaces": "1.2345" + " " * 100_000 + "1.2345",
    "degrees": "1° 1" * 20_000,
    "local digits": "๑" * 60_000,
    "quotation marks": '"“' * 30_000,
    "numbers of cases": "case no " * 2_400,
    "routes": "from Aa Bb " * 1_800,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_no_text_keeps_the_search_busy(text: str) -> None:
    """Longer than any that a record may have: in a fraction of the seconds that a runaway pattern would need."""
    file = RecordFile(DataFile("x", "x", b""), "trade", "x")
    began = time.process_time()
    list(suspicions(file, Document("x", {"body": text}, {}, {})))
    assert time.process_time() - began < patient(3)

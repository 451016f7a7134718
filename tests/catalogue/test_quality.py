"""Quality: what records lack; counted once more from the files, by a reader that shares nothing with ours."""

from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.catalogue.offices import REGION, office_of
from clearinghouse.catalogue.quality import COUNTED, OFFICES, WAYS, Quality, Tally, finding, year_after
from clearinghouse.reading.typing.read import read
from clearinghouse.world.disk.data_folder import data_files
from tests.support import examples, plain
from tests.support.plain import DATA, LIVING_DATA, File, parts

STATES = {"BN", "ID", "KH", "LA", "MM", "MY", "PH", "SG", "TH", "TL", "VN"}
FOLDERS = {
    "true": (DATA, "2026-11-21"),
    "true, a year later": (DATA, "2027-11-21"),
    "living": (LIVING_DATA, "2026-03-10"),
}


@cache
def files(folder: Path, collection: str) -> Mapping[str, File]:
    """The files of a collection by id; neither drafts nor what was withdrawn."""
    return {stem: record for stem, record in plain.files(collection, folder).items() if "withdrawn" not in record}


def is_past(record: File, today: str) -> bool:
    """Whether it was open until an earlier day: nobody need mend it."""
    return str(record.get("expires", today)) < today


def office(collection: str, stem: str, record: File) -> str:
    """Whose office keeps a file."""
    if collection == "legislation":
        return stem.upper()
    owner = stem.split("-")[0].upper()
    if owner == "ASEAN" or owner in STATES:
        return owner if owner in STATES else ""
    concerned = {record.get("host"), record.get("country"), *record.get("countries", [])} - {None}
    return next(iter(concerned)) if len(concerned) == 1 and concerned <= STATES and "region" not in record else ""


def lacking(collection: str, record: File) -> set[str]:
    """The keys that readers look for and do not find."""
    keys: set[str] = set()
    if collection in ("trainings", "workshops"):
        keys = {"starts", "organisers", "topics"} | ({"audience"} if collection == "trainings" else set())
        if record["kind"] not in ("observance", "operation"):
            keys |= {"place"} if record.get("mode") != "online" else set()
            keys |= {"host"} if record.get("mode") != "online" and "region" not in record else set()
            keys |= {"participants"} if record["status"] == "held" else set()
    elif collection == "legislation":
        unknown = {"met": "unknown"}
        met = record.get("requirements", {})
        parts = ("authorities", "prohibition", "penalties", "confiscation")
        return {key for key in ("cites", "assessments", "laws") if key not in record} | {
            part for part in parts if met.get(part, unknown)["met"] == "unknown"
        }
    elif collection in ("programmes", "networks"):
        keys = {"audience", "topics", "access"} if collection == "programmes" else {"url"}
        if "url" in record and record.get("url_checked") != "true":
            return {key for key in keys if key not in record} | {"url_checked"}
    elif collection in ("documents", "projects"):
        keys = {"url"} if collection == "documents" else {"countries", "period", "reports"}
    elif collection == "offers":
        keys = {"audience", "topics"}
    elif collection == "species":
        keys = {"listings", "local_names", "countries"}
    return {key for key in keys if key not in record}


def last_day(text: str) -> str:
    """The last day that a date may mean; texts of dates compare as dates do."""
    return text if len(text) == 10 else f"{text}-31" if len(text) == 7 else f"{text}-12-31"


def minus(day: str, days: int) -> str:
    """A day before another; a month's thirty-first counts as its last day."""
    year, month, number = map(int, day.split("-"))
    while True:
        try:
            return str(date(year, month, number) - timedelta(days))
        except ValueError:
            number -= 1


def is_due(collection: str, record: File, today: str) -> bool:
    """Whether something waits."""
    stale = str(int(record["verified"][:4]) + 1) + record["verified"][4:] if "verified" in record else ""
    waits = [bool(stale) and minus(stale, 30) <= today < stale]
    if collection in ("trainings", "workshops") and "starts" in record and record["status"] in ("announced", "confirmed", "unconfirmed"):
        waits.append(last_day(record.get("ends") or record["starts"]) < today)
        is_near = len(record["starts"]) == 10 and minus(record["starts"], 30) <= today < record["starts"]
        waits.append(record["status"] == "announced" and is_near)
    waits += [minus(last_day(step["due"]), 90) <= today for step in record.get("next_steps", []) if "due" in step]
    return any(waits)


def counted(folder: Path, today: str) -> Mapping[tuple[str, str], Counter[str]]:
    """The numbers of each office and collection."""
    numbers: dict[tuple[str, str], Counter[str]] = {}
    for name in COUNTED:
        for stem, record in files(folder, name).items():
            if is_past(record, today):
                continue
            copies = ["archived" in source for source in parts(record, "accessed")]
            stale = "verified" not in record or str(int(record["verified"][:4]) + 1) + record["verified"][4:] <= today
            numbers.setdefault((office(name, stem, record), name), Counter()).update(
                {
                    "records": 1, "due": is_due(name, record, today), "stale": stale, "low": record["confidence"] == "low",
                    "missing": bool(lacking(name, record)), "unarchived": not all(copies), "values": len(lacking(name, record)),
                    "sources": len(copies), "copies": sum(copies),
                }
            )  # fmt: skip
    return numbers


@pytest.fixture(params=FOLDERS, scope="module")
def folder_and_day(request: pytest.FixtureRequest) -> tuple[Path, str]:
    """Each of the data folders and a day on which it is looked at."""
    return FOLDERS[request.param]


@pytest.fixture(scope="module")
def quality(folder_and_day: tuple[Path, str]) -> Quality:
    """The quality of a data folder on that day."""
    folder, today = folder_and_day
    reading = read(data_files(folder))
    return Quality(Catalogue.of(reading.records, reading.about, date.fromisoformat(today)))


def test_every_number_is_that_of_an_independent_count(quality: Quality, folder_and_day: tuple[Path, str]) -> None:
    """Of each office and collection, and none is left over."""
    expected = counted(*folder_and_day)
    assert sum(count["records"] for count in expected.values()) == len(quality.findings) > 40
    for office_code in OFFICES:
        for name in COUNTED:
            tally, own = Tally.of(quality.of(office_code, name)), expected.get((office_code, name), Counter())
            assert tally.records == own["records"]
            assert tally.wanting == {way: own[way] for way in WAYS}, (office_code, name)
            assert (tally.missing, tally.sources, tally.unarchived) == (own["values"], own["sources"], own["sources"] - own["copies"])


def test_a_key_is_missing_in_as_many_records_as_do_not_have_it(quality: Quality, folder_and_day: tuple[Path, str]) -> None:
    """Whose numbers are told for each key."""
    for name in COUNTED:
        own = Counter(key for record in files(folder_and_day[0], name).values() for key in lacking(name, record))
        by_key = {key.rpartition(".")[2]: number for key, (number, _) in quality.by_key(name).items()}
        assert {key: number for key, number in by_key.items() if number} == own


def test_the_counts_see_something() -> None:
    """In each way, else they would agree that there is nothing."""
    living, later = counted(*FOLDERS["living"]), counted(*FOLDERS["true, a year later"])
    for way in WAYS:
        assert sum(count[way] for count in living.values()) > 1, way
    assert sum(count["stale"] for count in later.values()) > 300


@pytest.mark.parametrize(
    ("path", "keys", "office_code"),
    [
        ("trainings/th-2026-03-example", {"host": "LA"}, "TH"),
        ("trainings/asean-2026-03-example", {"host": "LA"}, REGION),
        ("documents/doc-of-laos", {"countries": "[LA]"}, "LA"),
        ("documents/doc-of-two", {"countries": "[LA, VN]"}, REGION),
        ("documents/doc-of-japan", {"countries": "[JP]"}, REGION),
        ("documents/doc-of-none", {}, REGION),
        ("programmes/my-course", {"countries": "[LA]"}, "MY"),
        ("legislation/la", {}, "LA"),
    ],
)
def test_a_record_stands_on_one_desk(path: str, keys: dict[str, str], office_code: str) -> None:
    """That of the office that its name names, else of the one state that it concerns, else of the region."""
    assert office_of(examples.record(path, **keys)) == office_code


@pytest.mark.parametrize(
    ("verified", "today", "is_stale", "due"),
    [
        ("2025-03-10", "2026-02-07", False, []),
        ("2025-03-10", "2026-02-08", False, ["verification"]),
        ("2025-03-10", "2026-03-09", False, ["verification"]),
        ("2025-03-10", "2026-03-10", True, []),
        ("2024-02-29", "2025-02-28", False, ["verification"]),
        ("2024-02-29", "2025-03-01", True, []),
        (None, "2026-03-10", True, []),
    ],
)
def test_a_record_turns_stale_when_twelve_months_have_passed(verified: str | None, today: str, is_stale: bool, due: list[str]) -> None:
    """To the day; that it will is told 30 days before, and no longer once it has."""
    answer = finding(examples.record("documents/doc", verified=verified), date.fromisoformat(today))
    assert (answer.is_stale, [need.what for need in answer.due]) == (is_stale, due)


def test_neither_what_was_read_nor_what_was_published_stands_for_a_verification() -> None:
    """The three days are never filled in from one another."""
    record = examples.record(
        "documents/doc", published="2026-03-09", sources="[{url: https://example.org, publisher: O, kind: study, accessed: 2026-03-09}]"
    )
    assert record.verified is None
    assert finding(record, examples.TODAY).is_stale


@pytest.mark.parametrize(
    ("keys", "today", "due"),
    [
        ({"status": "announced", "starts": "2026-04-10"}, "2026-03-10", []),
        ({"status": "announced", "starts": "2026-04-09"}, "2026-03-10", ["confirmation"]),
        ({"status": "confirmed", "starts": "2026-04-09"}, "2026-03-10", []),
        ({"status": "announced", "starts": "2026-04"}, "2026-03-10", []),
        ({"status": "announced", "starts": "2026-03-09", "ends": "2026-03-10"}, "2026-03-10", []),
        ({"status": "announced", "starts": "2026-03-09"}, "2026-03-10", ["report"]),
        ({"status": "unconfirmed", "starts": "2026-02"}, "2026-03-01", ["report"]),
        ({"status": "held", "starts": "2026-03-01"}, "2026-03-10", []),
        ({"status": "cancelled", "starts": "2026-03-01"}, "2026-03-10", []),
    ],
)
def test_an_event_waits_to_be_confirmed_and_to_be_reported(keys: dict[str, str], today: str, due: list[str]) -> None:
    """When it is near and only announced, and from the day after its last one on."""
    answer = finding(examples.record("trainings/th-2026-03-example", verified="2026-03-01", **keys), date.fromisoformat(today))
    assert [need.what for need in answer.due] == due


def test_a_step_of_legislation_is_due_in_good_time_and_stays_due() -> None:
    """Ninety days before its last day."""
    step = f"[{{what: A decree, due: 2026-06, source: {examples.SOURCE}}}]"
    record = examples.record("legislation/la", next_steps=step, verified="2026-03-01")
    for today, due in (("2026-03-31", []), ("2026-04-01", ["step"]), ("2026-09-01", ["step"])):
        assert [need.what for need in finding(record, date.fromisoformat(today)).due] == due


def test_the_most_urgent_comes_first() -> None:
    """Due, stale, low, missing, unarchived."""
    record = examples.record("trainings/th-2026-03-example", confidence="low")
    assert finding(record, examples.TODAY).wants == WAYS


def test_what_was_withdrawn_need_not_be_mended() -> None:
    """Nor is it counted."""
    withdrawn = examples.yaml("documents", withdrawn="{date: 2026-03-01, reason: Twice here.}")
    assert Quality(examples.catalogue({"documents/doc": withdrawn})).findings == ()


def test_a_year_passes_on_the_same_day() -> None:
    """Or on 1 March."""
    assert [year_after(date(2024, 2, 28)), year_after(date(2024, 2, 29)), year_after(date(2023, 3, 1))] == [
        date(2025, 2, 28),
        date(2025, 3, 1),
        date(2024, 3, 1),
    ]

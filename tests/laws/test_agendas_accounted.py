"""Nothing of a calendar file is lost in silence: all that another reader finds in it is in a record, refused, or named."""

from collections.abc import Callable
from pathlib import Path

import icalendar
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.laws.conftest import ImportFile
from tests.support.publications.giving_out import living_agendas
from tests.support.reading import ical_js
from tests.support.reading.agenda_accounts import Records, Report, squeezed, text_of, unaccounted
from tests.support.reading.odd_agendas import ODD, Odd

GIVEN = {
    "kind": "training", "status": "announced", "confidence": "medium", "summary": "A course.", "sources.0.url": "https://example.org/x",
    "sources.0.publisher": "Office", "sources.0.kind": "news", "sources.0.accessed": "2026-11-26",
}  # fmt: skip
Import = Callable[[bytes], tuple[int, Report, Records]]


@pytest.fixture
def imported(imported_file: ImportFile) -> Import:
    """Imports a calendar file into an empty folder."""
    return lambda content: imported_file("agenda.ics", content, GIVEN)


@pytest.mark.parametrize("odd", ODD, ids=lambda odd: odd.name)
def test_each_kind_of_calendar_file_is_taken_for_what_it_means(odd: Odd, imported: Import) -> None:
    """Its record is right, its problems are those of its kind, and all else that it holds is accounted for."""
    status, report, records = imported(odd.content)
    codes = [problem["code"] + ("!" if problem["severity"] == "error" else "") for problem in report if problem["code"] != "ICS-002"]
    assert sorted(codes) == sorted(odd.codes)
    assert status == any(code.endswith("!") for code in codes)
    assert [{key: record.get(key) for key in odd.right} for record in records] == ([odd.right] if odd.right else [])
    assert unaccounted(odd.content, report, records) == []


def test_the_account_sees_what_is_missing(imported: Import) -> None:
    """A law that accepts everything holds nothing: each line that is taken out of the report, or the record, is missed."""
    content = Odd("x", ("DTSTART;VALUE=DATE:20260302", "COMMENT:Bring boots", "LOCATION:Chiang Rai", "X-A:1", "X-A:2")).content
    _, report, [record] = imported(content)
    assert unaccounted(content, report, [record]) == []
    for problem in report:
        assert unaccounted(content, [other for other in report if other is not problem], [record])
    for key in ("title", "place"):
        assert unaccounted(content, report, [{**record, key: "Other"}])
    assert unaccounted(content, report, [{**record, "starts": "2026-03-03"}])


CORPUS = sorted((Path(icalendar.__file__).parent / "tests").rglob("*.ics"))


@pytest.mark.long
@pytest.mark.parametrize("file", CORPUS, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_the_files_of_another_library_end_as_imported_or_refused(file: Path, imported: Import) -> None:
    """All that icalendar ships for its own tests, each of which somebody's program wrote or somebody's fuzzer found."""
    content = file.read_bytes()
    status, report, records = imported(content)
    assert status == any(problem["severity"] == "error" for problem in report)
    assert status or records
    assert unaccounted(content, report, records) == []


@pytest.mark.long
def test_ical_js_reads_the_same_days_and_hours(imported: Import) -> None:
    """Of every record that was made of a file of the corpus, of ours, or of an odd one: a third reader, of another language."""
    contents = [*(file.read_bytes() for file in CORPUS), *living_agendas().values(), *(odd.content for odd in ODD)]
    compared = 0
    for content, events in zip(contents, ical_js.events(contents), strict=True):
        for record in imported(content)[2] if events else ():
            titled = [event for event in events or () if squeezed(text_of(event["title"])).endswith(squeezed(record["title"]))]
            assert not titled or any(ical_js.begins_as(event, record) for event in titled), (titled, record)
            compared += bool(titled)
    assert compared > 60


def test_the_corpus_is_there() -> None:
    """The package ships it; without it the test above would hold nothing."""
    assert len(CORPUS) > 150


NAMES = ["SUMMARY", "DESCRIPTION", "LOCATION", "COMMENT", "CATEGORIES", "URL", "STATUS", "X-ROOM", "CONTACT", "GEO", "PROGRAMME"]
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"]), max_size=40)
PROPERTIES = st.builds(
    lambda name, params, text: f"{name}{params}:{text}", st.sampled_from(NAMES), st.sampled_from(["", "", ";LANGUAGE=th", ";X=1"]), WORDS
)
TIMES = st.sampled_from([
    "DTSTART;VALUE=DATE:20260302", "DTEND;VALUE=DATE:20260305", "DTSTART:20260302T010000Z", "DTEND:20260302T093000Z", "DURATION:PT3H",
    "DURATION:P2D", "RRULE:FREQ=DAILY;COUNT=3", "DTSTART;TZID=Asia/Bangkok:20260302T090000", "DTEND;TZID=Asia/Tokyo:20260303T183000",
    "DTSTART;TZID=Nowhere:20260302T090000", "DTEND:2026-03-02", "RDATE:20260304", "SEQUENCE:3", "CLASS:PUBLIC", "this is no property",
])  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.tuples(st.lists(TIMES, max_size=4), st.lists(PROPERTIES, max_size=5)), min_size=1, max_size=3),
    st.sampled_from(["", "X-WR-TIMEZONE:Asia/Dili"]),
)
@example([(["DTSTART;VALUE=DATE:20260302", "DURATION:PT3H", "DURATION:PT3H"], [])], "")
def test_whatever_an_event_holds_is_accounted_for(imported: Import, events: list[tuple[list[str], list[str]]], zone: str) -> None:
    """Properties of all kinds, in any number and order."""
    lines = ["BEGIN:VCALENDAR", *filter(None, [zone])]
    for number, (times, properties) in enumerate(events):
        lines += ["BEGIN:VEVENT", f"UID:{number}@example.org", f"SUMMARY:Course {number}", *times, *properties, "END:VEVENT"]
    content = "\r\n".join([*lines, "END:VCALENDAR", ""]).encode()
    status, report, records = imported(content)
    assert status in (0, 1)
    assert unaccounted(content, report, records) == []

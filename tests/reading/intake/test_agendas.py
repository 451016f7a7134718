"""Agendas that come in: what their events become, and that a broken one is refused."""

import contextlib
import time

import pytest

from clearinghouse.problems.problem import Refusal
from clearinghouse.reading.intake.agendas.table import of_ics
from tests.support.patience import patient


def agenda(*lines: str) -> bytes:
    """An agenda with one event."""
    event = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:x",
        "BEGIN:VEVENT",
        "UID:1",
        "DTSTAMP:20260101T000000Z",
        *lines,
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]
    return "\r\n".join(event).encode("utf-8")


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["DTSTART;VALUE=DATE:20260302", "DTEND;VALUE=DATE:20260307"], {"starts": "2026-03-02", "ends": "2026-03-06"}),
        (["DTSTART;VALUE=DATE:20260302", "DTEND;VALUE=DATE:20260303"], {"starts": "2026-03-02", "ends": "2026-03-02"}),
        (["DTSTART;VALUE=DATE:20260302"], {"starts": "2026-03-02"}),
        (["DTSTART;VALUE=DATE:20260302", "DURATION:P3D"], {"starts": "2026-03-02", "ends": "2026-03-04"}),
        (["DTSTART:20260302T000000", "DTEND:20260304T000000"], {"starts": "2026-03-02", "ends": "2026-03-03"}),
        (
            ["DTSTART;TZID=Asia/Bangkok:20260302T090000", "DTEND;TZID=Asia/Bangkok:20260306T163000"],
            {"starts": "2026-03-02", "ends": "2026-03-06", "time.from": "09:00", "time.to": "16:30", "time.zone": "Asia/Bangkok"},
        ),
        (
            ["DTSTART;TZID=SE Asia Standard Time:20260302T090000", "DURATION:PT2H"],
            {"starts": "2026-03-02", "time.from": "09:00", "time.to": "11:00", "time.zone": "Asia/Bangkok"},
        ),
        (
            ["DTSTART;TZID=Asia/Jakarta:20260302T090000", "DTEND:20260302T040000Z"],
            {"starts": "2026-03-02", "time.from": "09:00", "time.to": "11:00", "time.zone": "Asia/Jakarta"},
        ),
        (
            ["DTSTART:20260302T090000Z", "DTEND:20260302T100000Z"],
            {"starts": "2026-03-02", "time.from": "09:00", "time.to": "10:00", "time.zone": "UTC"},
        ),
        (["DTSTART:20260302T090000", "DTEND:20260302T100000"], {"starts": "2026-03-02", "time.from": "09:00", "time.to": "10:00"}),
        (["DTSTART;VALUE=DATE:20260302", "DTEND:20260304T170000"], {"starts": "2026-03-02", "ends": "2026-03-04"}),
        (["DTSTART;VALUE=DATE:20260302", "DTEND:20260304T000000"], {"starts": "2026-03-02", "ends": "2026-03-03"}),
        (
            ["DTSTART;TZID=Asia/Bangkok:20260302T180000", "DTEND;TZID=Asia/Bangkok:20260303T000000"],
            {"starts": "2026-03-02", "time.from": "18:00", "time.to": "23:59", "time.zone": "Asia/Bangkok"},
        ),
        (["DTSTART:20260302T140000Z", "DTEND:20260305T120000Z"], {"starts": "2026-03-02", "ends": "2026-03-05"}),
        (
            ["DTSTART;TZID=Asia/Bangkok:20260302T090000", "DTEND;TZID=Asia/Bangkok:20260302T163000", "RRULE:FREQ=DAILY;COUNT=5"],
            {"starts": "2026-03-02", "ends": "2026-03-06", "time.from": "09:00", "time.to": "16:30", "time.zone": "Asia/Bangkok"},
        ),
        (
            ["DTSTART;VALUE=DATE:20260302", "RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE;UNTIL=20260308"],
            {"starts": "2026-03-02", "ends": "2026-03-04"},
        ),
        (["DTSTART;VALUE=DATE:20260302", "RRULE:FREQ=DAILY;COUNT=1"], {"starts": "2026-03-02"}),
        (
            ["DTSTART;TZID=/example.org/2026/Asia/Dili:20260302T090000"],
            {"starts": "2026-03-02", "time.from": "09:00", "time.zone": "Asia/Dili"},
        ),
        (["DTSTART;VALUE=DATE:20260302", "DTEND;VALUE=DATE:20260302"], {"starts": "2026-03-02", "ends": "2026-03-02"}),
    ],
    ids=[
        "whole days", "one day", "no end", "a length in days", "midnights", "a zone", "a zone of Windows", "two zones", "UTC", "no zone",
        "days until an hour", "days until midnight", "an evening", "several days in one piece", "days in a row", "days of a week", "once",
        "a long name of a zone", "an end that is the day itself",
    ],
)  # fmt: skip
def test_when_an_event_is_becomes_days_and_hours(lines: list[str], expected: dict[str, str]) -> None:
    """An all-day event's end is its last day; hours have the zone of the start."""
    table = of_ics("x.ics", agenda("SUMMARY:x", *lines), "trainings")
    cell_texts = {table.headings[column - 1].text: cell.text for column, cell in table.rows[0].cells.items()}
    assert {key: text for key, text in cell_texts.items() if key.startswith(("starts", "ends", "time"))} == expected


def test_an_event_fills_what_it_can_and_names_no_person() -> None:
    """Texts are unescaped, categories that mean terms are found, our own id is known again."""
    content = agenda(
        "DTSTART;VALUE=DATE:20260302", "SUMMARY:Patrol\\, and more", "DESCRIPTION:In short.\\nAt length\\; with more.",
        "LOCATION:Vinh", "CATEGORIES:Police,DNA", "CATEGORIES:Coffee", "STATUS:CANCELLED", "URL:https://example.org/1",
        "ORGANIZER;CN=A Person:mailto:person@example.org", "ATTENDEE:mailto:other@example.org", "CONTACT:A Person",
        "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-PT1H", "DESCRIPTION:alarm", "END:VALARM",
    ).replace(b"UID:1", b"UID:trainings/vn-2026-03-patrol@example.org")  # fmt: skip
    table = of_ics("x.ics", content, "trainings")
    cells = {table.headings[column - 1].text: (cell.text, cell.row, cell.where) for column, cell in table.rows[0].cells.items()}
    assert cells == {
        "title": ("Patrol, and more", 8, "SUMMARY"),
        "place": ("Vinh", 10, "LOCATION"),
        "sources.0.url": ("https://example.org/1", 14, "URL"),
        "summary": ("In short.", 9, "DESCRIPTION"),
        "body": ("At length; with more.", 9, "DESCRIPTION"),
        "status": ("cancelled", 13, "STATUS"),
        "id": ("vn-2026-03-patrol", 5, "UID"),
        "audience": ("Police", 11, "CATEGORIES"),
        "topics": ("DNA", 11, "CATEGORIES"),
        "topics_note": ("Coffee", 11, "CATEGORIES"),
        "starts": ("2026-03-02", 7, "DTSTART"),
    }


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"nonsense",
        b"BEGIN:VCALENDAR\nEND:VEVENT\n",
        b"BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR\n",
        b"BEGIN:VEVENT\n" * 5000,
        "é".encode("latin-1"),
    ],
    ids=["nothing", "no agenda", "an end without a beginning", "no event", "nested without end", "latin-1"],
)
def test_a_broken_agenda_is_refused(content: bytes) -> None:
    """With a problem, never a traceback."""
    with pytest.raises(Refusal) as refused:
        of_ics("x.ics", content, "trainings")
    assert refused.value.problem.code in ("TABLE-001", "FILE-001")


@pytest.mark.parametrize(
    "content",
    [
        b"x\n" * 1_000_000,
        agenda(";" * 300_000 + "\n" + " =\n" * 100_000),
        agenda("DTSTART;VALUE=DATE:20260302", *["RRULE:FREQ=DAILY;COUNT=366"] * 10_000),
        agenda("DTSTART;VALUE=DATE:20260302", "RRULE:FREQ=WEEKLY;BYDAY=MO;INTERVAL=0;COUNT=5"),
        agenda("DTSTART;VALUE=DATE:20260302", "DESCRIPTION:<p>" + "<a <!" * 100_000),
    ],
    ids=["no property at all", "lines that might go on", "a rule over and over", "a rule that never comes round", "tags that never end"],
)
def test_an_agenda_that_was_made_to_harm_costs_seconds_at_most(content: bytes) -> None:
    """It is bounded before it is understood, and no rule of a stranger is unrolled that might run for ever."""
    began = time.process_time()
    with contextlib.suppress(Refusal):
        of_ics("x.ics", content, "trainings")
    assert time.process_time() - began < patient(3)

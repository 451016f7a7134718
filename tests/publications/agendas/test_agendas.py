"""Agendas: what every agenda promises to a calendar, held against RFC 5545 and a reader of others."""

import json
import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from icalendar import Calendar

from clearinghouse.publications.site import Site
from clearinghouse.vocabulary.audiences import AUDIENCES
from clearinghouse.vocabulary.states import MEMBER_STATES
from tests.support.examples import catalogue, yaml
from tests.support.publications.giving_out import AUTHORITY, SITE, agendas_of, events, lines, living, living_agendas, true

COURSE = "trainings/th-2026-03-x"
UID = f"{COURSE}@{AUTHORITY}"
ALL, DEADLINES, OWN = "agendas/all.ics", "agendas/deadlines.ics", f"{COURSE}/event.ics"
TIME = '{from: "09:30", to: "16:00", zone: Asia/Yangon}'
ODD = (
    "one, two; three: \\four\\ \"five\" 'six'",
    "C:\\new\\name",
    "first line\nsecond line\n\nfourth line",
    "BEGIN:VEVENT\nEND:VCALENDAR\nX-EVIL:1",
    "ការបណ្តុះបណ្តាលអំពីការល្បាតព្រៃឈើ " * 5,
    "การฝึกอบรมการตรวจสถานที่เกิดเหตุ" * 5,
    "နယ်စပ်စစ်ဆေးရေး သင်တန်း" * 6,
    "😀👩🏽‍🌾" * 30,
    "\\" * 200,
)


def agenda(address: str, files: Mapping[str, str] | None = None, /, **keys: str | None) -> bytes:
    """An agenda of a training with these keys, or of other records."""
    return agendas_of(catalogue(files if files is not None else {COURSE: yaml("trainings", **keys)}))[address]


def event(**keys: str | None) -> Any:
    """A training with these keys, as vobject reads it from the agenda of all."""
    return events(agenda(ALL, **keys))[UID]


@pytest.fixture(scope="module")
def given() -> Mapping[str, bytes]:
    """The agendas of the living records."""
    return living_agendas()


# Which there are


def test_there_is_an_agenda_for_every_term_that_has_events() -> None:
    """All, kinds, countries, audiences and deadlines, empty or not."""
    names = ["all", "trainings", "workshops", "deadlines"]
    names += [f"countries/{code.lower()}" for code in MEMBER_STATES] + [f"audiences/{term.id}" for term in AUDIENCES]
    assert set(agendas_of(catalogue({}))) == {f"agendas/{name}.ics" for name in names}


def test_an_empty_agenda_holds_a_time_zone() -> None:
    """Since a calendar object needs a component (RFC 5545 §3.6)."""
    for content in agendas_of(catalogue({})).values():
        assert events(content) == {}
        assert lines(content).count("BEGIN:VTIMEZONE") == 1


def test_an_event_stands_in_every_agenda_that_it_belongs_to() -> None:
    """And in no other; also in one of its own."""
    keys = {"host": "TH", "countries": "[LA]", "audience": "[rangers]", "registration": "{deadline: 2026-02-15}"}
    addresses = {
        address for address, content in agendas_of(catalogue({COURSE: yaml("trainings", **keys)})).items() if UID in events(content)
    }
    assert addresses == {
        ALL,
        OWN,
        "agendas/trainings.ics",
        "agendas/countries/th.ics",
        "agendas/countries/la.ics",
        "agendas/audiences/rangers.ics",
    }


@pytest.mark.parametrize(
    "keys",
    [
        {"starts": "2026-03"},
        {"starts": "2026"},
        {"ends": "2026-04"},
        {"starts": None, "undated": "true", "note": "The page gives no date."},
    ],
)
def test_what_is_not_known_to_the_day_is_in_no_agenda(keys: dict[str, str | None]) -> None:
    """A calendar cannot show a month as a date; and a course whose end is not known would end too soon."""
    given = agendas_of(catalogue({COURSE: yaml("trainings", **keys)}))
    assert OWN not in given
    assert all(events(content) == {} for content in given.values())


def test_no_event_is_lost_whatever_became_of_it(given: Mapping[str, bytes]) -> None:
    """All that are known to the day, also past, moved, cancelled, postponed and withdrawn ones: calendars learn only so."""
    known = {f"{event_record.first_key}@{AUTHORITY}" for event_record in living().events if event_record.days}
    of_all = [uid for address, content in given.items() if address.startswith("agendas/all") for uid in events(content)]
    assert sorted(of_all) == sorted(known)
    assert {str(component.status.value) for component in events(given[ALL]).values()} == {"TENTATIVE", "CONFIRMED", "CANCELLED"}


# When


@pytest.mark.parametrize(
    ("starts", "ends", "until"),
    [("2026-03-02", "2026-03-02", date(2026, 3, 3)), ("2026-02-27", "2026-03-01", date(2026, 3, 2)),
     ("2026-12-30", "2027-01-02", date(2027, 1, 3)), ("2028-02-28", "2028-02-29", date(2028, 3, 1))],
)  # fmt: skip
def test_the_end_of_an_all_day_event_is_the_day_after_its_last(starts: str, ends: str, until: date) -> None:
    """DTEND is exclusive (RFC 5545 §3.6.1); one day less would be a day short."""
    course = event(starts=starts, ends=ends)
    assert course.dtstart.value == date.fromisoformat(starts)
    assert course.dtend.value == until
    assert course.dtstart.params["VALUE"] == course.dtend.params["VALUE"] == ["DATE"]


def test_an_end_that_is_not_stated_is_none() -> None:
    """Calendars show such an event on its first day (RFC 5545 §3.6.1), and who imports it again states no end either."""
    assert not hasattr(event(starts="2026-03-02"), "dtend")


def test_hours_are_those_of_the_place() -> None:
    """Half past nine in Yangon is three in the morning in universal time: Myanmar is six and a half hours ahead."""
    course = event(starts="2026-04-06", time=TIME)
    assert course.dtstart.value.astimezone(UTC) == datetime(2026, 4, 6, 3, 0, tzinfo=UTC)
    assert course.dtend.value.astimezone(UTC) == datetime(2026, 4, 6, 9, 30, tzinfo=UTC)
    agenda_lines = lines(agenda(OWN, starts="2026-04-06", time=TIME))
    assert "DTSTART;TZID=Asia/Yangon:20260406T093000" in agenda_lines
    assert [agenda_lines[place + 1] for place, line in enumerate(agenda_lines) if line == "BEGIN:VTIMEZONE"] == ["TZID:Asia/Yangon"]
    assert "TZOFFSETTO:+0630" in agenda_lines


def test_hours_of_several_days_are_repeated_daily() -> None:
    """On each of its days, and not through the nights."""
    course = event(starts="2026-04-06", ends="2026-04-08", time=TIME)
    days = list(course.getrruleset(addRDate=True))
    assert [day.date() for day in days] == [date(2026, 4, 6), date(2026, 4, 7), date(2026, 4, 8)]
    assert course.dtend.value - course.dtstart.value == timedelta(hours=6, minutes=30)


def test_every_zone_that_an_agenda_names_is_in_it(given: Mapping[str, bytes]) -> None:
    """Once, before the events that use it, and no other."""
    zones = set()
    for address, content in given.items():
        agenda_lines = lines(content)
        used = {match[1] for line in agenda_lines if (match := re.match(r"(?:DTSTART|DTEND);TZID=([^:]+):", line))}
        defined = [line.removeprefix("TZID:") for line in agenda_lines if line.startswith("TZID:")]
        assert defined == (sorted(used) if used or events(content) else ["Asia/Jakarta"]), address
        zones |= used
    assert len(zones) > 3


# What becomes of it


@pytest.mark.parametrize(
    ("status", "expected", "before"),
    [("announced", "TENTATIVE", ""), ("unconfirmed", "TENTATIVE", ""), ("confirmed", "CONFIRMED", ""), ("held", "CONFIRMED", ""),
     ("cancelled", "CANCELLED", "Cancelled: "), ("postponed", "CANCELLED", "Postponed: ")],
)  # fmt: skip
def test_the_status_is_told_and_what_is_off_says_so(status: str, expected: str, before: str) -> None:
    """In a word before the title too: some calendars show what is cancelled like anything else."""
    course = event(status=status)
    assert (course.status.value, course.summary.value) == (expected, f"{before}Wildlife crime scene work")


def test_what_was_withdrawn_is_cancelled() -> None:
    """With the reason."""
    course = event(withdrawn="{date: 2026-02-01, reason: It stood here twice.}")
    assert (course.status.value, course.summary.value) == ("CANCELLED", "Withdrawn: Wildlife crime scene work")
    assert "It stood here twice." in course.description.value
    assert course.sequence.value == "1"


def test_a_change_keeps_the_uid_and_raises_the_sequence() -> None:
    """So that a calendar replaces what it has (RFC 5545 §3.8.7.4), with the day of the change as that of the revision."""
    moved = "{on: 2026-02-01, what: moved, id: moved, from: 2026-03-02, to: 2026-04-06}"
    off = "{on: 2026-02-20, what: cancelled, id: off}"
    before = event()
    after = event(starts="2026-04-06", changes=f"[{moved}]")
    at_last = event(starts="2026-04-06", status="cancelled", changes=f"[{moved}, {off}]")
    assert [revision.sequence.value for revision in (before, after, at_last)] == ["0", "1", "2"]
    stamps = [datetime(2026, 1, 10, tzinfo=UTC), datetime(2026, 2, 1, tzinfo=UTC), datetime(2026, 2, 20, tzinfo=UTC)]
    assert [revision.dtstamp.value for revision in (before, after, at_last)] == stamps
    assert [revision.last_modified.value for revision in (before, after, at_last)] == stamps
    assert {revision.created.value for revision in (before, after, at_last)} == {stamps[0]}


@pytest.mark.parametrize(("status", "word"), [("postponed", "Postponed"), ("announced", "Postponed"), ("cancelled", "Cancelled")])
def test_an_event_whose_day_was_taken_away_is_called_off_for_that_day(status: str, word: str) -> None:
    """Were it missing, the calendars that have it would keep it; most forget nothing."""
    moved = "{on: 2026-02-01, what: moved, id: moved, from: 2026-03-02, to: 2026-04-06}"
    put_off = "{on: 2026-02-20, what: postponed, id: off, from: 2026-04-06, to: 2026}"
    after = event(starts="2026", status=status, time=None, changes=f"[{moved}, {put_off}]")
    assert (after.status.value, after.dtstart.value, after.sequence.value) == ("CANCELLED", date(2026, 4, 6), "2")
    assert after.summary.value.startswith(f"{word}: ")
    assert OWN in agendas_of(catalogue({COURSE: yaml("trainings", starts="2026", changes=f"[{put_off}]")}))


def test_a_renamed_record_keeps_its_uid() -> None:
    """The first id that it had; so does one whose site moved. Its own agenda stands at its former addresses too."""
    renamed = {"trainings/th-2026-03-z": yaml("trainings", former_ids="[th-2026-03-x, th-2026-03-y]")}
    given = agendas_of(catalogue(renamed))
    assert list(events(given[ALL])) == [UID]
    assert given[OWN] == given["trainings/th-2026-03-y/event.ics"] == given["trainings/th-2026-03-z/event.ics"]
    moved = agendas_of(catalogue({COURSE: yaml("trainings")}), Site("New name", "https://new.example/", AUTHORITY))
    assert list(events(moved[ALL])) == [UID]


def test_an_agenda_goes_back_to_the_year_before_last_and_older_years_have_their_own() -> None:
    """An event is of the year in which it ends; a deadline that is as old is of no use any more."""
    days = {
        2: ("2023-12-28", "2023-12-31"),
        3: ("2023-12-29", "2024-01-02"),
        4: ("2027-05-03", "2027-05-03"),
        5: ("2019-01-08", "2019-01-08"),
    }
    records = {f"trainings/th-{number}": yaml("trainings", starts=starts, ends=ends) for number, (starts, ends) in days.items()}
    given = agendas_of(catalogue(records, date(2026, 1, 1)))
    of = {
        address: {uid.partition("@")[0][-1] for uid in events(content)}
        for address, content in given.items()
        if address.startswith("agendas/")
    }
    assert of[ALL] == of["agendas/trainings.ics"] == {"3", "4"}
    assert {address: of[address] for address in of if "/all-" in address} == {"agendas/all-2023.ics": {"2"}, "agendas/all-2019.ics": {"5"}}
    assert "agendas/all-2023.ics" not in agendas_of(catalogue(records, date(2025, 12, 31)))


def test_agendas_know_no_today() -> None:
    """The same bytes on every day of a year: nothing is told of an event that changes by itself."""
    assert agendas_of(living(date(2026, 3, 10))) == agendas_of(living(date(2026, 12, 31)))
    assert agendas_of(true(date(2026, 11, 21))) == agendas_of(true(date(2026, 11, 22)))


# What else it says


def test_an_event_says_where_it_is_and_what_it_is_about() -> None:
    """LOCATION, URL, CATEGORIES; and it keeps nobody's day busy."""
    course = event(kind="study visit", place="Kui Buri", host="TH", mode="hybrid", topics="[evidence, cites]")
    assert course.location.value == "Kui Buri, Thailand, Online"
    assert course.url.value == f"{SITE.url}{COURSE}/"
    assert course.categories.value == ["Study visit", "Evidence", "CITES"]
    assert course.transp.value == "TRANSPARENT"
    assert course.url.value in course.description.value


def test_an_organiser_is_an_office() -> None:
    """With its mailbox, where one is told; a name without a mailbox is no address, and stands as a contact."""
    with_mailbox = event(organisers="[Royal Thai Police]", registration="{contact: training@office.example}")
    assert with_mailbox.organizer.value == "mailto:training@office.example"
    assert with_mailbox.organizer.params["CN"] == ["Royal Thai Police"]
    named = event(organisers="[Royal Thai Police, Park Office]")
    assert "organizer" not in named.contents
    assert named.contact.value == "Royal Thai Police and Park Office"


def test_an_agenda_says_what_it_is_and_when_to_look_again(given: Mapping[str, bytes]) -> None:
    """For those that update themselves: a name, its own address, and twelve hours; each in the words of RFC 7986 and in older ones."""
    for address, content in given.items():
        agenda_lines = lines(content)
        assert agenda_lines[0] == "BEGIN:VCALENDAR"
        assert agenda_lines[-1] == "END:VCALENDAR"
        assert "VERSION:2.0" in agenda_lines
        assert f"PRODID:-//{AUTHORITY}//Clearing house//EN" in agenda_lines
        if not address.endswith("/event.ics"):
            assert "REFRESH-INTERVAL;VALUE=DURATION:PT12H" in agenda_lines
            assert "X-PUBLISHED-TTL:PT12H" in agenda_lines
            assert f"SOURCE;VALUE=URI:{SITE.url}{address}" in agenda_lines
            names = [line.partition(":")[2] for line in agenda_lines if line.startswith(("NAME:", "X-WR-CALNAME:"))]
            assert len(names) == 2
            assert names[0] == names[1]
            assert names[0].startswith(SITE.name)


def test_a_deadline_reminds_a_week_and_a_day_before() -> None:
    """At nine in the morning, in an agenda of its own, with a UID that is not the event's."""
    content = agenda(DEADLINES, registration="{deadline: 2026-02-15, url: https://example.org/apply}", starts="2026-03-02")
    deadline = events(content)[f"{COURSE}/deadline@{AUTHORITY}"]
    assert deadline.summary.value == "Registration closes: Wildlife crime scene work"
    assert (deadline.dtstart.value, deadline.dtend.value) == (date(2026, 2, 15), date(2026, 2, 16))
    assert [alarm.trigger.value for alarm in deadline.valarm_list] == [timedelta(days=-6, hours=-15), timedelta(hours=-15)]
    assert {alarm.action.value for alarm in deadline.valarm_list} == {"DISPLAY"}
    assert all("15 February 2026" in alarm.description.value for alarm in deadline.valarm_list)
    assert "https://example.org/apply" in deadline.description.value


@pytest.mark.parametrize("status", ["cancelled", "postponed"])
def test_no_alarm_rings_for_what_is_off(status: str) -> None:
    """The deadline stays, as cancelled."""
    deadline = events(agenda(DEADLINES, registration="{deadline: 2026-02-15}", status=status))[f"{COURSE}/deadline@{AUTHORITY}"]
    assert deadline.status.value == "CANCELLED"
    assert "valarm" not in deadline.contents


# How it is written


@pytest.mark.parametrize("text", ODD)
def test_odd_text_is_read_back_as_it_was_written(text: str) -> None:
    """Commas, semicolons, backslashes, line breaks, and scripts that are longer than a line."""
    quoted, one_line = json.dumps(text, ensure_ascii=False), json.dumps(" ".join(text.split())[:190], ensure_ascii=False)
    course = event(summary=quoted, title=one_line, place=one_line, organisers=f"[{one_line}]")
    assert course.summary.value == json.loads(one_line).strip()
    assert course.location.value == json.loads(one_line).strip()
    assert course.contact.value == json.loads(one_line).strip()
    assert course.description.value.startswith(text.strip() + "\n\n")
    assert len(lines(agenda(OWN, summary=quoted, title=one_line))) < 25


@pytest.mark.parametrize("text", ODD)
def test_odd_text_is_read_back_by_icalendar_too(text: str) -> None:
    """What wrote it reads it as well."""
    quoted, one_line = json.dumps(text, ensure_ascii=False), json.dumps(" ".join(text.split())[:190], ensure_ascii=False)
    (course,) = Calendar.from_ical(agenda(OWN, summary=quoted, title=one_line, place=one_line)).walk("VEVENT")
    assert (str(course["SUMMARY"]), str(course["LOCATION"])) == (json.loads(one_line).strip(), json.loads(one_line).strip())
    assert str(course["DESCRIPTION"]).startswith(text.strip() + "\n\n")


def test_a_name_in_quotes_leaves_its_parameter_whole() -> None:
    """A parameter's value holds no quotation mark (RFC 5545 §3.2); the address after it must stay one."""
    content = agenda(OWN, organisers="['Office of \"Quotes\": x; y, z']", registration="{contact: training@office.example}")
    line = next(line for line in lines(content) if line.startswith("ORGANIZER"))
    assert re.fullmatch(r'ORGANIZER;CN="[^"]*":mailto:training@office\.example', line)

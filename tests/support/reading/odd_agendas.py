"""Odd agendas: one small calendar file of each kind that programs write and people send, with what is right for it."""

from base64 import b64encode
from dataclasses import dataclass, field
from typing import Any

DAY = "DTSTART;VALUE=DATE:20260302"
NINE, SIXTEEN = "DTSTART;TZID={0}:20260302T090000", "DTEND;TZID={0}:20260302T160000"
THAI = "การฝึกอบรมการตรวจสถานที่เกิดเหตุ"


@dataclass(frozen=True)
class Odd:
    """event: the lines of the event after its UID and title; above: lines of the calendar; right: keys of the record, None for
    a key that it does not have; codes: of the problems besides ICS-002, errors with a mark `!` behind. No record where right
    is empty."""

    name: str
    event: tuple[str, ...] = (DAY,)
    above: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    right: dict[str, Any] = field(default_factory=dict)
    codes: tuple[str, ...] = ()
    title: str = "SUMMARY:Ranger course in Nan"
    uid: str = "UID:a1@lab.example"

    @property
    def content(self) -> bytes:
        """The file."""
        version = () if any(line.startswith("VERSION") for line in self.above) else ("VERSION:2.0",)
        event = ("BEGIN:VEVENT", self.uid, "DTSTAMP:20260101T000000Z", self.title, *self.event, "END:VEVENT")
        lines = ("BEGIN:VCALENDAR", *version, "PRODID:-//Example//EN", *self.above, *event, *self.below, "END:VCALENDAR", "")
        return b"\r\n".join(line.encode("utf-8", "surrogateescape") for line in lines if line or line is lines[-1])


def hours(zone: str, begin: str = "09:00", end: str = "16:00") -> dict[str, Any]:
    """Hours of a record."""
    return {"starts": "2026-03-02", "ends": None, "time": {"from": begin, "to": end, "zone": zone}}


def vtimezone(name: str, *lines: str) -> tuple[str, ...]:
    """A zone as calendar files describe it: seven hours before UTC."""
    rule = ("BEGIN:STANDARD", "DTSTART:16010101T000000", "TZOFFSETFROM:+0700", "TZOFFSETTO:+0700", "END:STANDARD")
    return ("BEGIN:VTIMEZONE", f"TZID:{name}", *lines, *rule, "END:VTIMEZONE")


def timed(zone: str) -> tuple[str, ...]:
    """From nine to four."""
    return NINE.format(zone), SIXTEEN.format(zone)


def folded_inside(text: str, at: int) -> str:
    """A text in UTF-8 that is folded at an octet, whatever stands there."""
    octets = text.encode()
    return (octets[:at] + b"\r\n " + octets[at:]).decode("utf-8", "surrogateescape")


ODD = (
    Odd("one day", right={"title": "Ranger course in Nan", "starts": "2026-03-02", "ends": None, "time": None}),
    Odd("one day with its end", (DAY, "DTEND;VALUE=DATE:20260303"), right={"starts": "2026-03-02", "ends": "2026-03-02"}),
    Odd("an end on the day itself", (DAY, "DTEND;VALUE=DATE:20260302"), right={"starts": "2026-03-02", "ends": "2026-03-02"}),
    Odd("an hour without an end", ("DTSTART;TZID=Asia/Bangkok:20260302T090000",), codes=("KEY-002!",)),
    Odd("folded inside a character", title=folded_inside(f"SUMMARY:{THAI}", 30), right={"title": THAI}),
    Odd("folded with a tab", title="SUMMARY:Ranger\r\n\t course in Nan", right={"title": "Ranger course in Nan"}),
    Odd("a line that is no property", event=(DAY, "this line has no name"), codes=("ICS-001!",)),
    Odd("a title in two lines", title="SUMMARY:Ranger course\r\nin the north", codes=("ICS-001!",)),
    Odd("a parameter without a value", event=(DAY, "LOCATION;LANGUAGE=th;X:Nan"), codes=("ICS-001!",)),
    Odd("a property without a colon", event=(DAY, "DTEND;VALUE=DATE;20260306"), codes=("ICS-001!",)),
    Odd("an END too many", below=("END:VEVENT",), codes=("ICS-001!",)),
    Odd("Google's UTC", ("DTSTART:20260301T233000Z", "DTEND:20260302T073000Z"), ("X-WR-TIMEZONE:Asia/Dili",),
        right=hours("Asia/Dili", "08:30", "16:30")),
    Odd("Google's whole days", ("DTSTART:20260301T170000Z", "DTEND:20260304T170000Z"), ("X-WR-TIMEZONE:Asia/Bangkok",),
        right={"starts": "2026-03-02", "ends": "2026-03-04", "time": None}),
    Odd("Outlook's zone", timed("SE Asia Standard Time"), vtimezone("SE Asia Standard Time"), right=hours("Asia/Bangkok")),
    Odd("a number for a zone", timed("1"), vtimezone("1", "X-LIC-LOCATION:Asia/Bangkok"), right=hours("Asia/Bangkok")),
    Odd("a zone by its cities", timed('"(UTC+07:00) Bangkok, Hanoi, Jakarta"'), right=hours("Asia/Bangkok")),
    Odd("a zone behind a path", timed("/mozilla.org/20050126_1/Asia/Jakarta"), right=hours("Asia/Jakarta")),
    Odd("a zone of nobody", timed("Customized Time Zone"), vtimezone("Customized Time Zone"), codes=("ICS-009", "KEY-002!")),
    Odd("an end in UTC of a start in no zone", (NINE.format("Customized Time Zone"), "DTEND:20260302T090000Z"), codes=("ICS-007!",)),
    Odd("a cancelled event", (DAY, "STATUS:CANCELLED"), right={"status": "cancelled"}),
    Odd("a calendar of cancellations", above=("METHOD:CANCEL",), right={"status": "cancelled"}),
    Odd("an answer to an invitation", above=("METHOD:REPLY",), codes=("ICS-003!",)),
    Odd("another calendar of days", above=("CALSCALE:BUDDHIST",), codes=("ICS-003!",)),
    Odd("a private event", (DAY, "CLASS:CONFIDENTIAL"), codes=("ICS-003!",)),
    Odd("a public event", (DAY, "CLASS:PUBLIC"), right={"starts": "2026-03-02"}),
    Odd("a task", below=("BEGIN:VTODO", "UID:t", "SUMMARY:Book the hall", "END:VTODO"), right={"starts": "2026-03-02"},
        codes=("ICS-003!",)),
    Odd("an alarm", (DAY, "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-PT1H", "DESCRIPTION:Soon", "END:VALARM"),
        right={"starts": "2026-03-02"}),
    Odd("an older version below", (DAY, "SEQUENCE:2"),
        below=("BEGIN:VEVENT", "UID:a1@lab.example", "SEQUENCE:1", "SUMMARY:Old", DAY, "END:VEVENT"),
        right={"title": "Ranger course in Nan"}, codes=("ICS-005",)),
    Odd("two versions at once", (DAY, "SEQUENCE:2"), codes=("ICS-006!", "ICS-006!"),
        below=("BEGIN:VEVENT", "UID:a1@lab.example", "SEQUENCE:2", "DTSTAMP:20260101T000000Z", "SUMMARY:Other", DAY, "END:VEVENT")),
    Odd("one time of several", (DAY, "RECURRENCE-ID;VALUE=DATE:20260302"), codes=("TABLE-005!",)),
    Odd("every month", (DAY, "RRULE:FREQ=MONTHLY;COUNT=3"), codes=("TABLE-005!",)),
    Odd("a rule without end", (DAY, "RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30"), codes=("TABLE-005!",)),
    Odd("five days with hours", (*timed("Asia/Manila"), "RRULE:FREQ=DAILY;COUNT=5"),
        right={**hours("Asia/Manila"), "ends": "2026-03-06"}),
    Odd("three days of vCalendar 1.0", (DAY, "RRULE:D1 #3"), ("VERSION:1.0",), right={"starts": "2026-03-02", "ends": "2026-03-04"}),
    Odd("days until an hour", (DAY, "DTEND:20260304T170000"), right={"starts": "2026-03-02", "ends": "2026-03-04"}, codes=("ICS-008",)),
    Odd("a length", ("DTSTART;TZID=Asia/Manila:20260302T090000", "DURATION:PT7H"), right=hours("Asia/Manila")),
    Odd("an end and another length", (DAY, "DTEND;VALUE=DATE:20260304", "DURATION:P5D"), codes=("ICS-004!",)),
    Odd("an evening", ("DTSTART;TZID=Asia/Bangkok:20260302T180000", "DTEND;TZID=Asia/Bangkok:20260303T000000"),
        right=hours("Asia/Bangkok", "18:00", "23:59"), codes=("ICS-008",)),
    Odd("a night", ("DTSTART;TZID=Asia/Bangkok:20260302T220000", "DTEND;TZID=Asia/Bangkok:20260303T020000"), codes=("ICS-007!",)),
    Odd("from Monday noon to Friday morning", ("DTSTART;TZID=Asia/Bangkok:20260302T120000", "DTEND;TZID=Asia/Bangkok:20260306T100000"),
        right={"starts": "2026-03-02", "ends": "2026-03-06", "time": None}, codes=("ICS-008",)),
    Odd("a hundred years", (DAY, "DURATION:P36500D"), codes=("ICS-010!",)),
    Odd("a length beyond all years", (DAY, "DURATION:P99999999D"), codes=("DATE-001!",)),
    Odd("a year before all others", ("DTSTART:00010101T000000Z", "DTEND:00010101T000100Z"), ("X-WR-TIMEZONE:America/Lima",),
        codes=("DATE-001!",)),
    Odd("a year far off", ("DTSTART;VALUE=DATE:99991231",), codes=("DATE-002!",)),
    Odd("two starts", (DAY, "DTSTART;VALUE=DATE:20260309"), codes=("ICS-004!",)),
    Odd("nothing at all", event=(), title="COMMENT:nothing", codes=("ICS-003!",)),
    Odd("a title alone", event=(), codes=("DATE-004!",)),
    Odd("several languages", (DAY, f"SUMMARY;LANGUAGE=th:{THAI}", "DESCRIPTION;LANGUAGE=th:ไทย", "DESCRIPTION;LANGUAGE=en:English."),
        title="SUMMARY;LANGUAGE=en:Course",
        right={"title": "Course", "title_local": {"th": THAI}, "summary": "English."}),
    Odd("a language with its region", (DAY, f"SUMMARY;LANGUAGE=th-TH:{THAI}"), right={"title_local": {"th": THAI}}),
    Odd("two titles in one language", (DAY, "SUMMARY:Another"), codes=("ICS-004!",)),
    Odd("quoted-printable", title="SUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Kh=C3=B3a h=\r\n=E1=BB=8Dc", above=("VERSION:1.0",),
        right={"title": "Khóa học"}),
    Odd("quoted-printable without a name", title="SUMMARY;QUOTED-PRINTABLE;CHARSET=ISO-8859-1:Caf=E9", above=("VERSION:1.0",),
        right={"title": "Café"}),
    Odd("BASE64", (DAY, f"DESCRIPTION;ENCODING=BASE64;CHARSET=UTF-8:\r\n {b64encode(THAI.encode()).decode()}"), ("VERSION:1.0",),
        right={"summary": THAI}),
    Odd("BASE64 that is broken", (DAY, "DESCRIPTION;ENCODING=BASE64:%%%"), codes=("ICS-001!",)),
    Odd("folded as vCalendar 1.0", title="SUMMARY:Ranger\r\n course", above=("VERSION:1.0",), right={"title": "Ranger course"}),
    Odd("HTML", (DAY, r'DESCRIPTION:<p>Learn&nbsp\;it.</p><ul><li>One &amp\; two</li></ul><a href="https://example.org/p">Programme</a>'),
        right={"summary": "Learn it.", "body": "- One & two\n\nProgramme (https://example.org/p)\n"}),
    Odd("entities in a title", title="SUMMARY:Fish &amp\\; wildlife", right={"title": "Fish & wildlife"}),
    Odd("a lesser-than sign", (DAY, "DESCRIPTION:Groups of < 20 and > 5."), right={"summary": "Groups of < 20 and > 5."}),
    Odd("what has no key", (DAY, "COMMENT:Bring boots", "COMMENT:And a torch", "GEO:1;2", "ATTACH:https://example.org/a.pdf", "X-ROOM:12"),
        right={"starts": "2026-03-02"}),
    Odd("persons", (DAY, "ORGANIZER;CN=Somebody:mailto:one@example.org", "ATTENDEE:mailto:two@example.org"), right={"organisers": None}),
    Odd("categories", (DAY, "CATEGORIES:Police,DNA", "CATEGORIES:Coffee"), right={"audience": ["police"], "topics_note": "Coffee"}),
    Odd("one audience in two words", (DAY, "CATEGORIES:Police,police of member countries,DNA,Forensics"), right={"audience": ["police"]}),
    Odd("a UID like one of ours", uid="UID:meeting/2026@example.org", right={"starts": "2026-03-02"}),
    Odd("an END that is missing", below=("BEGIN:VEVENT", "UID:b", "SUMMARY:Second", DAY), right={"title": "Ranger course in Nan"},
        codes=("ICS-001!",)),
    Odd("a reminder of ours", uid="UID:trainings/th-2026-03-course/deadline@example.org", codes=("ICS-003!",)),
    Odd("an event of another collection", uid="UID:workshops/th-2026-03-course@example.org", codes=("ICS-003!",)),
)  # fmt: skip
"""Each with the kind's name."""

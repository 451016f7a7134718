"""Problems of agendas: calendar files (iCalendar, RFC 5545) from which records are to be made."""

from clearinghouse.problems.kind import Kind

_BY_HAND = "write it into the record by hand where it matters"

ICS_001 = Kind(
    code="ICS-001",
    title="Each line of a calendar is a property",
    why="Other lines would be lost. Most often such a line is the rest of a text that was broken.",
    mend="If the line goes on with the line above, begin it with a space. If not, write it as NAME:value (RFC 5545, section 3.1).",
    allowed="a line NAME:value",
    fixes=("begin it with a space if it goes on with the line above, or write NAME:value",),
)
ICS_001_CODED = ICS_001.also("export the calendar again as iCalendar 2.0", allowed="a value that is written in {encoding}")
ICS_001_END = ICS_001.also("export the whole calendar again", allowed="END:{name} for BEGIN:{name} of line {line}")
ICS_001_ENDED = ICS_001.also("delete the line, or write the BEGIN that belongs to it", allowed="END of what began")
ICS_002 = Kind(
    code="ICS-002",
    title="What a record has no key for is left out",
    why="A record is shorter than an event of a calendar, and the person who imports it should know what is left out.",
    mend="Write it into the record by hand where it matters.",
    allowed="what a record has a key for",
    fixes=("left out in {lines}: " + _BY_HAND,),
    severity="warning",
    for_senders=("left out in {lines}: write it to the editors where it matters",),
)
ICS_002_PERSON = ICS_002.also(
    "left out in {lines}, as it may name a person: write the office into `organisers` by hand",
    allowed="offices, never persons",
    for_senders=("left out in {lines}, as it may name a person: write the office to the editors",),
)
ICS_002_FILE = ICS_002.also("nothing to do, records do not keep: {names}", is_notice=True)
ICS_003 = Kind(
    code="ICS-003",
    title="Only public events become records",
    why="A task, a reminder, an answer to an invitation or a private event is nothing that took place for all.",
    mend="Leave it out of the file, or import the rest with --partial.",
    allowed="events (VEVENT)",
    fixes=("leave it out of the file, or import the rest with --partial",),
    for_senders=("leave it out of the file",),
)
ICS_003_METHOD = ICS_003.also("export the calendar itself", allowed="METHOD: PUBLISH, REQUEST or CANCEL")
ICS_003_REMINDER = ICS_003.also(allowed="events: this is the reminder of a deadline of another record")
ICS_003_WITHDRAWN = ICS_003.also(allowed="events whose record was not withdrawn")
ICS_003_PRIVATE = ICS_003.also("if it may be published, make it public in the calendar", allowed="CLASS:PUBLIC")
ICS_003_OTHER = ICS_003.also(
    "import it with --into {collection}, the others with --partial",
    allowed="events of {wanted}",
    for_senders=("send it in a file of its own",),
)
ICS_003_SCALE = ICS_003.also("export it with days of the Gregorian calendar", allowed="CALSCALE:GREGORIAN")
ICS_003_EMPTY = ICS_003.also(
    "write a title (SUMMARY) into it, or leave it out of the file",
    allowed="an event with a title",
    for_senders=("write a title into it, or leave it out of the file",),
)
ICS_004 = Kind(
    code="ICS-004",
    title="A property that can only be true once occurs once",
    why="With two days or two places it is unclear which one is right.",
    mend="Keep the one that is right, and delete the other. Titles in several languages need LANGUAGE.",
    allowed="{name} once in an event",
    fixes=("keep the one that is right; the first is in line {line}",),
)
ICS_005 = Kind(
    code="ICS-005",
    title="The latest version of an event counts",
    why="Calendars keep old versions of an event. The one with the highest SEQUENCE, then the latest DTSTAMP, counts (RFC 5546).",
    mend="Nothing, if the later version is right.",
    allowed="the latest version of each UID",
    fixes=("left out: {later} has a later version",),
    severity="warning",
)
ICS_006 = Kind(
    code="ICS-006",
    title="Two events have two UIDs",
    why="A UID with one SEQUENCE names one event; two that differ cannot both be it.",
    mend="Keep one of the two, or give the other a UID of its own.",
    allowed="a UID of its own, or a higher SEQUENCE",
    fixes=("keep one of the two, or give one another UID; the other begins in line {line}",),
)
ICS_006_RECORDS = ICS_006.also("delete `imported` from the one that is a copy: {path} or {other}", allowed="one record of each event")
ICS_007 = Kind(
    code="ICS-007",
    title="Hours begin and end on one day",
    why="The hours of a record are those of each of its days.",
    mend="End the event at 23:59, or make two events of it; where the file says UTC, name the zone of the place.",
    allowed="an end after the start, on the same day",
    fixes=("end it at 23:59, or make two events of it",),
)
ICS_007_UTC = ICS_007.also(
    "if these are hours of another place, write its zone below BEGIN:VCALENDAR: X-WR-TIMEZONE:Asia/Bangkok; else end it at 23:59"
)
ICS_007_ZONES = ICS_007.also("write DTSTART and DTEND in one zone", allowed="a start and an end in zones that are known")
ICS_008 = Kind(
    code="ICS-008",
    title="Hours are written as a record can say them",
    why="A record has the hours of each day; a calendar may have those of the first and the last day.",
    mend="Look whether it is still right, and write the rest into `body` by hand.",
    allowed="hours of each day, from 00:00 to 23:59",
    fixes=("written as {written}",),
    severity="warning",
)
ICS_008_DAYS = ICS_008.also("the days are written, not the hours: they run from {start} of the first day to {end} of the last")
ICS_009 = Kind(
    code="ICS-009",
    title="A time zone has a name that is known",
    why="A calendar may give its zone any name. A program cannot know which zone such a name means.",
    mend="Name the zone of the place: --set time.zone=Asia/Bangkok.",
    allowed="an IANA time zone, or one of Windows",
    fixes=("name the zone of the place: --set time.zone=Asia/Bangkok",),
    severity="warning",
    for_senders=("name the zone of the place, as in Asia/Bangkok",),
)
ICS_009_OWN = ICS_009.also("write the IANA name of the place there: X-WR-TIMEZONE:Asia/Bangkok")
ICS_010 = Kind(
    code="ICS-010",
    title="An event lasts a year at most",
    why="A longer one is most often a mistyped year; it would be upcoming on every page for as long.",
    mend="Correct the end in the calendar; write a standing course as a programme.",
    allowed="at most {most} days",
    fixes=("correct the end; write a standing course as a programme",),
)
ICS_011 = Kind(
    code="ICS-011",
    title="A later version of an event changes the record that was made of it",
    why="A calendar that moves an event must not make a second record of it, and what was edited here must not be lost.",
    mend="Look at what changed. What was kept is as it was edited here: change it in the record where the calendar is right.",
    allowed="what the latest version of the event says",
    fixes=("changed in {path}, where it said `{was}` before", "changed in {path}, where it said nothing before"),
    severity="warning",
    is_notice=True,
)
ICS_011_KEPT = ICS_011.also(
    "kept in {path} as it is, since it was edited there: `{was}`; edit it by hand where the calendar is right",
    "left out of {path} as before; write it there by hand where the calendar is right",
)

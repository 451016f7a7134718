"""Problems of dates and times: how they are written, and how they stand to one another."""

from clearinghouse.problems.kind import Kind

DATE_001 = Kind(
    code="DATE-001",
    title="Dates are YYYY-MM-DD, YYYY-MM or YYYY",
    why="Other orders of day and month are easily misread.",
    mend="Write 2026-03-02, or 2026-03, or 2026, as precise as the source.",
    allowed="a real date YYYY-MM-DD, or YYYY-MM, or YYYY",
    fixes=("write {padded}", "write e.g. 2026-03-02, 2026-03 or 2026"),
)
DATE_001_DAY = DATE_001.also("write {padded}", "write e.g. 2026-03-02", allowed="a real day YYYY-MM-DD")
DATE_001_NO_DAY = DATE_001_DAY.also("add the day, e.g. {first}")
DATE_001_PERIOD = DATE_001.also(
    "write {hint}", "write e.g. 2025, or 2025-Q3 for July to September", allowed="a year YYYY, or a quarter YYYY-Q1 to YYYY-Q4"
)
DATE_001_AGENDA = DATE_001.also("export it again as iCalendar (.ics)", allowed="a value as RFC 5545 has it")
DATE_002 = Kind(
    code="DATE-002",
    title="Dates are real",
    why="30 February does not exist.",
    mend="Correct the day.",
    allowed="{allowed}",
    fixes=("{month} {year} has {length} days; write e.g. {near}",),
)
DATE_002_MONTH = DATE_002.also("a year has months 01 to 12; the order is year-month-day")
DATE_002_ERA = DATE_002.also("the Buddhist year {year} is {common} here", "correct the year", allowed="a year from {first} to {last}")
DATE_002_YEAR = DATE_002_ERA.also("the Buddhist year {year} is {common} here", "write the year with four digits, e.g. 2026")
DATE_003 = Kind(
    code="DATE-003",
    title="An end is not before its start",
    why="Calendars and lists sort by both.",
    mend="Exchange the two, or correct one.",
    allowed="a date not before {other}",
    fixes=("exchange `{start}` and `{end}`, or correct one",),
)
DATE_003_YEAR = DATE_003.also(allowed="a year not before {other}")
DATE_003_DAY = DATE_003.also(allowed="a day not before `{start}`")
DATE_003_TIME = DATE_003.also(
    'write "{midnight}", the last minute of the day',
    'exchange the two: from "{to}", to "{from}"; if it ends on the next day, write "23:59" and say in `note` when it ends',
    "correct one: it ends when it begins",
    allowed="a time after `from`, on the same day",
)
DATE_004 = Kind(
    code="DATE-004",
    title="An event has a start, or says that it has none",
    why="An undated event is shown as undated, never dropped.",
    mend="Add `starts`, or `undated: true` with the reason in `note`.",
    allowed="either `starts` or `undated: true`",
    fixes=("add `starts: 2026-03-02`, or `undated: true` and the reason in `note`",),
)
DATE_004_BOTH = DATE_004.also("remove `undated`, or `starts`")
DATE_004_DOCUMENT = DATE_004.also(
    "add `year: 2026`, or `undated: true` and the reason in `note`", allowed="`year`, `date` or `undated: true`"
)
DATE_004_DOCUMENT_BOTH = DATE_004_DOCUMENT.also("remove `undated`, or the date")
DATE_005 = Kind(
    code="DATE-005",
    title="An undated event says why",
    why="A gap is shown together with its reason.",
    mend="Add `note` with the reason, e.g. `note: The page gives no date.`",
    allowed="`note` with the reason",
    fixes=("add e.g. `note: The page gives no date.`",),
)
DATE_006 = Kind(
    code="DATE-006",
    title="A registration closes before the event begins",
    why="After the start, nobody can join any more.",
    mend="Correct the deadline or the start.",
    allowed="a deadline not after the start, {other}",
    fixes=("correct the deadline or the start",),
)
DATE_007 = Kind(
    code="DATE-007",
    title="Times are HH:MM",
    why="A time without a zone and a form cannot be put into a calendar.",
    mend='Write "09:00" in quotes, 24 hours.',
    allowed="HH:MM from 00:00 to 23:59",
    fixes=('write "{padded}"', 'write e.g. "09:00"'),
)
DATE_008 = Kind(
    code="DATE-008",
    title="Zones are IANA names",
    why="`ICT` or `+7` do not say which rules hold.",
    mend="Write e.g. Asia/Bangkok, Asia/Jakarta, Asia/Manila.",
    allowed="an IANA time zone",
    fixes=("did you mean {near}?", "write e.g. Asia/Bangkok, Asia/Jakarta or Asia/Manila"),
)
DATE_009 = Kind(
    code="DATE-009",
    title="A log goes forward in time",
    why="Its last entry is the status, so later entries must come later.",
    mend="Write the new entry at the end, with the day on which it is written; what happened earlier has its day in `date`.",
    allowed="a day not before {other}, that of the entry above",
    fixes=("move the entry to its place; if you write it today, `on` is today, and `date` says when it happened",),
)
DATE_010 = Kind(
    code="DATE-010",
    title="What is delivered has dated evidence",
    why="Others must be able to see when it was delivered, and where that can be read.",
    mend="Add `date`, when it was delivered, and `evidence` with a record or a source; or say `partly delivered` or `under way`.",
    allowed="`date`, and `evidence` with a record or a source, beside `delivery: delivered`",
    fixes=("add `date` and `evidence`, or write `delivery: partly delivered`",),
)
DATE_011 = Kind(
    code="DATE-011",
    title="An offer or request is open for a time",
    why="An offer that has expired before it is published is of no use, and one that is open for years is forgotten.",
    mend="Write the last day on which others can answer, at most two years after `published`.",
    allowed="a day from {first} to {last}",
    fixes=("write the last day on which others can answer, at the latest {last}; what is open longer is published again later",),
)
DATE_012 = Kind(
    code="DATE-012",
    title="What was held has begun",
    why="Nobody can report before its first day that it took place.",
    mend="Correct the first day, or the status and its entry in `changes`.",
    allowed="a first day not after {on}, on which it was reported that it took place",
    fixes=("it has not begun yet on {on}: correct the first day, or the status",),
)

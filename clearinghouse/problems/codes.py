"""Codes of problems: stable, never reused, each with the story that `chm explain` tells."""

from collections.abc import Mapping
from types import MappingProxyType

from clearinghouse.problems.codes_of_changes import CODES_OF_CHANGES
from clearinghouse.problems.explanation import Explanation

_ALL = (
    Explanation(
        "FILE-001",
        "A file is text in UTF-8",
        "Other encodings turn local scripts into garbage for somebody.",
        "Save the file as UTF-8. In most editors: File, Save with encoding, UTF-8.",
    ),
    Explanation(
        "FILE-002",
        "A record's file is at most 200 kB",
        "A record is a page of text; more is a mistake or an attack.",
        "Shorten the body, or split the record in two.",
    ),
    Explanation(
        "FILE-003",
        "No control or direction-override characters",
        "Invisible characters can make a page show something other than what was reviewed.",
        "Delete the character at the named place and type the text again.",
    ),
    Explanation(
        "FILE-004",
        "A folder of records holds only records",
        "A file that nothing reads is lost without a word.",
        "Name it <id>.yml, or move it elsewhere. Names with a leading underscore are kept for samples.",
    ),
    Explanation(
        "FILE-005",
        "A record is a plain file inside its folder",
        "A link could lead the build out of the data folder; a pipe or a device would never end.",
        "Put a plain file in its place: of a symbolic link, the file that it leads to.",
    ),
    Explanation(
        "FILE-006",
        "The first 100 problems of a file are told",
        "More than that is hardly a record with mistakes, but another kind of file.",
        "Mend those that are told, then check again; or start from _example.yml of the folder.",
    ),
    Explanation(
        "FILE-007",
        "A file or folder can be read",
        "What nobody can read would be missing from the site without a word.",
        "Give yourself leave to read it (`chmod u+r`, for a folder `chmod u+rx`), or put it there anew from git.",
    ),
    Explanation(
        "FILE-008",
        "A name is one on every system",
        "Windows and macOS cannot hold some names and take others for one another, so that a copy of the folder loses a file.",
        "Rename it: not like a device (`aux`, `con`), not like another but for capitals or accents, no full stop or space at the end.",
    ),
    Explanation(
        "YAML-001",
        "The file must be well-formed YAML",
        "Otherwise nobody knows what was meant.",
        "Mostly an indentation, an unclosed quote, or a colon in unquoted text. Put the text in double quotes.",
    ),
    Explanation(
        "YAML-002",
        "No anchors, aliases, merge keys or tags",
        "A few bytes of them can grow without end, and they hide what a record says.",
        "Write the value out where it is needed.",
    ),
    Explanation("YAML-003", "At most 12 levels of nesting", "No record needs more.", "Flatten the record; see _example.yml of its folder."),
    Explanation("YAML-004", "At most 20,000 values in a file", "No record needs more.", "Split the record."),
    Explanation(
        "YAML-005",
        "A key stands once",
        "YAML keeps the last one in silence, so one of the two would be lost.",
        "Keep one of them, or join them.",
    ),
    Explanation(
        "YAML-006", "A record is a list of `key: value` lines", "Keys are what the site reads.", "Start from _example.yml of the folder."
    ),
    Explanation(
        "YAML-007",
        "One record, one file",
        "A second document in the file would be lost.",
        "Move what follows `---` into a file of its own.",
    ),
    Explanation(
        "YAML-008",
        "Text after a space and # is a comment",
        "In YAML ` #` begins a comment, so `Course #5` would be read as `Course` without a word.",
        "Put the whole text in double quotes. If it is a comment, write a space after the #.",
    ),
    Explanation(
        "KEY-001", "Only known keys", "A misspelt key would be lost in silence.", "Correct the spelling, or put the fact into `note`."
    ),
    Explanation(
        "KEY-002",
        "Required keys are there",
        "Without them the record cannot be shown honestly.",
        "Add the key; see _example.yml of the folder.",
    ),
    Explanation(
        "TYPE-001",
        "The right shape of value",
        "A list, a text and a group of keys are different things.",
        "Write it as in _example.yml of the folder.",
    ),
    Explanation(
        "TYPE-002",
        "A number is digits",
        "`about 30` belongs into a note, beside the number.",
        "Write digits only, a full stop for decimals; words go into the note.",
    ),
    Explanation(
        "TYPE-003",
        "Yes or no is `true` or `false`",
        "Other spellings mean different things to different readers of YAML.",
        "Write true or false.",
    ),
    Explanation(
        "TEXT-001", "No empty values", "An empty value looks like an answer. A gap stays a gap.", "Fill it in, or delete the line."
    ),
    Explanation(
        "TEXT-002",
        "Texts have a length",
        "Long titles break lists and feeds; long summaries are bodies.",
        "Shorten it; details go into `body`.",
    ),
    Explanation(
        "TEXT-003",
        "A body is Markdown without raw HTML",
        "Raw HTML could carry scripts, and breaks feeds.",
        "Use Markdown: **bold**, [link](https://...), lists with a leading hyphen.",
    ),
    Explanation("TEXT-004", "One line where one line is asked", "Titles and names stand in lists.", "Join the lines."),
    Explanation(
        "DATE-001",
        "Dates are YYYY-MM-DD, YYYY-MM or YYYY",
        "Every other order of day and month misleads somebody.",
        "Write 2026-03-02, or 2026-03, or 2026, as precise as the source.",
    ),
    Explanation("DATE-002", "Dates are real", "30 February does not come.", "Correct the day."),
    Explanation("DATE-003", "An end is not before its start", "Agendas and lists sort by both.", "Exchange the two, or correct one."),
    Explanation(
        "DATE-004",
        "An event has a start, or says that it has none",
        "An undated event is shown as undated, never dropped.",
        "Add `starts`, or `undated: true` with the reason in `note`.",
    ),
    Explanation(
        "DATE-005",
        "An undated event says why",
        "A gap is shown together with its reason.",
        "Add `note` with the reason, e.g. `note: The page gives no date.`",
    ),
    Explanation(
        "DATE-006",
        "A registration closes before the event begins",
        "A deadline after the start misleads.",
        "Correct the deadline or the start.",
    ),
    Explanation(
        "DATE-007",
        "Times are HH:MM",
        "A time without a zone and a form cannot be put into a calendar.",
        'Write "09:00" in quotes, 24 hours.',
    ),
    Explanation(
        "DATE-008",
        "Zones are IANA names",
        "`ICT` or `+7` do not say which rules hold.",
        "Write e.g. Asia/Bangkok, Asia/Jakarta, Asia/Manila.",
    ),
    Explanation(
        "TERM-001",
        "Only terms of the closed list",
        "Lists, facets and statistics need the same words everywhere.",
        "Take one of the allowed terms.",
    ),
    Explanation(
        "TERM-002",
        "Audiences and topics come from the vocabulary",
        "Else one audience would have ten spellings.",
        "Take the nearest term; the source's own words go into audience_note or topics_note.",
    ),
    Explanation(
        "TERM-003", "States by two-letter code", "ISO 3166-1 codes mean the same in every language.", "Write e.g. LA, VN, TH in capitals."
    ),
    Explanation(
        "TERM-004", "Languages by tag", "Browsers choose fonts and voices by it.", "Write e.g. th, lo, km, my, vi, id, ms, fil, tet, en."
    ),
    Explanation(
        "LINK-001",
        "Links are http, https or mailto",
        "Other links can run scripts or point into somebody's computer.",
        "Copy the address from the browser, with https:// in front.",
    ),
    Explanation(
        "REF-001",
        "`serves` names an activity of a plan",
        "Evidence that points nowhere is lost.",
        "Write plan/number, e.g. poa-2016-2020/4.1.2.",
    ),
    Explanation("REF-002", "Ids of networks exist", "A link to nowhere.", "Correct the id, or write the organisation's name instead."),
    Explanation(
        "REF-003",
        "References name existing records",
        "A link to nowhere.",
        "Correct the id: collection/id, e.g. trainings/th-2026-03-crime-scene.",
    ),
    Explanation(
        "REF-004", "An activity belongs to a programme of its plan", "Plans are trees.", "Correct `programme`, or add it to the plan."
    ),
    Explanation(
        "ID-001",
        "Ids are lower-case letters, digits and hyphens",
        "Ids stand in addresses and file names on every system.",
        "Rename the file, e.g. th-2026-03-crime-scene.yml, at most 80 characters.",
    ),
    Explanation(
        "ID-002", "Ids are unique, also as former ids", "Two records at one address would hide each other.", "Rename one of the files."
    ),
    Explanation(
        "ID-003",
        "Reserved names are no ids",
        "They are addresses of the site, or device names of an operating system.",
        "Add a word to the name.",
    ),
    Explanation(
        "ID-004",
        "Ids of events say whose, when and what",
        "Owners can be found, and names stay unique.",
        "Name it <owner>-<yyyy>[-<mm>]-<words>, e.g. la-2026-03-prosecutors or asean-undated-course; an id that was published stays.",
    ),
    Explanation("ID-005", "Ids inside a record are unique", "Feeds and links tell them apart by it.", "Give one of them another id."),
    Explanation(
        "ID-006",
        "No change has the id `new`",
        "Feeds call the record's own first entry so; a reader would take the change for it and show one of them.",
        "Say what changed, e.g. moved-to-april.",
    ),
    Explanation(
        "DATA-001",
        "The state's file carries its code",
        "The address comes from the file name.",
        "Name the file after `country`, in lower case: la.yml for LA.",
    ),
    *CODES_OF_CHANGES,
)

CODES: Mapping[str, Explanation] = MappingProxyType({explanation.code: explanation for explanation in _ALL})
"""Every code by itself, in the order in which they are listed."""

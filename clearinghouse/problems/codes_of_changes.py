"""Codes of changes: what a change must not do, and what a reviewer of it should look at."""

from clearinghouse.problems.explanation import Explanation

CODES_OF_CHANGES = (
    Explanation(
        "REF-005",
        "What other records name stays",
        "A change that removes or renames a record breaks those that name it, and with them the build of the site.",
        "Correct the named records in the same change, or leave the record where it is and withdraw it.",
    ),
    Explanation(
        "REF-006",
        "What is withdrawn leads to a record that stands",
        "A reader who follows a link of years ago must arrive somewhere, and not be sent in a circle.",
        "Name in `see` the record that stands; where there is none, leave `see` out: the reason says enough.",
    ),
    Explanation(
        "REF-007",
        "A network that records name is published",
        "A draft reaches no reader, who would find its id in the place of its name.",
        "Take `draft` out of the network's file first, or write the name of the organisation in place of the id.",
    ),
    Explanation(
        "LOST-001",
        "What was published is not lost",
        "Others have linked to it, and subscribers have it in their calendars.",
        "Bring it back. If it was renamed, write its old id under `former_ids`; if it should not be, add `withdrawn` with the reason.",
    ),
    Explanation(
        "LOST-002",
        "Many records are not lost at once",
        "It mostly is a slip of the hand, or a folder that was moved.",
        "Bring them back. If it is meant, withdraw them in several changes, each small enough to be read.",
    ),
    Explanation(
        "CHANGE-001",
        "What subscribers must learn stands in `changes`",
        "Feeds and agendas tell of a new date, place or status, of a new assessment or a new `serves` from there, and from nowhere else.",
        "Add an entry at the end of `changes`: the day, what happened, an id that is new in the record, and a note.",
    ),
    Explanation(
        "CHANGE-002",
        "An entry of `changes` stays, and so does its id",
        "Feed readers know an entry by its id: a new one is told twice, a removed one looks like a mistake of theirs.",
        "Bring the entry back as it was, and add a new one.",
    ),
    Explanation(
        "CHANGE-003",
        "`published` stays as it is",
        "It is the day on which the record first appeared here; feeds and lists of what is new sort by it.",
        "Put the former day back. What changed later stands in `changes` and `verified`.",
    ),
    Explanation(
        "CHANGE-004",
        "Assessments are appended, never rewritten",
        "They are history: what was known on a day does not change afterwards.",
        "Bring the assessment back as it was, and add a new one with the date of today's knowledge. Its `note` may be amended.",
    ),
    Explanation(
        "CHANGE-005",
        "The first id of a record stays the first of its `former_ids`",
        "Feeds and agendas know a record by it for good; with another one every subscriber would be told all over again.",
        "Add the latest id at the end of `former_ids`. A record that is told twice is withdrawn, with `see` naming the other.",
    ),
    Explanation(
        "OWNER-001",
        "A record belongs to the office that keeps it",
        "Another office may know what you cannot see. .github/CODEOWNERS says by the pattern of the name whose it is.",
        "Nothing, if the owner agrees: GitHub asks for a review. Else take the file out of this change.",
    ),
    Explanation(
        "TWIN-001",
        "One event, one record",
        "Two records of one event are counted twice.",
        "If they are the same, add to the record that is there. If not, say in the title what tells them apart.",
    ),
    Explanation(
        "TABLE-001",
        "A table is an .xlsx, .csv or .ics file of a bounded size",
        "What a spreadsheet program cannot have written was made to harm, or is broken.",
        "Save it again as .xlsx, or as CSV UTF-8; split what is too large. Of agendas, export a shorter time.",
    ),
    Explanation(
        "TABLE-002",
        "Each column of a table has a heading of its own",
        "What stands below no heading, or below the same one twice, would be lost.",
        "Take the headings of the template: chm import --into COLLECTION --template.",
    ),
    Explanation(
        "TABLE-003",
        "A cell holds a value, no formula and no error",
        "A formula may show something else tomorrow, or on another computer.",
        "Copy the cells, and paste them as values only.",
    ),
    Explanation(
        "TABLE-004",
        "Importing never changes a record that is there",
        "Somebody may have mended it since, and a spreadsheet does not know of that.",
        "Edit the record's own file. If the row is another record, give it an id of its own in a column `id`.",
    ),
    Explanation(
        "TABLE-005",
        "An event of an agenda happens once",
        "A record is one event: one that repeats would be counted as one, and listed on its first day alone.",
        "Write an event for each time into the agenda.",
    ),
    Explanation(
        "SENSE-001",
        "Offices, no persons",
        "A name with a mail address or a telephone number finds its way to those whom the person investigates.",
        "Name the office and its mailbox. If it is no person, add `reviewed: {sensitivity: {on: 2026-03-01, reason: …}}`.",
    ),
    Explanation(
        "SENSE-002",
        "No numbers of passports or identity cards",
        "They open doors to somebody's life.",
        "Take the number out. If it is another number, add `reviewed: {sensitivity: {on: 2026-03-01, reason: …}}`.",
    ),
    Explanation(
        "SENSE-003",
        "No operational intelligence",
        "Suspects, sources and open cases are no matter for a public site, even if a source tells of them. Only English words are seen.",
        "Say what was taught, decided or found. If the word is harmless here, add `reviewed: {sensitivity: {on: 2026-03-01, reason: …}}`.",
    ),
    Explanation(
        "SENSE-004",
        "No exact coordinates",
        "They lead poachers to animals, and others to those who protect them.",
        "Name the town or the province. If the place is public, add `reviewed: {sensitivity: {on: 2026-03-01, reason: …}}`.",
    ),
    Explanation(
        "LINKS-001",
        "A link report is of this version",
        "What another version of `chm links` wrote may mean something else.",
        "Use the version of chm that wrote it; or delete the file, and `chm links` begins a new one.",
    ),
    Explanation(
        "LINKS-002",
        "A line of a link report is what `chm links` wrote",
        "The file is kept by a machine; what somebody changed in it by hand could hide a dead link.",
        "Delete the line: the next `chm links` looks at its address again.",
    ),
    Explanation(
        "LINKS-003",
        "A link report is at most 8 MB",
        "That is some forty thousand addresses; more is a mistake or an attack.",
        "Delete the file, and `chm links` begins a new one.",
    ),
)

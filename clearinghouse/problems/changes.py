"""Problems of changes: what a change must not do, and what a reviewer of it should look at."""

from clearinghouse.problems.kind import Kind

LABEL = "meant: {code}"
"""The label of a pull request by which a maintainer says that what a code refuses is meant."""
_ADD = "add an entry at the end of `changes`, e.g. {on: <today>, what: {what}, id: <new>, note: …}"

LOST_001 = Kind(
    code="LOST-001",
    title="What was published is not lost",
    why="Others have linked to it, and subscribers have it in their calendars.",
    mend=("Bring it back. If it was renamed, write its old id under `former_ids`; if it should not be, add `withdrawn` with the reason."),
    allowed="an id that leads somewhere, as it did",
    fixes=("bring it back; if it was renamed, add its id to `former_ids` of the new record; if it should not be, add `withdrawn`",),
)
LOST_001_ACTIVITY = LOST_001.also("bring it back: a plan does not change afterwards")
LOST_001_ABOUT = LOST_001.also("bring it back: it says what concerns several states", allowed="the file that was there")
LOST_001_DRAFT = LOST_001.also(
    "delete the line `draft: true`; what should not be seen any more is withdrawn, with a reason",
    allowed="no draft, since it was published",
)
LOST_001_FORMER = LOST_001.also("add {id} to `former_ids` again")
LOST_002 = Kind(
    code="LOST-002",
    title="Many records are not lost at once",
    why="Mostly this is a mistake, or a folder was moved.",
    mend="Bring them back. If it is meant, withdraw them in several changes, each small enough to be read.",
    allowed="at most {most} records lost or withdrawn in a change",
    fixes=("bring them back, or withdraw them in smaller changes (`chm explain LOST-002`)",),
)
CHANGE_001 = Kind(
    code="CHANGE-001",
    title="What subscribers must learn is in `changes`",
    why="Feeds and calendars take a new date, place or status, a new assessment or a new `serves` from there, and from nowhere else.",
    mend="Add an entry at the end of `changes`: the day, what happened, an id that is new in the record, and a note.",
    allowed="a new entry in `changes`, since {key} was {before}",
    fixes=(_ADD,),
    for_senders=("say in a sentence what subscribers should learn of this change",),
)
CHANGE_001_WITHDRAWN = CHANGE_001.also(allowed="a new entry in `changes`, since it was withdrawn")
CHANGE_001_ASSESSMENT = CHANGE_001.also(allowed="a new entry in `changes`: subscribers learn of an assessment from there")
CHANGE_001_SERVES = CHANGE_001.also(
    "add e.g. {on: <today>, what: updated, id: {id}, note: …} at the end of `changes`",
    allowed="an entry in `changes` from which the plan's feed learns of it",
)
CHANGE_002 = Kind(
    code="CHANGE-002",
    title="An entry of `changes` stays, and so does its id",
    why="Feed readers know an entry by its id: a new one is shown twice, and a removed one looks like a mistake of theirs.",
    mend="Bring the entry back as it was, and add a new one.",
    allowed="{member}",
    fixes=("bring the entry back; what is new gets an entry of its own",),
)
CHANGE_002_REWRITTEN = CHANGE_002.also(
    "take `{added}` out of {member} again; what is new gets an entry of its own",
    "write `{key}` of {member} as it was; what is new gets an entry of its own",
    allowed="{before}",
)
CHANGE_003 = Kind(
    code="CHANGE-003",
    title="`published` stays as it is",
    why="It is the day on which the record first appeared here; feeds and lists of what is new sort by it.",
    mend="Put the former day back. What changed later is in `changes` and `verified`.",
    allowed="{before}",
    fixes=("write {before} again",),
)
CHANGE_004 = Kind(
    code="CHANGE-004",
    title="Assessments are appended, never rewritten",
    why="They are history: what was known on a day does not change afterwards.",
    mend="Bring the assessment back as it was, and add a new one with the date of today's knowledge. Its `note` may be amended.",
    allowed="{member}, as it was",
    fixes=("bring it back, and append what is new",),
)
CHANGE_004_ORDER = CHANGE_004.also(
    "bring it back to its place: of two assessments of one date the later one holds",
    allowed="{member}, after those that were before it",
)
CHANGE_005 = Kind(
    code="CHANGE-005",
    title="The first id of a record stays the first of its `former_ids`",
    why="Feeds and calendars know a record by it for good; with another one every subscriber would get everything again.",
    mend="Add the latest id at the end of `former_ids`. A second record of the same event is withdrawn, with `see` naming the other.",
    allowed="`former_ids` that begin with {first}",
    fixes=("write {first} first; what should lead to another record is withdrawn, with `see`",),
)
CHANGE_006 = Kind(
    code="CHANGE-006",
    title="What others rely on stays as it was published",
    why="Laws, reports and the entries of other lists are history: they are cited, and what was true on a day does not change afterwards.",
    mend="Bring it back as it was, and add what is new. What was not stated may be added. If it was wrong, put it right, and ask a "
    "maintainer for the label `meant: CHANGE-006` on the pull request.",
    allowed="{member}, as it was",
    fixes=("bring it back, and add what is new",),
)
CHANGE_006_REPORT = CHANGE_006.also("bring it back; what holds now is a report of its own, which names this one under `corrects`")
CHANGE_006_REWRITTEN = CHANGE_006.also(
    "write `{key}` of {member} as it was, and add what is new",
    "write `{key}` as it was",
    allowed="{before}",
)
CHANGE_007 = Kind(
    code="CHANGE-007",
    title="A quotation stays word for word",
    why="Plans and projects are quoted: readers who are bound by them must find these words.",
    mend="Bring the words back. If they are not those of the plan, put them right, and ask a maintainer for the label "
    "`meant: CHANGE-007` on the pull request.",
    allowed="{member}, as it was quoted",
    fixes=("bring it back: a plan does not change afterwards",),
)
CHANGE_007_REWRITTEN = CHANGE_007.also(
    "write `{key}` of {member} as it was: a plan does not change afterwards",
    "write `{key}` as it was: a plan does not change afterwards",
    allowed="{before}",
)
CHANGE_008 = Kind(
    code="CHANGE-008",
    title="A published address leads to the record to which it led",
    why="An old link must never lead to something else.",
    mend="Give the id back to the record that had it. For two records of one thing, withdraw one; its `see` names the other.",
    allowed="{address} leading to {was}",
    fixes=("give the id back; what should lead to another record is withdrawn, with `see`",),
)
CHANGE_008_REPLACED = CHANGE_008.also(
    "bring the record back, and add the other one as a new file",
    allowed="the record that was there, or one of its sources: {was}",
)
CHANGE_009 = Kind(
    code="CHANGE-009",
    title="`authority` stays as it is",
    why="It signs the ids of all feeds and calendars: with another one every subscriber gets everything again.",
    mend="Put the former value back, also when the site moves. If it is meant, ask a maintainer for the label `meant: CHANGE-009`.",
    allowed="{before}",
    fixes=("write `authority: {before}` again",),
)
CHANGE_010 = Kind(
    code="CHANGE-010",
    title="Only the workflow writes this file",
    why="The site shows it as what was seen on the web; a pull request could claim anything.",
    mend="Take the file out of the change. The workflow of the links writes it on the main branch.",
    allowed="a change without this file",
    fixes=("take the file out of the change",),
)
CHANGE_011 = Kind(
    code="CHANGE-011",
    title="A review stays while its words do",
    why="Someone checked the words that the check warned about. The form does not know the reason, since it is not published.",
    mend="Bring `reviewed` back from the file as it was, unless the words are gone that it was about.",
    allowed="`reviewed`, as it was",
    fixes=("bring `reviewed` back from the former file, unless what it was about is gone",),
    severity="warning",
)
CHANGE_012 = Kind(
    code="CHANGE-012",
    title="A log is appended, never rewritten",
    why="It is history: what was known of an activity on a day does not change afterwards.",
    mend="Bring the entry back as it was, and add a new one at the end that says what is known now.",
    allowed="{member}, as it was",
    fixes=("bring it back, and append what is new",),
)
CHANGE_012_ORDER = CHANGE_012.also(
    "bring it back to its place: the last entry is the status",
    allowed="{member}, after those that were before it",
)
OWNER_001 = Kind(
    code="OWNER-001",
    title="A record belongs to the office that is responsible for it",
    why="Another office may know what you cannot see. .github/CODEOWNERS says by the pattern of the name whose it is.",
    mend="Nothing, if the owner agrees: GitHub asks for a review. Else take the file out of this change.",
    allowed="a change by its owner, {owners}",
    fixes=("nothing, if {owners} agree: GitHub asks them for a review",),
    severity="warning",
)
TWIN_001 = Kind(
    code="TWIN-001",
    title="One event, one record",
    why="Two records of one event are counted twice.",
    mend="If they are the same, add to the record that is there. If not, say in the title how they differ.",
    allowed="an event that is not there yet: {key} has the same days and {shared}: {title}",
    fixes=(
        "if it is the same, add to {key}.yml instead (not named here: {others} more)",
        "if it is the same, add to {key}.yml instead",
    ),
    severity="warning",
)
TWIN_001_ROW = TWIN_001.also(
    "{path}, and {others} more, has the same days and {shared}: leave the row out if it is the same event",
    "{path} has the same days and {shared}: leave the row out if it is the same event",
    allowed="an event that is not there yet",
)

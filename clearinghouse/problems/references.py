"""Problems of references and ids: what a record or a page of prose names elsewhere or brings along, and by what a record is named."""

from clearinghouse.problems.kind import Kind

_NEAR = ("did you mean {near}?", "correct it, or add that record first")
_ALLOWED_ID = "lower-case letters, digits and single hyphens, at most {most}"

REF_001 = Kind(
    code="REF-001",
    title="`serves` names an activity of a plan",
    why="Evidence for an unknown activity is lost.",
    mend="Write plan/number, e.g. poa-2016-2020/4.1.2.",
    allowed="the plan/number of an activity",
    fixes=("did you mean {near}?", "take plan and number from the address of the activity's page: plans/<plan>/<number>/"),
)
REF_001_FORM = REF_001.also("write e.g. poa-2016-2020/4.1.2 or fleg-2016-2025/4.1.3", allowed="plan/number")
REF_002 = Kind(
    code="REF-002",
    title="Ids of networks exist",
    why="The link would lead nowhere.",
    mend="Correct the id, or write the organisation's name instead.",
    allowed="the id of a network",
    fixes=_NEAR,
)
REF_002_OR_NAME = REF_002.also(allowed="the id of a network, or a name")
REF_003 = Kind(
    code="REF-003",
    title="References name existing records",
    why="The link would lead nowhere.",
    mend="Correct the id: collection/id, e.g. trainings/th-2026-03-crime-scene.",
    allowed="collection/id of a record",
    fixes=_NEAR,
)
REF_003_FIGURE = REF_003.also(allowed="the id of a figure")
REF_003_FORM = REF_003.also("write e.g. trainings/th-2026-03-crime-scene", allowed="collection/id")
REF_003_ABSENT = REF_003.also(
    "copy the address of its page, or write collection/id",
    allowed="a record that is there",
    for_senders=("choose it from the list in the form",),
)
REF_003_BROKEN = REF_003.also(
    "its file must be fixed first: `chm check` says what is wrong",
    allowed="a record without problems of its own",
    for_senders=("the editors must correct that record first; please write to them what should change",),
)
REF_004 = Kind(
    code="REF-004",
    title="An activity belongs to a programme of its plan",
    why="Each activity has its place in the tree of the plan.",
    mend="Correct `programme`, or add it to the plan.",
    allowed="an action programme of the plan: {known}",
    fixes=("write {near}, since the activity's number begins so", "take one of these, or name the file after the activity's number"),
)
REF_004_FOLDER = REF_004.also(*_NEAR, allowed="a folder that is named after a plan: activities/<plan>/")
REF_005 = Kind(
    code="REF-005",
    title="What other records name stays",
    why="If a record is removed or renamed, the records that name it lead nowhere. Then the site cannot be built.",
    mend="Correct the named records in the same change, or leave the record where it is and withdraw it.",
    allowed="{allowed}",
    fixes=("correct that record in the same change, or leave this one as it was",),
)
REF_006 = Kind(
    code="REF-006",
    title="What is withdrawn leads to a published record",
    why="A reader who follows a link of years ago must arrive somewhere, and not be sent in a circle.",
    mend="Name in `see` the record that is published; where there is none, leave `see` out: the reason says enough.",
    allowed="a record at which a reader's way ends, not one that leads on to {circle} again",
    fixes=("name a published record, or leave `see` out",),
)
REF_006_DRAFT = REF_006.also("publish the draft first, or leave `see` out", allowed="a record with a page")
REF_007 = Kind(
    code="REF-007",
    title="A network that records name is published",
    why="A draft reaches no reader, who would find its id in the place of its name.",
    mend="Take `draft` out of the network's file first, or write the name of the organisation in place of the id.",
    allowed="a network with a page",
    fixes=("publish the draft first, or write a name",),
)
REF_007_MEMBER = REF_007.also("publish the draft first, or leave it out")
REF_008 = Kind(
    code="REF-008",
    title="A plan whose activities are not listed says why",
    why="A plan that was in force must be shown even if its text was not found.",
    mend="List its thrusts, or say in `note` why they are missing.",
    allowed="`thrusts`, or `note` with the reason",
    fixes=("add e.g. `note: The text of the plan was not found.`, or its thrusts",),
)
REF_009 = Kind(
    code="REF-009",
    title="What an activity of a project contributes to, the project does",
    why="Pages of plans, lists and counts read the project's own `serves`. What only its activity names would be missing there.",
    mend="Name it under the project's own `serves` too, or take it out.",
    allowed="a plan/number that the project's own `serves` names",
    fixes=("add {activity} to the project's own `serves`, or take it out here",),
)
REF_010 = Kind(
    code="REF-010",
    title="Species are named by their ids",
    why="A list of all that is about pangolins is whole only where all name them alike.",
    mend="Take the id from the address of the page of the species, species/<id>/; a species that is not there needs a record first.",
    allowed="the id of a species",
    fixes=_NEAR,
)
REF_010_FORM = REF_010.also("write e.g. sp-pangolins", allowed="the id of a species: sp-<words>")
REF_011 = Kind(
    code="REF-011",
    title="A project's report speaks of the project's activities",
    why="The page shows each report next to the activity that it is about. A report on no activity would be missing there.",
    mend="Correct the number, or list the activity under the project's own `activities`.",
    allowed="the number of one of the project's activities: {known}",
    fixes=("correct the number, or add activity {number} to the project's own `activities`",),
)
ID_001 = Kind(
    code="ID-001",
    title="Ids are lower-case letters, digits and hyphens",
    why="Ids are used in addresses and file names on every system.",
    mend="Rename the file, e.g. th-2026-03-crime-scene.yml, at most 80 characters.",
    allowed=_ALLOWED_ID,
    fixes=("rename the file, e.g. {tidied}.yml",),
)
ID_001_VALUE = ID_001.also("write e.g. th-2026-03-crime-scene, or moved-to-april")
ID_001_CHANGE = ID_001.also("write e.g. moved-to-april")
ID_001_ACTIVITY = ID_001.also(
    "name the file after its number in the plan, and the folder after the plan, e.g. poa-2016-2020/4.1.2.yml",
    allowed="activities/<plan>/<number>.yml, each of the three parts of the number at most three digits long",
)
ID_002 = Kind(
    code="ID-002",
    title="Ids are unique, also as former ids",
    why="Two records at one address would hide each other.",
    mend="Rename one of the files.",
    allowed="an id that no record has or had",
    fixes=("take it out: {owner} has it",),
)
ID_002_DRAFT = ID_002.also("choose another name; or edit the record that has this one")
ID_002_FORM = ID_002.also("choose another name")
ID_002_CASE = ID_002.also(
    "rename it: {other} has this id",
    allowed="an id that differs from all others, capitals apart",
    for_senders=("choose another name: {other} has this one",),
)
ID_002_ROW = ID_002.also(
    "row {row} has it: leave one out, or write another id into a column `id`",
    allowed="an id that no other row has",
    for_senders=("row {row} is the same: leave one out, or write another name into a column “id”",),
)
ID_003 = Kind(
    code="ID-003",
    title="Reserved names are no ids",
    why="They are addresses of the site, or device names of an operating system.",
    mend="Add a word to the name.",
    allowed="a name that is not reserved",
    fixes=("rename the file, e.g. th-2026-{stem}.yml",),
)
ID_003_FORMER = ID_003.also("take it out: it is an address of the site")
ID_004 = Kind(
    code="ID-004",
    title="Ids of events say whose, when and what",
    why="Owners can be found, and names stay unique.",
    mend=("Name it <owner>-<yyyy>[-<mm>]-<words>, e.g. la-2026-03-prosecutors or asean-undated-course; an id that was published stays."),
    allowed="<owner>-<yyyy>[-<mm>]-<words> or <owner>-undated-<words>",
    fixes=("rename the file, e.g. th-2026-03-crime-scene.yml; an id that was published stays (`chm explain ID-004`)",),
    severity="warning",
)
ID_005 = Kind(
    code="ID-005",
    title="Ids inside a record are unique",
    why="Feeds and links tell them apart by it.",
    mend="Give one of them another id.",
    allowed="an id that no other change of the record has",
    fixes=("give one of the changes `{id}` another id",),
)
ID_005_ACTIVITY = ID_005.also("number them a, b, c", allowed="an id that no other sub-activity has")
ID_006 = Kind(
    code="ID-006",
    title="No change has the id `new`",
    why="Feeds use `new` for the first entry of a record. A reader would take the two for one, and show only one.",
    mend="Say what changed, e.g. moved-to-april.",
    allowed="any other word",
    fixes=("say what changed, e.g. moved-to-april: `new` is the record itself",),
)
ID_007 = Kind(
    code="ID-007",
    title="A number belongs to one meeting of its body",
    why="The page of the series sets meetings by their numbers: one number twice counts a meeting twice and hides a gap.",
    mend="Correct the number; of two records of one meeting keep one and withdraw the other.",
    allowed="a number that no other meeting of {body} has",
    fixes=("{other} has it: correct one of the two numbers, or leave it out where the source does not give it",),
)
DATA_001 = Kind(
    code="DATA-001",
    title="The state's file carries its code",
    why="The address comes from the file name.",
    mend="Name the file after `country`, in lower case: la.yml for LA.",
    allowed="the code that the file's name has: {code}",
    fixes=("rename the file to {name}.yml, or correct the code",),
)
PROSE_001 = Kind(
    code="PROSE-001",
    title="A link of a page leads somewhere",
    why="A reader who follows it finds nothing, so no such site is built.",
    mend=(
        "Correct the link, or take it out. Name a page of prose by its file (`contribute.md`), and a part of it as `contribute.md#part`. "
        "Name a record as `record:trainings/<id>`, and anything else by its way from the address of the page (`../feeds/updates.rss`)."
    ),
    allowed="a page, a part of a page, or a file that the site has",
    fixes=("{why}: did you mean {near}?", "{why}: correct the link, or take it out"),
)
PROSE_002 = Kind(
    code="PROSE-002",
    title="Prose names records that are there",
    why="If there is no such record, its name is shown as a text without a link.",
    mend="Correct the id. Leave it as it is if the record will be added later.",
    allowed="record:collection/id of a record with a page",
    fixes=("did you mean record:{near}?", "correct it; until that record is there, its text is shown without a link"),
    severity="warning",
)
PROSE_003 = Kind(
    code="PROSE-003",
    title="Prose brings no scripts, styles and frames",
    why="The policy of each page bars them: the browser would neither run nor show them.",
    mend="Take it out. Scripts and styles of the site lie in overrides/assets.",
    allowed="Markdown, and HTML without scripts, styles and frames",
    fixes=("take it out, since the page's own policy bars it",),
)

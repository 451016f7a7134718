"""Problems of keys and values: which keys stand in a record, and what shape, length and letters their values have."""

from clearinghouse.problems.kind import Kind

_AS_IN_SAMPLE = "write it as in _example.yml of the folder"
_MISSING = "it is missing: please add it"

KEY_001 = Kind(
    code="KEY-001",
    title="Only known keys",
    why="A misspelt key would be lost without a warning.",
    mend="Correct the spelling, or put the fact into `note`.",
    allowed="{known}",
    fixes=("did you mean `{near}`?", "correct the spelling, or put the fact into `note`"),
)
KEY_001_OUTSIDE = KEY_001.also("delete the line `{key}: …`", allowed="no such key: a record's id is the name of its file")
KEY_001_FORM = KEY_001.also("take one of its _example.yml, e.g. summary", allowed="a key of the record that one text can say")
KEY_001_HEADING = KEY_001.also(
    "did you mean `{near}`?",
    "correct it; or write {aside} before it, and the column is left out",
    allowed="a heading of the template",
)
KEY_002 = Kind(
    code="KEY-002",
    title="Required keys are there",
    why="Without them the record cannot be shown honestly.",
    mend="Add the key; see _example.yml of the folder.",
    allowed="the key `{key}`",
    fixes=("add `{key}: …`, as in _example.yml of the folder",),
    for_senders=("please answer this",),
)
KEY_002_ANSWER = KEY_002.also("{help}", allowed="an answer")
KEY_002_OPTION = KEY_002.also("add {option} ({help})")
KEY_002_OPTION_WORDS = KEY_002_OPTION.also(allowed="the key `{key}`, one of {words}")
KEY_002_COLUMN = KEY_002.also(
    "add it; or give one answer for all rows: --set {key}=…", allowed="a column `{label}` ({key})", for_senders=(_MISSING,)
)
KEY_002_CELL = KEY_002.also("fill in the cell: {help}", for_senders=("fill in this cell",))
KEY_002_ROW = KEY_002.also(
    "add a column `{label}`, or give one answer for all: --set {path}=…",
    "give one answer for all: --set {path}=…",
    for_senders=("add a column “{label}”", _MISSING),
)
KEY_003 = Kind(
    code="KEY-003",
    title="An indicator has the keys that its type needs, and no others",
    why="Each type is answered in its own way; a key that no answer uses would be lost without a warning.",
    mend="Add what is missing, take out what does not belong there, or write the type that fits.",
    allowed="`{key}`, since the type is {types}",
    fixes=("add `{key}`, as in activities/_example.yml, or write another `type`",),
)
KEY_003_IDLE = KEY_003.also("take `{key}` out, or write `type: {type}`", allowed="`{key}` only where the type is {types}")
KEY_004 = Kind(
    code="KEY-004",
    title="High confidence needs sources that support it",
    why="Readers rely on it. A single newspaper, a copy or a blog may be wrong, with nothing to compare it with.",
    mend="Add a better source, or a second newspaper of another publisher; or write `confidence: medium`.",
    allowed="`high` with an official source, or one of the organiser, a partner or research, or two newspapers of different publishers",
    fixes=("write `confidence: medium`, or add a source of these; the site’s page Method says which kinds they are",),
)
KEY_004_LOG = KEY_004.also(
    "write `confidence: medium`, or name in `evidence` such a source, or a record whose own confidence is high",
    allowed="`high` with a record of high confidence, an official source, one of the organiser, a partner or research, or two newspapers",
)
TYPE_001 = Kind(
    code="TYPE-001",
    title="The right shape of value",
    why="A list, a text and a group of keys are different things.",
    mend="Write it as in _example.yml of the folder.",
    allowed="{wanted}",
    fixes=("write one value after the colon",),
)
TYPE_001_LIST = TYPE_001.also(_AS_IN_SAMPLE, allowed="a list: one value a line, each after a hyphen")
TYPE_001_GROUP = TYPE_001.also(_AS_IN_SAMPLE, allowed="keys and values, indented below the key")
TYPE_001_OTHER = TYPE_001.also(_AS_IN_SAMPLE, allowed="{message}")
TYPE_001_FEW = TYPE_001.also(
    "add one, as in _example.yml of the folder", allowed="a list of at least {least}", for_senders=("add at least one",)
)
TYPE_001_MANY = TYPE_001.also("take some out", allowed="a list of at most {most}")
TYPE_002 = Kind(
    code="TYPE-002",
    title="A number is digits",
    why="`about 30` belongs into a note, beside the number.",
    mend="Write digits only, a full stop for decimals; words go into the note.",
    allowed="a whole number in digits",
    fixes=("write digits only, e.g. 32; words belong into the note",),
)
TYPE_002_YEAR = TYPE_002.also("write digits only, e.g. 2026")
TYPE_002_QUANTITY = TYPE_002.also(
    "write e.g. 206.4; words belong into `qualifier` or `note`", allowed="a number in digits, with a full stop for decimals"
)
TYPE_002_AMOUNT = TYPE_002.also(
    "write e.g. 12.5; what is zero or not known has no line", allowed="a number above 0 in digits, with a full stop for decimals"
)
TYPE_002_IN_PLAN = TYPE_002.also('write e.g. "4.1"', allowed="a number with dots, as in the plan")
TYPE_003 = Kind(
    code="TYPE-003",
    title="Yes or no is `true` or `false`",
    why="Other spellings mean different things to different readers of YAML.",
    mend="Write true or false.",
    allowed="true or false",
    fixes=("write true or false",),
)
TEXT_001 = Kind(
    code="TEXT-001",
    title="No empty values",
    why="An empty value looks like an answer. A gap stays a gap.",
    mend="Fill it in, or delete the line.",
    allowed="a value, or no such line",
    fixes=("fill it in, or delete the line: a gap stays a gap",),
)
TEXT_001_NOTHING_NEW = TEXT_001.also("fill in an assessment, a law or a next step", allowed="something that is new")
TEXT_001_NO_DAYS = TEXT_001.also("write the new first day, and the last if there is one", allowed="the new days of what has moved")
TEXT_001_NO_CHANGE = TEXT_001.also(
    "write what the record should say, and in which key",
    allowed="something that changes",
    for_senders=("say what the record should say instead",),
)
TEXT_002 = Kind(
    code="TEXT-002",
    title="Texts have a length",
    why="Long titles break lists and feeds. A long summary belongs into `body`.",
    mend="Shorten it; details go into `body`.",
    allowed="at most {most} characters",
    fixes=("shorten it by {over} characters",),
)
TEXT_003 = Kind(
    code="TEXT-003",
    title="A body is Markdown without raw HTML",
    why="Raw HTML could carry scripts, and breaks feeds.",
    mend="Use Markdown: **bold**, [link](https://...), lists with a leading hyphen.",
    allowed="Markdown without raw HTML",
    fixes=("use Markdown, or write &lt; for a lesser-than sign",),
)
TEXT_003_IMAGE = TEXT_003.also(
    "take away the exclamation mark: it becomes a link, since no images are shown", allowed="Markdown without images"
)
TEXT_003_TABLE = TEXT_003.also("write it as a list, a line for each row, since no tables are shown", allowed="Markdown without tables")
TEXT_003_BOXES = TEXT_003.also("leave out [ ] and [x], since no boxes to tick are shown", allowed="Markdown without boxes to tick")
TEXT_003_NOTE = TEXT_003.also("write the note into the text, since no footnotes are shown", allowed="Markdown without footnotes")
TEXT_003_ALERT = TEXT_003.also("leave out the word in brackets, since no such frames are shown", allowed="Markdown without frames")
TEXT_004 = Kind(
    code="TEXT-004",
    title="One line where one line is asked",
    why="Titles and names are shown in lists.",
    mend="Join the lines.",
    allowed="one line",
    fixes=("join the lines into one",),
)

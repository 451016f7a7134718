"""Problems of syntax: what strict YAML is, and how to mend what is none."""

from clearinghouse.problems.kind import Kind

_LOOK_ROUND = "check indentation, quotes and brackets at and above this line"
_QUOTE = "put the text in double quotes: unquoted, it must not begin with this character"
_SAMPLE = "start from _example.yml of the folder"

YAML_001 = Kind(
    code="YAML-001",
    title="The file must be well-formed YAML",
    why="Otherwise the meaning is unclear.",
    mend="Mostly an indentation, an unclosed quote, or a colon in unquoted text. Put the text in double quotes.",
    allowed="well-formed YAML",
    fixes=(f"{_LOOK_ROUND} (the parser says: {{message}})", _LOOK_ROUND),
)
YAML_001_NO_TEXT = YAML_001.also("check the file: it is not YAML text", allowed="YAML")
YAML_001_QUOTE = YAML_001.also("close the quote that begins here")
YAML_001_BRACKET = YAML_001.also("close the bracket that begins here with {bracket}, and put commas between its values")
YAML_001_NO_KEY = YAML_001.also("write `key: value`; indent the line if it belongs to the text above")
YAML_001_BEGINS = YAML_001.also(_QUOTE)
YAML_001_BLOCK = YAML_001.also("let the text begin on the next line, two spaces further in: nothing may follow | or > on its line")
YAML_001_BACKSLASH = YAML_001.also("write two backslashes where you mean one, or use single quotes")
YAML_001_HYPHEN = YAML_001.also("begin the list on the next line, each value after a hyphen; or put the text in double quotes")
YAML_001_TAB = YAML_001.also("indent with spaces, never with tabs")
YAML_001_COLON = YAML_001.also("put the text after the first colon in double quotes, since it holds a colon itself")
YAML_001_COLONS = YAML_001.also("indent the line like the key above it, and see that a space follows the colon of every key")
YAML_001_ABOVE_LIST = YAML_001.also("leave nothing after the colon of a key that has a list below it")
YAML_001_AFTER_QUOTE = YAML_001.also('put the whole text in double quotes, and write \\" for a quote inside it')
YAML_001_INDENT = YAML_001.also("indent the line like the keys above it")
YAML_002 = Kind(
    code="YAML-002",
    title="No anchors, aliases, merge keys or tags",
    why="A few bytes of them can grow without end, and they hide what a record says.",
    mend="Write the value out where it is needed.",
    allowed="no anchors, aliases or merge keys",
    fixes=("write the value out where it is needed; or put the text in double quotes if it begins with {sign}",),
)
YAML_002_MERGE = YAML_002.also("write the values out where they are needed")
YAML_002_TAG = YAML_002.also(
    "delete the tag, since all values are text; or put the text in double quotes if it begins with !", allowed="no tags"
)
YAML_003 = Kind(
    code="YAML-003",
    title="At most 12 levels of nesting",
    why="No record needs more.",
    mend="Flatten the record; see _example.yml of its folder.",
    allowed="at most {most} levels",
    fixes=("flatten the record",),
)
YAML_004 = Kind(
    code="YAML-004",
    title="At most 20,000 values in a file",
    why="No record needs more.",
    mend="Split the record.",
    allowed="at most {most} values",
    fixes=("split the record",),
)
YAML_005 = Kind(
    code="YAML-005",
    title="A key is written once",
    why="YAML keeps only the last one, so the other would be lost without a warning.",
    mend="Keep one of them, or join them.",
    allowed="each key once",
    fixes=("it is already on line {line}: keep one, or join the two",),
)
YAML_006 = Kind(
    code="YAML-006",
    title="A record is a list of `key: value` lines",
    why="Keys are what the site reads.",
    mend="Start from _example.yml of the folder.",
    allowed="`key: value` lines",
    fixes=("put a space after the colon: `{key}: …`", _SAMPLE),
)
YAML_006_KEY = YAML_006.also("write `key: value`", allowed="a plain word as key")
YAML_007 = Kind(
    code="YAML-007",
    title="One record, one file",
    why="A second document in the file would be lost.",
    mend="Move what follows `---` into a file of its own.",
    allowed="one record in one file",
    fixes=("move what follows into a file of its own",),
)
YAML_008 = Kind(
    code="YAML-008",
    title="Text after a space and # is a comment",
    why="In YAML ` #` begins a comment, so `Course #5` would be read as `Course` without a warning.",
    mend="Put the whole text in double quotes. If it is a comment, write a space after the #.",
    allowed="no text after a space and #",
    fixes=("put the whole text in double quotes; if it is a comment, write a space after #",),
)
YAML_008_BRACKET = YAML_008.also("put the whole text in double quotes; if it is a comment, put it on a line of its own")
YAML_008_BLOCK = YAML_008.also(
    "indent the line like the text above it; if it is a comment, put it above the key of that text",
    allowed="no comment between the lines of a text, or right below it",
)

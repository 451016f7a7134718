"""Problems of files: what a file must be before anybody reads what it says."""

from clearinghouse.problems.kind import Kind

FILE_001 = Kind(
    code="FILE-001",
    title="A file is text in UTF-8",
    why="Other encodings turn local scripts into unreadable text.",
    mend="Save the file as UTF-8. In most editors: File, Save with encoding, UTF-8.",
    allowed="text in UTF-8",
    fixes=("save the file as UTF-8: in most editors, Save as, Encoding: UTF-8",),
)
FILE_001_AGENDA = FILE_001.also("export it again as iCalendar (.ics)")
FILE_001_CSV = FILE_001.also("save it as CSV UTF-8: in Excel, Save as, CSV UTF-8 (Comma delimited)")
FILE_002 = Kind(
    code="FILE-002",
    title="A record's file is at most 200 kB",
    why="A record is a page of text; more is a mistake or an attack.",
    mend="Shorten the body, or split the record in two.",
    allowed="at most {most}",
    fixes=("shorten it, or split it into several records",),
)
FILE_003 = Kind(
    code="FILE-003",
    title="No control or direction-override characters",
    why="Invisible characters can make a page show something other than what was reviewed.",
    mend="Delete the character at the named place and type the text again.",
    allowed="visible characters",
    fixes=("delete the character {name} and type the text again",),
)
FILE_003_SPACE = FILE_003.also("{space} ({name}) is not allowed here: type a space, or nothing", allowed="plain spaces")
FILE_003_ESCAPE = FILE_003.also("take out the escaped character {name}")
FILE_003_KEY = FILE_003.also("write the key in plain letters")
FILE_004 = Kind(
    code="FILE-004",
    title="A folder of records holds only records",
    why="A file that is not read is lost without a warning.",
    mend="Name it <id>.yml, or move it elsewhere. Names with a leading underscore are kept for samples.",
    allowed="{pattern}, in one of {collections}",
    fixes=("did you mean {near}/?", "move it into the folder of its collection, or out of the data folder"),
)
FILE_004_PLACE = FILE_004.also(
    "name it {name}",
    "move it to {target}",
    "move it into the folder of its plan: {below}",
    "move it to where it belongs, or out of the data folder",
)
_IN_YEAR = "<collection>/<year>/<id>.yml, the year being the first that the id holds"
FILE_004_YEAR = FILE_004.also("move it to {target}", allowed=_IN_YEAR)
FILE_004_TWIN = FILE_004.also("keep one of the two, since {twin} is the same record", allowed="one file for each record")
FILE_005 = Kind(
    code="FILE-005",
    title="A record is a plain file inside its folder",
    why="A link could lead the build out of the data folder; a pipe or a device would never end.",
    mend="Put a plain file in its place. For a symbolic link, that is the file to which it leads.",
    allowed="a plain file inside the data folder",
    fixes=("put a plain file in its place; of a link, the file that it leads to",),
)
FILE_006 = Kind(
    code="FILE-006",
    title="The first 100 problems of a file are listed",
    why="More than that is hardly a record with mistakes, but another kind of file.",
    mend="Fix those that are listed, then check again; or start from _example.yml of the folder.",
    allowed="the first {most} problems of a file are listed",
    fixes=("fix those, then check again",),
)
FILE_007 = Kind(
    code="FILE-007",
    title="A file or folder can be read",
    why="A file that cannot be read would be missing from the site without a warning.",
    mend="Give yourself permission to read it (`chmod u+r`, for a folder `chmod u+rx`), or restore it from git.",
    allowed="a file or folder that can be read",
    fixes=("give yourself permission to read it, or restore it; if it was just being replaced, try again",),
)
FILE_008 = Kind(
    code="FILE-008",
    title="A file name works on every system",
    why="Windows and macOS do not allow some names and mix up others. A copy of the folder would then lose a file.",
    mend="Rename it. Do not use the name of a device (`aux`, `con`), nor a full stop or a space at its end. Capitals and accents alone do "
    "not make another name.",
    allowed="a name that Windows and macOS can hold, and no other is alike to",
    fixes=("rename it, since Windows and macOS take {part} for {other}",),
)
FILE_008_DEVICE = FILE_008.also("rename it, since {part} names a device on Windows")
FILE_008_END = FILE_008.also("rename it, since Windows takes away a full stop or a space at the end of a name")
FILE_008_SIGN = FILE_008.also("rename it, since Windows has no names with {sign}")
FILE_009 = Kind(
    code="FILE-009",
    title="A public sheet of a proposal is named after its reference number",
    why="Its page lies at that number: under another name its sender would never find it.",
    mend="Name it after the number that the proposal has, as in _proposals/CH-2026-0000-000J.yml, or delete it.",
    allowed="_proposals/<reference number>.yml",
    fixes=("name it {name}", "name it after the reference number of its proposal, or take it out of the data folder"),
)

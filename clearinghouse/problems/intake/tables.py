"""Problems of tables: spreadsheets, CSV files and agendas from which records are to be made."""

from clearinghouse.problems.kind import Kind

_SPLIT = "split it into several files"
_SAVE_AGAIN = "open it in a spreadsheet program and save it as .xlsx again, or as CSV UTF-8"
_EXPORT_AGAIN = "export it again as iCalendar (.ics)"

TABLE_001 = Kind(
    code="TABLE-001",
    title="A table is an .xlsx, .csv or .ics file of a bounded size",
    why="What a spreadsheet program cannot have written was made to harm, or is broken.",
    mend="Save it again as .xlsx, or as CSV UTF-8; split what is too large. Of calendars, export a shorter time.",
    allowed="at most {most}",
    fixes=(_SPLIT,),
)
TABLE_001_ROWS = TABLE_001.also(allowed="at most {most} rows")
TABLE_001_CELLS = TABLE_001.also(
    "split it into several files, and long texts into several records",
    allowed="at most {columns} columns, {characters} characters in a cell",
)
TABLE_001_EMPTY = TABLE_001.also(
    "begin with the template: chm import --into COLLECTION --template",
    allowed="headings and rows",
    for_senders=("write a heading above each column, and a record into each row",),
)
TABLE_001_CSV = TABLE_001.also(
    "put a text with quotes in double quotes and double those inside; or use an .xlsx file", allowed="comma-separated values"
)
TABLE_001_AGENDA = TABLE_001.also(_EXPORT_AGAIN, allowed="a calendar as RFC 5545 has it")
TABLE_001_EVENTS = TABLE_001.also("export another part of the calendar", allowed="one event at least, {most} at most")
TABLE_001_WORKBOOK = TABLE_001.also(_SAVE_AGAIN, allowed="a workbook as spreadsheet programs save it")
TABLE_001_CHART = TABLE_001.also("move the rows to the first sheet", allowed="a sheet of rows")
TABLE_001_UNPACKED = TABLE_001.also(_SAVE_AGAIN, allowed="at most {most} unpacked")
TABLE_001_ENTITIES = TABLE_001.also(_SAVE_AGAIN, allowed="a workbook without entities, in UTF-8")
TABLE_002 = Kind(
    code="TABLE-002",
    title="Each column of a table has a heading of its own",
    why="Cells without a heading, or with the same heading twice, would be lost.",
    mend="Take the headings of the template: chm import --into COLLECTION --template.",
    allowed="a heading above each column",
    fixes=("write a heading above it, or empty the column",),
)
TABLE_002_TWICE = TABLE_002.also("join the two columns", allowed="each heading once")
TABLE_002_PART = TABLE_002.also("join it with column {other}, or delete one of the two", allowed="a key, or its parts, not both")
TABLE_003 = Kind(
    code="TABLE-003",
    title="A cell holds a value, no formula and no error",
    why="A formula may show something else tomorrow, or on another computer.",
    mend="Copy the cells, and paste them as values only.",
    allowed="a value",
    fixes=("copy the column and paste it as values only",),
)
TABLE_003_ERROR = TABLE_003.also("correct the cell, or empty it")
TABLE_004 = Kind(
    code="TABLE-004",
    title="Importing never changes a record that is there",
    why="It may have been corrected since, and a spreadsheet does not know that.",
    mend="Edit the record's own file. If the row is another record, give it an id of its own in a column `id`.",
    allowed="the record as it is there, or a new one",
    fixes=("edit {path} instead; if this is another record, write another id into a column `id`",),
    for_senders=("change that record with the form instead; if this is another record, write another id into a column “id”",),
)
TABLE_005 = Kind(
    code="TABLE-005",
    title="An event of a calendar happens once",
    why="A record is one event: one that repeats would be counted as one, and listed on its first day alone.",
    mend="Write one event for each time in the calendar.",
    allowed="an event that happens once",
    fixes=("make an event of each time, or import the file without it and write the record by hand",),
    for_senders=("make an event of each time, or use the form for it",),
)
TABLE_006 = Kind(
    code="TABLE-006",
    title="What a spreadsheet holds beside its plain rows is named",
    why="Other sheets, comments, hidden, merged and linked cells become no value, or the sender of the file does not see them.",
    mend="See whether it matters. If it does, write it into a cell of its own, and import the file again.",
    allowed="one sheet of plain rows",
    fixes=("not read: move its rows to {sheet}, or import them from a file of their own",),
    severity="warning",
    for_senders=("not read: move its rows to {sheet}, or send them in a file of their own",),
)
TABLE_006_HIDDEN = TABLE_006.also("read like all others, though hidden: {hidden}; delete there what is not meant", allowed="nothing hidden")
TABLE_006_MERGED = TABLE_006.also(
    "only {first} was filled from it: write the value into each cell that it is for", allowed="a value in each cell"
)
TABLE_006_COMMENT = TABLE_006.also(
    "the comment was not read: write into a cell what belongs to the record", allowed="cells without comments"
)
TABLE_006_LINK = TABLE_006.also("the link was not read: write its address into a cell of its own", allowed="addresses as text")
TABLE_006_DRAWING = TABLE_006.also(
    "not read: write into a cell what belongs to a record", allowed="cells alone, no pictures and text boxes"
)
TABLE_006_ROW = TABLE_006.also(
    "left out as a comment; if the row is a record, take away the space after {aside}", allowed="rows of records"
)
TABLE_006_COLUMN = TABLE_006.also("the column was left out; if it is meant, take {aside} away from its heading", allowed="columns of keys")
TABLE_007 = Kind(
    code="TABLE-007",
    title="Text is read in the encoding in which it was written",
    why="A program took UTF-8 for Windows-1252. Then letters with an accent, and all Asian scripts, can no longer be read.",
    mend="Open the source again as UTF-8 (in Excel: Data, From Text/CSV, File origin 65001) and copy the text again.",
    allowed="text as it was written",
    fixes=("did you mean {meant}? open the source of it again as UTF-8, and copy the text again",),
)
TABLE_008 = Kind(
    code="TABLE-008",
    title="A cell of text is formatted as text",
    why="A spreadsheet program makes a day of 3-4, TRUE of true and 7 of 007, and keeps nothing of what was typed.",
    mend="Format the column as text, and write the cell again.",
    allowed="text",
    fixes=("the spreadsheet made {type} of it: format the column as text, and write the cell again",),
)
TABLE_009 = Kind(
    code="TABLE-009",
    title="A number that is a text keeps its zeros",
    why="A spreadsheet program keeps the value of a number: of 007 the 7, of 4.10 the 4.1.",
    mend="Nothing, if all digits are there; else format the column as text, and write the cell again.",
    allowed="text",
    fixes=("the spreadsheet holds a number here: if zeros are missing, format the column as text, and write the cell again",),
    severity="warning",
)

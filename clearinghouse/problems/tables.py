"""Problems of tables: spreadsheets, CSV files and agendas from which records are to be made."""

from clearinghouse.problems.kind import Kind

_SPLIT = "split it into several files"
_SAVE_AGAIN = "open it in a spreadsheet program and save it as .xlsx again, or as CSV UTF-8"
_EXPORT_AGAIN = "export it again as iCalendar (.ics)"

TABLE_001 = Kind(
    code="TABLE-001",
    title="A table is an .xlsx, .csv or .ics file of a bounded size",
    why="What a spreadsheet program cannot have written was made to harm, or is broken.",
    mend="Save it again as .xlsx, or as CSV UTF-8; split what is too large. Of agendas, export a shorter time.",
    allowed="at most {most}",
    fixes=(_SPLIT,),
)
TABLE_001_ROWS = TABLE_001.also(allowed="at most {most} rows")
TABLE_001_CELLS = TABLE_001.also(
    "split it into several files, and long texts into several records",
    allowed="at most {columns} columns, {characters} characters in a cell",
)
TABLE_001_EMPTY = TABLE_001.also("begin with the template: chm import --into COLLECTION --template", allowed="headings and rows")
TABLE_001_CSV = TABLE_001.also(
    "put a text with quotes in double quotes and double those inside; or use an .xlsx file", allowed="comma-separated values"
)
TABLE_001_AGENDA = TABLE_001.also(_EXPORT_AGAIN, allowed="an agenda as RFC 5545 has it")
TABLE_001_EVENTS = TABLE_001.also("export another part of the agenda", allowed="one event at least, {most} at most")
TABLE_001_WORKBOOK = TABLE_001.also(_SAVE_AGAIN, allowed="a workbook as spreadsheet programs save it")
TABLE_001_SHEET = TABLE_001.also(_SAVE_AGAIN, allowed="a sheet of rows")
TABLE_001_CHART = TABLE_001.also("move the rows to the first sheet", allowed="a sheet of rows")
TABLE_001_UNPACKED = TABLE_001.also(_SAVE_AGAIN, allowed="at most {most} unpacked")
TABLE_001_ENTITIES = TABLE_001.also(_SAVE_AGAIN, allowed="a workbook without entities, in UTF-8")
TABLE_002 = Kind(
    code="TABLE-002",
    title="Each column of a table has a heading of its own",
    why="What stands below no heading, or below the same one twice, would be lost.",
    mend="Take the headings of the template: chm import --into COLLECTION --template.",
    allowed="a heading above each column",
    fixes=("write a heading above it, or empty the column",),
)
TABLE_002_TWICE = TABLE_002.also("join the two columns", allowed="each heading once")
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
    why="Somebody may have mended it since, and a spreadsheet does not know of that.",
    mend="Edit the record's own file. If the row is another record, give it an id of its own in a column `id`.",
    allowed="the record as it is there, or a new one",
    fixes=("edit {path} instead; if this is another record, write another id into a column `id`",),
)
TABLE_005 = Kind(
    code="TABLE-005",
    title="An event of an agenda happens once",
    why="A record is one event: one that repeats would be counted as one, and listed on its first day alone.",
    mend="Write an event for each time into the agenda.",
    allowed="an event that happens once",
    fixes=("make an event of each time, or import the file without it and write the record by hand",),
)

"""Problems of trade reports: what member states report of seizures and legal trade."""

from clearinghouse.problems.kind import Kind

REPORT_001 = Kind(
    code="REPORT-001",
    title="A report covers a period that has ended",
    why="A period that is not over would be reported with too little, and readers would not notice.",
    mend="Report the period once it has ended, or correct `period` or `published`.",
    allowed="a period that ended before the report appeared here, on {other}",
    fixes=("report it once it has ended, or correct the period",),
)
REPORT_002 = Kind(
    code="REPORT-002",
    title="A line of a report is written once",
    why="A repeated line would be counted twice.",
    mend="Remove one of the two. If both are meant, write one line with the sum.",
    allowed="a line that differs from all others in more than quantity and cases",
    fixes=("take it out, or add it to line {other}, which is of the same species, specimen, unit and states",),
)
REPORT_003 = Kind(
    code="REPORT-003",
    title="A state reports a kind and a period once",
    why="With two reports it is unclear which one is valid, and both would be counted.",
    mend="Where the later one replaces the earlier one, name that one under `corrects`; else take one of the two out, or withdraw it.",
    allowed="one report, or a later one that says which one it corrects",
    fixes=("if this report replaces {other}, add `corrects: {other}`; if they are the same, take one of them out",),
)
REPORT_004 = Kind(
    code="REPORT-004",
    title="A correction names an earlier report of the same state, kind and period",
    why="A reader who follows corrections must come to one report that holds.",
    mend="Name under `corrects` the report that this one replaces; where it replaces none, take the line out.",
    allowed="a report of the same state, kind and period, which is not corrected by another one",
    fixes=("did you mean {near}?", "correct the id, or take the line out"),
)
REPORT_005 = Kind(
    code="REPORT-005",
    title="A report holds sums, and no details of a case",
    why="The site is public. Names, papers, open cases, routes and exact places help those whom the police look for.",
    mend="Say what was counted in all cases together, and name offices, never persons.",
    allowed="what was counted in all cases together: no persons, numbers of cases and papers, routes or exact places",
    fixes=("take it out: the numbers of the lines say enough",),
)
REPORT_006 = Kind(
    code="REPORT-006",
    title="Rows of one report say the same of it",
    why="Rows of one state, kind and period are one report, which has one office, one summary and one source.",
    mend="Write what is true of the whole report into one row only, or write the same into all rows.",
    allowed="{first}, as in row {row}, or an empty cell",
    fixes=("write the same, or empty the cell; another report has another state, kind or period",),
)

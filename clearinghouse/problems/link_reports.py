"""Problems of link reports: a file that `chm links` writes, and nobody else."""

from clearinghouse.problems.kind import Kind

_BEGIN_ANEW = "delete the file: `chm links` begins a new one"

LINKS_001 = Kind(
    code="LINKS-001",
    title="A link report is of this version",
    why="What another version of `chm links` wrote may mean something else.",
    mend="Use the version of chm that wrote it; or delete the file, and `chm links` begins a new one.",
    allowed='{"{kind}": {version}} on the first line',
    fixes=(_BEGIN_ANEW,),
)
LINKS_001_OTHER = LINKS_001.also("use the version of chm that wrote it, or delete it and begin again")
LINKS_002 = Kind(
    code="LINKS-002",
    title="A line of a link report is what `chm links` wrote",
    why="The file is kept by a machine; what someone changed in it by hand could hide a dead link.",
    mend="Delete the line: the next `chm links` looks at its address again.",
    allowed="what `chm links` wrote",
    fixes=("delete the line: the next `chm links` looks at its address again",),
)
LINKS_003 = Kind(
    code="LINKS-003",
    title="A link report is at most 8 MB",
    why="That is some forty thousand addresses; more is a mistake or an attack.",
    mend="Delete the file, and `chm links` begins a new one.",
    allowed="at most {most}",
    fixes=(_BEGIN_ANEW,),
)

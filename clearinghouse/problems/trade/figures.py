"""Problems of figures: what is counted in which unit, and what stands together in one series."""

from clearinghouse.problems.kind import Kind

FIG_001 = Kind(
    code="FIG-001",
    title="A unit fits its measure",
    why="Seized goods have a weight or a number. Convicted persons have no weight. One of the two words is a mistake.",
    mend="Take a unit of the right kind, or the measure that the source means. The page Method lists both.",
    allowed="a unit of {kinds}, since the measure is `{measure}`",
    fixes=("take a unit such as {units}; or a measure that is counted in {unit}: {measures}",),
)
FIG_002 = Kind(
    code="FIG-002",
    title="A series has one unit, one measure, one scope and one publisher",
    why="Its numbers share one chart, and readers compare them.",
    mend="Correct the key that differs, or take the figure out of the series.",
    allowed="{usual}, as the other figures of the series `{series}` have it ({other})",
    fixes=("write `{key}` as in {other}, or take `series` out",),
)
FIG_003 = Kind(
    code="FIG-003",
    title="Figures of a series differ in their time or their part",
    why="Otherwise two bars of one chart would show the same thing with two numbers.",
    mend="Give each its own `from` and `until`, or its own `part`.",
    allowed="another time or part than {other} has",
    fixes=("correct `from`, `until` or `part`, or take `series` out",),
)

"""Charts: numbers and periods as bars, always with a table that holds the same."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from clearinghouse.publications.translation.formats import number_text
from clearinghouse.publications.translation.texts import gettext

WIDTH, HEIGHT, GAP, FOOT, TOP = 360, 130, 3, 16, 16
"""In the chart's own units, which come out as pixels on a phone, so that its words can be read there."""
ROW, BAR, LINE, NUMBER = 36, 14, 16, 64
"""Of a chart in rows, in its own units: how high a row is, its bar, the line of text above it; and how wide a number behind it."""
LABEL_EVERY = 12
"""From how many bars on only some are marked, so that marks do not run into each other."""


@dataclass(frozen=True)
class Bar:
    """A bar of a chart: lengths in the chart's own units, from the top left. mark: what stands at it, short; words: its number."""

    mark: str
    words: str
    x: float
    y: float
    width: float
    height: float
    is_marked: bool


@dataclass(frozen=True)
class Chart:
    """A bar chart. title, description: for those who do not see it; rows: the same numbers for the table below it, none where
    that stands on the page anyway; is_across: whether its bars lie below one another, each with its mark above it."""

    title: str
    description: str
    bars: tuple[Bar, ...]
    rows: tuple[tuple[str, str], ...] = ()
    columns: tuple[str, str] = ("", "")
    width: int = WIDTH
    height: int = HEIGHT
    is_across: bool = False


Numbers = Mapping[str, int | Decimal]
"""The numbers of a chart by the labels of its bars."""


def bar_chart(title: str, columns: tuple[str, str], numbers: Numbers, marks: Mapping[str, str] | None = None) -> Chart | None:
    """Bars from left to right, the highest as high as the chart; None where there is nothing to show.

    numbers: by label; marks: what stands at a bar where its label is too long for it.
    """
    if not _can_be_drawn(numbers):
        return None
    most, step = float(max(numbers.values())), WIDTH / len(numbers)
    every = -(-len(numbers) // LABEL_EVERY)
    bars = tuple(
        Bar(
            (marks or {}).get(label, label),
            f"{number:,}",
            round(place * step + GAP / 2, 1),
            round(TOP + (HEIGHT - FOOT - TOP) * (1 - float(number) / most), 1),
            round(step - GAP, 1),
            round((HEIGHT - FOOT - TOP) * float(number) / most, 1),
            place % every == 0,
        )
        for place, (label, number) in enumerate(numbers.items())
    )
    rows = tuple((label, f"{number:,}") for label, number in numbers.items())
    return Chart(title, _described(numbers, "highest"), bars, rows, columns)


def row_chart(title: str, numbers: Numbers) -> Chart | None:
    """Bars below one another, the longest as long as leaves room for its number; None where there is nothing to show."""
    if not _can_be_drawn(numbers):
        return None
    most = float(max(numbers.values()))
    bars = tuple(
        Bar(label, f"{number:,}", 0, float(row * ROW + LINE), round((WIDTH - NUMBER) * float(number) / most, 1), float(BAR), True)
        for row, (label, number) in enumerate(numbers.items())
    )
    return Chart(title, _described(numbers, "longest"), bars, height=len(bars) * ROW, is_across=True)


def _can_be_drawn(numbers: Numbers) -> bool:
    """Whether there are bars to see: a number below nothing has none."""
    return any(numbers.values()) and min(numbers.values()) >= 0


def _described(numbers: Numbers, greatest: str) -> str:
    most = max(numbers, key=lambda label: numbers[label])
    words = {"bars": len(numbers), "bar": gettext(most), "number": number_text(numbers[most])}
    if greatest == "highest":
        return gettext("{bars} bars; the highest is {bar} with {number}. All numbers are in the table below.", **words)
    return gettext("{bars} bars; the longest is {bar} with {number}. All numbers are in the table below.", **words)


@dataclass(frozen=True)
class Periods:
    """Bars over years, a row each. years: (x, year) of the axis; bars: from the left, the mark stands above each."""

    title: str
    description: str
    bars: tuple[Bar, ...]
    years: tuple[tuple[float, str], ...]
    width: int
    height: int


def period_chart(title: str, periods: Mapping[str, tuple[int, int]]) -> Periods | None:
    """Periods in whole years, both ends included, one below the other on one axis; None where there are none."""
    if not periods:
        return None
    first, last = min(start for start, _ in periods.values()), max(end for _, end in periods.values())
    step = WIDTH / (last - first + 1)
    bars = tuple(
        Bar(
            label,
            gettext("{first} to {last}", first=start, last=end),
            round((start - first) * step, 1),
            float(row * ROW + LINE),
            round((end - start + 1) * step - GAP, 1),
            float(BAR),
            True,
        )
        for row, (label, (start, end)) in enumerate(periods.items())
    )
    every = -(-(last - first + 1) // LABEL_EVERY)
    years = tuple((round((year - first + 0.5) * step, 1), str(year)) for year in range(first, last + 1, every))
    described = " ".join([*(f"{bar.mark}: {bar.words}." for bar in bars), gettext("The same numbers are in the table beside it.")])
    return Periods(title, described, bars, years, WIDTH, len(bars) * ROW + FOOT)


# Steps: in which of four strengths a count is drawn in a grid.


@dataclass(frozen=True)
class Step:
    """A strength, the weakest first. most: the largest count that is drawn in it, or None; words: what its legend says."""

    number: int
    most: int | None
    words: str


STEPS = (Step(1, 1, "1"), Step(2, 4, "2 to 4"), Step(3, 9, "5 to 9"), Step(4, None, "10 or more"))


def step_of(count: int) -> int:
    """The number of the step of a count; nothing is in none."""
    return next(step.number for step in STEPS if step.most is None or count <= step.most) if count else 0

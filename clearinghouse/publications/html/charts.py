"""Charts: numbers and periods as bars, always with a table that holds the same."""

from collections.abc import Mapping
from dataclasses import dataclass

WIDTH, HEIGHT, GAP, FOOT, TOP = 360, 130, 3, 16, 16
"""In the chart's own units, which come out as pixels on a phone, so that its words can be read there."""
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
    """A bar chart. title, description: for those who do not see it; rows: the same numbers for the table."""

    title: str
    description: str
    bars: tuple[Bar, ...]
    rows: tuple[tuple[str, str], ...]
    columns: tuple[str, str]
    width: int = WIDTH
    height: int = HEIGHT


def bar_chart(title: str, columns: tuple[str, str], numbers: Mapping[str, int], marks: Mapping[str, str] | None = None) -> Chart | None:
    """Bars from left to right, the highest as high as the chart; None where there is nothing to show.

    numbers: by label; marks: what stands at a bar where its label is too long for it.
    """
    if not numbers or not any(numbers.values()):
        return None
    most, step = max(numbers.values()), WIDTH / len(numbers)
    every = -(-len(numbers) // LABEL_EVERY)
    bars = tuple(
        Bar(
            (marks or {}).get(label, label),
            f"{number:,}",
            round(place * step + GAP / 2, 1),
            round(TOP + (HEIGHT - FOOT - TOP) * (1 - number / most), 1),
            round(step - GAP, 1),
            round((HEIGHT - FOOT - TOP) * number / most, 1),
            place % every == 0,
        )
        for place, (label, number) in enumerate(numbers.items())
    )
    highest = max(numbers, key=lambda label: numbers[label])
    described = f"{len(numbers)} bars; the highest is {highest} with {most:,}. All numbers stand in the table below."
    return Chart(title, described, bars, tuple((label, f"{number:,}") for label, number in numbers.items()), columns)


ROW, BAR, LINE = 36, 14, 16
"""Of a chart of periods, in its own units: how high a row is, its bar, and the line of text above it."""


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
            f"{start} to {end}",
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
    described = f"{' '.join(f'{bar.mark}: {bar.words}.' for bar in bars)} The same stands in the table beside it."
    return Periods(title, described, bars, years, WIDTH, len(bars) * ROW + FOOT)

"""Charts: numbers and periods as bars that say the same as their table."""

from decimal import Decimal

import pytest

from clearinghouse.publications.html.charts import HEIGHT, LABEL_EVERY, WIDTH, bar_chart, period_chart, row_chart

COLUMNS = ("Year", "Trainings")


def test_a_bar_is_as_high_as_its_number_among_the_others() -> None:
    """The highest is as high as there is room, half of it half as high, and none has no height."""
    chart = bar_chart("Trainings per year", COLUMNS, {"2024": 4, "2025": 2, "2026": 0})
    assert chart is not None
    highest, half, none = (bar.height for bar in chart.bars)
    assert highest == max(bar.height for bar in chart.bars)
    assert none == 0
    assert half == pytest.approx(highest / 2, abs=0.1)


def test_all_bars_stand_on_one_line_and_inside_the_chart() -> None:
    """Side by side, none over another."""
    chart = bar_chart("Trainings per year", COLUMNS, {str(year): year % 7 for year in range(2000, 2026)})
    assert chart is not None
    assert len({round(bar.y + bar.height) for bar in chart.bars}) == 1
    assert all(bar.x >= 0 and bar.x + bar.width <= WIDTH and 0 <= bar.y <= HEIGHT for bar in chart.bars)
    assert all(one.x + one.width < other.x for one, other in zip(chart.bars, chart.bars[1:], strict=False))


def test_the_table_holds_every_number_of_the_bars() -> None:
    """No chart without its table."""
    chart = bar_chart("Trainings per host", ("Host", "Trainings"), {"Viet Nam": 1234, "Thailand": 5}, {"Viet Nam": "VN", "Thailand": "TH"})
    assert chart is not None
    assert chart.rows == (("Viet Nam", "1,234"), ("Thailand", "5"))
    assert [(bar.mark, bar.words) for bar in chart.bars] == [("VN", "1,234"), ("TH", "5")]
    assert "Viet Nam with 1,234" in chart.description


def test_the_marks_of_many_bars_leave_room_for_each_other() -> None:
    """Some are left out, evenly; each bar keeps its number."""
    chart = bar_chart("Trainings per year", COLUMNS, {str(year): 1 for year in range(1990, 2026)})
    assert chart is not None
    assert sum(bar.is_marked for bar in chart.bars) == LABEL_EVERY
    assert all(bar.words for bar in chart.bars)


@pytest.mark.parametrize("numbers", [{}, {"2025": 0, "2026": 0}, {"2025": 3, "2026": -1}])
def test_there_is_no_chart_of_nothing_and_none_of_less(numbers: dict[str, int]) -> None:
    """An empty frame would say nothing, and no bar is shorter than nothing."""
    assert bar_chart("Trainings per year", COLUMNS, numbers) is None
    assert row_chart("Trainings per year", numbers) is None


def test_rows_stand_below_one_another_and_leave_room_for_their_numbers() -> None:
    """Half the number, half the length; decimals are told as they are given."""
    chart = row_chart("Exported to", {"Japan": Decimal("98.50"), "India": Decimal("49.25")})
    assert chart is not None
    assert chart.is_across
    longest, half = chart.bars
    assert longest.x == half.x == 0
    assert half.width == pytest.approx(longest.width / 2, abs=0.1)
    assert longest.y + longest.height < half.y
    assert half.y + half.height <= chart.height
    assert longest.width < WIDTH
    assert [(bar.mark, bar.words) for bar in chart.bars] == [("Japan", "98.50"), ("India", "49.25")]


def test_a_period_is_as_long_as_its_years() -> None:
    """First and last year included, all on one axis."""
    chart = period_chart("When the plans run", {"Plan of Action": (2016, 2020), "Work Plan": (2016, 2025)})
    assert chart is not None
    short, long = chart.bars
    assert short.x == long.x == 0
    assert short.width == pytest.approx(WIDTH / 2, abs=3.5)
    assert long.width == pytest.approx(WIDTH, abs=3.5)
    assert short.y + short.height < long.y
    assert [year for _, year in chart.years] == [str(year) for year in range(2016, 2026)]
    assert "Plan of Action: 2016 to 2020." in chart.description


def test_a_later_period_begins_further_right() -> None:
    """Where its first year stands on the axis."""
    chart = period_chart("When the plans run", {"Old": (2005, 2010), "New": (2021, 2025)})
    assert chart is not None
    old, new = chart.bars
    assert old.x + old.width < new.x
    assert new.x == pytest.approx(WIDTH * 16 / 21, abs=0.1)
    assert period_chart("When the plans run", {}) is None

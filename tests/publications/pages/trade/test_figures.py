"""Figures: the number first, with its unit, period and scope; lists that compare what can be compared."""

import pytest

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.publications.collections.trade.series import series_section, side_by_side
from clearinghouse.publications.html.parts import Table
from tests.support import examples
from tests.support.publications.rendering import living_pages, words

FIGURE = "figures/parcels-opened-2025/"


def test_a_page_begins_with_its_number() -> None:
    """Before the title, with unit, measure, period and scope in words."""
    number, heading = living_pages()[FIGURE].xpath("//header/*[self::h1 or contains(@class, 'ch-number')]")
    assert (number.tag, heading.tag) == ("p", "h1")
    assert words(number) == "more than 206.4 kg Reported, April to September 2025, six post offices of three states"


def test_a_row_says_by_what_it_is_sorted() -> None:
    """Its amount in the base of its unit, and on which scale; its first true day beside the period in the source's words."""
    (row,) = living_pages()["figures/by/measures/reported/"].xpath("//table[@data-ch-list]/tbody/tr")
    value, period = row.xpath("td[@data-label='Value']")[0], row[3]
    assert (words(value), value.get("data-ch-scale"), value.get("data-ch-amount")) == ("more than 206.4 kg", "mass", "206.4")
    assert (words(period), period.xpath("time/@datetime")) == ("April to September 2025", ["2025-04"])


def test_a_figure_stands_with_its_number_wherever_it_is_named() -> None:
    """As on the page of a state."""
    (item,) = living_pages()["countries/kh/"].xpath("//section[@aria-labelledby='figures']//li")
    assert words(item) == "Parcels of shells found in six post offices more than 206.4 kg, April to September 2025"


@pytest.mark.parametrize("address", ["figures/officers-trained-2025/", "figures/by/series/"])
def test_a_series_is_a_chart_with_its_table_below(address: str) -> None:
    """On the page of each of its figures, and on the page of all; the chart has a title and a description, and no script."""
    (section,) = living_pages()[address].xpath("//section[@aria-labelledby='series-officers-trained']")
    (chart,) = section.xpath(".//*[local-name()='svg']")
    assert chart.get("role") == "img"
    assert [child.tag.rpartition("}")[2] for child in chart][:2] == ["title", "desc"]
    assert [words(text) for text in chart.xpath("*[local-name()='text']")] == ["26", "2024", "34", "2025"]
    rows = [[words(cell) for cell in row] for row in section.xpath(".//table//tr")]
    assert rows == [["Period", "Officers"], ["April to September 2024", "26"], ["April to September 2025", "34"]]
    assert not section.xpath(".//script")


def of_figures(*figures: dict[str, str]) -> Catalogue:
    """The catalogue of some figures."""
    return examples.catalogue({f"figures/fig-{number}": examples.yaml("figures", **keys) for number, keys in enumerate(figures)})


def rows_of(table: Table | None) -> list[list[str]]:
    """The words of a table."""
    assert table
    return [["".join(bit.text for line in cell.lines for bit in line) for cell in row] for row in table.rows]


def test_figures_that_contradict_one_another_stand_side_by_side() -> None:
    """On the page of each, the greatest first, each with its source."""
    every = of_figures(
        {"from": "2025", "title": "Few parcels"}, {"from": "2025", "title": "Many parcels", "value": "99", "qualifier": "about"}
    )
    for name in ("fig-0", "fig-1"):
        figure = every.figure(name)
        assert figure
        (section,) = side_by_side(figure, every)
        assert rows_of(section.table) == [
            ["about 99 parcels", "Many parcels", "2025", "Office"],
            ["12.5 parcels", "Few parcels", "2025", "Office"],
        ]


def test_parts_of_one_time_are_called_by_their_part_and_those_of_several_by_both() -> None:
    """So that no two bars have one name."""
    one = {"series": "x", "from": "2025"}
    every = of_figures(
        {**one, "part": "birds"}, {**one, "part": "reptiles", "value": "3"}, {**one, "from": "2024", "part": "birds", "value": "2"}
    )
    (series,) = every.figure_series.values()
    section = series_section(series)
    assert rows_of(section.table) == [["Birds, 2024", "2"], ["Birds, 2025", "12.5"], ["Reptiles, 2025", "3"]]
    assert section.chart
    assert [bar.mark for bar in section.chart.bars] == ["Birds, 2024", "Birds, 2025", "Reptiles, 2025"]
    assert section.chart.is_across


def test_a_number_below_nothing_stands_in_the_table_alone() -> None:
    """No bar can show it."""
    (series,) = of_figures({"series": "x", "from": "2024", "value": "-3"}, {"series": "x", "from": "2025"}).figure_series.values()
    assert series_section(series).chart is None
    assert len(rows_of(series_section(series).table)) == 2

"""Figures side by side: series in their order and by their common name, and numbers that contradict one another."""

import pytest

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.catalogue.trade.figures import FigureSeries
from tests.support.examples import catalogue, yaml


def of_figures(**figures: dict[str, str | None]) -> Catalogue:
    """The catalogue of these figures, each `figures/fig-<name>`."""
    return catalogue({f"figures/fig-{name}": yaml("figures", **keys) for name, keys in figures.items()})


def ids(series: FigureSeries) -> list[str]:
    """The figures of a series in their order."""
    return [figure.id.removeprefix("fig-") for figure in series.figures]


def test_a_series_by_time_stands_the_oldest_first() -> None:
    """Whatever the files are called; one alone is no series, and what was withdrawn is in none."""
    withdrawn = "{date: 2026-02-01, reason: Wrong.}"
    every = of_figures(
        a={"series": "cases", "title": "Cases, Thailand, 2019", "from": "2019", "scope": "Thailand"},
        b={"series": "cases", "title": "Cases; Thailand, 2018", "from": "2018", "scope": "Thailand", "value": "99"},
        c={"series": "cases", "from": "2017", "scope": "Thailand", "withdrawn": withdrawn},
        d={"series": "alone"},
    )
    (series,) = every.figure_series.values()
    assert (ids(series), series.title, series.has_parts) == (["b", "a"], "Cases; Thailand", False)


def test_a_series_of_parts_stands_the_greatest_first() -> None:
    """Kilograms and tonnes are one, and its title names its time once."""
    shared = {"series": "exports", "from": "2024", "period": "2024", "scope": "Indonesia", "unit": "kg"}
    every = of_figures(
        a={**shared, "title": "Animals exported to India, 2024", "part": "India", "value": "62"},
        b={**shared, "title": "Animals exported to Japan, 2024", "part": "Japan", "value": "98"},
    )
    (series,) = every.figure_series.values()
    assert (ids(series), series.title, series.has_parts) == (["b", "a"], "Animals exported, Indonesia, 2024", True)


def test_a_series_whose_titles_have_nothing_in_common_is_called_by_what_it_measures() -> None:
    """Its measure, its unit, its scope."""
    every = of_figures(
        a={"series": "x", "title": "Ivory", "part": "ivory", "from": "2018"},
        b={"series": "x", "title": "Horns", "part": "horns", "from": "2019"},
    )
    (series,) = every.figure_series.values()
    assert series.title == "Reported, in parcels, one airport"


SAME = {
    "measure": "seized",
    "unit": "tonnes",
    "value": "7",
    "specimen": "ivory",
    "scope": "Singapore",
    "from": "2019",
    "species": "[sp-elephants]",
}


@pytest.mark.parametrize(
    ("other", "contradicts"),
    [
        ({"value": "8"}, True),
        ({"value": "8000", "unit": "kg", "from": "2019-01", "until": "2019-12"}, True),
        ({"value": "7000", "unit": "kg"}, False),
        ({"value": "8", "measure": "destroyed"}, False),
        ({"value": "8", "specimen": "scales"}, False),
        ({"value": "8", "species": None}, False),
        ({"value": "8", "part": "by sea"}, False),
        ({"value": "8", "scope": "Viet Nam"}, False),
        ({"value": "8", "from": "2018"}, False),
        ({"value": "8", "from": None}, False),
        ({"value": "8", "unit": "pieces"}, False),
        ({"value": "8", "withdrawn": "{date: 2026-02-01, reason: Wrong.}"}, False),
    ],
)
def test_numbers_contradict_one_another_where_all_else_is_the_same(other: dict[str, str | None], contradicts: bool) -> None:
    """Measure, species, specimen, part, scope and true time; a tonne is a thousand kilograms."""
    every = of_figures(one={**SAME}, other={**SAME, **other})
    assert [[figure.id for figure in group] for group in every.contradictions] == ([["fig-other", "fig-one"]] if contradicts else [])


def test_undated_figures_contradict_nothing() -> None:
    """Nobody knows whether they are of one time."""
    undated = {**SAME, "from": None, "period": "not stated"}
    assert not of_figures(one=undated, other={**undated, "value": "8"}).contradictions

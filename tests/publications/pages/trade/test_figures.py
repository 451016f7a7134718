"""Figures: the number first, with its unit, period and scope; lists that compare what can be compared."""

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
    value, period = row.xpath("td[@data-label='Value']")[0], row.xpath("td[@data-label='Period']")[0]
    assert (words(value), value.get("data-ch-scale"), value.get("data-ch-amount")) == ("more than 206.4 kg", "mass kg", "206.4")
    assert (words(period), period.xpath("time/@datetime")) == ("April to September 2025", ["2025-04"])


def test_a_figure_stands_with_its_number_wherever_it_is_named() -> None:
    """As on the page of a state."""
    (item,) = living_pages()["countries/kh/"].xpath("//section[@aria-labelledby='figures']//li")
    assert words(item) == "Parcels of shells found in six post offices more than 206.4 kg, April to September 2025"

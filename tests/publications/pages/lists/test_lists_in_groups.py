"""Lists: years part what stands by date, a state's own events stand before those elsewhere, and a sentence says what all comes to."""

import pytest

from clearinghouse.catalogue.coverage import Coverage
from clearinghouse.publications.words import records_counted
from tests.support.publications.giving_out import living
from tests.support.publications.rendering import living_pages, words

GROUPS = "//table[@data-ch-list]/tbody[tr[@class='ch-divide']]"


def groups(address: str) -> dict[str, tuple[str, int]]:
    """The headings of a list, each with the count beside it and the number of rows below it."""
    bodies = living_pages()[address].xpath(GROUPS)
    return {words(body[0][0]).removesuffix(words(body[0][0][0])).strip(): (words(body[0][0][0]), len(body) - 1) for body in bodies}


@pytest.mark.parametrize("collection", ["trainings", "workshops"])
def test_years_part_a_list_that_stands_by_date(collection: str) -> None:
    """Each with its count; what is undated stands last."""
    years = [(record.sort_date and str(record.sort_date.year)) or "Date not known" for record in living().collection(collection)]
    assert groups(f"{collection}/") == {
        year: (records_counted(years.count(year), collection), years.count(year)) for year in dict.fromkeys(years)
    }
    assert not groups("networks/")


def test_the_events_of_a_state_are_parted_by_its_part_in_them() -> None:
    """Those that it hosts stand first."""
    hosted = [training for training in living().trainings if training.host == "TH"]
    others = [training for training in living().trainings if "TH" in training.states and training.host != "TH"]
    assert [number for _, number in groups("trainings/by/countries/th/").values()] == [len(hosted), len(others)]
    assert list(groups("trainings/by/countries/th/")) == ["Hosted by Thailand", "Elsewhere or online, with Thailand taking part"]


def test_the_headline_counts_by_the_rule_of_coverage() -> None:
    """And says how many are left out."""
    coverage = Coverage(living())
    (headline,) = living_pages()["trainings/"].find_class("ch-headline")
    number, left_out = records_counted(len(coverage.counted), "trainings"), coverage.left_out
    assert words(headline).startswith(f"{number} held in ")
    assert f"{left_out} more are not counted" in words(headline)
    assert "2026" in words(headline)
    assert not living_pages()["networks/"].find_class("ch-headline")


def test_choices_without_records_are_folded_away_in_whole_lists() -> None:
    """Behind their number; they lead nowhere."""
    page = living_pages()["trainings/"]
    for facet in page.xpath("//details[@name='ch-facet'][.//details]"):
        away = facet.xpath(".//details//li")
        assert {words(choice)[-2:] for choice in away} == {" 0"}
        assert not facet.xpath(".//details//a")
        assert {int(link.tail) for link in facet.xpath("ul/li/a")}.isdisjoint({0})
        assert words(facet.find(".//details/summary")) == f"Show {len(away)} empty ones"
    assert page.xpath("//details//details")

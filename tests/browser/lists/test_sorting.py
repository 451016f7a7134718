"""Sorting: tables are put in order by their headings, numbers as numbers and days as days."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.support.browser.listing import COLUMN, ROWS, status, visible_ids
from tests.support.browser.visit import Visit

Server = Callable[[Path], str]
Begun = Callable[..., Visit]


@pytest.fixture
def trainings(true_site: Path, server: Server, visit: Begun) -> Page:
    """The list of the true trainings, newly opened."""
    return visit(server(true_site) + "trainings/").page


@pytest.mark.parametrize("direction", ["descending", "ascending"])
def test_numbers_are_sorted_as_numbers_and_the_unknown_stand_last(direction: str, living_site: Path, server: Server, visit: Begun) -> None:
    """12,480 is more than 500, and `not stated` is neither more nor less."""
    page = visit(server(living_site) + "trainings/").page
    people = page.get_by_role("columnheader", name="Participants")
    while people.get_attribute("aria-sort") != direction:
        people.get_by_role("button").click()
    cells = [cell.removeprefix("Participants").strip() for cell in page.evaluate(COLUMN, 4)]
    numbers = [int(cell.replace(",", "")) for cell in cells if cell != "not stated"]
    assert 12480 in numbers
    assert numbers == sorted(numbers, reverse=direction == "descending")
    assert "not stated" not in cells[: len(numbers)]
    assert cells[len(numbers) :]
    expect(status(page)).to_have_text(f"They are sorted by participants, {'highest' if direction == 'descending' else 'lowest'} first.")


def test_amounts_of_one_kind_of_unit_stand_together(living_site: Path, server: Server, visit: Begun) -> None:
    """Forty officers are neither more nor less than 206 kilograms, whichever way the list is sorted."""
    page = visit(server(living_site) + "figures/").page
    value = page.get_by_role("columnheader", name="Value").get_by_role("button")
    for numbers in (["206.4 kg", "40 officers", "34 officers", "26 officers"], ["206.4 kg", "26 officers", "34 officers", "40 officers"]):
        value.click()
        cells = [cell.removeprefix("Value").strip() for cell in page.evaluate(COLUMN, 1)]
        assert [cell.removeprefix("more than ").removeprefix("around ") for cell in cells] == numbers
    expect(status(page)).to_have_text("They are sorted by value, lowest first in each kind of unit.")


@pytest.mark.long
def test_dates_are_sorted_by_their_day_and_titles_as_words(trainings: Page) -> None:
    """Not by the letters of `2 March`; and capitals make no difference."""
    date = trainings.get_by_role("columnheader", name="Date")
    expect(date).to_have_attribute("aria-sort", "descending")
    days = "rows => rows.map(row => row.cells[0].querySelector('time')?.dateTime ?? '')"
    date.get_by_role("button").click()
    expect(date).to_have_attribute("aria-sort", "ascending")
    dates = [day for day in trainings.locator(ROWS).evaluate_all(days) if day]
    assert dates == sorted(dates)
    assert len({day[:4] for day in dates}) > 5
    title = trainings.get_by_role("columnheader", name="Training")
    title.get_by_role("button").click()
    titles = trainings.evaluate("[...document.querySelectorAll('table[data-ch-list] tbody th a')].map(a => a.textContent)")
    in_order = "titles => [...titles].sort(new Intl.Collator('en', { numeric: true, sensitivity: 'base' }).compare)"
    assert titles == trainings.evaluate(in_order, titles)
    expect(date).not_to_have_attribute("aria-sort", "ascending")
    expect(trainings.locator("table[data-ch-list] caption")).to_have_text("Trainings, sorted by training, A to Z")


@pytest.mark.long
def test_the_order_stands_in_the_address(trainings: Page) -> None:
    """Highest first has a minus before it."""
    trainings.get_by_role("button", name="Participants").click()
    expect(trainings).to_have_url(re.compile(r"/trainings/\?sort=-participants$"))
    before = visible_ids(trainings)
    trainings.reload()
    assert visible_ids(trainings) == before
    trainings.go_back()
    expect(trainings.get_by_role("columnheader", name="Date")).to_have_attribute("aria-sort", "descending")


@pytest.mark.long
@pytest.mark.parametrize("address", ["countries/", "legislation/", "legislation/la/", "trainings/by/countries/vn/"])
def test_other_tables_sort_as_well(address: str, true_site: Path, server: Server, visit: Begun) -> None:
    """Their order is announced; a list of one word narrows no further, its words stay links."""
    page = visit(server(true_site) + address).page
    heading = page.locator("table.ch-cards thead th").first
    before = page.locator("table.ch-cards tbody").first.inner_text()
    heading.get_by_role("button").click()
    assert page.locator("table.ch-cards tbody").first.inner_text() != before
    assert heading.get_attribute("aria-sort") in ("ascending", "descending")
    expect(page.locator("article [role=status]").first).to_contain_text("sorted by")
    expect(page.locator("input[type=checkbox]:visible")).to_have_count(0)

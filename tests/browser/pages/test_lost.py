"""Lost: an address at which nothing lies leads on, however deep it lies."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import expect

from tests.support.browser.visit import Visit


def test_a_lost_address_is_searched_for(living_site: Path, server: Callable[[Path], str], visit: Callable[..., Visit]) -> None:
    """The page stands in the column of all others, the first key leads past the menu, and the field has the words of the address."""
    page = visit(server(living_site) + "trainings/there/is/no/crime-scene_work.html").page
    column, brand = page.locator("h1").bounding_box(), page.locator(".ch-brand").bounding_box()
    assert column
    assert brand
    assert abs(column["x"] - brand["x"]) < 1
    expect(page.get_by_label("Search all records")).to_have_value("crime scene work")
    page.keyboard.press("Tab")
    expect(page.locator(".md-skip")).to_be_focused()
    page.get_by_label("Search all records").press("Enter")
    page.wait_for_url("**/search/?q=crime+scene+work")

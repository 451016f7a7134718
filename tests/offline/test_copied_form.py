"""The form of a copy: what the page fetches online lies there in fewer scripts, and says the same."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from clearinghouse.publications.forms.script import data_of
from tests.support.running import LIVING


@pytest.fixture(scope="module")
def page(browser: Browser) -> Page:
    """A page of somebody without a network, on the day of the copy."""
    page = browser.new_context(offline=True).new_page()
    page.clock.set_system_time(f"{LIVING[-1]}T05:00:00Z")
    return page


@pytest.mark.parametrize("folder", ["", "th/"])
def test_each_form_is_that_of_the_site(folder: str, living_site: Path, living_copy: Path, page: Page) -> None:
    """In each language; all of a language lie in one script."""
    online = dict(data_of(path.read_text("utf-8")) for path in (living_site / folder / "contribute/forms").glob("*.js"))
    assert len(online) == 10
    page.goto((living_copy / folder / "contribute/index.html").as_uri() + "?kind=trainings&status=announced")
    page.wait_for_selector("form.ch-form:visible")
    assert page.evaluate("clearingHouse.forms") == online


def test_a_record_that_is_to_be_changed_is_read_from_the_copy(living_copy: Path, page: Page) -> None:
    """With those of its year, once what is known of its collection says that it is there."""
    page.goto((living_copy / "contribute/index.html").as_uri() + "?edit=trainings/asean-2025-07-learning-year")
    title = page.locator("#trainings-title")
    title.wait_for()
    assert title.input_value() == "A year of learning online about CITES permits"

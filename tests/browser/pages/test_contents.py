"""Contents: a long page has a line of its sections that stays in sight, and what it leads to stands below it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.support.browser.visit import PHONE, WIDE, Visit


@pytest.mark.parametrize("width", [pytest.param(WIDE, marks=pytest.mark.long), PHONE])
def test_the_contents_follow(living_site: Path, server: Callable[[Path], str], visit: Callable[..., Visit], width: int) -> None:
    """On a phone they open at a press, and close once one has chosen."""
    page = visit(server(living_site) + "countries/th/", width).page
    line = page.get_by_role("navigation", name="On this page")
    if width == PHONE:
        expect(line.get_by_role("link", name="Trainings", exact=True)).to_be_hidden()
        line.get_by_text("On this page").click()
    line.get_by_role("link", name="Trainings", exact=True).click()
    heading = page.get_by_role("heading", name="Trainings", exact=True)
    expect(heading).to_be_in_viewport()
    expect(line.locator("[aria-current]")).to_have_text("Trainings")
    above, below = line.bounding_box(), heading.bounding_box()
    assert above
    assert below
    assert above["y"] + above["height"] < below["y"]
    if width == PHONE:
        expect(line.get_by_role("link", name="Trainings", exact=True)).to_be_hidden()

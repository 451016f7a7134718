"""A desk in the browser: a press on a line, and the form stands there, filled, with the day of the verification."""

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import expect

from tests.support.browser.filling import TODAY, Begun, Form, opened, without_checker
from tests.support.running import ROOT

Server = Callable[[Path], str]
REPORT = "documents/yearly-report-2023"


def test_from_a_line_of_a_desk_to_the_filled_form(living_site: Path, server: Server, begun: Begun) -> None:
    """Nothing but the day differs from what is stored. The record's own page leads there too."""
    stored = yaml.load((ROOT / f"tests/living/{REPORT}.yml").read_text("utf-8"), yaml.BaseLoader)
    visit = begun().to(f"{server(living_site)}countries/th/desk/")
    for _ in range(2):
        page, filling = visit.page, Form(visit, "documents")
        if page.locator("summary", has_text="Edit").count():
            page.locator("summary", has_text="Edit").click()
        page.get_by_role("link", name="Confirm this is still correct").and_(page.locator(f"[href*='{REPORT}']")).click()
        expect(page.locator("[data-ch-notice]:visible")).to_contain_text("This is about")
        today = page.evaluate(TODAY)
        assert yaml.load(filling.text, yaml.BaseLoader) == without_checker(stored) | {"verified": today}
        expect(filling.page.get_by_role("heading", name="Still correct")).to_be_visible()
        visit.to(f"{server(living_site)}{REPORT}/")


@pytest.mark.long
def test_a_record_says_that_twelve_months_have_passed_on_the_day_on_which_they_have(
    living_site: Path, server: Server, begun: Begun
) -> None:
    """Whenever the site was built."""
    visit = begun().to(f"{server(living_site)}documents/yearly-report-2024/")
    late = visit.page.get_by_text("more than twelve months ago")
    for day, is_late in (("2026-04-08", False), ("2026-04-09", True)):
        visit.page.clock.set_system_time(f"{day}T12:00:00Z")
        visit.page.reload()
        expect(late).to_be_visible(visible=is_late)


@pytest.mark.long
@pytest.mark.parametrize("key", ["trainings/th-2026-03-crime-scene", "workshops/th-2026-operation-example", "legislation/th", REPORT])
def test_every_form_can_verify(living_site: Path, server: Server, begun: Begun, key: str) -> None:
    """Of each collection that has one: the day is there to be sent, and no other key changes."""
    stored = yaml.load((ROOT / f"tests/living/{key}.yml").read_text("utf-8"), yaml.BaseLoader)
    filling = opened(begun(), server(living_site), f"?edit={key}&verify")
    today = filling.page.evaluate(TODAY)
    assert yaml.load(filling.text, yaml.BaseLoader) == without_checker(stored) | {"verified": today}

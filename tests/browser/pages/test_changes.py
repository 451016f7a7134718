"""Any two days, compared in the browser."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from tests.support.browser.visit import Visit

Visits = Callable[..., Visit]
Server = Callable[[Path], str]


def lines(page: Any) -> list[str]:
    """What stands in both halves of a page, read from its file: the words of each line."""
    return [" ".join(line.text_content().split()) for line in page.xpath("//*[@data-ch-half]//li")]


@pytest.mark.parametrize("address", ["changes/", "changes/index.html"])
def test_two_meetings_are_compared_as_their_own_page_does(address: str, true_site: Path, server: Server, visit: Visits) -> None:
    """Put together from the years between them; the address says which days they are, so that it can be sent."""
    between = true_site / "changes" / "since" / "asean-2023-05-awg-18" / "index.html"
    expected = lines(html.fromstring(between.read_text("utf-8")))
    opened = visit(server(true_site) + address + "?from=2023-05-30&to=2024-07-02")
    opened.page.wait_for_function("() => document.querySelector('[data-ch-words]').textContent.includes('entries')")
    assert lines(html.fromstring(opened.page.content())) == expected
    assert opened.page.locator("[data-ch-words]").inner_text() == f"After 30 May 2023, until 2 July 2024: {len(expected)} entries."
    assert opened.troubles == []


def test_a_meeting_fills_in_its_day_and_a_day_before_the_first_is_refused(true_site: Path, server: Server, visit: Visits) -> None:
    """Before anything is looked for."""
    page = visit(server(true_site) + "changes/").page
    page.locator("#ch-from-meeting").select_option(label="19th meeting, 2 July 2024")
    assert page.locator("#ch-from").input_value() == "2024-07-02"
    page.locator("#ch-to").fill("2023-01-01")
    page.get_by_role("button", name="Compare").click()
    assert page.locator("#ch-to").evaluate("field => field.validationMessage") == "Choose a later day here than in the first field."
    assert page.locator("[data-ch-result]").is_hidden()

"""Folding: a long list is short on a phone, and all of it is within reach: by a press, by a find, by a choice, and on paper."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest
from lxml import html as lxml_html
from playwright.sync_api import expect

from tests.support.browser.listing import ROWS, choose, listed, under
from tests.support.browser.visit import PHONE, WIDE, Visit

Server = Callable[[Path], str]
Visits = Callable[..., Visit]

TALLEST = 8000
"""Pixels of a list on a phone: some ten screens."""
VISIBLE = f"[...document.querySelectorAll('{ROWS}')].filter(row => row.getBoundingClientRect().height > 9).length"
TALL = "document.documentElement.scrollHeight"


LONG_PAGES = {"countries/vn/": 9000, "legislation/vn/": 9000, "coverage/vn/": 9000, "plans/poa-2016-2020/4.1.2/": 9000} | {
    "reports/2019/": 12000
}
FOLDED = "document.querySelectorAll('.ch-brief').length"
IN_SIGHT = """[...document.querySelectorAll('.ch-brief :is(li, tr, section)')].every(part =>
  part.closest('thead, details:not(.ch-brief)') || (part.getBoundingClientRect().height > 0 && part.checkVisibility()))"""


@pytest.mark.parametrize("address", ["trainings/", "workshops/", "figures/", "trainings/by/activities/poa-4.1.2/"])
def test_a_long_list_is_short_on_a_phone(address: str, true_site: Path, server: Server, visit: Visits) -> None:
    """Its later groups are folded; where there is room, and on paper, nothing is."""
    page = visit(server(true_site) + address, PHONE).page
    every = len(listed(true_site, address))
    assert page.evaluate(TALL) < TALLEST
    assert page.evaluate(VISIBLE) < every
    page.set_viewport_size({"width": WIDE, "height": 800})
    assert page.evaluate(VISIBLE) == every
    page.set_viewport_size({"width": PHONE, "height": 800})
    page.emulate_media(media="print")
    assert page.evaluate(VISIBLE) == every
    page.emulate_media(media="null")


def test_long_sections_of_a_page_are_short_on_a_phone(true_site: Path, server: Server, visit: Visits) -> None:
    """A press shows all of one, also without a script; where there is room, and on paper, nothing is folded."""
    page = visit(server(true_site), PHONE, script=False).page
    for address, tallest in LONG_PAGES.items():
        page.goto(server(true_site) + address)
        assert page.evaluate(TALL) < tallest, address
        assert page.evaluate(FOLDED) > 0, address
        assert not page.evaluate(IN_SIGHT), address
        first = page.locator(".ch-brief").first
        first.locator("> summary").click()
        expect(first.locator("li, tr, section").last).to_be_visible()
        page.emulate_media(media="print")
        assert page.evaluate(IN_SIGHT), address
        page.emulate_media(media="null")
        page.set_viewport_size({"width": WIDE, "height": 800})
        assert page.evaluate(IN_SIGHT), address
        page.set_viewport_size({"width": PHONE, "height": 800})


def test_a_heading_opens_what_is_folded_below_it_without_a_script(true_site: Path, server: Server, visit: Visits) -> None:
    """Its row is what one presses; its name is that of the group."""
    page = visit(server(true_site) + "trainings/", PHONE, script=False).page
    heading = page.locator("details:not([open]) > summary[aria-label='2019']")
    row = page.locator(".ch-divide", has=heading)
    before = page.evaluate(VISIBLE)
    row.click(position={"x": 20, "y": 20})
    assert page.evaluate(VISIBLE) == before + len(under(true_site, "years", "2019"))
    page.locator("summary[aria-label='2019']").press("Enter")
    assert page.evaluate(VISIBLE) == before


def test_a_find_opens_the_group_in_which_it_finds(true_site: Path, server: Server, begun: Visits) -> None:
    """As the browser's own search in the page does, and a link to a text."""
    tree = lxml_html.document_fromstring((true_site / "trainings/index.html").read_bytes())
    title = tree.xpath("//table[@data-ch-list]/tbody/tr/th/a")[-1].text
    page = begun(PHONE).to(f"{server(true_site)}trainings/#:~:text={quote(title, safe='').replace('-', '%2D')}").page
    expect(page.locator(".ch-divide details").last).to_have_attribute("open", "")
    expect(page.locator(f"{ROWS} th a").last).to_be_in_viewport()


def test_what_is_chosen_is_not_folded(true_site: Path, server: Server, visit: Visits) -> None:
    """A narrowed list shows all that is left, whatever was folded before; a list sorted by what cards leave out shows that."""
    page = visit(server(true_site) + "trainings/", PHONE).page
    choose(page, "Country", "Viet Nam")
    assert page.evaluate(VISIBLE) == len(under(true_site, "countries", "vn"))
    people = page.locator(f"{ROWS} .ch-num:not(.ch-none)").first
    expect(people).to_be_hidden()
    page.get_by_role("button", name="Participants").click()
    expect(people).to_be_visible()

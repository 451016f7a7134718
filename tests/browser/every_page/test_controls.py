"""Controls: the palette, the drawer, the button that copies, and all of it by keyboard alone."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.support.browser.kinds import page_of
from tests.support.browser.visit import PHONE, Visit

Server = Callable[[Path], str]
Begun = Callable[..., Visit]
PALETTE = "[for^=__palette].md-header__button:visible"
STOPS = 40
FOCUSED = """() => {
  const control = document.activeElement
  if (control === document.body) return ""  // past the last stop
  // Of a radio button that is not to be seen, the label beside it shows the focus.
  const shown = control.offsetWidth > 0 ? control : control.nextElementSibling
  const box = shown.getBoundingClientRect(), style = getComputedStyle(shown)
  const isInside = box.width > 0 && box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight
  const isSeen = style.visibility === "visible" && style.opacity !== "0"
  const isRinged = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2
  return isInside && isSeen && isRinged ? "" : control.outerHTML
}"""


def test_the_palette_is_kept(true_site: Path, server: Server, begun: Begun) -> None:
    """On the next page, and when one comes back."""
    page = begun().to(server(true_site)).page
    body = page.locator("body")
    expect(body).to_have_attribute("data-md-color-scheme", "default")
    page.locator(PALETTE).click()
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    page.goto(server(true_site) + "trainings/")
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    page.locator(PALETTE).click()
    page.reload()
    expect(body).to_have_attribute("data-md-color-scheme", "default")


@pytest.mark.long
def test_the_palette_follows_the_system_at_first(true_site: Path, server: Server, visit: Begun) -> None:
    """Who reads in the dark is not blinded."""
    expect(visit(server(true_site), scheme="dark").page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


@pytest.mark.long
def test_a_link_can_be_copied_where_a_script_runs(true_site: Path, server: Server, begun: Begun) -> None:
    """The button copies the address of its page, without a part of it."""
    tab, address = begun(), server(true_site) + page_of("training", true_site)
    tab.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    button = tab.to(address + "#sources").page.get_by_role("button", name="Copy link")
    button.click()
    expect(tab.page.get_by_role("button", name="Link copied")).to_be_visible()
    assert tab.page.evaluate("navigator.clipboard.readText()") == address


@pytest.mark.long
@pytest.mark.parametrize(
    "kind", ["training", "list", *(pytest.param(kind, marks=pytest.mark.long) for kind in ("activity", "plan", "country", "prose"))]
)
def test_the_keyboard_first_meets_a_way_past_the_header(kind: str, true_site: Path, server: Server, begun: Begun) -> None:
    """The skip link shows itself and leads into the article."""
    page = begun().to(server(true_site) + page_of(kind, true_site)).page
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    expect(skip).to_have_text("Skip to content")
    expect(skip).to_have_css("opacity", "1")
    page.keyboard.press("Enter")
    expect(page.locator(".md-skip")).not_to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("article :focus")).to_be_visible()


@pytest.mark.parametrize(
    ("kind", "width"),
    [
        ("training", PHONE),
        *(pytest.param(kind, width, marks=pytest.mark.long) for kind in ("front page", "plan") for width in (1280, PHONE)),
        *(pytest.param(*pair, marks=pytest.mark.long) for pair in (("list", 1280), ("list", PHONE), ("training", 1280))),
    ],
)  # fmt: skip
def test_the_focus_is_always_to_be_seen(kind: str, width: int, living_site: Path, server: Server, begun: Begun) -> None:
    """Every stop of the keyboard lies in the window and has a ring around it."""
    page = begun(width).to(server(living_site) + page_of(kind, living_site)).page
    unseen = []
    for _ in range(STOPS):
        page.keyboard.press("Tab")
        unseen.append(page.evaluate(FOCUSED))
    assert [stop for stop in unseen if stop] == []


@pytest.mark.long
def test_the_drawer_of_a_phone_leads_everywhere(true_site: Path, server: Server, begun: Begun) -> None:
    """It opens by a finger, its links work, and it is gone afterwards."""
    page = begun(PHONE).to(server(true_site)).page
    drawer = page.locator(".md-sidebar--primary")
    expect(drawer.get_by_role("link", name="Trainings")).not_to_be_visible()
    page.get_by_role("button", name="Menu").click()
    expect(drawer.get_by_role("link", name="Trainings")).to_be_visible()
    drawer.locator("label.md-nav__link", has_text="Library").click()
    drawer.get_by_role("link", name="Figures").click()
    page.wait_for_url(server(true_site) + "figures/")
    expect(drawer).not_to_be_in_viewport()


def test_the_drawer_opens_and_closes_by_keyboard(true_site: Path, server: Server, begun: Begun) -> None:
    """As its button says aloud."""
    page = begun(PHONE).to(server(true_site)).page
    menu = page.get_by_role("button", name="Menu")
    menu.focus()
    page.keyboard.press("Enter")
    expect(menu).to_have_attribute("aria-expanded", "true")
    expect(page.locator(".md-sidebar--primary").get_by_role("link", name="Trainings")).to_be_visible()
    page.keyboard.press("Escape")
    expect(menu).to_have_attribute("aria-expanded", "false")
    expect(page.locator(".md-sidebar--primary").get_by_role("link", name="Trainings")).not_to_be_visible()


@pytest.mark.long
def test_an_editors_menu_opens_by_key_and_folds_away(true_site: Path, server: Server, begun: Begun) -> None:
    """Enter opens it, Escape folds it away and leaves the reader where they were, and so does a press beside it."""
    page = begun().to(server(true_site) + page_of("training", true_site)).page
    word, choice = page.locator("summary", has_text="Edit"), page.get_by_role("link", name="Edit this record")
    word.focus()
    page.keyboard.press("Enter")
    expect(choice).to_be_visible()
    page.keyboard.press("Escape")
    expect(choice).not_to_be_visible()
    expect(word).to_be_focused()
    word.click()
    page.locator("h1").click()
    expect(choice).not_to_be_visible()

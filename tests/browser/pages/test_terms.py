"""Terms: what the glossary says of a word is shown beside it, by pointer, keyboard and touch, and nothing on the page moves."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import expect

from tests.support.browser.visit import Visit

TAP = "word => { word.dispatchEvent(new PointerEvent('pointerdown', { pointerType: 'touch', bubbles: true })); word.click() }"
NARROW = 320


def test_a_word_is_explained_beside_it(living_site: Path, server: Callable[[Path], str], visit: Callable[..., Visit]) -> None:
    """What is said can be reached with the pointer, Escape closes it, and to those who hear the page it is the word's description."""
    at = visit(server(living_site) + "about/", NARROW)
    page, where = at.page, at.page.url
    word, box = page.locator("a.ch-term").first, page.locator(".ch-meaning")
    meaning, place = word.get_attribute("title"), word.bounding_box()
    assert meaning

    word.hover()
    expect(box).to_contain_text(meaning)
    expect(word).to_have_accessible_description(meaning)
    assert not word.get_attribute("title")
    assert word.bounding_box() == place
    assert page.evaluate("document.documentElement.scrollWidth") == NARROW
    box.get_by_role("link", name="Open the glossary").hover()
    page.keyboard.press("Escape")
    expect(box).to_have_count(0)
    assert word.get_attribute("title") == meaning

    word.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(box).to_be_visible()
    page.keyboard.press("Tab")
    expect(box.get_by_role("link")).to_be_focused()
    page.keyboard.press("Escape")
    expect(word).to_be_focused()
    expect(box).to_have_count(0)

    word.evaluate(TAP)
    expect(box).to_be_visible()
    assert page.url == where
    page.get_by_role("heading", level=1).click()
    expect(box).to_have_count(0)
    assert not at.troubles

"""Terms: what the glossary says of a word is shown beside it, by pointer, keyboard and touch, and nothing on the page moves; a page
explains each once."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

from lxml import html as lxml_html
from playwright.sync_api import expect

from clearinghouse.publications.glossary.explaining import in_words
from clearinghouse.vocabulary.glossary import GLOSSARY
from tests.support.browser.visit import Visit

TAP = "word => { word.dispatchEvent(new PointerEvent('pointerdown', { pointerType: 'touch', bubbles: true })); word.click() }"
NARROW = 320
SHORT_FORMS = {entry.id: entry for entry in GLOSSARY if entry.long and entry.is_explained}


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


def test_a_page_expands_a_short_form_once(living_site: Path) -> None:
    """On every page, whatever its parts; the lead of a record, where a reader begins, never leaves one unexplained."""
    seen = Counter[str]()
    for path in living_site.rglob("index.html"):
        text = path.read_text("utf-8")
        if 'class="ch-term"' not in text and 'class="ch-lead"' not in text:
            continue
        page, at = lxml_html.fromstring(text), path.relative_to(living_site).as_posix()
        terms = page.xpath("//a[@class='ch-term']")
        ids = [term.get("href").partition("#")[2] for term in terms]
        assert len(ids) == len(set(ids)), at
        seen.update(ids)
        if at.split("/")[0] in ("id", "th", "vi"):
            continue
        for term, entry in zip(terms, ids, strict=True):
            assert entry not in SHORT_FORMS or term.get("title") == in_words(SHORT_FORMS[entry]), at
        lead = " ".join(page.xpath("//p[@class='ch-lead'][not(@lang)]/text()")).replace(",", " ").replace(".", " ").split()
        assert not {entry.id for entry in SHORT_FORMS.values() if entry.label in lead} - set(ids), at
    assert seen["cites"] > 20
    assert len(seen) > 5

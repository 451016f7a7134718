"""The theme's style, of which pages get what they need: with the whole of it, each of their parts would look just the same."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.support.browser.kinds import PAGES, page_of
from tests.support.browser.visit import HEIGHT, PHONE, WIDE, Visit
from tools.styles.theme import FILE, sheets

LOOKS = """() => {
  const name = part => `${part?.localName}.${part?.getAttribute("class")}`
  const kind = part => `${name(part.parentElement)}>${name(part)}`
  const parts = new Map([...document.querySelectorAll("html, body, body *")].map(part => [kind(part), part]))
  return Object.fromEntries([...parts].flatMap(([place, part]) => ["", "::before", "::after"].map(pseudo => {
    const style = getComputedStyle(part, pseudo)
    const names = pseudo && style.content === "none" ? [] : [...style].filter(name => !/^--|size$|^height$|^width$|-origin$/.test(name))
    return [place + pseudo, names.map(name => `${name}: ${style.getPropertyValue(name)}`)]
  })))
}"""
"""Of the last part of each sort in a page, and before and after it, what a style gives it but for sizes, which follow from the rest."""
MANY = 100
"""How many sorts of parts any page has at least."""
OPENED = """() => {
  for (const box of document.querySelectorAll("input[type=checkbox]")) box.checked = !box.checked
  for (const part of document.querySelectorAll("details, dialog")) part.open = !part.open
}"""


@pytest.mark.long
@pytest.mark.parametrize("kind", PAGES)
def test_a_page_looks_as_with_the_whole_style(
    kind: str, living_site: Path, server: Callable[[Path], str], begun: Callable[..., Visit]
) -> None:
    """Wide, on a phone, on paper and in the dark, with all that opens closed and open."""
    page = begun().to(server(living_site) + page_of(kind, living_site)).page
    whole = "".join(path.read_text("utf-8") for path in (*sheets(), FILE.with_name("look.css")))

    def looks(style: str) -> list[dict[str, list[str]]]:
        page.route("**/assets/look.css*", lambda route: route.fulfill(body=style, content_type="text/css"))
        page.reload(wait_until="networkidle")
        seen = []
        for width, scheme, on_paper in ((WIDE, "default", False), (PHONE, "slate", False), (WIDE, "default", True)):
            page.set_viewport_size({"width": width, "height": HEIGHT})
            page.emulate_media(media="print" if on_paper else "screen")
            if on_paper:  # a script puts a code there, at a moment that depends on how busy the machine is
                expect(page.locator(".ch-paper:not([data-ch-full])")).to_have_count(0)
            page.evaluate("scheme => document.body.setAttribute('data-md-color-scheme', scheme)", scheme)
            seen.append(page.evaluate(LOOKS))
            page.evaluate(OPENED)
        page.unroute_all()
        return seen

    cut, uncut = looks((living_site / "assets/look.css").read_text("utf-8")), looks(whole)
    differing = [
        (place, set(ours[place]) ^ set(theirs[place])) for ours, theirs in zip(cut, uncut, strict=True) for place in ours if place in theirs
    ]
    assert len(differing) > MANY
    assert not [(place, names) for place, names in differing if names][:3]

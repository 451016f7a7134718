"""Cite and share: what stands at the end of a page can be copied, saved and sent, with the day on which it was read."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import rispy
import segno
from bibtexparser.entrypoint import parse_string
from playwright.sync_api import expect

from tests.support.browser.kinds import page_of
from tests.support.browser.modules import load_modules
from tests.support.browser.visit import Visit
from tests.support.serving import seen_on

Server = Callable[[Path], str]
FULL = (14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331, 362, 412, 450, 504, 560, 624, 666)
"""How many bytes codes of version 1 and so on hold at level M: where nothing is left over, all encoders draw the same."""


def test_a_citation_is_copied_and_saved_with_the_day_of_reading(true_site: Path, server: Server, begun: Callable[..., Visit]) -> None:
    """Copying is announced to those who hear the page; what is saved are the files that other programs read."""
    address = server(true_site) + page_of("document", true_site)
    day = date.fromisoformat(seen_on(address)[:10])
    tab = begun()
    tab.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = tab.to(address).page
    page.get_by_role("link", name="Cite", exact=True).click()
    expect(page.get_by_role("heading", name="Cite and share")).to_be_in_viewport()
    page.get_by_role("button", name="Copy citation").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    page.clock.run_for(200)
    expect(page.get_by_role("status").filter(has_text="Copied")).to_have_count(1)
    assert page.evaluate("navigator.clipboard.readText()").endswith(f"(accessed {day.day} {day:%B %Y})")
    page.locator("summary", has_text="BibTeX").click()
    files = {}
    for kind in ("bib", "ris"):
        with page.expect_download() as saving:
            page.get_by_role("button", name=f"Download .{kind}").click()
        assert saving.value.suggested_filename.endswith(f".{kind}")
        files[kind] = saving.value.path().read_text("utf-8")
    own, source = parse_string(files["bib"]).entries
    assert own.fields_dict["urldate"].value == str(day)
    assert source.key == f"{own.key}-source"
    assert rispy.loads(files["ris"])[0]["access_date"] == f"{day:%Y/%m/%d}"
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    expect(page.locator(".ch-paper")).to_contain_text(own.fields_dict["url"].value)
    expect(page.locator(".ch-paper")).to_contain_text("As of ")
    expect(page.locator(".ch-paper svg")).to_be_visible()


def test_the_code_on_paper_is_that_of_the_address(true_site: Path, server: Server, begun: Callable[..., Visit]) -> None:
    """Square by square as the library draws it that draws the site's other codes; too long a text has none."""
    page = begun().to(server(true_site)).page
    load_modules(page, server(true_site), "site/qr_code.js")
    texts = ["h" * length for length in FULL]
    drawn = page.evaluate("texts => texts.map(text => modules.qrCode(text))", texts)
    for text, rows in zip(texts, drawn, strict=True):
        code = segno.make(text, micro=False, mask=3, error="m", boost_error=False, mode="byte")
        assert rows == [[bool(square) for square in row] for row in code.matrix]
    assert page.evaluate("modules.qrCode('h'.repeat(667))") is None

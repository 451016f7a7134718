"""Printing: addresses of pages on the disk come in, PDF files leave, made by one headless browser."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from clearinghouse.world.browser.browser import browser, is_root
from clearinghouse.world.failure import Failure

if TYPE_CHECKING:
    from playwright.sync_api import Page, PdfMargins

SCALES = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5)
"""How small a sheet may become until it is one page."""
_MARGINS: "PdfMargins" = {"top": "0.4in", "right": "0.4in", "bottom": "0.4in", "left": "0.4in"}
"""Those of Chromium itself, where a page's own styles name none."""
_PAGE = re.compile(rb"/Type\s*/Page\b")


def pages_of(pdf: bytes) -> int:
    """How many pages a PDF file of Chromium has."""
    return len(_PAGE.findall(pdf))


class Printer:
    """A browser with one open page."""

    def __init__(self, page: "Page") -> None:
        self._page = page

    def pdf(self, url: str, one_page: bool = False) -> bytes:
        """A page of the disk as a PDF file; with one_page it is made smaller until it fits, if it can."""
        self._page.goto(url)
        pdf = b""
        for scale in SCALES if one_page else SCALES[:1]:
            pdf = self._page.pdf(prefer_css_page_size=True, scale=scale, margin=_MARGINS, tagged=True)
            if pages_of(pdf) == 1:
                break
        return pdf


@contextmanager
def printer() -> Iterator[Printer]:
    """A browser for as long as the block lasts. Raises Failure where Playwright is missing, where there is no browser, and where
    it cannot print."""
    try:
        from playwright.sync_api import Error, sync_playwright  # large, and only needed for paper
    except ImportError:
        raise Failure("Playwright is missing: run `python3 scripts/chm.py export --print`, or `pip install -e .[export,test]`") from None
    program = browser()
    try:
        with (
            sync_playwright() as playwright,
            playwright.chromium.launch(executable_path=program, chromium_sandbox=not is_root()) as chromium,
        ):
            yield Printer(chromium.new_page())
    except Error as error:
        raise Failure(f"the browser cannot print: {error.message.splitlines()[0]}") from None

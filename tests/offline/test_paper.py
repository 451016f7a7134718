"""Paper: sheets of one page with a code that leads back, and booklets, printed by a real browser from a copy."""

import re
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from lxml import html as lxml_html
from playwright.sync_api import Browser, Page

from clearinghouse.publications.offline.copy import About
from clearinghouse.publications.offline.sheets import booklet, sheet
from clearinghouse.world.browser.printing import Printer, pages_of
from tests.support.running import chm, in_a_thread

pytestmark = pytest.mark.long

URL = "https://awg-cites-we.github.io/clearing-house/"
ABOUT = About("Clearing House", URL, date(2026, 11, 21))
A4 = (595, 842)
"""In points."""


@pytest.fixture
def press(browser: Browser) -> Iterator[Printer]:
    """The browser that prints."""
    context = browser.new_context()
    yield Printer(context.new_page())
    context.close()


def largest(copy: Path) -> Path:
    """The training of which most is to be told."""
    pages = [page for page in (copy / "trainings").glob("*/index.html") if "data-pagefind-body" in page.read_text("utf-8")]
    return max(pages, key=lambda page: page.stat().st_size)


def paper(page: Path, text: str) -> Path:
    """What is printed, beside the page it is made of."""
    place = page.with_name("paper.html")
    place.write_text(text, encoding="utf-8")
    return place


@pytest.mark.parametrize(("name", "most"), [("true_copy", 1), pytest.param("living_copy", 2, marks=pytest.mark.long)])
def test_the_sheet_of_the_longest_training_is_one_page_of_a4(name: str, most: int, press: Printer, request: pytest.FixtureRequest) -> None:
    """It is made smaller until it fits. Only a record with the longest texts that are allowed takes two, which can still be read."""
    copy: Path = request.getfixturevalue(name)
    page = largest(copy)
    place = paper(page, sheet(page.read_text("utf-8"), f"trainings/{page.parent.name}/", ABOUT))
    pdf = press.pdf(place.as_uri(), one_page=True)
    place.unlink()
    assert pdf.startswith(b"%PDF-")
    assert 1 <= pages_of(pdf) <= most
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    assert {(round(float(width)), round(float(height))) for width, height in boxes} == {A4}


@pytest.fixture
def on_paper(browser: Browser) -> Iterator[Page]:
    """A page as the printer sees it."""
    context = browser.new_context(viewport={"width": 680, "height": 1000}, offline=True)
    page = context.new_page()
    page.emulate_media(media="print")
    yield page
    context.close()


def test_a_sheet_shows_the_record_and_the_way_back_and_nothing_of_the_screen(true_copy: Path, on_paper: Page) -> None:
    """Its code is large enough for a phone, and its address can be read."""
    page = largest(true_copy)
    address = f"trainings/{page.parent.name}/"
    place = paper(page, sheet(page.read_text("utf-8"), address, ABOUT))
    on_paper.goto(place.as_uri())
    place.unlink()
    way = on_paper.locator(".ch-sheet__way")
    assert way.locator("figcaption").inner_text() == f"{URL}{address}\nas of 21 November 2026"
    box: Any = way.locator("svg").bounding_box()
    assert box["width"] > 100
    assert on_paper.locator("h1:visible").count() == 1
    for part in (".md-header", ".md-tabs", ".md-footer", ".ch-toolbar", "#related"):
        assert on_paper.locator(f"{part}:visible").count() == 0, part
    assert on_paper.locator("script").count() == 0


def test_a_booklet_binds_the_pages_of_its_records(true_copy: Path, on_paper: Page) -> None:
    """After the page of the state, in the order they are given."""
    state = true_copy / "countries" / "vn" / "index.html"
    records = sorted((true_copy / "trainings").glob("vn-*/index.html"))[:3]
    place = paper(state, booklet(state.read_text("utf-8"), "countries/vn/", ABOUT, [path.read_text("utf-8") for path in records]))
    on_paper.goto(place.as_uri())
    place.unlink()
    titles = [str(lxml_html.document_fromstring(path.read_bytes()).xpath("string(//h1)")).split() for path in records]
    heads = [head.split() for head in on_paper.locator("h1").all_inner_texts()]
    assert heads[0][:2] == ["Viet", "Nam"]
    assert heads[1:] == titles
    assert len(titles) == 3


def test_a_booklet_begins_on_its_first_page_and_puts_as_many_records_on_a_side_as_fit(true_copy: Path, press: Printer) -> None:
    """It takes no more pages than its state's page alone and one for each record."""
    state = true_copy / "countries" / "tl" / "index.html"
    html = state.read_text("utf-8")
    records = [page.read_text("utf-8") for page in sorted((true_copy / "trainings").glob("vn-*/index.html"))[:4]]
    booklets = [booklet(html, "countries/tl/", ABOUT, bound) for bound in ([], records)]
    pages = []
    for text in (sheet(html, "countries/tl/", ABOUT), *booklets):
        place = paper(state, text)
        pages.append(pages_of(press.pdf(place.as_uri())))
        place.unlink()
    assert pages[1] == pages[0]
    assert pages[1] < pages[2] <= pages[1] + len(records)


@pytest.mark.long
def test_an_export_makes_a_sheet_of_each_training_and_a_booklet_of_each_state(living_site: Path, tmp_path: Path) -> None:
    """All of them; a sheet takes two pages only where a record has the longest texts that are allowed."""
    result = in_a_thread(chm, "export", "--print", "--site", living_site, "--dist", tmp_path)
    assert result.returncode == 0, result.stderr
    (sheets,) = tmp_path.glob("clearing-house-sheets-*.zip")
    with zipfile.ZipFile(sheets) as archive:
        assert len(archive.namelist()) > 3
        assert {pages_of(archive.read(name)) for name in archive.namelist()} <= {1, 2}
    booklets = list(tmp_path.glob("*.pdf"))
    assert len(booklets) == 11
    assert all(pages_of(path.read_bytes()) > 0 for path in booklets)

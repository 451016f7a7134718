"""A copy in Firefox, from file://, which opens files by other rules than Chromium: long, and it needs Debian's firefox-esr."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.browser.kinds import PAGES, file_of, page_of
from tests.support.offline.firefox import Firefox, firefox

pytestmark = pytest.mark.long
ANSWERED = "document.querySelector('[data-ch-search] .ch-hits[aria-busy=false]')"
STATUS = "return document.querySelector('.ch-search [role=status]').textContent"
HITS = "return [...document.querySelectorAll('.ch-search .ch-hits > li > a')].map(one => one.href)"
LOADED = "return performance.getEntriesByType('resource').map(one => one.name)"


@pytest.fixture(scope="module")
def window(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    """One window for all."""
    with firefox(tmp_path_factory.mktemp("firefox")) as one:
        yield one


def outside(window: Firefox, copy: Path) -> list[str]:
    """What the page loaded from elsewhere."""
    return [url for url in window.run(LOADED) if not url.startswith((copy.as_uri(), "blob:", "data:"))]


def test_a_page_of_each_kind_is_whole_and_tells_its_age(true_site: Path, true_copy: Path, window: Firefox) -> None:
    """With styles and scripts, and nothing from elsewhere."""
    for kind in PAGES:
        if kind != "page that is not there":
            window.go(true_copy.as_uri() + "/" + file_of(page_of(kind, true_site)))
            window.until("document.querySelector('.ch-copy')")
            # A list without a record has a page without the theme, in the style of small pages.
            assert window.run("return [...document.styleSheets].map(sheet => sheet.href)")
            assert window.run("const page = document.querySelector('.ch-page'); return page ? getComputedStyle(page).display : ''") == (
                "" if kind == "sparse narrowed list" else "block"
            )
            assert outside(window, true_copy) == []


@pytest.mark.parametrize(
    ("query", "least"), [("q=ivory", 20), ("q=ivory&country=vn", 2), ("q=%E0%BA%A5%E0%BA%B2%E0%BA%A7", 1), ("country=th&topic=courts", 1)]
)
def test_the_search_finds(query: str, least: int, true_copy: Path, window: Firefox) -> None:
    """With facets, and in letters of the region; each hit is a file."""
    window.go(f"{true_copy.as_uri()}/search/index.html?{query}")
    window.until(ANSWERED)
    assert int(window.run(STATUS).split()[0]) >= least
    assert all(".html" in url for url in window.run(HITS))
    assert outside(window, true_copy) == []


def test_typing_asks_anew_and_back_leads_back(true_copy: Path, window: Firefox) -> None:
    """The address follows, though it is that of a file."""
    window.go(f"{true_copy.as_uri()}/search/index.html?q=ivory")
    window.until(ANSWERED)
    window.run(
        "const field = document.querySelector('#q'); field.value = 'pangolin'; field.dispatchEvent(new Event('input', { bubbles: true }))"
    )
    window.until("location.search === '?q=pangolin' && document.querySelector('.ch-search [role=status]').textContent.includes('pangolin')")
    window.run("history.back()")
    window.until("document.querySelector('.ch-search [role=status]').textContent.includes('ivory')")


def test_a_list_narrows_in_place(true_copy: Path, window: Firefox) -> None:
    """Its words are boxes to tick."""
    window.go(f"{true_copy.as_uri()}/trainings/index.html")
    window.run("document.querySelector('[data-ch-narrow] input').click()")
    window.until("document.querySelector('.ch-chip') && location.search")
    assert window.run("return document.querySelectorAll('table.ch-cards tbody tr').length") > 0

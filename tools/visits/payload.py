"""The bench of payload: what a browser that was never here is sent for a page of each kind, from a server that compresses."""

import importlib.util
from collections.abc import Iterator
from pathlib import Path

from clearinghouse.world.browser.browser import browser
from clearinghouse.world.failure import Failure
from tools.benches.figures import Measure
from tools.visits.search import FLAGS, NO_BROWSER, counted, go

FILES = {"html": (".html",), "css": (".css",), "js": (".js",), "xml": (".xml",), "pictures": (".png", ".jpg", ".webp", ".svg")}
"""What is shown apart, by its endings; all else is in the sum alone."""
_OF_KINDS = ("", "trainings/", "legislation/", "coverage/", "search/", "contribute/", "quality/", "maintain/")
"""Pages that most sites have; those that one lacks are left out."""


def payload_measures(site: Path, size: int) -> Iterator[Measure]:
    """Kilobytes of each kind of page, then what all pages are together as they lie."""
    if importlib.util.find_spec("playwright") is None:
        raise Failure(NO_BROWSER)
    from playwright.sync_api import sync_playwright  # slow to import, and only the tests' requirements have it

    with counted(site) as (address, sent), sync_playwright() as playwright:
        one = playwright.chromium.launch(executable_path=browser(), args=FLAGS.split())
        for page in _pages(site):
            sent.clear()
            context = one.new_context()
            go(context.new_page(), address + page)
            context.close()
            yield Measure(f"a cold visit of {page or 'the front page'}", size, _values(sent))
        one.close()
    sizes = [path.stat().st_size for path in site.rglob("*.html")]
    values: dict[str, list[float]] = {
        "MB of HTML": [sum(sizes) / 1e6],
        "pages": [len(sizes)],
        "average KB": [sum(sizes) / len(sizes) / 1e3],
    }
    yield Measure("all pages as they lie", size, {**values, "largest KB": [max(sizes) / 1e3]})


def _pages(site: Path) -> list[str]:
    """The pages of each kind, and the first record in the order of addresses."""
    records = sorted(f"trainings/{path.parent.name}/" for path in site.glob("trainings/*-*/index.html"))
    return [page for page in (*_OF_KINDS, *records[:1]) if (site / page / "index.html").is_file()]


def _values(sent: list[tuple[str, int]]) -> dict[str, list[float]]:
    sums = {f"{name} KB": sum(size for file, size in sent if file.endswith(endings)) for name, endings in FILES.items()}
    every: dict[str, float] = {"KB": sum(size for _, size in sent), **sums}
    return {**{name: [size / 1e3] for name, size in every.items()}, "requests": [len(sent)]}

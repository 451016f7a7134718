"""The bench of payload: what a browser that was never here is sent for a page of each kind, from a server that compresses."""

import importlib.util
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from clearinghouse.world.browser.browser import browser
from tools.visits.search import FLAGS, counted, go

FILES = {"html": (".html",), "css": (".css",), "js": (".js",), "xml": (".xml",), "pictures": (".png", ".jpg", ".webp", ".svg")}
"""What is shown apart, by its endings; all else is in the sum alone."""
HEADING = " ".join(f"{name:>8}" for name in ("KB", *FILES, "requests")) + "  cold visit of"
_OF_KINDS = ("", "trainings/", "legislation/", "coverage/", "search/", "contribute/", "quality/", "maintain/")
"""Pages that most sites have; those that one lacks are left out."""


def payload_rows(site: Path) -> Iterator[str]:
    """Lines below HEADING: one for each kind of page, then the sum of all pages as they lie."""
    if importlib.util.find_spec("playwright") is None:
        yield "no browser: `python3 scripts/chm.py test` sets one up"
        return
    from playwright.sync_api import sync_playwright  # slow to import, and only the tests' requirements have it

    with counted(site) as (address, sent), sync_playwright() as playwright:
        one = playwright.chromium.launch(executable_path=browser(), args=FLAGS.split())
        for page in _pages(site):
            sent.clear()
            context = one.new_context()
            go(context.new_page(), address + page)
            context.close()
            yield _row(page or "the front page", sent)
        one.close()
    sizes = [path.stat().st_size for path in site.rglob("*.html")]
    average = f"{sum(sizes) / len(sizes) / 1e3:.1f} KB each; the largest has {max(sizes) / 1e3:.0f} KB"
    yield f"{sum(sizes) / 1e6:.1f} MB of HTML in {len(sizes):,} pages, {average}"


def _pages(site: Path) -> list[str]:
    """The pages of each kind, and the first record in the order of addresses."""
    records = sorted(f"trainings/{path.parent.name}/" for path in site.glob("trainings/*-*/index.html"))
    return [page for page in (*_OF_KINDS, *records[:1]) if (site / page / "index.html").is_file()]


def _row(name: str, sent: list[tuple[str, int]]) -> str:
    sums: list[Any] = [sum(size for _, size in sent)]
    sums += [sum(size for file, size in sent if file.endswith(endings)) for endings in FILES.values()]
    return " ".join(f"{size / 1e3:>8.1f}" for size in sums) + f" {len(sent):>8}  {name}"

"""The bench of the search: how long its index takes, what a first answer fetches, and how soon a key is answered."""

import gzip
import http.server
import importlib.util
import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from lxml import html as lxml_html

from clearinghouse.site.pagefind_bundle import BUNDLE, write_pagefind
from clearinghouse.world.browser.browser import browser
from tools.benches.figures import Measure

WORDS = ("customs officers", "wildlife cases in court", "viet nam", "timber identification")
"""What is typed, letter by letter, once the search is there."""
FIRST, IN_LAO = "ivory", "ລາວ"
BETWEEN_KEYS = 150
"""Milliseconds: somebody who types fast."""
COMPRESSED = (".html", ".css", ".js", ".json", ".svg", ".txt", ".xml")
"""What public hosts compress on the way; Pagefind's own files are compressed as they lie."""
LONGEST = 60_000
Sent = tuple[str, int]
"""The name of a file that was sent, and its bytes as they were sent."""
NO_BROWSER = "there is no browser: `python3 scripts/chm.py test` sets one up"
FLAGS = "--no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-component-update --disable-sync"
_WATCHED = """() => {
  const [field, hits] = [document.querySelector("#ch-dialog-q"), document.querySelector("dialog .ch-hits")]
  globalThis.keys = []
  let began = 0
  field.addEventListener("input", () => (began = performance.now()))
  new MutationObserver(() => {
    if (hits.getAttribute("aria-busy") === "true" || !began) return
    globalThis.keys.push(performance.now() - began)
    began = 0
  }).observe(hits, { attributes: true })
}"""


@dataclass(frozen=True)
class Fetched:
    """What a browser was sent, in bytes after compression: the front page, then for a first answer, then for one in Lao
    letters (by somebody who has not searched before); keys: milliseconds from each key to its answer."""

    front: int
    first: int
    in_lao: int
    keys: tuple[float, ...]


def search_measure(site: Path, size: int, build_seconds: float) -> Measure:
    """The index of a built site and its answers; without a browser, only what the disk tells."""
    seconds = _index_seconds(site)
    megabytes = sum(path.stat().st_size for path in (site / BUNDLE).rglob("*") if path.is_file()) / 1e6
    of_index = {"build s": [build_seconds], "index s": [seconds], "index MB": [megabytes]}
    if importlib.util.find_spec("playwright") is None:
        return Measure("search", size, of_index, NO_BROWSER)
    of = fetched(site)
    sent = {"front KB": [of.front / 1e3], "first answer KB": [of.first / 1e3], "in Lao KB": [of.in_lao / 1e3]}
    keys = {"ms to answer a key": of.keys, "slowest key ms": [max(of.keys)]}
    return Measure("search", size, {**of_index, **sent, **keys})


def _index_seconds(site: Path) -> float:
    """Wall seconds that Pagefind takes to index a finished site anew."""
    shutil.rmtree(site / BUNDLE)
    began = time.perf_counter()
    write_pagefind(site)
    return time.perf_counter() - began


def fetched(site: Path) -> Fetched:
    """Lets a browser search a site, served as public hosts do."""
    from playwright.sync_api import sync_playwright  # slow to import, and only the tests' requirements have it

    with counted(site) as (address, sent), sync_playwright() as playwright:
        one = playwright.chromium.launch(executable_path=browser(), args=FLAGS.split())
        page = one.new_context().new_page()
        go(page, address)
        front = _total_of(sent)
        _typed(page, FIRST)
        first = _total_of(sent)
        page.evaluate(_WATCHED)
        for words in WORDS:
            page.locator("#ch-dialog-q").fill("")
            page.locator("#ch-dialog-q").press_sequentially(words, delay=BETWEEN_KEYS)
            _answered(page)
        keys = tuple(page.evaluate("keys"))
        page = one.new_context().new_page()
        go(page, address)
        _total_of(sent)
        _typed(page, IN_LAO)
        one.close()
        return Fetched(front, first, _total_of(sent), keys)


def go(page: Any, address: str) -> None:
    """Lets a browser open a page, until it has all that belongs to it."""
    page.goto(address)
    page.wait_for_load_state("networkidle")  # after all scripts have run: alone, it may come before the last of them


def _typed(page: Any, words: str) -> None:
    page.keyboard.press("/")
    page.locator("#ch-dialog-q").press_sequentially(words, delay=BETWEEN_KEYS)
    _answered(page)


def _answered(page: Any) -> None:
    page.wait_for_selector("dialog .ch-hits[aria-busy=false] > li", timeout=LONGEST)
    page.wait_for_load_state("networkidle")


def _total_of(sent: list[Sent]) -> int:
    total = sum(size for _, size in sent)
    sent.clear()
    return total


@contextmanager
def counted(site: Path) -> Iterator[tuple[str, list[Sent]]]:
    """Serves a site below the path of its address; gives that, and a list to which the name and size of every answer are added."""
    # The canonical link of the front page is the address that the site was built for.
    path = urlsplit(lxml_html.parse(str(site / "index.html")).xpath("string(//link[@rel='canonical']/@href)")).path
    sent: list[Sent] = []
    handler = partial(_Handler, directory=str(site), path=path, sent=sent)
    with _Server(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{path}", sent
        finally:
            server.shutdown()


class _Server(http.server.ThreadingHTTPServer):
    request_queue_size = 128  # with five, as it comes, a browser in haste is now and then refused


class _Handler(http.server.SimpleHTTPRequestHandler):
    def __init__(self, *arguments: Any, path: str, sent: list[Sent], **named: Any) -> None:
        self.below, self.sent = path, sent
        super().__init__(*arguments, **named)

    def do_GET(self) -> None:
        place = Path(self.directory, urlsplit(self.path).path.removeprefix(self.below))
        place = place / "index.html" if place.is_dir() else place
        if not place.is_file():
            self.send_error(404)
            return
        body = _compressed(place) if place.suffix in COMPRESSED else place.read_bytes()
        self.sent.append((place.name, len(body)))
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(place)))
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        if place.suffix in COMPRESSED:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *arguments: Any) -> None:
        pass


@cache
def _compressed(path: Path) -> bytes:
    return gzip.compress(path.read_bytes(), 6, mtime=0)

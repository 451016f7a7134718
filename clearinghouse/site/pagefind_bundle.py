"""Pagefind's bundle: the index of the search, which Pagefind makes of the finished pages of a site."""

import asyncio
import gzip
import json
import zlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from clearinghouse.world.failure import Failure

BUNDLE = "pagefind"
SECONDS_TO_WRITE = 120
PAGES = "{*,*/*,plans/*/*,legislation/*/*,legislation/penalties/by/countries/*}/index.html"
"""Where pages that are found by search lie: other narrowed lists, which are many, lie deeper and are not even read."""
_NEEDED = ("pagefind.js", "pagefind-worker.js", "pagefind-entry.json", "wasm.en.pagefind")
"""What our own script asks for; interfaces that Pagefind brings along would make a third of a small site."""


def write_pagefind(folder: Path) -> None:
    """Lets Pagefind index the pages of a site and write its bundle into it. Raises Failure when it cannot run."""
    try:
        # A thread of its own has no event loop yet; the caller's, which may be a notebook or a browser's driver, can have one.
        with ThreadPoolExecutor(1) as thread:
            thread.submit(asyncio.run, _indexed(folder)).result()
    except Exception as error:  # its service knows no other kind of exception
        raise Failure(f"Pagefind could not make the search index: {error or type(error).__name__}") from None
    for path in (folder / BUNDLE).iterdir():
        if path.is_file() and path.name not in _NEEDED and path.suffix != ".pf_meta":
            path.unlink()


async def _indexed(folder: Path) -> None:
    # Slow to import, and only a build needs it.
    from pagefind.index import IndexConfig
    from pagefind.service import PagefindService

    # One language for all: else every page with another `lang` would become an index of its own, which nobody searches.
    settings = IndexConfig(output_path=str(folder / BUNDLE), force_language="en")
    async with PagefindService() as service:
        index = await service.create_index(settings)
        await index.add_directory(str(folder), glob=PAGES)
        await index.write_files()
        # It answers before its last bytes are on the disk, and is killed at the end of this block: on a busy machine the
        # entry file stayed empty, and with it every search.
        async with asyncio.timeout(SECONDS_TO_WRITE):
            while not is_whole(folder / BUNDLE):
                await asyncio.sleep(0.05)


def is_whole(bundle: Path) -> bool:
    """Whether a bundle of Pagefind has arrived on the disk: as many pages as it says, and no file that was only begun."""
    try:
        entry = json.loads((bundle / "pagefind-entry.json").read_bytes())
        if sum(1 for _ in (bundle / "fragment").iterdir()) != sum(language["page_count"] for language in entry["languages"].values()):
            return False
        paths = [path for path in bundle.rglob("*") if path.is_file()]
        for path in paths:
            if path.suffix in (".pf_meta", ".pf_index", ".pf_filter", ".pf_fragment"):
                gzip.decompress(path.read_bytes())
        return all(path.stat().st_size for path in paths)
    except (OSError, EOFError, ValueError, zlib.error):
        return False

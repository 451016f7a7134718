"""The search index: which pages Pagefind is given, and what it leaves in the site."""

import gzip
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from clearinghouse.site.pagefind_bundle import BUNDLE, write_pagefind
from clearinghouse.world.disk.memory import remembered
from clearinghouse.world.failure import Failure
from tests.support.browser.kinds import addresses
from tests.support.running import chm

SIGNATURE = b"pagefind_dcd"


def fragments(site: Path) -> Iterator[dict[str, Any]]:
    """What Pagefind knows of each page: it compresses JSON behind a signature."""
    for path in (site / BUNDLE / "fragment").iterdir():
        yield json.loads(gzip.decompress(path.read_bytes()).removeprefix(SIGNATURE))


def test_records_activities_countries_and_prose_are_indexed_and_nothing_else(true_site: Path) -> None:
    """No narrowed list but the penalties of a state, no further page of a list, no redirect, no missing page; neither the front page
    nor the search page."""
    indexed = {fragment["url"].removeprefix("/") for fragment in fragments(true_site)}
    assert indexed <= set(addresses(true_site))
    examples = ("trainings/la-2022-07-prosecutors-vang-vieng/", "plans/poa-2016-2020/4.1.2/", "countries/la/", "legislation/la/", "about/")
    assert set(examples) <= indexed
    others = {address for address in indexed if not address.startswith("legislation/penalties/by/countries/")}
    assert not [address for address in others if "/by/" in address or "/page/" in address or "404" in address]
    assert not indexed & {"", "search/"}
    records = [address for address in addresses(true_site) if address.count("/") == 2 and address.startswith(("trainings/", "networks/"))]
    assert len(records) > 100
    assert set(records) <= indexed


def test_every_indexed_page_has_what_a_hit_shows_and_what_sorts_it(true_site: Path) -> None:
    """A title, a line below it, and a last day; a page without one would be left out of an order."""
    for fragment in fragments(true_site):
        assert fragment["meta"]["title"], fragment["url"]
        assert fragment["meta"]["line"], fragment["url"]
        assert fragment["meta"]["ends"], fragment["url"]
        assert fragment["filters"]["collection"], fragment["url"]


def test_text_that_tells_of_other_records_or_of_the_site_is_not_indexed(true_site: Path) -> None:
    """A record is not found by the title of another one, nor by the words of its buttons."""
    contents = {fragment["url"]: fragment["content"] for fragment in fragments(true_site)}
    text = contents["/trainings/la-2022-07-prosecutors-vang-vieng/"]
    assert "Twenty prosecutors of the central provinces" in text
    assert not [words for words in ("Copy link", "Edit this record", "Contributes to", "Confidence high", "Related") if words in text]


def test_a_draft_is_in_no_file_of_the_search(living_site: Path) -> None:
    """Neither in what Pagefind keeps nor beside it."""
    texts = " ".join(json.dumps(fragment) for fragment in fragments(living_site))
    texts += " ".join(path.read_text("utf-8") for path in (living_site / "search").rglob("*.json"))
    assert "Joint investigation" in texts
    assert "raftmarker" not in texts
    assert "7319" not in texts


def test_the_bundle_holds_only_what_our_script_asks_for(true_site: Path) -> None:
    """Pagefind's own interfaces are larger than the index of the whole site."""
    names = {path.name for path in (true_site / BUNDLE).iterdir() if path.is_file() and path.suffix != ".pf_meta"}
    assert names == {"pagefind.js", "pagefind-worker.js", "pagefind-entry.json", "wasm.en.pagefind", "counts.json"}
    languages = json.loads((true_site / BUNDLE / "pagefind-entry.json").read_text("utf-8"))["languages"]
    assert list(languages) == ["en"]


@pytest.mark.long
def test_all_that_the_search_reads_is_the_same_in_every_build(living_site: Path, tmp_path: Path) -> None:
    """The index too, whether its parts are new or were known; a build leaves its parts for the next, and nothing else."""
    site = tmp_path / "site"
    with remembered(site) as memory:
        memory["of an older site"] = b""
    build = chm("build", "--data", "tests/living", "--as-of", "2026-03-10", "--site", site)
    assert build.returncode == 0, build.stderr
    one = searched(living_site)
    assert len(one) > 10
    assert searched(site) == one
    with remembered(site) as memory:
        known = dict(memory)
    assert known
    assert "of an older site" not in known
    write_pagefind(site, known)
    assert known == memory
    assert searched(site) == one


@pytest.mark.long
def test_only_a_part_that_has_changed_is_made_anew(true_site: Path, tmp_path: Path) -> None:
    """The others are those of before; the index is the one that is made from nothing."""
    site, known = tmp_path / "site", dict[str, bytes]()
    shutil.copytree(true_site, site)
    write_pagefind(site, known)
    before = dict(known)
    page = next(site.glob("trainings/*/index.html"))
    page.write_text(page.read_text("utf-8").replace("</h1>", " of quokkas</h1>"), "utf-8")
    shutil.rmtree(site / BUNDLE)
    write_pagefind(site, known)
    assert len(known.keys() - before.keys()) == 1 < len(known)
    assert all(known[key] == before[key] for key in known.keys() & before.keys())
    indexed = searched(site)
    shutil.rmtree(site / BUNDLE)
    write_pagefind(site)
    assert searched(site) == indexed != searched(true_site)


def searched(site: Path) -> dict[str, bytes]:
    """The files of the search."""
    folders = (site / "search", site / BUNDLE)
    return {path.relative_to(site).as_posix(): path.read_bytes() for folder in folders for path in folder.rglob("*") if path.is_file()}


@pytest.mark.long
def test_a_pagefind_that_does_not_run_is_told_in_a_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And the old site stays, since the build has failed."""
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(tmp_path / "no-such-program"))
    (tmp_path / "about").mkdir()
    (tmp_path / "about" / "index.html").write_text("<article><h1 data-pagefind-body>About</h1></article>", "utf-8")
    with pytest.raises(Failure, match=r"Pagefind could not make the search index.*no-such-program"):
        write_pagefind(tmp_path)
    build = chm("build", "--data", "tests/living", "--site", tmp_path / "site")
    assert build.returncode == 2
    assert "Pagefind could not make the search index" in build.stderr
    assert "Traceback" not in build.stderr
    assert not (tmp_path / "site").exists()

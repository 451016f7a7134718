"""ZIM: what Kiwix readers open, checked by libzim itself and read by Kiwix's own programs."""

import re
import shutil
import socket
import subprocess
import time
import urllib.parse
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from libzim.reader import Archive
from libzim.search import Query, Searcher
from libzim.suggestion import SuggestionSearcher

from tests.support.patience import patient
from tests.support.running import in_a_thread

pytestmark = pytest.mark.long

NAME = "clearing-house-2026-11-21"
MOST = 50


@pytest.fixture(scope="module")
def path(true_dist: Path) -> Path:
    """The file."""
    return true_dist / f"{NAME}.zim"


@pytest.fixture(scope="module")
def archive(path: Path) -> Archive:
    """The file, opened."""
    return Archive(path)


def index_hits(archive: Archive, words: str) -> list[str]:
    """What its own index finds."""
    search = Searcher(archive).search(Query().set_query(words))
    return list(search.getResults(0, MOST))


def test_it_is_sound_and_begins_with_the_front_page(archive: Archive) -> None:
    """By its own checksum."""
    assert archive.check()
    assert archive.main_entry.get_item().path == "index.html"
    assert archive.has_fulltext_index
    assert archive.has_title_index
    assert archive.has_illustration(48)
    assert archive.get_metadata("Date") == b"2026-11-21"


def test_it_holds_the_copy_file_by_file(archive: Archive, true_copy: Path) -> None:
    """So all that holds of the copy holds here."""
    names = [file.relative_to(true_copy).as_posix() for file in true_copy.rglob("*") if file.is_file()]
    assert archive.all_entry_count >= len(names) > 1000
    assert [name for name in names if bytes(archive.get_entry_by_path(name).get_item().content) != (true_copy / name).read_bytes()] == []


def test_its_index_finds_records_by_their_words_and_titles(archive: Archive) -> None:
    """And no page by the words of the navigation alone."""
    pages = index_hits(archive, "pangolin")
    assert "figures/fig-pangolins-global/index.html" in pages
    assert all(b"angolin" in bytes(archive.get_entry_by_path(page).get_item().content) for page in pages)
    assert index_hits(archive, "subscribe digests coverage") == []
    titles = SuggestionSearcher(archive).suggest("pangolins")
    assert titles.getEstimatedMatches() > 0


def program(name: str) -> str:
    """One of Kiwix's own."""
    place = shutil.which(name)
    assert place, f"{name} is missing: apt install kiwix-tools"
    return place


@pytest.fixture
def kiwix(path: Path) -> Iterator[str]:
    """The address at which kiwix-serve shows the file."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with subprocess.Popen([program("kiwix-serve"), "--port", str(port), path], stdout=subprocess.DEVNULL) as serve:
        url, until = f"http://127.0.0.1:{port}", time.monotonic() + patient(20)
        while in_a_thread(reached, url) is None:
            assert time.monotonic() < until, "kiwix-serve does not answer"
            time.sleep(0.1)
        yield url
        serve.terminate()


def reached(url: str) -> str | None:
    """The page at an address, or None where nobody answers."""
    try:
        with urllib.request.urlopen(url) as answer:
            return str(answer.read().decode())
    except OSError:
        return None


@pytest.mark.long
def test_kiwix_serves_the_front_page_follows_its_links_and_finds(kiwix: str) -> None:
    """Every link of the front page, and the search of Kiwix."""
    front = f"{kiwix}/{NAME}/index.html"
    page = reached(front)
    assert page
    links = {urllib.parse.urljoin(front, link) for link in re.findall(r'<a [^>]*href="([^":#]+)"', page)}
    assert len(links) > 30
    assert [link for link in links if not reached(link)] == []
    hits = reached(f"{kiwix}/search?content={NAME}&pattern=pangolin")
    assert hits
    assert "figures/fig-pangolins-global/index.html" in hits


@pytest.mark.long
def test_kiwix_search_finds(path: Path) -> None:
    """At the command line."""
    result = subprocess.run([program("kiwix-search"), path, "pangolin"], capture_output=True, text=True, check=True)
    assert "Pangolin" in result.stdout

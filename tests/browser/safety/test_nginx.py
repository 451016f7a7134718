"""The sample for nginx, in a real nginx (Debian's `nginx-light`): what a build writes works as it stands."""

import gzip
import shutil
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from email.message import Message
from pathlib import Path

import pytest

from tests.support.browser.kinds import PAGES, page_of
from tests.support.browser.visit import Visit
from tests.support.patience import patient
from tools.quality.serving import PLACES, served_by_nginx

pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def nginx(living_site: Path) -> Iterator[str]:
    """The living site in an nginx with the sample of its build, its two lines set."""
    program = shutil.which("nginx", path=PLACES)
    assert program, "this test needs nginx: `apt install nginx-light`"
    sample = (living_site / "nginx.conf").read_text("utf-8")
    assert sample.count("/srv/clearing-house/") == sample.count("listen 80;") == 1
    with served_by_nginx(program, living_site) as url:
        yield url


def response_of(url: str, method: str = "GET", **headers: str) -> tuple[int, "Message[str, str]", bytes]:
    """Status, headers and body of an answer."""
    try:
        with urllib.request.urlopen(urllib.request.Request(url, headers=headers, method=method), timeout=patient(20)) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read()


@pytest.mark.parametrize(
    ("path", "kind", "cache"),
    [
        ("", "text/html; charset=utf-8", "no-cache"),
        ("trainings/", "text/html; charset=utf-8", "no-cache"),
        ("assets/look.css", "text/css; charset=utf-8", "no-cache"),
        ("assets/pages/start.js", "text/javascript; charset=utf-8", "no-cache"),
        ("agendas/all.ics", "text/calendar; charset=utf-8", "no-cache"),
        ("feeds/updates.rss", "application/xml; charset=utf-8", "no-cache"),
        ("feeds/updates.atom", "application/xml; charset=utf-8", "no-cache"),
        ("feeds/updates.xml", "text/xml; charset=utf-8", "no-cache"),
        ("assets/mark.svg", "image/svg+xml; charset=utf-8", "no-cache"),
        ("addresses.txt", "text/plain; charset=utf-8", "no-cache"),
    ],
)
def test_a_file_comes_with_its_kind_and_headers(nginx: str, path: str, kind: str, cache: str) -> None:
    """And framed by nobody."""
    status, headers, _ = response_of(nginx + path)
    assert (status, headers["Content-Type"], headers["Cache-Control"]) == (200, kind, cache)
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Content-Security-Policy"].endswith("frame-ancestors 'none'")


def test_what_is_named_by_its_content_is_kept(nginx: str, living_site: Path) -> None:
    """For a year, without being asked for again."""
    fragment = next((living_site / "pagefind/fragment").iterdir())
    assert "immutable" in response_of(f"{nginx}pagefind/fragment/{fragment.name}")[1]["Cache-Control"]


def test_small_pages_may_be_framed(nginx: str) -> None:
    """Those under embed/ alone."""
    assert response_of(f"{nginx}embed/upcoming/")[1]["Content-Security-Policy"].endswith("frame-ancestors *")


def test_a_page_that_is_not_there_is_told_with_its_policy(nginx: str) -> None:
    """In the look of the site; the files for hosts are nobody else's."""
    for path in ("nowhere/", "_headers", "nginx.conf"):
        status, headers, body = response_of(nginx + path)
        assert (status, b"ch-footer" in body) == (404, True), path
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]


def test_nothing_can_be_sent(nginx: str) -> None:
    """The site only gives."""
    assert response_of(nginx, "POST")[0] == 403
    assert response_of(nginx, "DELETE")[0] == 403
    assert response_of(nginx, "HEAD")[0] == 200


def test_pages_come_pressed(nginx: str, living_site: Path) -> None:
    """For weak lines."""
    _, headers, body = response_of(f"{nginx}trainings/", **{"Accept-Encoding": "gzip"})
    assert headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(body) == (living_site / "trainings/index.html").read_bytes()


@pytest.mark.parametrize("ending", ["rss", "atom", "xml"])
def test_a_browser_shows_a_feed_in_its_style(nginx: str, ending: str, visit: Callable[..., Visit]) -> None:
    """Whichever address somebody opens; its elements are shown as blocks, not as bare text."""
    page = visit(f"{nginx}feeds/updates.{ending}").page
    assert page.evaluate("getComputedStyle(document.querySelector('item > title, entry > title')).display") == "block"


@pytest.mark.parametrize("page", PAGES)
def test_a_page_of_each_kind_is_without_fault(page: str, nginx: str, living_site: Path, visit: Callable[..., Visit]) -> None:
    """Under the policy of the header, which nginx puts together."""
    tab = visit(nginx + page_of(page, living_site))
    tab.page.wait_for_load_state("networkidle")
    assert tab.faults == []

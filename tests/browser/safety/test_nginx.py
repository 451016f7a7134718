"""The sample for nginx, in a real nginx (Debian's `nginx-light`): what a build writes works as it stands."""

import gzip
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from email.message import Message
from pathlib import Path

import pytest

from tests.support.browser.kinds import PAGES, page_of
from tests.support.browser.visit import Visit
from tests.support.patience import patient
from tests.support.running import ROOT
from tests.support.serving import PREFIX

pytestmark = pytest.mark.long
AROUND = """daemon off; pid {folder}/pid; error_log {folder}/error.log; worker_processes 1; {user}
events {{ worker_connections 256; }}
http {{ access_log off; client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fast;
uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi; include {folder}/site.conf; }}
"""


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@pytest.fixture(scope="module")
def nginx(living_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The living site in an nginx with the sample of its build, its two lines set."""
    program = shutil.which("nginx", path="/usr/sbin:/usr/local/sbin:/usr/bin:/opt/homebrew/bin")
    assert program, "this test needs nginx: `apt install nginx-light`"
    folder, port = tmp_path_factory.mktemp("nginx"), free_port()
    sample = (living_site / "nginx.conf").read_text("utf-8")
    assert sample.count("/srv/clearing-house/") == sample.count("listen 80;") == 1
    own = sample.replace("/srv/clearing-house/", f"{living_site}/").replace("listen 80;", f"listen 127.0.0.1:{port};")
    (folder / "site.conf").write_text(own, "utf-8")
    user = "user root;" if Path(living_site).owner() == "root" else ""
    (folder / "nginx.conf").write_text(AROUND.format(folder=folder, user=user), "utf-8")
    with subprocess.Popen([program, "-c", str(folder / "nginx.conf")], cwd=ROOT, stderr=subprocess.PIPE, text=True) as server:
        url, until = f"http://127.0.0.1:{port}{PREFIX}", time.monotonic() + patient(20)
        while True:
            assert server.poll() is None, server.stderr and server.stderr.read()
            try:
                response_of(url)
                break
            except OSError:
                assert time.monotonic() < until
                time.sleep(0.05)
        yield url
        server.terminate()


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
        ("feeds/updates.rss", "application/rss+xml; charset=utf-8", "no-cache"),
        ("feeds/updates.atom", "application/atom+xml; charset=utf-8", "no-cache"),
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
    (bundle,) = (living_site / "assets/javascripts").glob("bundle.*.js")
    assert "immutable" in response_of(f"{nginx}assets/javascripts/{bundle.name}")[1]["Cache-Control"]


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


@pytest.mark.parametrize("page", PAGES)
def test_a_page_of_each_kind_is_without_fault(page: str, nginx: str, living_site: Path, visit: Callable[..., Visit]) -> None:
    """Under the policy of the header, which nginx puts together."""
    tab = visit(nginx + page_of(page, living_site))
    tab.page.wait_for_load_state("networkidle")
    assert tab.faults == []

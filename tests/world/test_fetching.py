"""Fetching: what is published is read whole, within bounds, and only where the host lets machines read."""

import gzip
import http.server
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

import pytest

from clearinghouse.world.web.fetching import Fetcher, Stamp
from clearinghouse.world.web.line import Line, Trouble
from clearinghouse.world.web.pace import Pace

AGENT = "clearing-house-harvest/1"
MOST = 100_000


class Host(http.server.ThreadingHTTPServer):
    """A host that answers as the test wants. asked: the paths and the headers of what was asked."""

    daemon_threads = True

    def __init__(self) -> None:
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.robots = ""
        self.status_of_robots = 200
        super().__init__(("127.0.0.1", 0), _Handler)

    @property
    def url(self) -> str:
        """Its address, without a slash at the end."""
        return f"http://127.0.0.1:{self.server_port}"

    @property
    def paths(self) -> list[str]:
        """What was asked, in order."""
        return [path for path, _ in self.asked]

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Who hangs up is part of the matter."""


class _Handler(http.server.BaseHTTPRequestHandler):
    server: Host

    def do_GET(self) -> None:
        self.server.asked.append((self.path, {name.casefold(): value for name, value in self.headers.items()}))
        if self.path == "/robots.txt":
            return self._say(self.server.robots.encode(), self.server.status_of_robots)
        with suppress(OSError):
            getattr(self, "_" + self.path.strip("/").replace("-", "_").partition("/")[0])()

    def _say(self, body: bytes, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _fine(self) -> None:
        if self.headers.get("If-None-Match") == '"one"':
            return self._say(b"", 304)
        self._say(b"fine", ETag='"one"')

    def _packed(self) -> None:
        self._say(gzip.compress(b"fine"), Content_Encoding="gzip")

    def _bomb(self) -> None:
        self._say(gzip.compress(bytes(500 * MOST)), Content_Encoding="gzip")

    def _broken_off(self) -> None:
        self._say(gzip.compress(b"fine" * 1000)[:-9], Content_Encoding="gzip")

    def _no_gzip(self) -> None:
        self._say(b"fine", Content_Encoding="gzip")

    def _brotli(self) -> None:
        self._say(b"fine", Content_Encoding="br")

    def _endless(self) -> None:
        self.send_response(200)
        self.end_headers()
        while True:
            self.wfile.write(bytes(65_536))

    def _drips(self) -> None:
        self.send_response(200)
        self.end_headers()
        for _ in range(100):
            self.wfile.write(b"drop")
            time.sleep(0.05)

    def _circle(self) -> None:
        self._say(b"", 302, Location="/circle")

    def _elsewhere(self) -> None:
        self._say(b"", 302, Location="/fine")

    def _to_disk(self) -> None:
        self._say(b"", 302, Location="file:///etc/passwd")

    def _gone(self) -> None:
        self._say(b"", 410)

    def log_message(self, format: str, *args: Any) -> None:
        pass


@pytest.fixture
def host() -> Iterator[Host]:
    """A host."""
    with Host() as server:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield server
        server.shutdown()


def fetcher(timeout: float = 5.0, may_be_local: bool = True, sleep: Callable[[float], None] = lambda seconds: None) -> Fetcher:
    """One that does not wait for its turn."""
    return Fetcher(Line(Pace(1.0, lambda: 0.0, sleep), timeout, may_be_local), AGENT, MOST)


@contextmanager
def trouble(why: str) -> Iterator[None]:
    """Expects that nothing is read, and why."""
    with pytest.raises(Trouble) as caught:
        yield
    assert str(caught.value) == why


@pytest.mark.parametrize("path", ["/fine", "/packed", "/elsewhere"])
def test_what_is_published_is_read(host: Host, path: str) -> None:
    """Packed or not, and where redirects lead."""
    assert fetcher().page(host.url + path).content == b"fine"


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("/bomb", "more than 0.1 MB, cut off"),
        ("/endless", "more than 0.1 MB, cut off"),
        ("/broken-off", "what it sent broke off"),
        ("/no-gzip", "what it sent cannot be unpacked"),
        ("/brotli", "packed in a way that was not asked for"),
        ("/circle", "more than 5 redirects"),
        ("/to-disk", "302 Found, to no web address"),
        ("/gone", "410 Gone"),
    ],
)
def test_what_is_too_large_broken_or_elsewhere_is_not(host: Host, path: str, why: str) -> None:
    """The reason is in our words, never in a stranger's."""
    with trouble(why):
        fetcher().page(host.url + path)


def test_what_drips_is_cut_off(host: Host) -> None:
    """Each drop comes in time, all of them never do."""
    begin = time.monotonic()
    with trouble("no answer within 0.4 s"):
        fetcher(timeout=0.4).page(host.url + "/drips")
    assert time.monotonic() - begin < 3


def test_a_private_network_is_left_alone(host: Host) -> None:
    """Unless whoever runs it says otherwise."""
    with trouble("its robots.txt cannot be read: leads into a private network"):
        fetcher(may_be_local=False).page(host.url + "/fine")
    assert host.asked == []


def test_what_is_as_it_was_is_not_sent_again(host: Host) -> None:
    """By the stamp of the last time."""
    reader = fetcher()
    page = reader.page(host.url + "/fine")
    assert page.stamp == Stamp('"one"')
    again = reader.page(host.url + "/fine", page.stamp)
    assert (again.is_unchanged, again.content, again.stamp) == (True, b"", page.stamp)
    assert host.paths == ["/robots.txt", "/fine", "/fine"]


def test_robots_txt_is_heeded(host: Host) -> None:
    """It is read once for a host; also a redirect asks for leave; its delay is kept, up to a bound."""
    slept: list[float] = []
    host.robots = "User-agent: clearing-house-harvest\nDisallow: /packed\nCrawl-delay: 7\nUser-agent: *\nDisallow: /\n"
    reader = fetcher(sleep=slept.append)
    with trouble("its robots.txt lets no machine read it"):
        reader.page(host.url + "/packed")
    assert reader.page(host.url + "/elsewhere").content == b"fine"
    assert host.paths == ["/robots.txt", "/elsewhere", "/fine"]
    assert max(slept) >= 7


@pytest.mark.parametrize(("status", "is_read"), [(404, True), (403, True), (500, False), (503, False)])
def test_a_host_without_robots_txt_may_be_read_and_one_that_cannot_tell_not(host: Host, status: int, is_read: bool) -> None:
    """As RFC 9309 §2.3.1 has it."""
    host.status_of_robots = status
    if is_read:
        assert fetcher().page(host.url + "/fine").content == b"fine"
    else:
        with pytest.raises(Trouble, match=r"its robots\.txt cannot be read: 50"):
            fetcher().page(host.url + "/fine")

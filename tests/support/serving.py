"""Serving: a web server for the tests, as plain as those of public hosts, which heed `_headers` as some of those do."""

import http.server
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml

from tests.support.running import LIVING, ROOT, TRUE

SITE_URL: str = yaml.load((ROOT / "mkdocs.yml").read_text("utf-8"), yaml.CSafeLoader)["site_url"]
PREFIX = urlsplit(SITE_URL).path
"""The site lies below the root of its host, for the tests as for readers."""
_DAYS: dict[str, str] = {}


def seen_on(url: str) -> str:
    """Noon of the day on which the site of an address was built, as its readers see it: tests must not age."""
    return next((day for site, day in _DAYS.items() if url.startswith(site)), TRUE[-1]) + "T12:00:00Z"


def headers_beside(folder: Path, path: str) -> list[tuple[str, str]]:
    """The headers that `_headers` of a site wants beside the answer to a path; those of all rules that match."""
    headers, matches = [], False
    for line in (folder / "_headers").read_text("utf-8").splitlines() if (folder / "_headers").exists() else ():
        if line.startswith("/"):
            matches = path.startswith(line.removesuffix("*")) if line.endswith("*") else path == line
        elif matches and line.startswith("  "):
            name, _, value = line.strip().partition(": ")
            headers.append((name, value))
    return headers


class _Handler(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    tells_headers = True

    def translate_path(self, path: str) -> str:
        return super().translate_path("/" + path.removeprefix(PREFIX)) if path.startswith(PREFIX) else ""

    def list_directory(self, path: Any) -> None:
        """Public hosts show nobody what lies in a folder without a page."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        self._send(HTTPStatus(code), Path(self.directory, "404.html").read_bytes() if code == HTTPStatus.NOT_FOUND else b"", "text/html")

    def _send(self, status: HTTPStatus, body: bytes, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def end_headers(self) -> None:
        if self.tells_headers:
            for name, value in headers_beside(Path(self.directory), urlsplit(self.path).path):
                self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        pass


class _Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128  # with five, as it comes, a browser in haste is now and then refused

    def __init__(self, *how: Any) -> None:
        super().__init__(*how)
        self.connections: list[socket.socket] = []

    def get_request(self) -> tuple[socket.socket, Any]:
        connection, at = super().get_request()
        self.connections.append(connection)
        return connection, at

    def hang_up(self) -> None:
        """Ends the connections that browsers keep open: whoever asks again finds nobody."""
        for connection in self.connections:
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that left before it had all is no error."""


@contextmanager
def served(folder: Path, tells_headers: bool = True) -> Iterator[str]:
    """Serves a folder on 127.0.0.1 below the path of site_url; gives the address of its front page.

    tells_headers: whether this host heeds `_headers`; else the policy stands in the pages alone.
    """
    handler = _Handler if tells_headers else type("_Plain", (_Handler,), {"tells_headers": False})
    with _Server(("127.0.0.1", 0), partial(handler, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        url = f"http://127.0.0.1:{server.server_port}{PREFIX}"
        _DAYS[url] = (LIVING if "living" in folder.name else TRUE)[-1]
        yield url
        server.shutdown()
        server.hang_up()

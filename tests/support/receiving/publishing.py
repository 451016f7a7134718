"""Publishing: a site of somebody else, on this machine, under a name that everyone could open: what is gathered names its pages."""

import http.server
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from typing import Any

import pytest

HOST = "there.example.org"
_asked_for = socket.getaddrinfo


class Site(http.server.ThreadingHTTPServer):
    """pages: what is published, by path; stubborn: paths of which it always says that nothing has changed; asked: the paths that were
    asked for, with their statuses."""

    daemon_threads = True

    def __init__(self) -> None:
        self.pages: dict[str, bytes] = {}
        self.stubborn: set[str] = set()
        self.asked: list[tuple[str, int]] = []
        super().__init__(("127.0.0.1", 0), _Handler)

    @property
    def url(self) -> str:
        """Its address, ending in a slash."""
        return f"http://{HOST}:{self.server_port}/"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Who hangs up has heard enough."""


class _Handler(http.server.BaseHTTPRequestHandler):
    server: Site

    def do_GET(self) -> None:
        body = self.server.pages.get(self.path)
        etag = f'"{sha256(body).hexdigest()}"' if body is not None else ""
        is_same = self.headers.get("If-None-Match") == etag or self.path in self.server.stubborn
        status = 404 if body is None else 304 if is_same else 200
        self.server.asked.append((self.path, status))
        content = body if body is not None and status == 200 else b""
        self.send_response(status)
        if etag:
            self.send_header("ETag", etag)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        with suppress(OSError):
            self.wfile.write(content)

    def log_message(self, format: str, *args: Any) -> None:
        pass


@contextmanager
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """Publishes until the end; every name ending in example.org leads to this machine."""

    def places(host: str, *rest: Any, **more: Any) -> Any:
        return _asked_for("127.0.0.1" if host.endswith("example.org") else host, *rest, **more)

    monkeypatch.setattr(socket, "getaddrinfo", places)
    with Site() as server:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield server
        server.shutdown()

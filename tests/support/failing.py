"""A web server on which everything goes wrong that can: the ways of failing by path, and what was asked of it."""

import contextlib
import http.server
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from email.message import Message
from pathlib import Path
from typing import Any

REDIRECTS = {
    "/circle": (302, "/circle-back"),
    "/circle-back": (302, "/circle"),
    "/itself": (301, "/itself"),
    "/to-mail": (302, "mailto:office@office.example"),
    "/to-file": (301, "file:///etc/passwd"),
    "/for-good": (301, "/for-good-too"),
    "/for-good-too": (308, "/fine"),
    "/for-now": (302, "/fine"),
    "/half-for-good": (301, "/for-now"),
    "/to-gone": (301, "/410"),
    "/to-no-address": (302, "http://[x"),
}
LONGER_THAN_ANY_TIMEOUT = 3.0


class Failing(http.server.ThreadingHTTPServer):
    """requests: (method, path) in the order of asking; headers: of each; times: what a clock says at each; clock: that clock."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self) -> None:
        self.requests: list[tuple[str, str]] = []
        self.headers: list[Message] = []
        self.times: list[float] = []
        self.clock: Callable[[], float] = time.monotonic
        self.delay = 0.0
        super().__init__(("127.0.0.1", 0), _Handler)

    @property
    def url(self) -> str:
        """Its address, without a slash at the end."""
        return f"http://127.0.0.1:{self.server_port}"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """That somebody hangs up on it is part of the matter."""


class _Handler(http.server.BaseHTTPRequestHandler):
    server: Failing

    def do_HEAD(self) -> None:
        self._answer()

    def do_GET(self) -> None:
        self._answer()

    def _answer(self) -> None:
        self.server.requests.append((self.command, self.path))
        self.server.headers.append(self.headers)
        self.server.times.append(self.server.clock())
        time.sleep(self.server.delay)
        path, times = self.path, sum(path == self.path for _, path in self.server.requests)
        if path in REDIRECTS:
            status, to = REDIRECTS[path]
            return self._say(status, Location=to)
        if path.startswith("/chain/"):
            return self._say(302, Location=f"/chain/{int(path.rpartition('/')[2]) + 1}")
        if path == "/elsewhere":
            return self._say(302, Location=f"http://localhost:{self.server.server_port}/fine")
        if path == "/to-thai":  # unescaped, as some servers send it
            return self._raw("HTTP/1.1 301 Moved Permanently\r\nLocation: /ข่าว\r\nContent-Length: 0\r\n\r\n".encode())
        if path == "/to-nowhere":
            return self._say(302)
        if path.startswith("/until-"):  # /until-3/500: fails so often, then is fine
            often, code = map(int, path.removeprefix("/until-").split("/"))
            return self._say(200 if times > often else code, Retry_After="7")
        if path.startswith("/to-machines/"):  # /to-machines/404/200: the one status for machines, the other for browsers
            of_machines, of_browsers = map(int, path.removeprefix("/to-machines/").split("/"))
            return self._say(of_browsers if self.headers["User-Agent"].startswith("Mozilla/5.0 (") else of_machines)
        if path == "/gives-what-is-asked-for":
            is_asked = self.headers["Accept"].startswith("text/html,") and self.headers["Accept-Language"].startswith("en")
            return self._say(200 if is_asked else 406)
        if path in ("/gate", "/sends-back") and "pass=1" in self.headers.get("Cookie", ""):
            return self._say(200)
        if path in ("/gate", "/keeper", "/sends-back", "/on-to-another"):  # the keeper gives the cookie that the gate wants
            another = f"http://localhost:{self.server.server_port}/fine"
            to = {"/gate": "/keeper", "/keeper": "/gate", "/sends-back": "/sends-back", "/on-to-another": another}[path]
            return self._say(302, Location=to, **({} if path == "/gate" else {"Set_Cookie": "pass=1; Path=/"}))
        if path == "/many-cookies":
            return self._say(302, Set_Cookie=f"c{times}={'x' * 5000}; Path=/", Location=path)
        if path == "/get-only":
            return self._say(405 if self.command == "HEAD" else 200)
        if path == "/head-hangs-up" and self.command == "GET":
            return self._say(200)
        if path in ("/hangs-up", "/head-hangs-up"):
            self.connection.shutdown(socket.SHUT_RDWR)
            return None
        if path == "/no-http":
            return self._raw(b"220 mail.example ESMTP\r\n")
        if path == "/slow":
            return _sleep()
        if path == "/drips":
            return self._drip()
        if path == "/endless" and self.command == "GET":
            return self._endless()
        if path == "/endless-head":
            return self._raw(b"HTTP/1.1 200 OK\r\n" + b"X-More: and more\r\n" * 5000)
        digits = path[1:].partition("/")[0]
        self._say(int(digits) if digits.isdecimal() else 405 if path == "/endless" else 200)

    def _say(self, status: int, **headers: str) -> None:
        self.send_response(status, "<b>a stranger's words</b> @everybody")
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _raw(self, content: bytes) -> None:
        with contextlib.suppress(OSError):
            self.wfile.write(content)

    def _drip(self) -> None:
        with contextlib.suppress(OSError):
            for letter in b"HTTP/1.1 200 OK\r\nX-Slow: " + b"z" * 1000:
                self.wfile.write(bytes([letter]))
                time.sleep(0.05)

    def _endless(self) -> None:
        self.send_response(200)
        self.end_headers()
        with contextlib.suppress(OSError):
            while True:
                self.wfile.write(b"z" * 65536)

    def log_message(self, format: str, *args: Any) -> None:
        pass


def _sleep() -> None:
    time.sleep(LONGER_THAN_ANY_TIMEOUT)


@contextlib.contextmanager
def failing(certificate: Path | None = None) -> Iterator[Failing]:
    """Serves until the end. certificate: a file with a certificate and its key, for https."""
    with Failing() as server:
        if certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
            server.socket = context.wrap_socket(server.socket, server_side=True)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


def certificate_of(name: str, folder: Path, days: int = 2) -> Path:
    """A certificate for a host that nobody has signed but itself, with its key in the same file."""
    file = folder / f"{name}.pem"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", str(days), "-subj", f"/CN={name}"]
    command += ["-addext", f"subjectAltName=DNS:{name}", "-keyout", str(folder / f"{name}.key"), "-out", str(file)]
    subprocess.run(command, check=True, capture_output=True)
    file.write_bytes(file.read_bytes() + (folder / f"{name}.key").read_bytes())
    return file

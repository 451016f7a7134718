"""Serving: a built site comes in, and the address of its front page leaves, on a server that compresses as a public one does.

A real nginx with the settings that the build wrote, where there is one; else a small server of Python's.
"""

import gzip
import http.server
import shutil
import socket
import subprocess
import tempfile
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from pathlib import Path
from urllib.parse import urlsplit

import yaml

from clearinghouse.world.browser.browser import is_root
from clearinghouse.world.failure import Failure
from clearinghouse.world.root import ROOT

PLACES = "/usr/sbin:/usr/local/sbin:/usr/bin:/usr/local/bin:/opt/homebrew/bin"
AROUND = """daemon off; pid {folder}/pid; error_log {folder}/error.log; worker_processes 1; {user}
events {{ worker_connections 256; }}
http {{ access_log off; client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fast;
uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi; include {folder}/site.conf; }}
"""
PRESSED = (".html", ".css", ".js", ".json", ".svg", ".txt", ".xml", ".rss", ".atom", ".ics", ".csv")
LASTING = ("pagefind/fragment/", "pagefind/index/", "pagefind/filter/")
"""Folders of files that are named by their content."""
PATIENCE = 20
"""In seconds: how long a server may take to begin."""


def prefix() -> str:
    """The path below which the public site lies."""
    settings: str = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))["site_url"]
    return urlsplit(settings).path


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serves a site until the end; gives the address of its front page. Raises Failure."""
    program = shutil.which("nginx", path=PLACES)
    with served_by_nginx(program, site) if program else _served_by_python(site) as url:
        yield url


@contextmanager
def served_by_nginx(program: str, site: Path) -> Iterator[str]:
    """Serves a site with the sample of its build, the two lines of which are set. Raises Failure where it does not start."""
    sample, port = (site / "nginx.conf").read_text("utf-8"), _free_port()
    own = sample.replace("/srv/clearing-house/", f"{site.resolve()}/").replace("listen 80;", f"listen 127.0.0.1:{port};")
    with tempfile.TemporaryDirectory(prefix="chm-nginx-") as folder:
        Path(folder, "site.conf").write_text(own, "utf-8")
        settings = AROUND.format(folder=folder, user="user root;" if is_root() else "")
        Path(folder, "nginx.conf").write_text(settings, "utf-8")
        with subprocess.Popen([program, "-c", str(Path(folder, "nginx.conf"))], cwd=folder, stderr=subprocess.PIPE, text=True) as server:
            try:
                url = f"http://127.0.0.1:{port}{prefix()}"
                _wait_for(url, server)
                yield url
            finally:
                server.terminate()


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _wait_for(url: str, server: "subprocess.Popen[str]") -> None:
    until = time.monotonic() + PATIENCE
    while True:
        if server.poll() is not None:
            raise Failure(f"nginx does not start: {server.stderr.read().strip() if server.stderr else ''}")
        try:
            with urllib.request.urlopen(url, timeout=PATIENCE):
                return
        except OSError:
            if time.monotonic() > until:
                raise Failure(f"nginx does not answer at {url}") from None
            time.sleep(0.05)


@cache
def _pressed(path: Path) -> bytes:
    return gzip.compress(path.read_bytes(), mtime=0)


class _Handler(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """A file as it is kept, or the page for wrong addresses."""
        beginning, path = prefix(), urlsplit(self.path).path
        inside = path.removeprefix(beginning) if path.startswith(beginning) else "404.html"
        file = Path(self.directory, inside)
        file = file / "index.html" if file.is_dir() else file
        status = 200 if file.is_file() else 404
        file = file if file.is_file() else Path(self.directory, "404.html")
        presses = file.suffix in PRESSED and "gzip" in self.headers.get("Accept-Encoding", "")
        body = _pressed(file) if presses else file.read_bytes()
        self.send_response(status)
        self.send_header("Content-Type", self.guess_type(str(file)) + ("; charset=utf-8" if file.suffix in PRESSED else ""))
        self.send_header("Cache-Control", "public, max-age=31536000, immutable" if inside.startswith(LASTING) else "no-cache")
        if presses:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Nobody reads along."""


class _Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that left before it had all is no error."""


@contextmanager
def _served_by_python(site: Path) -> Iterator[str]:
    with _Server(("127.0.0.1", 0), partial(_Handler, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{prefix()}"
        server.shutdown()

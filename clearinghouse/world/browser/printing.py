"""Printing: addresses of pages on the disk come in, PDF files leave, made by one headless browser that is asked through a pipe.

Chromium speaks its DevTools protocol over two pipes: JSON messages, each ended by a zero byte. So nothing is installed for it.
"""

import base64
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from typing import IO, Any

from clearinghouse.world.browser.browser import browser
from clearinghouse.world.failure import Failure

SCALES = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5)
"""How small a sheet may become until it is one page."""
_PAGE = re.compile(rb"/Type\s*/Page\b")
_FLAGS = (
    "--headless",
    "--disable-gpu",
    "--no-first-run",
    "--disable-extensions",
    "--disable-background-networking",
    "--remote-debugging-pipe",
)


def pages_of(pdf: bytes) -> int:
    """How many pages a PDF file of Chromium has."""
    return len(_PAGE.findall(pdf))


class Printer:
    """A browser with one open page."""

    def __init__(self, to: IO[bytes], back: IO[bytes]) -> None:
        self._to, self._back, self._numbers = to, back, count(1)
        self._buffer = b""
        target = self._ask("Target.createTarget", url="about:blank")["targetId"]
        self._session = self._ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self._ask("Page.enable")

    _session: str | None = None

    def pdf(self, url: str, one_page: bool = False) -> bytes:
        """A page of the disk as a PDF file; with one_page it is made smaller until it fits, if it can."""
        self._ask("Page.navigate", url=url)
        self._wait("Page.loadEventFired")
        pdf = b""
        for scale in SCALES if one_page else SCALES[:1]:
            pdf = base64.b64decode(self._ask("Page.printToPDF", preferCSSPageSize=True, scale=scale)["data"])
            if pages_of(pdf) == 1:
                break
        return pdf

    def _ask(self, method: str, **parameters: Any) -> Any:
        number = next(self._numbers)
        message = {"id": number, "method": method, "params": parameters} | ({"sessionId": self._session} if self._session else {})
        self._to.write(json.dumps(message).encode() + b"\0")
        self._to.flush()
        while True:
            answer = self._message()
            if answer.get("id") == number:
                if "error" in answer:
                    raise Failure(f"the browser cannot print: {answer['error'].get('message')}")
                return answer["result"]
            self._seen = answer.get("method")

    def _wait(self, event: str) -> None:
        while self._seen != event:
            self._seen = self._message().get("method")
        self._seen = None

    _seen: str | None = None

    def _message(self) -> dict[str, Any]:
        while b"\0" not in self._buffer:
            more = os.read(self._back.fileno(), 1 << 20)
            if not more:
                raise Failure("the browser has gone before all was printed")
            self._buffer += more
        text, _, self._buffer = self._buffer.partition(b"\0")
        message: dict[str, Any] = json.loads(text)
        return message


@contextmanager
def printer() -> Iterator[Printer]:
    """A browser for as long as the block lasts. Raises Failure where there is none, or on Windows, which has no such pipes."""
    if sys.platform == "win32":
        raise Failure("PDF files are made on Linux and macOS alone: leave out --print")
    program = browser()
    asked, ask = os.pipe()
    hear, told = os.pipe()
    root = ["--no-sandbox"] if os.geteuid() == 0 else []

    def places() -> None:  # the browser reads from 3 and writes to 4
        os.dup2(asked, 30)
        os.dup2(told, 31)
        os.dup2(30, 3)
        os.dup2(31, 4)

    with tempfile.TemporaryDirectory(prefix="chm-print-", ignore_cleanup_errors=True) as profile:
        command = [str(program), *_FLAGS, *root, f"--user-data-dir={profile}", "about:blank"]
        with subprocess.Popen(command, preexec_fn=places, close_fds=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            os.close(asked)
            os.close(told)
            try:
                with os.fdopen(ask, "wb") as to, os.fdopen(hear, "rb") as back:
                    yield Printer(to, back)
            finally:
                process.terminate()

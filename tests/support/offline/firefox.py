"""Firefox: Debian's own, driven by the protocol that it brings along (Marionette), since Playwright only drives builds of its own."""

import json
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.support.patience import patient

LONGEST = patient(60)


class Firefox:
    """A window. Messages are `length:[kind, number, name or error, parameters or result]`."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self._buffer = b""
        self._number = 0
        self._received()  # the greeting

    def _received(self) -> Any:
        while b":" not in self._buffer:
            self._read()
        length, _, rest = self._buffer.partition(b":")
        self._buffer = rest
        while len(self._buffer) < int(length):
            self._read()
        text, self._buffer = self._buffer[: int(length)], self._buffer[int(length) :]
        return json.loads(text)

    def _read(self) -> None:
        more = self._connection.recv(65536)
        assert more, "Firefox has gone"
        self._buffer += more

    def ask(self, command: str, **parameters: Any) -> Any:
        """Sends a command of WebDriver and gives its answer."""
        self._number += 1
        text = json.dumps([0, self._number, f"WebDriver:{command}", parameters]).encode()
        self._connection.sendall(str(len(text)).encode() + b":" + text)
        _, _, error, result = self._received()
        assert error is None, error
        return result

    def go(self, url: str) -> None:
        """Opens an address and waits until it is loaded."""
        self.ask("Navigate", url=url)

    def run(self, script: str, *arguments: Any) -> Any:
        """What a script returns in the page."""
        return self.ask("ExecuteScript", script=script, args=list(arguments))["value"]

    def until(self, condition: str) -> None:
        """Waits until an expression is true in the page."""
        end = time.monotonic() + LONGEST
        while not self.run(f"return Boolean({condition})"):
            assert time.monotonic() < end, f"never so: {condition}"
            time.sleep(0.05)


@contextmanager
def firefox(profile: Path) -> Iterator[Firefox]:
    """A headless Firefox with a profile of its own, for which every host is out of reach."""
    program = shutil.which("firefox-esr") or shutil.which("firefox")
    assert program, "Firefox is missing: apt install firefox-esr"
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = {
        "marionette.port": port,
        "network.dns.disabled": True,
        "app.update.enabled": False,
        "datareporting.policy.dataSubmissionEnabled": False,
    }
    lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in settings.items()]
    (profile / "user.js").write_text("\n".join(lines), encoding="utf-8")
    command = [program, "--headless", "--marionette", "--no-remote", "--profile", str(profile)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            with _connected(port) as connection:
                window = Firefox(connection)
                window.ask("NewSession", capabilities={"alwaysMatch": {}})
                yield window
        finally:
            process.terminate()


def _connected(port: int) -> socket.socket:
    end = time.monotonic() + LONGEST
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port), timeout=LONGEST)
        except OSError:
            assert time.monotonic() < end, "Firefox does not answer"
            time.sleep(0.1)

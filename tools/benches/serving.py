"""The bench of chm serve: a data folder comes in; how soon an edit is to be seen over HTTP leaves."""

import os
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tools.benches.checkout import DAY, Checkout
from tools.benches.commands import Beside
from tools.benches.edits import edit, edited
from tools.benches.figures import Measure

LONGEST = 1800
"""Seconds after which nobody waits any more."""
PAUSE, LONG_PAUSE = 0.02, 0.5
"""Seconds between two looks at a page, and at what follows with the whole site."""


def servings(checkouts: Sequence[Checkout], data: Path, size: int, repeat: int) -> Iterator[Beside]:
    """Seconds from saving a record to its page, and to its file of the API, which follows with the whole site."""
    yield [_serving(checkout, data, size, repeat) for checkout in checkouts]


def _serving(checkout: Checkout, data: Path, size: int, repeat: int) -> Measure:
    record = edited(data)
    pages, wholes = [], []
    began = time.perf_counter()
    with _served(checkout, data) as address:
        start = time.perf_counter() - began
        page, whole = f"{address}trainings/{record.stem}/", f"{address}api/v1/trainings/{record.stem}.json"
        for run in range(repeat):
            title = f"Wildlife cases, version {run}"
            _await(page, "", PAUSE)  # as somebody looks at it who writes
            began = time.perf_counter()
            edit(record, title)
            _await(page, title, PAUSE)
            pages.append(time.perf_counter() - began)
            _await(whole, title, LONG_PAUSE)
            wholes.append(time.perf_counter() - began)
    return Measure("an edit in chm serve", size, {"page s": pages, "whole site s": wholes, "start s": [start]})


@contextmanager
def _served(checkout: Checkout, data: Path) -> Iterator[str]:
    """Serves the site of a folder; gives its address once it is there."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = checkout.command("serve", "--data", data, "--as-of", DAY, "--address", f"127.0.0.1:{port}")
    around = {**os.environ, **checkout.surroundings, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, cwd=checkout.root, env=around, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        try:
            line = next((line for line in server.stdout if line.startswith("serving at ")), "")
            if not line:
                raise RuntimeError("chm serve has ended before it served anything")
            yield line.removeprefix("serving at ").partition(", until")[0]
        finally:
            server.terminate() if os.name == "nt" else server.send_signal(signal.SIGINT)


def _await(address: str, words: str, pause: float) -> None:
    """Asks for a document until it holds the words. Raises RuntimeError where it never does."""
    until = time.monotonic() + LONGEST
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(address, timeout=LONGEST) as answer:
                if words in answer.read().decode():
                    return
        except urllib.error.HTTPError:
            pass  # while the whole site takes the old one's place
        time.sleep(pause)
    raise RuntimeError(f"{address} does not show “{words}” after {LONGEST} seconds")

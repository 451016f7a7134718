"""The bench of the relay: a data folder comes in; what twenty messages at once take, and how much of a processor each, leaves.

    python -m tools.benches.relay [data]

Twelve rounds, of which the middle one counts: half bring new records, half change some that are there.
"""

import json
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from clearinghouse.reading.files.strict_yaml import read_yaml
from clearinghouse.records.written.messages.message import Message, message_text
from clearinghouse.records.written.messages.reference_numbers import reference_number
from clearinghouse.world.root import ROOT
from tools.benches.measuring import family_of

AT_ONCE, ROUNDS = 20, 12
_KEPT = ("title", "kind", "summary", "starts", "undated", "note", "place", "host", "serves", "status", "confidence")
_SOURCE = {"url": "https://example.org/news", "publisher": "An office", "kind": "government page", "accessed": "2026-11-21"}


def bodies_of(data: Path) -> Iterator[list[bytes]]:
    """What is sent in each round."""
    for texts in texts_of(data):
        yield [json.dumps({"message": text}).encode() for text in texts]


def texts_of(data: Path, rounds: int = ROUNDS) -> Iterator[list[str]]:
    """The messages of each round."""
    paths = sorted(path for path in (data / "trainings").glob("*.yml") if not path.name.startswith("_"))
    number = 0
    for _ in range(rounds):
        messages = []
        for place in range(AT_ONCE):
            number += 1
            reference = reference_number(2026, [number % 32, number // 32 % 32, 1, 0, 0, 0, 0])
            path = paths[number % len(paths)]
            messages.append(_new(path, number, reference) if place % 2 else _change(path, reference))
        yield [message_text(message, "A request", [("Title", "Ivory")], "Please leave the lines below.") for message in messages]


def _new(path: Path, number: int, reference: str) -> Message:
    document = read_yaml(path.name, path.read_bytes())
    data = {} if isinstance(document, list) else document.data
    kept: dict[str, Any] = {key: data[key] for key in _KEPT if key in data}
    kept |= {"title": f"{kept.get('title', 'Ivory')}, part {number}", "sources": [_SOURCE], "published": "2026-11-27"}
    return Message("new", f"trainings/th-2027-03-bench-{number}", reference, data=kept)


def _change(path: Path, reference: str) -> Message:
    change = {"id": "by-the-bench", "on": "2026-11-27", "what": "corrected", "note": "The summary is plainer."}
    put = {"summary": "Officers learn to tell ivory from bone."}
    return Message("change", f"trainings/{path.stem}", reference, put=put, added={"changes": [change]})


@contextmanager
def _running(data: Path, port: int) -> Iterator[int]:
    """A relay that answers at a port; gives the number of its process."""
    with tempfile.TemporaryDirectory() as folder:
        command: list[str | Path] = [sys.executable, "-P", "-m", "clearinghouse.commands.shell", "relay", "--data", data.absolute()]
        command += ["--address", f"127.0.0.1:{port}", "--proposals", Path(folder) / "proposals"]
        command += ["--per-address", "100000", "--in-all", "100000"]
        with subprocess.Popen(command, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE) as service:
            assert service.stdout
            service.stdout.readline()
            try:
                yield service.pid
            finally:
                service.terminate()


def _sent(port: int, body: bytes) -> tuple[int, float]:
    """The status of an answer, and how many milliseconds it took. Written by hand: who sends must not take the time of who answers."""
    head = f"POST /proposals HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n"
    began = time.perf_counter()
    with socket.create_connection(("127.0.0.1", port), timeout=60) as line:
        line.sendall(f"{head}Connection: close\r\n\r\n".encode("ascii") + body)
        answer = b""
        while more := line.recv(65_536):
            answer += more
    return int(answer.split(b" ", 2)[1]), (time.perf_counter() - began) * 1000


def _processor(process: int) -> float:
    """Milliseconds that a process and those that work for it have used of a processor so far."""
    lines = [Path(f"/proc/{one}/stat").read_text("ascii").rpartition(")")[2].split() for one in family_of(process)]
    return sum(int(line[11]) + int(line[12]) for line in lines) * 1000 / os.sysconf("SC_CLK_TCK")


def main(data: Path) -> None:
    """Prints the figures."""
    port, slowest, used, statuses = 18_090, [], [], []
    with _running(data, port) as process, ThreadPoolExecutor(AT_ONCE) as pool:
        for bodies in bodies_of(data):
            before = _processor(process)
            answers = list(pool.map(lambda body: _sent(port, body), bodies))
            statuses += [status for status, _ in answers]
            slowest.append(max(took for _, took in answers))
            used.append((_processor(process) - before) / AT_ONCE)
    count = sum(status in (200, 201) for status in statuses)
    print(f"{AT_ONCE} at once: the slowest after {statistics.median(slowest):.0f} ms; {statistics.median(used):.1f} ms of a processor each")
    print(f"{count} of {len(statuses)} were taken; others were answered with {sorted(set(statuses) - {200, 201})}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "data")

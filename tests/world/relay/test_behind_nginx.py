"""The relay behind Debian's nginx, as HOSTING.md puts it there: twenty at once are answered, limits hold, and nothing is logged."""

import contextlib
import http.client
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from clearinghouse.world.receiving.proposal_folders import proposal_in, references_in
from tests.support.patience import patient
from tests.support.plain import LIVING_DATA
from tests.support.receiving.relaying import ORIGIN, SITE, text_of
from tests.support.running import ROOT
from tools.quality.serving import PLACES

pytestmark = pytest.mark.long
AT_ONCE, OF_ONE = 20, 25


def free_port() -> int:
    """A port where nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(port: int) -> None:
    """Until somebody listens there."""
    for _ in range(int(patient(20) * 20)):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    pytest.fail(f"nobody listens at {port}")


@pytest.fixture
def place(tmp_path: Path) -> Iterator[tuple[int, Path]]:
    """The port of nginx, and the folder of both."""
    program = shutil.which("nginx", path=PLACES)
    assert program, "this test needs nginx: `apt install nginx-light`"
    front, back = free_port(), free_port()
    lines = (ROOT / "HOSTING.md").read_text("utf-8").partition("<!-- relay for nginx -->")[2]
    server = re.sub(r"listen 443 ssl;", f"listen 127.0.0.1:{front};", lines.split("```")[1]).replace("127.0.0.1:8090", f"127.0.0.1:{back}")
    temporary = "".join(f"{name}_temp_path {tmp_path}/{name};" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    conf = tmp_path / "nginx.conf"
    conf.write_text(f"daemon off; pid {tmp_path}/pid; error_log {tmp_path}/errors; events {{}} http {{ {temporary} {server} }}")
    command = [sys.executable, "-P", "-m", "clearinghouse.commands.shell", "relay", "--data", str(LIVING_DATA), "--site-url", SITE]
    command += ["--proposals", str(tmp_path / "proposals"), "--address", f"127.0.0.1:{back}", "--per-address", str(OF_ONE)]
    with (tmp_path / "log").open("wb") as log:
        service = subprocess.Popen(command, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, stdout=log, stderr=log)
        nginx = subprocess.Popen([program, "-c", str(conf), "-p", str(tmp_path)], stdout=log, stderr=log)
        try:
            wait_for(back)
            wait_for(front)
            yield front, tmp_path
        finally:
            service.send_signal(signal.SIGINT)
            nginx.terminate()
            assert (service.wait(patient(20)), nginx.wait(patient(20))) == (0, 0)


def sent(port: int, body: bytes, **headers: str) -> tuple[int, float]:
    """The status of an answer, and how many seconds it took."""
    with contextlib.closing(http.client.HTTPConnection("127.0.0.1", port, timeout=patient(60))) as line:
        began = time.perf_counter()
        line.request("POST", "/proposals", body, {"Content-Type": "application/json", "Origin": ORIGIN, **headers})
        answer = line.getresponse()
        answer.read()
        return answer.status, time.perf_counter() - began


def test_twenty_at_once_are_answered_and_limits_hold(place: tuple[int, Path]) -> None:
    """Each proposal is whole; who names other senders in a header is counted all the same; no log names anybody."""
    port, folder = place
    bodies = [json.dumps({"message": text_of(number)}).encode() for number in range(AT_ONCE)]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        answers = list(pool.map(lambda body: sent(port, body), bodies))
    (folder / "slowest").write_text(f"{max(seconds for _, seconds in answers) * 1000:.0f} ms")  # for who measures; no test is timed
    assert [status for status, _ in answers] == [201] * AT_ONCE
    proposals = folder / "proposals"
    assert len(references_in(proposals)) == AT_ONCE
    for reference in references_in(proposals):
        waiting = proposal_in(proposals, reference)
        assert waiting
        assert waiting.sheet
        assert waiting.records
    with ThreadPoolExecutor(AT_ONCE) as pool:
        again = [status for status, _ in pool.map(lambda body: sent(port, body, **{"X-Forwarded-For": "192.0.2.7"}), bodies)]
    assert (again.count(200), again.count(429)) == (OF_ONE - AT_ONCE, 2 * AT_ONCE - OF_ONE)
    assert sent(port, b" " * 290_000)[0] == 413
    assert (folder / "log").read_text().count("\n") == 1
    assert (folder / "errors").read_text() == ""

"""The relay behind Debian's nginx, as HOSTING.md puts it there: twenty at once are answered, limits hold, and nothing is logged."""

import contextlib
import http.client
import json
import ssl
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from clearinghouse.world.receiving.proposal_folders import proposal_in, references_in
from tests.support.patience import patient
from tests.support.receiving.behind_nginx import Front, behind_nginx
from tests.support.receiving.relaying import ORIGIN, SITE, text_of

pytestmark = pytest.mark.long
AT_ONCE, OF_ONE = 20, 25
HASTE = "limit_req_zone $http_x_haste zone=haste:1m rate=1r/m; limit_req zone=haste; limit_req_status 429;"
"""A limit of nginx's own, as some house may set: here for those alone who say that they are in haste."""


@pytest.fixture
def front(tmp_path: Path) -> Iterator[Front]:
    """Both, with a limit that a test can reach."""
    with behind_nginx(tmp_path, "--site-url", SITE, "--per-address", str(OF_ONE), more=HASTE) as one:
        yield one


def answered(front: Front, body: bytes, method: str = "POST", **headers: str) -> tuple[http.client.HTTPResponse, float]:
    """An answer, and how many seconds it took."""
    trusting = ssl._create_unverified_context()
    with contextlib.closing(http.client.HTTPSConnection("127.0.0.1", front.port, timeout=patient(60), context=trusting)) as line:
        began = time.perf_counter()
        line.request(method, "/proposals", body, {"Content-Type": "application/json", "Origin": ORIGIN, **headers})
        answer = line.getresponse()
        answer.read()
        return answer, time.perf_counter() - began


def sent(front: Front, body: bytes, **headers: str) -> tuple[int, float]:
    """The status of an answer, and how many seconds it took."""
    answer, seconds = answered(front, body, **headers)
    return answer.status, seconds


def test_twenty_at_once_are_answered_and_limits_hold(front: Front) -> None:
    """Each proposal is whole; who names other senders in a header is counted all the same; no log names anybody."""
    folder = front.folder
    bodies = [json.dumps({"message": text_of(number)}).encode() for number in range(AT_ONCE)]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        answers = list(pool.map(lambda body: sent(front, body), bodies))
    (folder / "slowest").write_text(f"{max(seconds for _, seconds in answers) * 1000:.0f} ms")  # for who measures; no test is timed
    assert [status for status, _ in answers] == [201] * AT_ONCE
    proposals = front.proposals
    assert len(references_in(proposals)) == AT_ONCE
    for reference in references_in(proposals):
        waiting = proposal_in(proposals, reference)
        assert waiting
        assert waiting.sheet
        assert waiting.records
    with ThreadPoolExecutor(AT_ONCE) as pool:
        again = [status for status, _ in pool.map(lambda body: sent(front, body, **{"X-Forwarded-For": "192.0.2.7"}), bodies)]
    assert (again.count(200), again.count(429)) == (OF_ONE - AT_ONCE, 2 * AT_ONCE - OF_ONE)
    assert sent(front, b" " * 290_000)[0] == 413
    assert (folder / "relay.log").read_text().count("\n") == 1
    assert (folder / "errors").read_text() == ""


def test_what_nginx_says_by_itself_can_be_read_by_the_form(front: Front) -> None:
    """Too long, too fast, and nobody behind it: each once with the header without which no page of another site learns anything."""
    long, first, fast = sent_with(front, b" " * 310_000), sent_with(front, b"{}", X_Haste="1"), sent_with(front, b"{}", X_Haste="1")
    assert (long[0], first[0], fast[0]) == (413, 400, 429)
    front.stop("relay")
    away = answered(front, b"{}")[0]
    asked = answered(front, b"", "OPTIONS", **{"Access-Control-Request-Method": "POST"})[0]
    assert (away.status, away.headers["Retry-After"], asked.status) == (503, "120", 204)
    assert asked.headers["Access-Control-Allow-Headers"] == "Content-Type"
    open_to = [long[1], fast[1], *(answer.headers.get_all("Access-Control-Allow-Origin") for answer in (away, asked))]
    assert open_to == [["*"]] * 4
    assert first[1] == [ORIGIN]
    assert (front.folder / "errors").read_text() == ""


def sent_with(front: Front, body: bytes, **headers: str) -> tuple[int, list[str] | None]:
    """The status of an answer, and who may read it."""
    answer, _ = answered(front, body, **{name.replace("_", "-"): value for name, value in headers.items()})
    return answer.status, answer.headers.get_all("Access-Control-Allow-Origin")

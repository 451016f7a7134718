"""Visiting: each way in which an address can fail, told apart, and no host asked more often than it may be."""

import socket
import threading
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from clearinghouse.records.link_report import FAILED, FINE, REFUSED
from clearinghouse.world.web.manner import BROWSER
from clearinghouse.world.web.pace import Pace
from clearinghouse.world.web.visiting import ATTEMPTS, Sight, Visitor
from tests.support.failing import Failing, certificate_of, failing

TIMEOUT = 0.4


class Clock:
    """A clock that only goes on when somebody sleeps. slept: how long, each time."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.slept: list[float] = []
        self._lock = threading.Lock()

    def __call__(self) -> float:
        """What time it is."""
        return self.now

    def sleep(self, seconds: float) -> None:
        """Goes on."""
        with self._lock:
            self.slept.append(seconds)
            self.now += seconds


@pytest.fixture(scope="module")
def server() -> Iterator[Failing]:
    """The server on which everything goes wrong."""
    with failing() as failing_server:
        yield failing_server


def visitor(clock: Clock, pause: float = 1.0, may_be_local: bool = True) -> Visitor:
    """A visitor who does not really wait."""
    return Visitor(Pace(pause, clock, clock.sleep), "tests/1", TIMEOUT, may_be_local)


def look(url: str) -> tuple[str, str]:
    """What was found, and why."""
    result = visitor(Clock()).look(url)
    return result.outcome, result.why


@pytest.mark.parametrize(
    ("path", "outcome", "why"),
    [
        ("/fine", FINE, ""),
        ("/204", FINE, ""),
        ("/get-only", FINE, ""),
        ("/head-hangs-up", FINE, ""),
        ("/endless", FINE, ""),
        ("/elsewhere", FINE, ""),
        ("/for-now", FINE, ""),
        ("/until-2/500", FINE, ""),
        ("/until-2/429", FINE, ""),
        ("/gate", FINE, ""),
        ("/sends-back", FINE, ""),
        ("/gives-what-is-asked-for", FINE, ""),
        ("/to-machines/200/404", FINE, ""),
        ("/to-machines/400/200", REFUSED, "400 Bad Request, but not to a browser"),
        ("/to-machines/404/200", REFUSED, "404 Not Found, but not to a browser"),
        ("/to-machines/404/403", REFUSED, "404 Not Found, but not to a browser"),
        ("/to-machines/503/200", REFUSED, "503 Service Unavailable, but not to a browser"),
        ("/to-machines/404/404", FAILED, "404 Not Found"),
        ("/to-machines/404/503", FAILED, "404 Not Found"),
        ("/to-machines/403/200", REFUSED, "403 Forbidden"),
        ("/many-cookies", FAILED, "redirects in a circle"),
        ("/404", FAILED, "404 Not Found"),
        ("/410", FAILED, "410 Gone"),
        ("/418", FAILED, "418 I'm a Teapot"),
        ("/500", FAILED, "500 Internal Server Error"),
        ("/503", FAILED, "503 Service Unavailable"),
        ("/599", FAILED, "599"),
        ("/to-gone", FAILED, "410 Gone"),
        ("/401", REFUSED, "401 Unauthorized"),
        ("/403", REFUSED, "403 Forbidden"),
        ("/405", REFUSED, "405 Method Not Allowed"),
        ("/429", REFUSED, "429 Too Many Requests"),
        ("/451", REFUSED, "451 Unavailable For Legal Reasons"),
        ("/999", REFUSED, "999"),
        ("/circle", FAILED, "redirects in a circle"),
        ("/itself", FAILED, "redirects in a circle"),
        ("/chain/0", FAILED, "more than 10 redirects"),
        ("/to-nowhere", FAILED, "302 Found, to nowhere"),
        ("/to-no-address", FAILED, "302 Found, to no address"),
        ("/to-thai", FINE, ""),
        ("/to-mail", FAILED, "302 Found, to no web address"),
        ("/to-file", FAILED, "301 Moved Permanently, to no web address"),
        ("/hangs-up", FAILED, "the host hung up"),
        ("/no-http", FAILED, "no answer in HTTP"),
        ("/endless-head", FAILED, "no answer in HTTP"),
        ("/slow", FAILED, "no answer within 0.4 s"),
        ("/drips", FAILED, "no answer within 0.4 s"),
    ],
)
def test_each_way_of_answering_is_told_apart(server: Failing, path: str, outcome: str, why: str) -> None:
    """In the words of the standard, never in those of the server."""
    assert look(server.url + path) == (outcome, why)


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("http://nowhere.invalid/", "its host is not known"),
        ("http://a..b/", "no address that can be asked"),
        ("http://127.0.0.1:99999/", "no address that can be asked"),
        ("http://[::1/", "no address that can be asked"),
        (f"http://{'x' * 70}.example/", "no address that can be asked"),
    ],
)
def test_what_is_no_address_of_a_host_fails(url: str, why: str) -> None:
    """With a reason, whatever it is."""
    assert look(url) == (FAILED, why)


def test_a_host_that_takes_no_connection_fails() -> None:
    """At a port where nobody listens."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        assert look(f"http://127.0.0.1:{listener.getsockname()[1]}/") == (FAILED, "the host takes no connection")


@pytest.mark.long
def test_wrong_certificates_fail(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that nobody signed, one of another host; a right one is fine."""
    certificate = certificate_of("localhost", tmp_path)
    with failing(certificate) as server:
        url = f"https://localhost:{server.server_port}/fine"
        outcome, why = look(url)
        assert (outcome, why.startswith("certificate: self")) == (FAILED, True), why
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        assert look(url) == (FINE, "")
        outcome, why = look(url.replace("localhost", "127.0.0.1"))
        assert (outcome, why.startswith("certificate: IP address mismatch")) == (FAILED, True), why


@pytest.mark.long
def test_https_where_nobody_speaks_it_fails(server: Failing) -> None:
    """It is not asked without."""
    assert look(server.url.replace("http:", "https:") + "/fine") == (FAILED, "no safe connection")


def test_where_redirects_are_for_good_the_new_address_is_told(server: Failing) -> None:
    """Only where all of them are."""
    assert visitor(Clock()).look(f"{server.url}/for-good") == Sight(FINE, "", f"{server.url}/fine", f"{server.url}/fine")
    for path in ("/half-for-good", "/for-now", "/elsewhere", "/fine"):
        assert visitor(Clock()).look(server.url + path).moved_to == ""


def test_an_address_that_a_server_does_not_escape_is_asked_for_as_it_is_meant(server: Failing) -> None:
    """Its bytes are UTF-8, whatever the standard says."""
    assert visitor(Clock()).look(f"{server.url}/to-thai").moved_to == f"{server.url}/ข่าว"
    assert server.requests[-1][1] == "/%E0%B8%82%E0%B9%88%E0%B8%B2%E0%B8%A7"


def test_cookies_are_kept_over_one_look_and_go_to_nobody_else(server: Failing) -> None:
    """Neither to another host nor along with the next look."""
    visit, first = visitor(Clock()), len(server.requests)
    assert visit.look(f"{server.url}/on-to-another").outcome == visit.look(f"{server.url}/fine").outcome == FINE
    assert [path for _, path in server.requests[first:]] == ["/on-to-another", "/fine", "/fine"]
    assert [headers["Cookie"] for headers in server.headers[first:]] == [None] * 3


def test_only_the_last_request_of_what_fails_is_made_as_a_browser_makes_it(server: Failing) -> None:
    """All others say who asks."""
    for path, by_browser in (("/fine", 0), ("/404", 1), ("/500", 1), ("/403", 0)):
        first = len(server.requests)
        look(server.url + path)
        agents = [headers["User-Agent"] for headers in server.headers[first:]]
        assert agents == ["tests/1"] * (len(agents) - by_browser) + [BROWSER] * by_browser, path


def test_a_host_with_several_machines_is_there_when_one_of_them_is(server: Failing, monkeypatch: pytest.MonkeyPatch) -> None:
    """As for browsers: nobody listens at the first."""
    places = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, server.server_port)) for address in ("127.0.0.2", "127.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda host, *_, **__: [place for place in places if host in ("two.example", place[4][0])])
    assert look(f"http://two.example:{server.server_port}/fine") == (FINE, "")


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1", "localhost", "10.0.0.1", "169.254.169.254", "[::1]", "[::ffff:127.0.0.1]", "[64:ff9b::7f00:1]", "[ff02::1]",
        "0x7f000001", "2130706433", "127.1", "１２７.０.０.１", "127。0。0。1",
    ],
)  # fmt: skip
def test_no_private_network_is_asked(host: str) -> None:
    """Records come from strangers; a redirect to one is no better."""
    result = visitor(Clock(), may_be_local=False).look(f"http://{host}/latest/meta-data/")
    assert (result.outcome, result.why) == (FAILED, "leads into a private network")


# Politeness


def test_a_host_is_asked_once_a_second_whatever_is_asked(server: Failing) -> None:
    """By the clock that the visitor is given: HEAD and GET, attempts and redirects count alike."""
    clock = Clock()
    server.clock, first = clock, len(server.times)
    visit = visitor(clock)
    for path in ("/fine", "/404", "/for-good", "/500", "/get-only", "/circle", "/fine"):
        visit.look(server.url + path)
    times = server.times[first:]
    assert len(times) == 1 + 3 + 3 + (2 * ATTEMPTS + 1) + 2 + (2 + 2) + 1
    assert min(later - earlier for earlier, later in pairwise(times)) >= 1.0
    assert times[-1] - times[0] < len(times) + 20


def test_head_comes_first_and_get_only_where_that_is_not_answered_well(server: Failing) -> None:
    """Most pages are never sent."""
    for path, methods in (
        ("/fine", ["HEAD"]),
        ("/404", ["HEAD", "GET", "GET"]),
        ("/get-only", ["HEAD", "GET"]),
        ("/500", [*["HEAD", "GET"] * ATTEMPTS, "GET"]),
    ):
        first = len(server.requests)
        look(server.url + path)
        assert [method for method, _ in server.requests[first:]] == methods


def test_another_attempt_comes_later_and_a_host_that_asks_for_patience_gets_it(server: Failing) -> None:
    """Five seconds after the first, ten after the second; seven where it says so; but never for ever."""
    clock = Clock()
    visitor(clock).look(f"{server.url}/500")
    assert [pause for pause in clock.slept if pause > 1.0] == [5.0, 10.0]
    clock = Clock()
    visitor(clock).look(f"{server.url}/until-5/503")
    assert next(pause for pause in clock.slept if pause > 1.0) == 7.0


@pytest.mark.long
def test_a_host_that_stays_silent_is_not_waited_for_all_day(server: Failing) -> None:
    """After two addresses it is asked once for each, until it answers."""
    visit, counts = visitor(Clock()), []
    for path in ("/slow", "/drips", "/slow", "/fine", "/slow"):
        first = len(server.requests)
        visit.look(server.url + path)
        counts.append(len(server.requests) - first)
    assert counts == [2 * ATTEMPTS, 2 * ATTEMPTS, 1, 1, 2 * ATTEMPTS]


def test_two_hosts_need_not_wait_for_one_another(server: Failing) -> None:
    """Each has a clock of its own."""
    clock = Clock()
    visit = visitor(clock)
    for host in ("127.0.0.1", "localhost") * 3:
        visit.look(f"http://{host}:{server.server_port}/fine")
    assert clock.now - 1000.0 == pytest.approx(2.0)


@pytest.mark.long
def test_turns_are_given_to_threads_one_by_one() -> None:
    """However many ask at once."""
    turns, slept = Pace(0.05, time.monotonic, time.sleep), list[float]()

    def take() -> None:
        turns.wait("host")
        slept.append(time.monotonic())

    threads = [threading.Thread(target=take) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert max(slept) - min(slept) >= 0.05 * 7 - 0.01

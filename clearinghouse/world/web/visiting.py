"""Visiting: an address goes in, what is found there comes out: fine, failed or refused, with the reason. No page is ever read.

It stands on http.client alone: urllib3 follows redirects and tries again by itself, without a turn at the host for each, asks
GET again but never HEAD and GET together, and has no limit for an answer as a whole, which a host that drips would need.
"""

import contextlib
import http.client
import socket
import ssl
import threading
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from http import HTTPStatus
from urllib.parse import quote, urljoin, urlsplit

from clearinghouse.records.keys.hosts import is_public
from clearinghouse.records.link_report import FAILED, FINE, REFUSED
from clearinghouse.world.web.manner import BROWSER, Manner
from clearinghouse.world.web.pace import Pace

MOST_REDIRECTS = 10
ATTEMPTS = 3
RETRY_AFTER = 5.0
"""Seconds before the second attempt; before the third it is twice as long."""
PATIENCE = 2
"""Addresses of a host that may stay silent three times over; from then on it is asked once for each, or a run would never end."""
LONGEST_WAIT = 60.0
"""A host that asks for more patience than this is asked again in the next run."""
_REDIRECTS = (301, 302, 303, 307, 308)
_FOR_GOOD = (301, 308)
_REFUSALS = (401, 402, 403, 405, 406, 407, 429, 451, 999)
"""What says that somebody is there who does not let a machine look."""
_TOO_MANY = 429
_SAFE = "/%:@!$&'()*+,;=~-._?"


class Trouble(Exception):
    """Why an address cannot be reached. may_pass: whether another attempt may help; is_silence: whether nothing was said at all."""

    def __init__(self, why: str, may_pass: bool = False, is_silence: bool = False) -> None:
        super().__init__(why)
        self.may_pass, self.is_silence = may_pass, is_silence


@dataclass(frozen=True)
class Sight:
    """What was found. final: where redirects led; moved_to: the same, where all of them were for good."""

    outcome: str
    why: str = ""
    final: str = ""
    moved_to: str = ""


@dataclass(frozen=True)
class Visitor:
    """Asks for addresses, HEAD first and GET where that is not answered well. timeout: seconds for one request, all in all;
    agent: what the visitor is called; may_be_local: whether hosts of a private network may be asked, as in tests: records
    come from strangers, and what stands in the network of whoever runs this is no business of theirs."""

    pace: Pace
    agent: str
    timeout: float = 20.0
    may_be_local: bool = False
    _silences: Counter[str] = field(default_factory=Counter)
    """How many addresses of each host have stayed silent, one after the other. A host is asked by one thread alone."""

    def look(self, url: str) -> Sight:
        """Looks, and tries again where that may help. What fails, but not for a browser, is closed to machines."""
        sight, is_silence = self._seen(url, Manner(self.agent))
        if sight.outcome == FAILED and not is_silence and self._lets_browsers_in(url):
            return replace(sight, outcome=REFUSED, why=f"{sight.why}, but not to a browser")
        return sight

    def _seen(self, url: str, manner: Manner) -> tuple[Sight, bool]:
        """What is found in several attempts, and whether that is silence."""
        host = host_of(url)
        is_patient = self._silences[host] < PATIENCE
        sight, is_silence = Sight(FAILED, "never asked"), False
        for attempt in range(ATTEMPTS if is_patient else 1):
            if attempt:
                self.pace.postpone(host, RETRY_AFTER * attempt)
            try:
                status, final, is_for_good = self._answered(url, manner) if is_patient else self._followed("GET", url, manner)
            except Trouble as trouble:
                sight, is_silence = Sight(FAILED, str(trouble)), trouble.is_silence
                if trouble.may_pass:
                    continue
                break
            is_silence = False
            if status < HTTPStatus.BAD_REQUEST:
                sight = Sight(FINE, "", final, final if is_for_good and final != url else "")
                break
            sight = Sight(REFUSED if status in _REFUSALS else FAILED, _words(status), final)
            if status < HTTPStatus.INTERNAL_SERVER_ERROR and status != _TOO_MANY:
                break
        self._silences[host] = self._silences[host] + 1 if is_silence else 0
        return sight, is_silence

    def _lets_browsers_in(self, url: str) -> bool:
        """Whether a browser would be answered well, or be refused in so many words."""
        try:
            status, _, _ = self._followed("GET", url, Manner(BROWSER))
        except Trouble:
            return False
        return status < HTTPStatus.BAD_REQUEST or status in _REFUSALS

    def _answered(self, url: str, manner: Manner) -> tuple[int, str, bool]:
        """What HEAD says where that is good news, else what GET says."""
        try:
            answer = self._followed("HEAD", url, manner)
            if answer[0] < HTTPStatus.BAD_REQUEST or answer[0] == _TOO_MANY:
                return answer
        except Trouble as trouble:
            if not trouble.may_pass:
                raise
        return self._followed("GET", url, manner)

    def _followed(self, method: str, url: str, manner: Manner) -> tuple[int, str, bool]:
        """The status at the end of all redirects, the address there, and whether all of them were for good."""
        seen, is_for_good = set[tuple[str, str]](), True
        for _ in range(MOST_REDIRECTS):
            asked = (url, manner.cookies(url))
            if asked in seen:  # who is sent back with a cookie that he did not have goes in no circle
                raise Trouble("redirects in a circle")
            seen.add(asked)
            status, location = self._asked(method, url, manner)
            if status not in _REDIRECTS:
                return status, url, is_for_good
            if not location:
                raise Trouble(f"{_words(status)}, to nowhere")
            try:
                url = urljoin(url, location).partition("#")[0]
                scheme = urlsplit(url).scheme
            except ValueError:
                raise Trouble(f"{_words(status)}, to no address") from None
            if scheme not in ("http", "https"):
                raise Trouble(f"{_words(status)}, to no web address")
            is_for_good = is_for_good and status in _FOR_GOOD
        raise Trouble(f"more than {MOST_REDIRECTS} redirects")

    def _asked(self, method: str, url: str, manner: Manner) -> tuple[int, str]:
        """Status and `Location` of one answer; its body is left where it is."""
        try:
            parts = urlsplit(url)
            host, port = (parts.hostname or "").encode("idna").decode(), parts.port or (443 if parts.scheme == "https" else 80)
        except ValueError:  # UnicodeError too
            raise Trouble("no address that can be asked") from None
        self.pace.wait(host)
        connection: http.client.HTTPConnection | None = None
        late = threading.Event()
        watch: threading.Timer | None = None
        try:
            connection = self._connected(parts.scheme, host, port)
            watch = threading.Timer(self.timeout, _cut_off, (connection.sock, late))
            watch.daemon = True
            watch.start()
            target = quote(parts.path or "/", safe=_SAFE) + (f"?{quote(parts.query, safe=_SAFE)}" if parts.query else "")
            connection.request(method, target, headers=manner.headers(url))
            answer = connection.getresponse()
            manner.heed(url, answer)
            self._heed(host, answer)
            return answer.status, _unescaped(answer.getheader("Location") or "")
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise self._trouble(error, late.is_set()) from None
        finally:
            if watch:
                watch.cancel()
            if connection:
                connection.close()

    def _connected(self, scheme: str, host: str, port: int) -> http.client.HTTPConnection:
        """A connection to the very machine that was looked at: a name may lead elsewhere the next time."""
        places = dict.fromkeys(str(place[4][0]) for place in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
        addresses = [address for address in places if self.may_be_local or is_public(address)]
        if not addresses:
            raise Trouble("leads into a private network")
        plain = self._reached(addresses, port)
        plain.settimeout(self.timeout)
        try:
            connection = http.client.HTTPConnection(host, port, timeout=self.timeout)
            connection.sock = ssl.create_default_context().wrap_socket(plain, server_hostname=host) if scheme == "https" else plain
        except BaseException:
            plain.close()
            raise
        return connection

    def _reached(self, addresses: Sequence[str], port: int) -> socket.socket:
        """A connection to the first machine of a host that takes one, as browsers make it; they share the time."""
        for address in addresses[:-1]:
            with contextlib.suppress(OSError):
                return socket.create_connection((address, port), self.timeout / len(addresses))
        return socket.create_connection((addresses[-1], port), self.timeout / len(addresses))

    def _heed(self, host: str, answer: http.client.HTTPResponse) -> None:
        """Waits as long as a host asks for that has too much to do (RFC 9110 §10.2.3)."""
        asked = answer.getheader("Retry-After") or ""
        if answer.status in (_TOO_MANY, HTTPStatus.SERVICE_UNAVAILABLE) and asked.isdecimal():
            self.pace.postpone(host, min(float(asked), LONGEST_WAIT))

    def _trouble(self, error: Exception, is_late: bool) -> Trouble:
        if isinstance(error, ssl.SSLCertVerificationError):
            return Trouble(f"certificate: {error.verify_message}")
        if is_late or isinstance(error, TimeoutError):
            return Trouble(f"no answer within {self.timeout:g} s", may_pass=True, is_silence=True)
        words: tuple[tuple[type[Exception], str], ...] = (
            (socket.gaierror, "its host is not known"),
            (ssl.SSLError, "no safe connection"),
            (ConnectionRefusedError, "the host takes no connection"),
            (ConnectionError, "the host hung up"),
            (http.client.HTTPException, "no answer in HTTP"),
            (ValueError, "no address that can be asked"),
        )
        return Trouble(next((reason for kind, reason in words if isinstance(error, kind)), "cannot be reached"), may_pass=True)


def _cut_off(sock: socket.socket, late: threading.Event) -> None:
    """Ends a connection that drips: each drop comes in time, all of them never do."""
    late.set()
    try:
        sock.shutdown(socket.SHUT_RDWR)
    except OSError:
        sock.close()


def host_of(url: str) -> str:
    """The host of an address, or nothing where it has none."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _unescaped(header: str) -> str:
    """A header as it was meant: Python reads its bytes as Latin-1, while servers that do not escape their addresses send UTF-8."""
    try:
        return header.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return header


def _words(status: int) -> str:
    """A status in the words of the standard, never in those of a stranger's server."""
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)

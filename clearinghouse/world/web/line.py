"""Line: a request for an address goes out, its answer comes in, within a time, and never from a private network.

It stands on http.client alone: urllib3 follows redirects and tries again by itself, without a turn at the host for each, asks
GET again but never HEAD and GET together, and has no limit for an answer as a whole, which a host that drips would need.
"""

import contextlib
import http.client
import socket
import ssl
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import quote, urlsplit

from clearinghouse.records.keys.hosts import is_public
from clearinghouse.world.web.pace import Pace

LONGEST_WAIT = 60.0
"""A host that asks for more patience than this is asked again in the next run."""
REDIRECTS = (301, 302, 303, 307, 308)
TOO_MANY = 429
_SAFE = "/%:@!$&'()*+,;=~-._?"


class Trouble(Exception):
    """Why an address cannot be reached. may_pass: whether another attempt may help; is_silence: whether nothing was said at all."""

    def __init__(self, why: str, may_pass: bool = False, is_silence: bool = False) -> None:
        super().__init__(why)
        self.may_pass, self.is_silence = may_pass, is_silence


@dataclass(frozen=True)
class Line:
    """Asks hosts. timeout: seconds for one request, all in all; may_be_local: whether hosts of a private network may be asked,
    as in tests: addresses come from strangers, and what stands in the network of whoever runs this is no business of theirs."""

    pace: Pace
    timeout: float
    may_be_local: bool = False

    @contextlib.contextmanager
    def answer(self, method: str, url: str, headers: Mapping[str, str]) -> Iterator[http.client.HTTPResponse]:
        """The answer to one request, whose body may be read inside the block; the time holds for that as well. Raises Trouble."""
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
            connection.request(method, target, headers=dict(headers))
            with connection.getresponse() as answer:
                self._heed(host, answer)
                yield answer
            if late.is_set():  # a body without a length seems to end where it was cut off
                raise TimeoutError
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
        if answer.status in (TOO_MANY, HTTPStatus.SERVICE_UNAVAILABLE) and asked.isdecimal():
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


def location_of(answer: http.client.HTTPResponse) -> str:
    """Where an answer leads, as it was meant: Python reads its bytes as Latin-1, while servers that do not escape their
    addresses send UTF-8."""
    header = answer.getheader("Location") or ""
    try:
        return header.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return header


def words_of(status: int) -> str:
    """A status in the words of the standard, never in those of a stranger's server."""
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)

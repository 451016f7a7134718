"""Fetching: an address goes in, what is published there comes out, whole and of a bounded size, where its host lets machines read it."""

import http.client
import zlib
from dataclasses import dataclass, field
from http import HTTPStatus
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

from clearinghouse.world.web.line import REDIRECTS, Line, Trouble, host_of, location_of, words_of

MOST_BYTES = 10_000_000
"""Of one answer, also once it is unpacked."""
MOST_REDIRECTS = 5
_LONGEST_ROBOTS = 500_000
"""RFC 9309 §2.5 wants no more of it read."""
_LONGEST_DELAY = 10.0
"""In seconds; a robots.txt that asks for more is asked as slowly as that."""
_LONGEST_STAMP = 200
"""Of an ETag or a date; longer ones are not kept, since servers refuse large requests."""
_PIECE = 65_536


@dataclass(frozen=True)
class Stamp:
    """By what a server knows again what it gave out (RFC 9110 §8.8)."""

    etag: str = ""
    modified: str = ""


@dataclass(frozen=True)
class Page:
    """What was found. url: where redirects led; is_unchanged: whether it is what the stamp said, and so was not sent again."""

    url: str
    content: bytes = b""
    stamp: Stamp = Stamp()
    is_unchanged: bool = False


@dataclass(frozen=True)
class Fetcher:
    """Reads addresses, each once. agent: what it is called, as robots.txt may name it too; most: bytes of one answer."""

    line: Line
    agent: str
    most: int = MOST_BYTES
    _rules: dict[str, RobotFileParser] = field(default_factory=dict)
    """What robots.txt says, by scheme and host."""

    def page(self, url: str, known: Stamp | None = None) -> Page:
        """What is published there. known: the stamp of what was read the last time. Raises Trouble."""
        for _ in range(MOST_REDIRECTS + 1):
            self._ask_leave(url)
            outcome = self._asked(url, known or Stamp(), self.most)
            if isinstance(outcome, Page):
                return outcome
            url = outcome
        raise Trouble(f"more than {MOST_REDIRECTS} redirects")

    def _asked(self, url: str, known: Stamp, most: int) -> Page | str:
        """What one request finds: a page, or the address to which it leads on."""
        with self.line.answer("GET", url, self._headers(known)) as answer:
            if answer.status == HTTPStatus.NOT_MODIFIED:
                return Page(url, stamp=known, is_unchanged=True)
            if answer.status in REDIRECTS:
                return _further(url, answer)
            if answer.status != HTTPStatus.OK:
                raise Trouble(words_of(answer.status))
            return Page(url, _body(answer, most), _stamp(answer))

    def _headers(self, known: Stamp) -> dict[str, str]:
        conditions = {"If-None-Match": known.etag, "If-Modified-Since": known.modified}
        headers = {"User-Agent": self.agent, "Accept": "*/*", "Accept-Encoding": "gzip", "Connection": "close"}
        return headers | {name: value for name, value in conditions.items() if value}

    def _ask_leave(self, url: str) -> None:
        """Waits as long as robots.txt asks for. Raises Trouble where it lets nobody read the address (RFC 9309)."""
        rules = self._rules_for(url)
        if not rules.can_fetch(self.agent, url):
            raise Trouble("its robots.txt lets no machine read it")
        delay = rules.crawl_delay(self.agent)
        if delay:
            self.line.pace.postpone(host_of(url), min(float(delay), _LONGEST_DELAY))

    def _rules_for(self, url: str) -> RobotFileParser:
        try:
            parts = urlsplit(url)
        except ValueError:
            raise Trouble("no address that can be asked") from None
        place = f"{parts.scheme}://{parts.netloc}"
        if place not in self._rules:
            rules = RobotFileParser()
            rules.parse(self._robots(f"{place}/robots.txt").splitlines())
            self._rules[place] = rules
        return self._rules[place]

    def _robots(self, url: str) -> str:
        """The text of a robots.txt; nothing where there is none, which forbids nothing. Raises Trouble where nobody can tell."""
        for _ in range(MOST_REDIRECTS):
            try:
                outcome = self._asked(url, Stamp(), _LONGEST_ROBOTS)
            except Trouble as trouble:
                if str(trouble)[:1] == "4":
                    return ""
                raise Trouble(f"its robots.txt cannot be read: {trouble}", trouble.may_pass, trouble.is_silence) from None
            if isinstance(outcome, Page):
                return outcome.content.decode("utf-8", "replace").removeprefix("\ufeff")
            url = outcome
        return ""


def _further(url: str, answer: http.client.HTTPResponse) -> str:
    """Where a redirect leads. Raises Trouble."""
    location = location_of(answer)
    try:
        further = urljoin(url, location).partition("#")[0]
        scheme = urlsplit(further).scheme
    except ValueError:
        raise Trouble(f"{words_of(answer.status)}, to no address") from None
    if not location or scheme not in ("http", "https"):
        raise Trouble(f"{words_of(answer.status)}, to no web address")
    if scheme == "http" and url.startswith("https:"):
        raise Trouble("leads from a safe connection to one that is not")
    return further


def _stamp(answer: http.client.HTTPResponse) -> Stamp:
    etag, modified = (answer.getheader(name) or "" for name in ("ETag", "Last-Modified"))
    return Stamp(*(text if len(text) <= _LONGEST_STAMP and text.isascii() and text.isprintable() else "" for text in (etag, modified)))


def _body(answer: http.client.HTTPResponse, most: int) -> bytes:
    """All of it, unpacked. Raises Trouble as soon as it is more than `most` bytes: some are packed to burst whoever unpacks them."""
    coding = (answer.getheader("Content-Encoding") or "identity").strip().casefold()
    if coding not in ("identity", "gzip", "x-gzip"):
        raise Trouble("packed in a way that was not asked for")
    unpack = None if coding == "identity" else zlib.decompressobj(wbits=31)
    body, sent = bytearray(), 0
    while piece := answer.read(_PIECE):
        sent += len(piece)
        try:
            body += unpack.decompress(piece, most + 1 - len(body)) if unpack else piece
        except zlib.error:
            raise Trouble("what it sent cannot be unpacked") from None
        if max(len(body), sent) > most:
            raise Trouble(f"more than {most / 1e6:g} MB, cut off")
    if unpack and not unpack.eof:
        raise Trouble("what it sent broke off")
    return bytes(body)

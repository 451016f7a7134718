"""Visiting: an address goes in, what is found there comes out: fine, failed or refused, with the reason. No page is ever read."""

from collections import Counter
from dataclasses import dataclass, field, replace
from functools import cached_property
from http import HTTPStatus
from urllib.parse import urljoin, urlsplit

from clearinghouse.records.link_report import FAILED, FINE, REFUSED
from clearinghouse.world.web.line import REDIRECTS, TOO_MANY, Line, Trouble, host_of, location_of, words_of
from clearinghouse.world.web.manner import BROWSER, Manner
from clearinghouse.world.web.pace import Pace

MOST_REDIRECTS = 10
ATTEMPTS = 3
RETRY_AFTER = 5.0
"""Seconds before the second attempt; before the third it is twice as long."""
PATIENCE = 2
"""Addresses of a host that may stay silent three times over; from then on it is asked once for each, or a run would never end."""
_FOR_GOOD = (301, 308)
_REFUSALS = (401, 402, 403, 405, 406, 407, 429, 451, 999)
"""What says that somebody is there who does not let a machine look."""


@dataclass(frozen=True)
class Sight:
    """What was found. final: where redirects led; moved_to: the same, where all of them were for good."""

    outcome: str
    why: str = ""
    final: str = ""
    moved_to: str = ""


@dataclass(frozen=True)
class Visitor:
    """Asks for addresses, HEAD first and GET where that is not answered well. agent: what the visitor is called;
    timeout, may_be_local: see `Line`."""

    pace: Pace
    agent: str
    timeout: float = 20.0
    may_be_local: bool = False
    _silences: Counter[str] = field(default_factory=Counter)
    """How many addresses of each host have stayed silent, one after the other. A host is asked by one thread alone."""

    @cached_property
    def line(self) -> Line:
        """By which it asks."""
        return Line(self.pace, self.timeout, self.may_be_local)

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
            sight = Sight(REFUSED if status in _REFUSALS else FAILED, words_of(status), final)
            if status < HTTPStatus.INTERNAL_SERVER_ERROR and status != TOO_MANY:
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
            if answer[0] < HTTPStatus.BAD_REQUEST or answer[0] == TOO_MANY:
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
            if status not in REDIRECTS:
                return status, url, is_for_good
            if not location:
                raise Trouble(f"{words_of(status)}, to nowhere")
            try:
                url = urljoin(url, location).partition("#")[0]
                scheme = urlsplit(url).scheme
            except ValueError:
                raise Trouble(f"{words_of(status)}, to no address") from None
            if scheme not in ("http", "https"):
                raise Trouble(f"{words_of(status)}, to no web address")
            is_for_good = is_for_good and status in _FOR_GOOD
        raise Trouble(f"more than {MOST_REDIRECTS} redirects")

    def _asked(self, method: str, url: str, manner: Manner) -> tuple[int, str]:
        """Status and `Location` of one answer; its body is left where it is."""
        with self.line.answer(method, url, manner.headers(url)) as answer:
            manner.heed(url, answer)
            return answer.status, location_of(answer)

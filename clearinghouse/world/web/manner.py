"""Manners: as whom an address is asked for; the headers of each request, and the cookies that one look was given."""

from http.client import HTTPResponse
from http.cookiejar import CookieJar
from urllib.request import Request

BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
"""Some hosts tell machines that a page is not there. It is asked for under this name once, to know that, and for nothing else."""
LONGEST_COOKIES = 8_000
"""In letters. More of them are not sent: servers refuse such requests, and strangers could make them as large as they like."""
_ASKED_FOR = {
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "Accept-Language": "en-US,en;q=0.5",
    "Accept-Encoding": "gzip, deflate",
    "Connection": "close",
}
"""What a browser asks for too: hosts that choose by it have nothing for who asks for anything. No answer's body is read."""


class Manner:
    """Who asks, through all redirects of one look. Cookies go back only to whom RFC 6265 lets them; no other look sees them."""

    def __init__(self, agent: str) -> None:
        self._agent, self._jar = agent, CookieJar()

    def headers(self, url: str) -> dict[str, str]:
        """The headers of a request for an address."""
        cookies = self.cookies(url)
        return {"User-Agent": self._agent, **_ASKED_FOR, **({"Cookie": cookies} if cookies else {})}

    def cookies(self, url: str) -> str:
        """The cookies that go along with a request for an address; none where it is no address."""
        try:
            request = Request(url)
            self._jar.add_cookie_header(request)
        except ValueError:
            return ""
        cookies = request.get_header("Cookie") or ""
        return cookies if len(cookies) <= LONGEST_COOKIES else ""

    def heed(self, url: str, answer: HTTPResponse) -> None:
        """Keeps the cookies of an answer."""
        self._jar.extract_cookies(answer, Request(url))

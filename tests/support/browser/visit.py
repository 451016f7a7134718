"""A visit: a page in the browser, with all that goes on behind it written down."""

from dataclasses import dataclass, field
from http import HTTPStatus
from urllib.parse import urldefrag, urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Dialog, Page, Request, Response

from tests.support.serving import seen_on

WIDE, PHONE, HEIGHT = 1280, 360, 800
HERE = "127.0.0.1"
LEFT = "net::ERR_ABORTED"
"""What becomes of the icon of a page that one has left."""
FORGET = """() => {
  try { localStorage.clear(); sessionStorage.clear() } catch {}  // a page may be one that keeps nothing
  Storage.prototype.setItem = () => {}  // nor does it keep anything as it is left
}"""


@dataclass
class Visit:
    """A page. requests: all that was asked for, but for its icon; troubles: what the page, the console and the network complained of."""

    page: Page
    requests: list[str] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)

    @classmethod
    def begun(cls, context: BrowserContext) -> "Visit":
        """A new page, watched from its first moment."""
        visit = cls(context.new_page())
        visit.page.clock.install()
        visit.page.on("request", visit._asked)
        visit.page.on("requestfailed", visit._failed)
        visit.page.on("pageerror", lambda error: visit.troubles.append(f"{error}\n{error.stack}"))
        visit.page.on("response", visit._answered)
        visit.page.on("console", visit._note_message)
        visit.page.on("dialog", visit._dismiss)
        return visit

    def to(self, url: str) -> "Visit":
        """Opens an address on the day of its site, and forgets what was before."""
        self.page.clock.set_system_time(seen_on(url))
        self.requests.clear()
        self.troubles.clear()
        self.page.goto(url)
        # A click at the end of the visit before may have opened one more page before this one.
        first = urldefrag(url).url
        del self.requests[: self.requests.index(first) if first in self.requests else 0]
        return self

    def leave(self, width: int) -> None:
        """Leaves the page as if nobody had been there: nothing is kept, allowed, caught on its way or emulated, and no other is open."""
        context = self.page.context
        for other in context.pages:
            if other != self.page:
                other.close()
        self.page.unroute_all()
        context.unroute_all()
        context.clear_permissions()
        self.page.evaluate(FORGET)
        self.page.goto("about:blank")
        self.page.emulate_media(media="null")
        self.page.set_viewport_size({"width": width, "height": HEIGHT})
        self.requests.clear()
        self.troubles.clear()

    def _asked(self, request: Request) -> None:
        # For the icon of a page the browser asks when it likes, perhaps once the next page is open.
        if request.resource_type != "other" or urlsplit(request.url).hostname != HERE:
            self.requests.append(request.url)

    def _failed(self, request: Request) -> None:
        if request.failure != LEFT:
            self.troubles.append(f"{request.url}: {request.failure}")

    def _answered(self, response: Response) -> None:
        if response.status >= HTTPStatus.BAD_REQUEST:
            self.troubles.append(f"{response.url}: {response.status}")

    def _note_message(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.troubles.append(f"{message.type}: {message.text} at {message.location['url']}:{message.location['lineNumber']}")

    def _dismiss(self, dialog: Dialog) -> None:
        self.troubles.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    @property
    def elsewhere(self) -> list[str]:
        """Requests to any other host. What is made in the page itself (data:, blob:) is asked of nobody."""
        return [url for url in self.requests if urlsplit(url).scheme not in ("data", "blob") and urlsplit(url).hostname != HERE]

    @property
    def faults(self) -> list[str]:
        """What no page may have: troubles, requests to other hosts, and more width than its window."""
        over = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        return [*self.troubles, *(f"asked elsewhere: {url}" for url in self.elsewhere), *([f"{over} pixels too wide"] if over else [])]

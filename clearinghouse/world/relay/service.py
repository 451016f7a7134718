"""The service: a request of the web comes in, a status with JSON or a page leaves (docs/messages.md, "To a relay").

It keeps no log, sets no cookie, and writes no address of a sender anywhere.
"""

import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import falcon
from falcon import Request, Response

from clearinghouse.publications.forms.problem_words import Words
from clearinghouse.world.relay.intake import Answer, Fate, Intake
from clearinghouse.world.relay.pace import Pace
from clearinghouse.world.relay.pages import STYLE, Pages

LARGEST = 256 * 1024
"""In bytes: of what is sent at once."""
LATER = 3600
"""In seconds: after how long to try again where too much waits."""
_JSON, _FORM = "application/json", "application/x-www-form-urlencoded"
_STATUS = {Fate.WAITS: 201, Fate.KNOWN: 200, Fate.UNSOUND: 422, Fate.DECIDED: 409, Fate.FULL: 503, Fate.FAILED: 503}
_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-store",
    "X-Robots-Tag": "noindex",
}


def relay(intake: Intake, pace: Pace, pages: Pages) -> falcon.App:  # type: ignore[type-arg]  # the kinds of request and answer are its own
    """The service, for any server of WSGI."""
    app = falcon.App(middleware=[_Guard(_origin(pages.site))])
    app.req_options.strip_url_path_trailing_slash = True
    app.add_route("/proposals", _Proposals(intake, pace, pages))
    app.add_route("/", _Start(pages))
    app.add_route("/health", _Health(intake))
    app.add_route(f"/{STYLE}", _Style((pages.root / "overrides" / "records" / "relay" / STYLE).read_bytes()))
    app.add_error_handler(Exception, _failed)
    return app


class _Guard:
    """Sets the headers of every answer, and refuses what pages of other sites send."""

    def __init__(self, site: str) -> None:
        self._site = site

    def process_request(self, request: Request, response: Response) -> None:
        """Before anything is read."""
        response.set_headers(_HEADERS)
        origin = request.get_header("Origin")
        response.append_header("Vary", "Origin")
        if origin and origin == self._site:
            response.set_header("Access-Control-Allow-Origin", origin)
            response.set_header("Access-Control-Expose-Headers", "Retry-After")
        elif origin and urlsplit(origin).netloc != request.netloc:
            raise falcon.HTTPForbidden(title="Messages are taken from the form of the site alone")

    def process_response(self, request: Request, response: Response, resource: object, is_done: bool) -> None:
        """Whatever became of it."""
        if request.method == "OPTIONS":
            response.set_header("Access-Control-Allow-Methods", "POST")
            response.set_header("Access-Control-Allow-Headers", "Content-Type")
            response.set_header("Access-Control-Max-Age", "86400")


class _Proposals:
    """Where messages are sent to."""

    def __init__(self, intake: Intake, pace: Pace, pages: Pages) -> None:
        self._intake, self._pace, self._pages = intake, pace, pages

    def on_post(self, request: Request, response: Response) -> None:
        """Takes one message."""
        kind = (request.content_type or "").partition(";")[0].strip().lower()
        language = self._pages.language_for(request.get_header("Accept-Language") or "")
        refuse = self._refusal(response, kind, language)
        if kind not in (_JSON, _FORM):
            return refuse(415, "WRONG")
        if (request.content_length or 0) > LARGEST:
            return refuse(413, "LONG")
        if wait := self._pace.wait_for(request.remote_addr):
            response.set_header("Retry-After", str(wait))
            return refuse(429, "FAST")
        content = request.bounded_stream.read(LARGEST + 1)
        if len(content) > LARGEST:
            return refuse(413, "LONG")
        text = _message_in(content, kind)
        if text is None:
            return refuse(400, "WRONG")
        answer = self._intake.take(text)
        response.status = _STATUS[answer.fate]
        if response.status_code == 503:
            response.set_header("Retry-After", str(LATER))
        if kind == _FORM:
            _send_page(response, self._pages.answer(answer, language))
        else:
            response.media = _said(answer, self._pages.words_of(answer, language))
        return None

    def _refusal(self, response: Response, kind: str, language: str) -> Callable[[int, str], None]:
        def refuse(status: int, word: str) -> None:
            response.status = status
            if kind == _FORM:
                _send_page(response, self._pages.words(word, language))
            else:
                response.media = {"problems": [], "reason": _REASONS[word]}

        return refuse


_REASONS = {"WRONG": "send JSON with the text of one message", "LONG": f"longer than {LARGEST} bytes", "FAST": "too many messages at once"}


def _said(answer: Answer, words: Sequence[Words]) -> dict[str, object]:
    """The answer to the form. words: of its problems."""
    said: dict[str, object] = {"reference": answer.reference} if answer.reference else {}
    if answer.problems:
        problems = list(zip(answer.problems, words, strict=True))[:100]
        said["problems"] = [{"key": one.key, "code": one.code, "allowed": says.allowed, "fix": says.fix} for one, says in problems]
    return said


def _message_in(content: bytes, kind: str) -> str | None:
    """The text that was sent; None where it is not there, or no text that can be kept."""
    try:
        said = json.loads(content) if kind == _JSON else parse_qs(content.decode("ascii"), max_num_fields=5, errors="strict")
        text = said.get("message") if isinstance(said, dict) else None
        text = text[0] if isinstance(text, list) and kind == _FORM else text
        return text if isinstance(text, str) and text.encode("utf-8") else None
    except (ValueError, RecursionError):
        return None


class _Start:
    """The page on which a message is pasted."""

    def __init__(self, pages: Pages) -> None:
        self._pages = pages

    def on_get(self, request: Request, response: Response) -> None:
        """Shows it."""
        _send_page(response, self._pages.start(self._pages.language_for(request.get_header("Accept-Language") or "")))


class _Style:
    """How the pages look."""

    def __init__(self, content: bytes) -> None:
        self._content = content

    def on_get(self, request: Request, response: Response) -> None:
        """Gives it."""
        response.content_type, response.data = "text/css; charset=utf-8", self._content
        response.set_header("Cache-Control", "public, max-age=3600")


class _Health:
    """Whether messages can be taken, for whoever watches over the service."""

    def __init__(self, intake: Intake) -> None:
        self._intake = intake

    def on_get(self, request: Request, response: Response) -> None:
        """Says so, and nothing else."""
        is_well = not self._intake.is_full
        response.status = 200 if is_well else 503
        response.media = {"status": "ok" if is_well else "full"}


def _send_page(response: Response, html: str) -> None:
    response.content_type, response.text = "text/html; charset=utf-8", html


def _failed(request: Request, response: Response, error: Exception, parameters: object) -> None:
    """An error of our own: its kind and place go to the standard error, and nothing of what was sent."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    place = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else "?"
    print(f"chm relay: {type(error).__name__} at {place}", file=sys.stderr, flush=True)
    response.status, response.media = 500, {"problems": []}
    response.set_headers(_HEADERS)


def _origin(site: str) -> str:
    parts = urlsplit(site)
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""

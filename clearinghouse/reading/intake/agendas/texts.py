"""Texts: what a property says in words, free of the escapes of iCalendar, the tags of HTML and its entities."""

import html
import re
from collections.abc import Sequence
from html.parser import HTMLParser

from icalendar.parser.property import split_on_unescaped_comma, unescape_backslash
from typing_extensions import override

from clearinghouse.reading.intake.agendas.content_lines import Property
from clearinghouse.reading.intake.tables import LONGEST_CELL

_TAG = re.compile(
    r"</?(?:a|b|blockquote|body|br|div|em|font|h[1-6]|head|html|i|li|meta|ol|p|pre|s|small|span|strong|style|sub|sup|table|tbody|td|th|thead"
    r"|title|tr|u|ul)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8}\d{0,2});", re.IGNORECASE)
_PARAGRAPHS = frozenset(["blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "ol", "p", "pre", "table", "ul"])
_LINES = frozenset(["br", "div", "tr"])
_UNSEEN = frozenset(["head", "style", "title"])


def text_of(one: Property) -> str:
    """The text of a property, lines broken by a line feed alone."""
    text = str(unescape_backslash(one.value)).replace("\r\n", "\n").replace("\r", "\n")
    return plain(text).strip()


def line_of(one: Property) -> str:
    """The text of a property where one line is asked: its lines joined."""
    return " ".join(text_of(one).split())


def members_of(one: Property) -> Sequence[str]:
    """The members of a list of texts, which stand apart by commas."""
    return [name for member in split_on_unescaped_comma(one.value) if (name := " ".join(plain(str(member)).split()))]


def plain(text: str) -> str:
    """A text of HTML as it is read: paragraphs and list members on lines of their own, links with their address behind.

    Other texts stay as they are, but for entities: `Fish &amp; wildlife` was never meant to be read so. What is longer than
    any cell is no text of an event, and costs no reading; what shows nothing stays as it is, for the rules to judge.
    """
    if len(text) > LONGEST_CELL:
        return text
    if not _TAG.search(text):
        return html.unescape(text).replace("\xa0", " ") if _ENTITY.search(text) else text
    reader = _Reader()
    reader.feed(text.replace("\n", " ") if re.search(r"<(?:br|p|div|li)\b", text, re.IGNORECASE) else text)
    reader.close()
    lines = (re.sub(r"[ \t\xa0]+", " ", line).strip() for line in "".join(reader.pieces).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip() or text


class _Reader(HTMLParser):
    """Gathers what a browser would show."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._addresses: list[tuple[str, int]] = []
        self._unseen = 0

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag == "a":
            self._addresses.append((dict(attrs).get("href") or "", len(self.pieces)))
        elif tag in _LINES or tag in _PARAGRAPHS:
            self.pieces.append("\n")
        elif tag == "li":
            self.pieces.append("\n- ")
        elif tag in ("td", "th"):
            self.pieces.append(" ")

    @override
    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif tag == "a" and self._addresses:
            address, begin = self._addresses.pop()
            if address and address not in "".join(self.pieces[begin:]):
                self.pieces.append(f" ({address})")
        elif tag in _PARAGRAPHS:
            self.pieces.append("\n\n")
        elif tag == "div":
            self.pieces.append("\n")

    @override
    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.pieces.append(data)

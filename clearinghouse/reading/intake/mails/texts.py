"""Texts of a mail: the bytes of a part become text, whatever its encoding is said to be; HTML becomes the text that people read in it."""

import re
from collections.abc import Iterator

from lxml import etree, html

LONGEST_TEXT = 1_000_000
"""In characters."""
_SHIFTING = re.compile(r"iso-?2022|utf-?7|utf-?16|utf-?32|hz", re.IGNORECASE)
"""Encodings whose bytes may look like UTF-8 and are not."""
_ODD = frozenset(("idna", "mbcs", "oem", "punycode", "raw_unicode_escape", "undefined", "unicode_escape"))
"""Codecs of Python that no mail is written in; some need the square of a text's length."""
_UNREAD = frozenset(("head", "noscript", "object", "script", "style", "svg", "template", "title"))
_BLOCKS = frozenset((
    "address", "article", "blockquote", "br", "dd", "div", "dl", "dt", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hr", "li", "ol", "p", "pre", "section", "table", "tbody", "tr", "ul",
))  # fmt: skip


def text_of(content: bytes, charset: str) -> str:
    """The text that bytes hold. charset: as the part names it; it is often wrong, so UTF-8 is believed where the bytes bear it out."""
    content = content[: 4 * LONGEST_TEXT]
    names = [charset] if _SHIFTING.match(charset) else ["utf-8-sig", charset]
    for name in names:
        try:
            if name.casefold().replace("-", "_") not in _ODD:
                return content.decode(name)[:LONGEST_TEXT]
        except (LookupError, UnicodeError, ValueError):
            continue
    return content.decode("cp1252", "replace")[:LONGEST_TEXT]


def text_of_html(page: str) -> str:
    """The text of HTML, a block on lines of its own, quotes behind `>`. Scripts, styles and comments are left out."""
    page = page[:LONGEST_TEXT].replace("\0", "")
    try:
        # Given as bytes, since a page that names another encoding in itself is refused as text.
        root = html.document_fromstring(page.encode("utf-8", "replace"), parser=html.HTMLParser(encoding="utf-8", remove_comments=True))
    except (etree.LxmlError, ValueError, AssertionError):
        return ""
    lines = "".join(_pieces(root)).split("\n")
    return re.sub(r"\n{3,}", "\n\n", "\n".join(line.rstrip() for line in lines)).strip()


def _pieces(root: "etree._Element") -> Iterator[str]:
    """All text in its order. The walk keeps its own list, so that no depth ends it."""
    quotes = silent = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        name = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            silent += name in _UNREAD or not name
            quotes += name == "blockquote"
            if not silent:
                yield from _start(name, quotes)
                yield _flat(element.text, name)
        else:
            if not silent and name in _BLOCKS:
                quotes -= name == "blockquote"
                yield "\n" + "> " * min(quotes, 5)
            silent -= name in _UNREAD or not name
            if not silent:
                yield _flat(element.tail, name)


def _start(name: str, quotes: int) -> Iterator[str]:
    if name in _BLOCKS and name != "br":
        yield "\n" + "> " * min(quotes, 5)


def _flat(text: str | None, name: str) -> str:
    return (text or "") if name == "pre" else re.sub(r"\s+", " ", text or "")

"""Texts of strangers: what they wrote comes in; plain text on one line or in paragraphs leaves, free of tags and of what nobody sees."""

import html
import re
from datetime import date
from typing import Any
from urllib.parse import urljoin, urlsplit

import nh3

from clearinghouse.reading.intake.agendas.texts import plain
from clearinghouse.records.keys.hidden import PATTERN

LONGEST_TITLE, LONGEST_LINE, LONGEST_SUMMARY = 200, 300, 1200
_HIDDEN = re.compile(PATTERN)
_DAY = re.compile(r"([0-9]{4})(-[0-9]{2})?(-[0-9]{2})?(?=$|[T ])")
_LONGEST = 30_000


def line(value: Any, most: int = LONGEST_LINE) -> str:
    """A text on one line; nothing where the value is no text. What is too long is cut at a word."""
    return _cut(" ".join(_text(value).split()), most)


def paragraph(value: Any, most: int = LONGEST_SUMMARY) -> str:
    """A text of several lines, as a summary has it."""
    lines = [" ".join(part.split()) for part in _text(value).split("\n")]
    return _cut(re.sub(r"\n{2,}", "\n", "\n".join(lines)).strip(), most)


def web_address(value: Any, base: str) -> str:
    """A web address, made whole; nothing where it is none."""
    if not isinstance(value, str) or not value.strip() or len(value) > 2000:
        return ""
    try:
        address = urljoin(base, value.strip())
        parts = urlsplit(address)
        return address if parts.scheme in ("http", "https") and parts.hostname else ""
    except ValueError:
        return ""


def day_of(value: Any) -> str:
    """The day of a moment, as precise as it is written: 2026-03-02, 2026-03 or 2026; nothing where there is no such day."""
    match = _DAY.match(value.strip()) if isinstance(value, str) else None
    if not match:
        return ""
    year, month, day = match[1], match[2] or "-01", match[3] or "-01"
    try:
        date.fromisoformat(year + month + day)
    except ValueError:
        return ""
    return match[0]


def _text(value: Any) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    text = str(value)[:_LONGEST].replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    text = plain(_HIDDEN.sub("", text))
    if "<" in text:  # tags that `plain` does not know, scripts among them
        text = html.unescape(nh3.clean(text, tags=set()))
    return _HIDDEN.sub("", text)


def _cut(text: str, most: int) -> str:
    if len(text) <= most:
        return text
    return text[: most - 2].rpartition(" ")[0].rstrip(" ,;:") + " …" if " " in text[: most - 2] else text[: most - 2] + " …"

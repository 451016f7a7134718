"""Gaps: markup with gaps and texts come in, HTML leaves. Only what is HTML by its type fits into a gap, and text becomes it by escaping.

Plain functions, since a template's call costs eight times as much, and a site has a million of these.
"""

import re
from typing import LiteralString, NewType
from urllib.parse import urlsplit

from markupsafe import Markup, escape

Html = NewType("Html", str)
"""Text of HTML in which all that comes from records is escaped: `mypy` lets nothing else into a gap."""
NOTHING = Html("")
_special = re.compile("[&<>'\"]").search
_ENDLESS = re.compile("[0-9A-Za-z\u00c0-\u024f]{30,}")
_PIECE = re.compile(".{1,15}")


def escaped(text: str) -> Html:
    """The text as HTML; what is marked as HTML already stays as it is."""
    return Html(text if isinstance(text, Markup) or _special(text) is None else str(escape(text)))


def breakable(text: str) -> Html:
    """The text as HTML, with places where a word of thirty letters or more may break: no table is as wide as the word.

    Only letters that stand alone: marks of Thai, Khmer, Lao and Burmese must not be parted from their letters.
    """
    html = escaped(text)
    if len(text) < 30 or not _ENDLESS.search(text):
        return html
    return Html(_ENDLESS.sub(lambda match: "<wbr>".join(_PIECE.findall(match[0])), html))


def outward(url: str) -> str:
    """A link that leaves the site, or none where it could run something or is no address; reading refuses such links as well."""
    try:
        return url if urlsplit(url).scheme in ("http", "https", "mailto", "webcal") else ""
    except ValueError:
        return ""


def filled(markup: LiteralString, *gaps: Html) -> Html:
    """Markup whose gaps, each a `%s`, are filled in their order."""
    return Html(markup % gaps)


def joined(pieces: list[Html], between: LiteralString = "") -> Html:
    """Pieces one after the other."""
    return Html(between.join(pieces))


def where(markup: LiteralString, value: object) -> Html:
    """Markup, most often an attribute, whose one gap the value fills; nothing where there is no value."""
    return Html(markup % escaped(str(value))) if value else NOTHING

"""Sheets and booklets: pages of a copy come in, documents for A4 paper leave; a browser makes PDF files of them."""

import re
from collections.abc import Callable, Iterable

from clearinghouse.publications.html.links import link
from clearinghouse.publications.html.qr_codes import qr_inline
from clearinghouse.publications.offline.copy import About
from clearinghouse.publications.presentations import PRESENTATIONS
from clearinghouse.publications.words import date_words

STYLE = "assets/sheet.css"
BOUND = tuple(
    name for name, presentation in sorted(PRESENTATIONS.items(), key=lambda member: member[1].in_booklet) if presentation.in_booklet
)
"""The collections whose records stand in the booklet of a state, in its order."""
_SCRIPT = re.compile(r"<script\b.*?</script>", re.DOTALL)
_ARTICLE = re.compile(r"(<article\b[^>]*>)(.*)(</article>)", re.DOTALL)


def sheet(page: str, address: str, about: About) -> str:
    """The sheet of a record: its page, with the way back to it for a phone, and the day that it was true on."""
    return _paper(page, address, lambda inner: _way_back(address, about) + inner)


def booklet(page: str, address: str, about: About, others: Iterable[str]) -> str:
    """The booklet of a state: its page, and after it the pages of its records, as many to a side as fit."""
    articles = [found[2] for other in others if (found := _ARTICLE.search(other))]
    bound = "".join(f'<section class="ch-booklet__page">{each}</section>' for each in articles)
    return _paper(page, address, lambda inner: f'<div class="ch-booklet">{_way_back(address, about)}{inner}{bound}</div>')


def _paper(page: str, address: str, filled: Callable[[str], str]) -> str:
    # Without scripts: what holds on the day of the copy is printed, and nothing waits.
    page = _SCRIPT.sub("", page)
    page = page.replace("</head>", f'<link rel="stylesheet" href="{link(STYLE, address)}"></head>', 1)
    return _ARTICLE.sub(lambda found: found[1] + filled(found[2]) + found[3], page, count=1)


def _way_back(address: str, about: About) -> str:
    url = about.url + address
    code = qr_inline(url, "QR code of this page online")
    return f'<figure class="ch-sheet__way">{code}<figcaption>{url}<br>as of {date_words(about.made)}</figcaption></figure>'

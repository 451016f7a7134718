"""Sheets and booklets: pages of a copy come in, documents for A4 paper leave; a browser makes PDF files of them."""

from collections.abc import Callable, Iterable

from clearinghouse.publications.html.elements import elements, replaced
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


def sheet(page: str, address: str, about: About) -> str:
    """The sheet of a record: its page, with the way back to it for a phone, and the day that it was true on."""
    return _paper(page, address, lambda inner: _way_back(address, about) + inner)


def booklet(page: str, address: str, about: About, others: Iterable[str]) -> str:
    """The booklet of a state: its page, and after it the pages of its records, as many to a side as fit."""
    articles = (other[article.inside : article.outside] for other in others for article in elements(other, ("article",)))
    bound = "".join(f'<section class="ch-booklet__page">{article}</section>' for article in articles)
    return _paper(page, address, lambda inner: f'<div class="ch-booklet">{_way_back(address, about)}{inner}{bound}</div>')


def _paper(page: str, address: str, filled: Callable[[str], str]) -> str:
    # Without scripts: what holds on the day of the copy is printed, and nothing waits.
    page = replaced(page, ((script.start, script.end, "") for script in elements(page, ("script",))))
    page = page.replace("</head>", f'<link rel="stylesheet" href="{link(STYLE, address)}"></head>', 1)
    return replaced(
        page,
        ((article.inside, article.outside, filled(page[article.inside : article.outside])) for article in elements(page, ("article",))),
    )


def _way_back(address: str, about: About) -> str:
    url = about.url + address
    code = qr_inline(url, "QR code of this page online")
    return f'<figure class="ch-sheet__way">{code}<figcaption>{url}<br>as of {date_words(about.day)}</figcaption></figure>'

"""Sheets and booklets: pages of a copy come in, documents for A4 paper leave; a browser makes PDF files of them."""

import re
from collections.abc import Callable, Iterable

from clearinghouse.publications.links import link
from clearinghouse.publications.qr_codes import qr_inline

STYLE = "assets/sheet.css"
BOUND = ("trainings", "workshops", "legislation", "programmes", "documents")
"""The collections whose records stand in the booklet of a state, in its order."""
_SCRIPT = re.compile(r"<script\b.*?</script>", re.DOTALL)
_ARTICLE = re.compile(r"(<article\b[^>]*>)(.*)(</article>)", re.DOTALL)


def sheet(page: str, address: str, url: str) -> str:
    """The sheet of a record: its page, with the way back to it for a phone. url: the site's, ending in a slash."""
    return _paper(page, address, lambda inner: _way_back(url + address) + inner)


def booklet(page: str, address: str, url: str, others: Iterable[str]) -> str:
    """The booklet of a state: its page, and after it the pages of its records, each beginning on paper of its own."""
    articles = [found[2] for other in others if (found := _ARTICLE.search(other))]
    bound = "".join(f'<section class="ch-booklet__page">{each}</section>' for each in articles)
    return _paper(page, address, lambda inner: _way_back(url + address) + inner + bound)


def _paper(page: str, address: str, filled: Callable[[str], str]) -> str:
    # Without scripts: what holds on the day of the copy is printed, and nothing waits.
    page = _SCRIPT.sub("", page)
    page = page.replace("</head>", f'<link rel="stylesheet" href="{link(STYLE, address)}"></head>', 1)
    return _ARTICLE.sub(lambda found: found[1] + filled(found[2]) + found[3], page, count=1)


def _way_back(url: str) -> str:
    return f'<figure class="ch-sheet__way">{qr_inline(url, "QR code of this page online")}<figcaption>{url}</figcaption></figure>'

"""Narrowing: the address of a narrowed list comes in; that of the whole list leaves, which narrows itself in a copy.

Online each list under a term is a page of its own, which search engines find and readers without scripts. There are more of them than
of all others, and they would be a third of a copy; its whole lists narrow by a script to the same rows. The address stays: a page there
leads on.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html import escape
from urllib.parse import urlencode

from clearinghouse.publications.files.contents import address_of, path_of
from clearinghouse.publications.html.elements import elements
from clearinghouse.publications.html.links import link
from clearinghouse.publications.narrowed import list_address, narrowed_by
from clearinghouse.publications.offline.file_form import COPY

LEADING = "assets/offline/leading.js"
_NARROWS = "data-ch-narrow"
"""What marks the words of a list that narrows itself, see `overrides/assets/lists/narrowing.js`."""


def is_left_to_whole(path: str) -> bool:
    """Whether a copy has no file where the site has one, since it belongs to a narrowed list: all but the first page under a term."""
    narrowed = narrowed_by(f"{path.rpartition('/')[0]}/")
    return narrowed is not None and path not in [path_of(list_address(narrowed[0], *term)) for term in narrowed[1]]


@dataclass(frozen=True)
class Narrowing:
    """Where a copy shows what narrowed lists do. read: gives the content of a page of the site."""

    read: Callable[[str], bytes]
    _known: dict[str, frozenset[tuple[str, str]]] = field(default_factory=dict)

    def place(self, path: str) -> str | None:
        """The whole list with the words of a narrowed one chosen; None where it has no such words, since nothing stands under them."""
        narrowed = narrowed_by(address_of(path))
        if not narrowed:
            return None
        collection, terms = narrowed
        return f"{path_of(f'{collection}/')}?{urlencode(terms)}" if self._terms(collection).issuperset(terms) else None

    def leading(self, path: str, title: str) -> str | None:
        """The page at the address of a narrowed list, which leads on to the whole one; None where a page is the same as online."""
        place = self.place(path)
        if place is None:
            return None
        address, words = address_of(path), escape(title)
        to = escape(link(place, address, as_file=True))
        copy, leading = (f'<script src="{link(name, address)}"></script>' for name in (COPY, LEADING))
        head = f'<head><meta charset="utf-8"><title>{words}</title>{copy}</head>'
        return f'<!doctype html><html lang="en">{head}<body><a href="{to}">{words}</a>{leading}</body></html>\n'

    def _terms(self, collection: str) -> frozenset[tuple[str, str]]:
        if collection not in self._known:
            self._known[collection] = frozenset(self._read(collection))
        return self._known[collection]

    def _read(self, collection: str) -> Iterator[tuple[str, str]]:
        """The terms by which the page of a whole list lets its readers narrow it."""
        page = self.read(path_of(f"{collection}/")).decode()
        for nav in elements(page, ("nav",)):
            if _NARROWS in nav.attributes:
                for word in elements(page[nav.inside : nav.outside], ("a",)):
                    _, terms = narrowed_by(f"{collection}/{word.attributes.get('href', '')}") or ("", ())
                    yield from terms

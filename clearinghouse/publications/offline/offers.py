"""Offers: the page that offers the editions, without them as the site is built, and with them once they are made."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from clearinghouse.publications.html.prose import parted
from clearinghouse.publications.site import Site
from clearinghouse.publications.translation.texts import gettext
from clearinghouse.publications.words import date_words
from clearinghouse.vocabulary.states import MEMBER_STATES

OFFERS = "offline/index.html"
SUMS = "SHA256SUMS"
BEGIN, END = "<!--editions-->", "<!--/editions-->"
"""What stands around the place of the editions, in the template of the page."""


@dataclass(frozen=True)
class Offer:
    """A file that is offered. file: its name; label, note: in words; size: in bytes; sha256: of the file."""

    file: str
    label: str
    bytes: int
    sha256: str
    note: str = ""

    @property
    def size(self) -> str:
        """Its size in words."""
        return size_words(self.bytes)


def size_words(size: int) -> str:
    """A number of bytes in words: a stick and a line are counted in millions of bytes."""
    return f"{size / 1e6:.1f} MB" if size >= 50_000 else f"{max(size / 1e3, 1):.0f} kB"


@dataclass(frozen=True)
class Group:
    """Offers of one kind."""

    title: str
    offers: Sequence[Offer]


def offline_context(site: Site, prose: str) -> Mapping[str, Any]:
    """What the page of the site shows while no edition lies beside it."""
    head, sections = parted(prose)
    return {
        "head": head,
        "prose_sections": sections,
        "url": site.url,
        "states": [replace(state, name=gettext(state.name)) for state in MEMBER_STATES.values()],
    }


def editions_context(groups: Sequence[Group], day: date, readme: str) -> Mapping[str, Any]:
    """What the list of the editions shows."""
    return {
        "groups": [group for group in groups if group.offers],
        "day": str(day),
        "day_words": date_words(day),
        "sums": SUMS,
        "readme": readme,
    }


def offering(page: str, editions: str) -> str:
    """The page of the site with the editions in their place. Raises ValueError where it has no such place."""
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError("the page has no place for editions")
    return before + begin + str(editions) + end + after


def sums_text(offers: Sequence[Offer]) -> str:
    """SHA256SUMS, as sha256sum writes and checks it."""
    return "".join(f"{offer.sha256}  {offer.file}\n" for offer in sorted(offers, key=lambda offer: offer.file))

"""Sitemap and addresses: every page of the site, for machines (sitemaps.org 0.9, and one address a line)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from xml.sax.saxutils import escape

SITEMAP = "sitemap.xml"
ADDRESSES = "addresses.txt"
"""The file that lists every page of a site; each site has it, nothing else does."""


@dataclass(frozen=True)
class Place:
    """A page. changed: the day on which it changed last, or None where nobody knows it; languages: the page in each language in
    which it stands, its own among them: tag and address."""

    address: str
    changed: date | None = None
    languages: Sequence[tuple[str, str]] = ()


def sitemap(url: str, places: Iterable[Place]) -> str:
    """A sitemap of pages; url: of the site, ending in a slash. A page stands beside its translations, which name the same addresses:
    the theme fetches it with every first page, and so it is a seventh smaller on the way."""
    rows = "".join(_row(url, place) for place in sorted(places, key=_order))
    spaces = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset {spaces}>\n{rows}</urlset>\n'


def _order(place: Place) -> tuple[str, str]:
    """That of the first language of a page."""
    return (place.languages[0][1] if place.languages else place.address, place.address)


def _row(url: str, place: Place) -> str:
    changed = f"<lastmod>{place.changed.isoformat()}</lastmod>" if place.changed else ""
    others = "".join(
        f'<xhtml:link rel="alternate" hreflang="{escape(tag)}" href="{escape(url + address)}"/>' for tag, address in place.languages
    )
    return f"<url><loc>{escape(url + place.address)}</loc>{changed}{others}</url>\n"


def addresses_text(addresses: Iterable[str]) -> str:
    """One address a line, sorted; the front page is `/`."""
    return "".join(f"/{address}\n" for address in sorted(addresses))

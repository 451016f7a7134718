"""Sitemap and addresses: every page of the site, for machines (sitemaps.org 0.9, and one address a line)."""

from collections.abc import Iterable
from xml.sax.saxutils import escape

SITEMAP = "sitemap.xml"
ADDRESSES = "addresses.txt"
"""The file that lists every page of a site; each site has it, nothing else does."""


def sitemap(url: str, addresses: Iterable[str]) -> str:
    """A sitemap of pages; url: of the site, ending in a slash. Records tell their own dates, so no lastmod is claimed."""
    rows = "".join(f"<url><loc>{escape(url + address)}</loc></url>\n" for address in sorted(addresses))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{rows}</urlset>\n'


def addresses_text(addresses: Iterable[str]) -> str:
    """One address a line, sorted; the front page is `/`."""
    return "".join(f"/{address}\n" for address in sorted(addresses))

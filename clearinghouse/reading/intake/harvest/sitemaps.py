"""Sitemaps: the bytes of one become the addresses of the pages or the sitemaps that it lists, those of its own host alone."""

import zlib
from dataclasses import dataclass

from lxml import etree

from clearinghouse.reading.intake.harvest.entries import SourceFault
from clearinghouse.reading.intake.harvest.texts import web_address

MOST_UNPACKED = 50_000_000
"""In bytes: the protocol allows no larger ones (sitemaps.org)."""
_SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
_PACKED = b"\x1f\x8b"


@dataclass(frozen=True)
class Sitemap:
    """What a sitemap lists, each once. others: sitemaps, where it is an index of such."""

    pages: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


def sitemap_of(content: bytes, base: str) -> Sitemap | None:
    """What a sitemap lists, also one that is packed (.xml.gz); None where it is none. base: its address. Raises SourceFault."""
    content = _unpacked(content) if content.startswith(_PACKED) else content
    if b"sitemaps.org/schemas/sitemap" not in content[:2000]:
        return None
    try:
        root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False))
    except etree.XMLSyntaxError:
        raise SourceFault("its sitemap cannot be read") from None
    host = base.split("/")[:3]
    addresses = (web_address(place.text, base) for place in root.iter(f"{_SPACE}loc"))
    own = tuple(dict.fromkeys(address for address in addresses if address and address.split("/")[:3] == host))
    if root.tag == f"{_SPACE}sitemapindex":
        return Sitemap(others=tuple(address for address in own if address != base))
    return Sitemap(pages=own)


def _unpacked(content: bytes) -> bytes:
    """Raises SourceFault as soon as it is too large: some are packed to burst whoever unpacks them."""
    unpack = zlib.decompressobj(wbits=31)
    try:
        unpacked = unpack.decompress(content, MOST_UNPACKED)
    except zlib.error:
        raise SourceFault("its sitemap cannot be unpacked") from None
    if not unpack.eof:
        raise SourceFault(f"its sitemap breaks off, or has more than {MOST_UNPACKED / 1e6:g} MB")
    return unpacked

"""Pages: the bytes of an HTML page, or of a file of JSON-LD, become the things that it says of itself in schema.org's words.

Only JSON-LD is read: it is what Bioschemas recommends, and what our own pages write.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree, html

from clearinghouse.reading.intake.harvest.entries import MOST_ENTRIES, SourceFault

Thing = Mapping[str, Any]
DEEPEST = 30
_PREFIXES = ("https://schema.org/", "http://schema.org/", "https://bioschemas.org/", "schema:", "sdo:")


def things_in(content: bytes) -> list[Thing]:
    """The things that a page or a file describes, those inside others too, each after that in which it stands. Raises SourceFault."""
    things: list[Thing] = []
    texts = [content.decode("utf-8-sig", "replace")] if content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[") else _scripts(content)
    is_broken = False
    for text in texts:
        try:
            for thing in _walk(_bared(json.loads(text)), {}):
                things.append(thing)
                if len(things) > 20 * MOST_ENTRIES:
                    raise SourceFault("it describes too many things")
        except (ValueError, RecursionError):
            is_broken = True
    if is_broken and not things:
        raise SourceFault("its description of itself (JSON-LD) is broken")
    return things


def types_of(thing: Thing) -> frozenset[str]:
    """What a thing is, in schema.org's words without their prefix."""
    types = thing.get("@type")
    return frozenset(_bare(kind) for kind in (types if isinstance(types, list) else [types]) if isinstance(kind, str))


def _scripts(content: bytes) -> list[str]:
    """The texts of the JSON-LD of a page, in the encoding that the page has."""
    if not content.strip():
        return []
    try:
        tree = html.document_fromstring(content, parser=html.HTMLParser(encoding=_encoding(content), huge_tree=False))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, LookupError):
        raise SourceFault("it is no page that can be read") from None
    return [
        script.text or ""
        for script in tree.iter("script")
        if str(script.get("type", "")).partition(";")[0].strip() == "application/ld+json"
    ]


def _encoding(content: bytes) -> str | None:
    """UTF-8 where the bytes are that, whatever the page says; else what the page says."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return "utf-8"


def _walk(value: Any, around: Thing) -> Iterator[Thing]:
    """All groups with a type; each knows the thing around it as `@around`."""
    if isinstance(value, dict):
        thing = {**value, "@around": around} if "@type" in value else around
        if thing is not around:
            yield thing
        for member in value.values():
            yield from _walk(member, thing)
    elif isinstance(value, list):
        for member in value:
            yield from _walk(member, around)


def _bared(value: Any, depth: int = 0) -> Any:
    """The same by schema.org's names without their prefix; what is nested too deep is left out."""
    if depth > DEEPEST:
        return None
    if isinstance(value, dict):
        return {_bare(key): _bared(member, depth + 1) for key, member in value.items()}
    return [_bared(member, depth + 1) for member in value] if isinstance(value, list) else value


def _bare(name: str) -> str:
    return next((name.removeprefix(prefix) for prefix in _PREFIXES if name.startswith(prefix)), name)

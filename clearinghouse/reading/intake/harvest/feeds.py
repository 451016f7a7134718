"""Feeds: the bytes of RSS or Atom become entries, one for each that the feed has."""

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from typing import Any

import feedparser

from clearinghouse.reading.intake.harvest.entries import MOST_ENTRIES, Entry, SourceFault
from clearinghouse.reading.intake.harvest.fields import fill
from clearinghouse.reading.intake.harvest.texts import LONGEST_TITLE, line, paragraph, web_address
from clearinghouse.reading.intake.known_events import digest
from clearinghouse.records.collections.document import Document
from clearinghouse.records.harvest_sources import HarvestSource

LARGEST = 2_000_000
"""In bytes: a feed has some hundreds of entries, and what is broken on purpose takes seconds for each million."""


def entries_of(content: bytes, source: HarvestSource) -> list[Entry]:
    """The entries of a feed, each once. Raises SourceFault."""
    if len(content) > LARGEST:
        raise SourceFault(f"it is a feed of more than {LARGEST / 1e6:g} MB")
    try:
        # As a stream: of plain bytes feedparser would first ask whether they are the name of a file.
        feed = feedparser.parse(BytesIO(content), sanitize_html=True, resolve_relative_uris=False)
    except Exception as error:  # it reads what nobody foresaw, and raises what nobody declared
        raise SourceFault(f"it is no feed that can be read ({type(error).__name__})") from None
    if not feed.version and not feed.entries:
        raise SourceFault("it is neither RSS nor Atom")
    if len(feed.entries) > MOST_ENTRIES:
        raise SourceFault(f"it has more than {MOST_ENTRIES:,} entries")
    return list({entry.address: entry for entry in reversed(list(_entries(feed.entries, source)))}.values())[::-1]


def _entries(entries: list[Any], source: HarvestSource) -> Iterator[Entry]:
    for entry in entries:
        title = line(entry.get("title"), LONGEST_TITLE)
        link = web_address(entry.get("link"), source.url)
        address = link or f"{source.url}#{digest(str(entry.get('id') or title))}"
        day = _day(entry.get("published_parsed") or entry.get("updated_parsed"))
        data: dict[str, Any] = {}
        fill(data, source.collection, "title", title)
        data["summary"] = paragraph(entry.get("summary")) or "The source gives no description."
        if source.collection == Document.collection:
            data |= {"publisher": source.name, "url": link}
            data |= {"date": day} if day else {"undated": "true", "note": "The source gives no date."}
        elif day:
            data["date"] = day
        for field, key in source.mapping.items():
            fill(data, source.collection, key, line(_text(entry.get(field))))
        yield Entry(address, title, data, refusal="" if title else "it has no title")


def _text(value: Any) -> str:
    """The text of a field, of several their words one after the other: categories are such."""
    if isinstance(value, list):
        return "; ".join(str(member.get("term") or member.get("value") or "") for member in value if isinstance(member, dict))
    return value if isinstance(value, str) else ""


def _day(moment: Any) -> str:
    try:
        return date(*moment[:3]).isoformat() if moment else ""
    except (TypeError, ValueError):
        return ""

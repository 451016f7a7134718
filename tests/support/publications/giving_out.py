"""Giving out: the feeds and calendars of a catalogue as the tests ask for them, and how they are read back."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Any

import feedparser
import vobject
from lxml import etree
from lxml import html as lxml_html

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.publications.agendas.agendas import agendas
from clearinghouse.publications.feeds.feeds import feeds
from clearinghouse.publications.site import Room, Shelf, Site
from clearinghouse.reading.typing.read import Reading, read
from clearinghouse.world.disk.data_folder import data_files
from tests.support.running import ROOT

AUTHORITY = "clearing-house.example"
SHELVES = (
    Shelf("Activities", (Room("trainings/", "Trainings", "Courses."), Room("months/", "Months", "Month by month."))),
    Shelf("Resources", (Room("documents/", "Documents", "What can be read."), Room("networks/", "Networks", "Who works together."))),
)
SITE = Site("Clearing House of Examples", "https://site.example/chm/", AUTHORITY, shelves=SHELVES)
LIVING_DAY = date(2026, 3, 10)
ATOM = "{http://www.w3.org/2005/Atom}"
HISTORY = "{http://purl.org/syndication/history/1.0}"


@cache
def _read(folder: str) -> Reading:
    return read(data_files(ROOT / folder))


@cache
def living(as_of: date = LIVING_DAY) -> Catalogue:
    """The made-up records of tests/living."""
    reading = _read("tests/living")
    return Catalogue.of(reading.records, reading.about, as_of, photographs=reading.photographs, proposals=reading.proposals)


@cache
def true(as_of: date) -> Catalogue:
    """The records of data/."""
    reading = _read("data")
    return Catalogue.of(reading.records, reading.about, as_of, photographs=reading.photographs, proposals=reading.proposals)


def feeds_of(catalogue: Catalogue, site: Site = SITE) -> dict[str, bytes]:
    """All feeds by address."""
    return {address: content.encode() if isinstance(content, str) else content for address, content in feeds(catalogue, site)}


def agendas_of(catalogue: Catalogue, site: Site = SITE) -> dict[str, bytes]:
    """All agendas by address."""
    return dict(agendas(catalogue, site))


@cache
def living_feeds(as_of: date = LIVING_DAY) -> Mapping[str, bytes]:
    """All feeds of the made-up records on a day, by address."""
    return MappingProxyType(feeds_of(living(as_of)))


@cache
def living_agendas(as_of: date = LIVING_DAY) -> Mapping[str, bytes]:
    """All agendas of the made-up records on a day, by address."""
    return MappingProxyType(agendas_of(living(as_of)))


@cache
def parsed(content: bytes) -> Any:
    """A feed as feedparser reads it, which must have nothing to complain of."""
    kind = {"content-type": "application/xml; charset=utf-8"}
    feed = feedparser.parse(content, sanitize_html=False, resolve_relative_uris=False, response_headers=kind)
    assert not feed.bozo, feed.get("bozo_exception")
    return feed


def ids(content: bytes) -> list[str]:
    """The ids of a feed's entries, without what stands before the collection, in their order."""
    root = xml(content)
    entry_ids = [item.findtext("guid") for item in root.iter("item")] + [entry.findtext(f"{ATOM}id") for entry in root.iter(f"{ATOM}entry")]
    return [str(entry_id).removeprefix(f"tag:{AUTHORITY},2026:") for entry_id in entry_ids]


def xml(content: bytes) -> etree._Element:
    """The root of an XML document, read strictly."""
    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, recover=False))


def fragment(html: str) -> Any:
    """HTML as a browser understands it, in an element of its own."""
    return lxml_html.fromstring(f"<div>{html}</div>")


def events(content: bytes) -> dict[str, Any]:
    """The events of an agenda by UID, as vobject reads it; none stands twice."""
    components = [component for component in vobject.readOne(content.decode()).components() if component.name == "VEVENT"]
    by_uid = {str(event.uid.value): event for event in components}
    assert len(by_uid) == len(components)
    return by_uid


def lines(content: bytes) -> list[str]:
    """The content lines of an agenda, unfolded as RFC 5545 §3.1 says."""
    return content.replace(b"\r\n ", b"").decode().removesuffix("\r\n").split("\r\n")

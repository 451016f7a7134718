"""Rendering: all pages of a catalogue as the real templates make them, read back by lxml: a site below the browser and the build."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from jinja2 import FileSystemLoader
from lxml import html as lxml_html

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.publications.html.templates import Templates
from clearinghouse.publications.outputs import Output, outputs
from clearinghouse.publications.pages.pages import Pages
from clearinghouse.publications.presentations import LISTED
from clearinghouse.world.disk.compiled import compiled_templates
from tests.support.publications.giving_out import SITE, living
from tests.support.running import ROOT

TEMPLATES = FileSystemLoader(ROOT / "overrides/records")
VIEWS = (
    "",
    "plans/",
    "library/",
    "countries/",
    "legislation/",
    "search/",
    "coverage/",
    "months/",
    "changes/",
    "method/",
    "quality/",
    "maintain/",
    "offline/",
    "open-data/",
    "subscribe/",
    "contribute/",
)
"""The pages of whose content a part is prose, and which are no plain list."""
OF_THE_FOOT = ("cite", "share")
"""Parts that every finished page has below its article (pieces/foot.html)."""
LISTS = tuple(f"{collection}/" for collection in LISTED)
PROSE = '<h1 id="top">Words of the site</h1>\n<p>Prose.</p>\n<h2 id="more">More</h2>\n<p>More prose.</p>'


@cache
def templates(as_file: bool = False) -> Templates:
    """The real templates, compiled once: that takes longer than to render all pages of a few records."""
    return Templates(TEMPLATES, as_file, compiled=compiled_templates())


def pages_of(catalogue: Catalogue, as_file: bool = False) -> Pages:
    """What makes the pages of a catalogue, with none of the tables that others have kept."""
    shared = templates(as_file)
    shared.tables.clear()
    return Pages(catalogue, SITE, shared)


def rendered(catalogue: Catalogue, as_file: bool = False) -> Mapping[str, str]:
    """The fragments of all pages by address, those below prose included."""
    pages = pages_of(catalogue, as_file)
    below = {address: pages.below_prose(address, PROSE) for address in (*VIEWS, *LISTS)}
    return {page.address: page.html for page in pages.all()} | {address: html for address, html in below.items() if html is not None}


def parsed_pages(fragments: Mapping[str, str]) -> Mapping[str, Any]:
    """Each of them as a browser understands it."""
    return MappingProxyType({address: lxml_html.fragment_fromstring(html, create_parent="article") for address, html in fragments.items()})


@cache
def living_fragments() -> Mapping[str, str]:
    """All pages of the made-up records on their day."""
    return rendered(living())


@cache
def living_pages() -> Mapping[str, Any]:
    """The same, as a browser understands them."""
    return parsed_pages(living_fragments())


@cache
def living_outputs() -> Mapping[str, Output]:
    """All that the made-up records give out, by address, with the tables of the pages whose prose people write; it takes seconds."""
    pages = pages_of(living())
    for address in VIEWS:
        pages.below_prose(address, "")
    return MappingProxyType({output.address: output for output in outputs(pages, ())})


def words(element: Any) -> str:
    """The text of an element, with single spaces."""
    return " ".join(element.text_content().split())


def led_to(address: str, href: str) -> tuple[str, str]:
    """The address to which a link of a page leads, and the part of it."""
    path, _, part = href.partition("#")
    path = path.partition("?")[0]
    steps = [*address.split("/")[:-1], *path.split("/")] if path else address.split("/")
    way: list[str] = []
    for step in steps[:-1]:
        if step == "..":
            way.pop()
        elif step != ".":
            way.append(step)
    return "/".join([*way, steps[-1]]) if way or steps[-1] else "", part

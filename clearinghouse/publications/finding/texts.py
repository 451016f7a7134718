"""Texts: what a crawler reads before all others: what may be found (RFC 9309), and what the site is (llmstxt.org)."""

import re
from collections.abc import Iterator

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.publications.channels import ALL, channels
from clearinghouse.publications.data.document import LICENCE
from clearinghouse.publications.files.contents import CONTENTS
from clearinghouse.publications.files.sitemap import SITEMAP
from clearinghouse.publications.site import Site
from clearinghouse.publications.tables.dcat.catalog import JSON_LD
from clearinghouse.publications.tables.download import FOLDER
from clearinghouse.publications.tables.open_data import PACKAGE
from clearinghouse.records.written.api_words import INDEX


def robots(site: Site) -> str:
    """Everything may be found; a page that no search engine need list says so in its own head, and so must be read."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {site.url}{SITEMAP}\n"


def llms(catalogue: Catalogue, site: Site, described: str) -> str:
    """The site in Markdown: its main pages, its data and its licence. described: what it is, in a sentence."""
    return "\n".join(_lines(catalogue, site, described)) + "\n"


def _lines(catalogue: Catalogue, site: Site, described: str) -> Iterator[str]:
    yield f"# {_words(site.name)}\n"
    if described:
        yield f"> {_words(described)}\n"
    yield "Every record names its sources and says how sure it is. Where a source does not state something, the record leaves it out."
    for shelf in site.shelves:
        yield f"\n## {_words(shelf.title)}\n"
        for room in shelf.rooms:
            yield f"- [{_words(room.title)}]({site.url}{room.address})" + (f": {_words(room.about)}" if room.about else "")
    everything = channels(catalogue)[ALL]
    yield "\n## Data\n"
    yield f"- [JSON API]({site.url}{INDEX}): all records, lists and computed answers, with a JSON Schema for each."
    yield f"- [Open data]({site.url}{FOLDER}): all records as CSV, described by a [data package]({site.url}{PACKAGE}), and as SQLite."
    yield f"- [DCAT]({site.url}{JSON_LD}): all data sets and files, for catalogues of data."
    yield f"- [Feed of all that is new]({site.url}{everything.atom}): Atom; each kind of record and each state has its own."
    yield f"- [Calendar of all events]({site.url}{everything.agenda}): iCalendar."
    yield f"- [All files]({site.url}{CONTENTS}): each with its size and its sum."
    yield "\n## Licence\n"
    yield f"Our own descriptions: [CC BY 4.0]({LICENCE}). Quoted plans, laws and titles remain their owners'."


def _words(text: str) -> str:
    """Words that are no Markdown."""
    return re.sub(r"([\\`*_\[\]<>])", r"\\\1", " ".join(text.split()))

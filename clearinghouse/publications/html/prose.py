"""Prose: a page that people wrote becomes a top and sections, so that headings can stand in the margin, and names records."""

from dataclasses import dataclass

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.publications.html.elements import elements, replaced
from clearinghouse.publications.html.links import link

RECORD = "record:"
"""What a link to a record begins with in prose: `[text](record:trainings/<id>)`."""


@dataclass(frozen=True)
class ProseSection:
    """A section: the id and title (HTML) of its heading, and the HTML below it."""

    id: str
    title: str
    html: str


def parted(html: str) -> tuple[str, list[ProseSection]]:
    """What stands above the first second-level heading, and the sections that those headings begin.

    html: as Python-Markdown makes it with the `toc` extension, which gives every heading an id.
    """
    headings = [heading for heading in elements(html, ("h2",)) if heading.attributes.get("id")]
    ends = [*(heading.start for heading in headings), len(html)]
    sections = [
        ProseSection(heading.attributes["id"], html[heading.inside : heading.outside], html[heading.end : end].strip())
        for heading, end in zip(headings, ends[1:], strict=True)
    ]
    return html[: ends[0]].strip(), sections


def with_record_links(html: str, at: str, catalogue: Catalogue) -> str:
    """Prose in which records are links; where these data do not hold a record, its text alone. at: the address of the page."""
    changes = []
    for anchor in elements(html, ("a",)):
        to = anchor.attributes.get("href", "")
        if to.startswith(RECORD):
            text, record = html[anchor.inside : anchor.outside], catalogue.record(to.removeprefix(RECORD))
            changes.append((anchor.start, anchor.end, f'<a href="{link(record.address, at)}">{text}</a>' if record else text))
    return replaced(html, changes)

"""Prose: a page that people wrote becomes a top and sections, so that headings can stand in the margin."""

import re
from dataclasses import dataclass

_SECTION = re.compile(r'<h2 id="([^"]+)">(.*?)</h2>', re.DOTALL)


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
    pieces = _SECTION.split(html)
    sections = [ProseSection(pieces[place], pieces[place + 1], pieces[place + 2].strip()) for place in range(1, len(pieces), 3)]
    return pieces[0].strip(), sections

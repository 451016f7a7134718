"""Frames: what stands around articles comes in; the script leaves that holds all of it, and from which each page writes its own.

A zip packs each file for itself. So what two thousand pages have in common, from the header to the foot, would lie two thousand times
in a copy, and be more than half of it. And frames differ in few lines, such as the entry of the menu that is the page's own.
"""

from collections.abc import Mapping
from hashlib import sha256
from html import escape

from clearinghouse.publications.html.elements import elements, replaced, with_attribute
from clearinghouse.publications.html.links import link
from clearinghouse.publications.offline.shared import shared

AROUND, ALONE = "held/around.js", "held/alone.js"
"""Where all frames lie: what stands around articles, and what pages without an article show. It must run before the next."""
WRITER = "assets/offline/around.js"
"""The script that writes a frame where it stands itself; its address says which, behind a `#`."""
_UP = "../"
_ROOT = "\1"
"""Stands in a frame where the way from a page up to the copy's folder belongs."""


def frame(part: str, address: str, linking: tuple[str, ...]) -> str:
    """A part of a page as all pages have it. address: of the page, by which the part's links are relative;
    linking: the attributes that hold links."""
    folders = address.split("/")[:-1]
    changes = []
    for element in elements(part, (), linking):
        tag = new = part[element.start : element.inside]
        for name in linking:
            if element.attributes.get(name, "").startswith(_UP):
                new = with_attribute(new, element, name, escape(_from_root(element.attributes[name], folders)))
        if new != tag:
            changes.append((element.start, element.inside, new))
    return replaced(part, changes)


def name_of(text: str) -> str:
    """The name of a frame."""
    return sha256(text.encode()).hexdigest()[:12]


def place_of(name: str, address: str) -> str:
    """What stands in a page instead of a frame."""
    return f'<script src="{link(f"{WRITER}#{name}", address)}"></script>'


def frames_script(frames: Mapping[str, str]) -> str:
    """The script with all frames, by name."""
    return f"clearingHouse.around={shared(frames)}\n"


def _from_root(to: str, folders: list[str]) -> str:
    above = 0
    while to.startswith(_UP):
        to, above = to.removeprefix(_UP), above + 1
    return _ROOT + "/".join((*folders[: len(folders) - above], to))

"""Frames: what stands around an article comes in; the script leaves by which all pages that share it write it where it stood.

A zip packs each file for itself. So what two thousand pages have in common, from the header to the foot, would lie two thousand times
in a copy, and be more than half of it.
"""

import json
from html import escape

from clearinghouse.publications.html.elements import elements, replaced, with_attribute

FOLDER = "held/around/"
"""Where these scripts lie, as `assets/offline/around.js` knows."""
_UP = "../"
_ROOT = "\1"
"""Stands in a frame where the way from a page up to the copy's folder belongs."""


def frame(part: str, address: str, linking: tuple[str, ...]) -> str:
    """The script that writes a part of a page. address: of the page, by which the part's links are relative;
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
    pieces = json.dumps(replaced(part, changes).split(_ROOT), ensure_ascii=False)
    return f"clearingHouse.around({pieces})\n"


def _from_root(to: str, folders: list[str]) -> str:
    above = 0
    while to.startswith(_UP):
        to, above = to.removeprefix(_UP), above + 1
    return _ROOT + "/".join((*folders[: len(folders) - above], to))

"""Elements: where the elements of a page stand in its text, so that a page is changed there and stays as it was elsewhere.

lxml reads the page and says which elements there are, in their order, and what their attributes mean; so all that is left to
look for is the next tag of that name. To write the tree anew would change bytes all over the page, and Python's own parser,
which knows places, takes three times as long.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from html import escape, unescape

from lxml import etree

VOID = frozenset(("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"))
"""Elements that have no end tag (HTML §13.1.2)."""
_UNPARSED = frozenset(("script", "style"))
"""Elements that hold text in which nothing is a tag (HTML §13.1.2.6)."""


@dataclass(slots=True)
class Element:
    """An element. attributes: with their values as a browser has them; start, end: of the whole, in letters of the page;
    inside, outside: where its content begins and ends, for elements that cannot hold their like, such as links and headings."""

    name: str
    attributes: Mapping[str, str]
    start: int
    inside: int
    outside: int
    end: int


def elements(html: str, names: Collection[str], attributes: Collection[str] = ()) -> list[Element]:
    """The elements of a page, or of a part of one, that have one of these names or attributes, in the order of their start tags."""
    tree = etree.HTML(html) if html.strip() else None
    if tree is None:  # there are end tags at the most
        return []
    lower = html.encode("utf-8", "surrogatepass").lower().decode("utf-8", "surrogatepass")  # as tags may be; of the same length
    at, placed = 0, []
    for node in _query((*names, *_UNPARSED), tuple(attributes))(tree):
        element = _placed(lower, str(node.tag), dict(node.items()), at)
        at = element.end if element.name in _UNPARSED else element.inside
        if element.name in names or any(name in element.attributes for name in attributes):
            placed.append(element)
    return placed


@cache
def _query(names: tuple[str, ...], attributes: tuple[str, ...]) -> etree.XPath:
    # Not `//*[self::… or @…]`: that asks each element one question after the other, and takes five times as long.
    return etree.XPath(" | ".join((*(f"//{name}" for name in names), *(f"//@{name}/.." for name in attributes))))


def _placed(html: str, name: str, attributes: Mapping[str, str], at: int) -> Element:
    """The element whose start tag is the next of its name."""
    opening = f"<{name}"
    start = html.index(opening, at)
    while html[start + len(opening)] not in " \t\r\n/>" or "<!--" in html[at:start]:
        comment = html.find("<!--", at, start)
        at = html.index("-->", comment) if comment >= 0 else start + 1
        start = html.index(opening, at)
    inside = html.index(">", start) + 1
    while html.count('"', start, inside) % 2:  # a value may hold what ends a tag
        inside = html.index(">", inside) + 1
    if name in VOID:
        return Element(name, attributes, start, inside, inside, inside)
    outside = html.find(f"</{name}", inside)
    end = html.find(">", outside) + 1 if outside >= 0 else len(html)
    return Element(name, attributes, start, inside, outside if outside >= 0 else end, end)


def with_attribute(tag: str, element: Element, name: str, new: str) -> str:
    """The start tag of an element with another value of one attribute. tag: as it is written; new: escaped already."""
    value, begin = element.attributes[name], tag.find(f'{name}="')
    while begin > 0:
        first = begin + len(name) + 2
        last = tag.find('"', first)
        if tag[begin - 1].isspace() and unescape(tag[first:last]) == value:
            return tag[:first] + new + tag[last:]
        begin = tag.find(f'{name}="', first)
    # Written otherwise, without quotes perhaps.
    escaped = {other: escape(text) for other, text in element.attributes.items()} | {name: new}
    attributes = "".join(f' {other}="{text}"' for other, text in escaped.items())
    return f"<{element.name}{attributes}>"


def replaced(html: str, changes: Iterable[tuple[int, int, str]]) -> str:
    """A text with pieces of it replaced. changes: beginning, end and new text of each, in their order, none inside another."""
    pieces: list[str] = []
    done = 0
    for start, end, new in changes:
        pieces += (html[done:start], new)
        done = end
    return "".join((*pieces, html[done:]))


def without_indents(part: str) -> str:
    """A text without the blank space that begins its lines, and without blank lines. It may hold no element in which these count."""
    first, *lines = part.split("\n")
    return "\n".join((first, *filter(None, map(str.lstrip, lines[:-1])), *(line.lstrip() for line in lines[-1:])))

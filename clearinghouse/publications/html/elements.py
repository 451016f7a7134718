"""Elements: where the elements of a page stand in its text, so that a page is changed there and stays as it was elsewhere.

Python's own parser reads the tags, as HTML has them. A tree would be written anew as a whole, with other bytes.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from html import escape, unescape
from html.parser import HTMLParser
from itertools import accumulate

VOID = frozenset(("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"))
"""Elements that have no end tag (HTML §13.1.2)."""


@dataclass(slots=True)
class Element:
    """An element. attributes: with their values as a browser has them; start, end: of the whole, in letters of the page;
    inside, outside: where its content begins and ends."""

    name: str
    attributes: Mapping[str, str]
    start: int
    inside: int
    outside: int
    end: int


class _Reader(HTMLParser):
    def __init__(self, html: str, is_wanted: Callable[[str, Mapping[str, str]], bool]) -> None:
        super().__init__(convert_charrefs=False)
        self._html, self._is_wanted = html, is_wanted
        self._lines = [0, *accumulate(len(line) + 1 for line in html.split("\n"))]
        self._open: list[Element] = []
        self.elements: list[Element] = []

    def _place(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        if self._is_wanted(tag, attributes):
            start = self._place()
            inside = start + len(self.get_starttag_text() or "")
            element = Element(tag, attributes, start, inside, inside, inside)
            self.elements.append(element)
            if tag not in VOID:
                element.outside = element.end = len(self._html)  # until its end tag comes
                self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        place = next((place for place in reversed(range(len(self._open))) if self._open[place].name == tag), None)
        if place is not None:
            element = self._open.pop(place)
            element.outside = self._place()
            element.end = self._html.find(">", element.outside) + 1


def elements(html: str, is_wanted: Callable[[str, Mapping[str, str]], bool]) -> list[Element]:
    """Those elements of a page, or of a part of one, that are wanted, by name and attributes; in the order of their start tags."""
    reader = _Reader(html, is_wanted)
    reader.feed(html)
    reader.close()
    return reader.elements


def named(*names: str) -> Callable[[str, Mapping[str, str]], bool]:
    """Wants the elements of these names."""
    return lambda name, attributes: name in names


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

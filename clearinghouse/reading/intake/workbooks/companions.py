"""Companions: the parts that belong to a sheet beside its own, with comments, drawings and the addresses of links."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import XMLParser  # no part declares entities

from clearinghouse.reading.intake.workbooks.layouts import MOST_RANGES, Overfull
from clearinghouse.reading.intake.workbooks.packages import Package

_PIECE = 100_000


@dataclass(frozen=True)
class Companions:
    """comments: texts by the cell to which they are pinned; drawings: what is written in each, empty for a picture;
    addresses: of links, by the ids of their relations."""

    comments: Mapping[str, str]
    drawings: tuple[str, ...]
    addresses: Mapping[str, str]


def companions_of(package: Package, sheet: str) -> Companions:
    """Reads the parts that belong to a sheet. Raises Overfull, or whatever broken XML raises."""
    comments: dict[str, str] = {}
    drawings: list[str] = []
    addresses: dict[str, str] = {}
    for relation in package.companions(sheet):
        match str(relation.Type).rpartition("/")[2]:
            case "comments" | "threadedComment":  # the latter repeats the former, where both are there
                comments |= {cell: text for cell, text in _texts(package, relation.target) if cell}
            case "drawing":
                drawings.append(" ".join(text for _, text in _texts(package, relation.target)).strip())
            case "hyperlink":
                addresses[str(relation.Id)] = str(relation.Target)
    return Companions(comments, tuple(drawings), addresses)


def _texts(package: Package, path: str) -> Iterator[tuple[str, str]]:
    reader = _Reader()
    parser = XMLParser(target=reader)
    with package.archive.open(path) as source:
        while piece := source.read(_PIECE):
            parser.feed(piece)
    for cell, texts in reader.texts.items():
        yield cell, " ".join("".join(texts).split())


class _Reader:
    """A target of the parser: what is written, by the cell that the element around it names."""

    def __init__(self) -> None:
        self.texts: dict[str, list[str]] = {}
        self._cell = ""
        self._is_text = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        name = tag.rpartition("}")[2]
        if name in ("comment", "threadedComment"):
            self._cell = attributes["ref"]
        self._is_text = name in ("t", "text")
        if len(self.texts) > MOST_RANGES:
            raise Overfull

    def data(self, text: str) -> None:
        if self._is_text:
            self.texts.setdefault(self._cell, []).append(text)

    def end(self, tag: str) -> None:
        if self._is_text:
            self.texts[self._cell].append(" ")
        self._is_text = False

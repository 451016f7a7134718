"""Documents: a page comes in, or the parts that it is put together of; what it links to, which parts it has and what its policy bars leave.

A shell stands around all pages of a folder, so that it is read once; of a page that is stamped into it only its own parts are read.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from lxml import html as lxml_html

from clearinghouse.publications.html.destinations import links_in, parts_in
from clearinghouse.publications.html.policy import barred, barred_by, policy_in


@dataclass(frozen=True)
class Document:
    """What a page links to, the ids of its parts, and what its policy bars of it."""

    links: frozenset[str]
    ids: frozenset[str]
    barred: tuple[str, ...] = ()

    @classmethod
    def of(cls, html: str | bytes) -> "Document":
        """What a whole page says of itself."""
        tree = _parsed(html)
        return cls(links_in(tree), parts_in(tree), tuple(barred(tree)))


Place = tuple[str, str]
"""Where pages stand: the address of their entry in the navigation, and their folder."""


@dataclass(frozen=True, eq=False)
class Shell:
    """What stands around the pages of one place. html: with `name` where the name of a page belongs; hashes: of its inline scripts."""

    place: Place
    html: str
    name: str
    hashes: frozenset[str] = frozenset()

    @cached_property
    def document(self) -> Document:
        """What the shell says of itself, with no page in it."""
        return Document.of(self.html)

    @cached_property
    def policy(self) -> str:
        """What the policy of its pages allows."""
        return policy_in(_parsed(self.html))

    @cached_property
    def steady(self) -> frozenset[str]:
        """The links that lead to the same place from all its pages: those that leave the folder of a page, and name none."""
        return frozenset(link for link in self.document.links if link.startswith("../") and self.name not in link)

    @cached_property
    def varying(self) -> frozenset[str]:
        """All other links of the shell."""
        return self.document.links - self.steady


@dataclass(frozen=True)
class Stamped:
    """A page in its shell. name: of its folder; own: what it brings along itself."""

    shell: Shell
    name: str
    own: Document

    @classmethod
    def of(cls, shell: Shell, name: str, head: str, content: str) -> "Stamped":
        """A page of its parts. head, content: what the page puts into the shell's head and body."""
        tree = _parsed(f"<!doctype html><html><head>{head}</head><body><div>{content}</div></body></html>")
        return cls(shell, name, Document(links_in(tree), parts_in(tree), tuple(barred_by(shell.policy, tree))))

    @property
    def links(self) -> frozenset[str]:
        """The links whose end depends on the page."""
        return self.own.links | {link.replace(self.shell.name, self.name) for link in self.shell.varying}

    @property
    def whole(self) -> Document:
        """What the page, as it is written, says of itself."""
        ids = self.own.ids | {part.replace(self.shell.name, self.name) for part in self.shell.document.ids}
        return Document(self.links | self.shell.steady, ids, (*self.shell.document.barred, *self.own.barred))


def _parsed(html: str | bytes) -> Any:
    content = html.encode() if isinstance(html, str) else html
    return lxml_html.document_fromstring(content, parser=lxml_html.HTMLParser(encoding="utf-8"))

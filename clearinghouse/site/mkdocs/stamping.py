"""Stamping: the theme's page is rendered once per place in the navigation and folder of addresses, then filled in."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as ThemePage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from clearinghouse.publications.html.elements import without_indents
from clearinghouse.publications.html.policy import guarded, hashes_of
from clearinghouse.publications.page import Page
from clearinghouse.site.documents import Place, Shell, Stamped

_TITLE, _DESCRIPTION, _CONTENT, _HEAD, _NAME = (f"chm-stamp-{name}" for name in ("title", "description", "content", "head", "name"))
_TOKENS = re.compile(f"({_TITLE}|{_DESCRIPTION}|{_CONTENT}|{_HEAD}|{_NAME})")
ARTICLE = "ch-article"
"""The id of the element that holds a page's fragment, in overrides/fragment.html."""
_NOT_INDEXED = '<meta name="robots" content="noindex">'


@dataclass(frozen=True)
class Shells:
    """Makes whole documents of pages. A page's bytes are those that the theme would give it by itself."""

    config: MkDocsConfig
    nav: Navigation
    files: Files
    env: Environment
    head: Callable[[Page], str]
    """What stands in the head of a page."""
    foot: Callable[[Page], str]
    """What stands below the fragment of a page."""
    _shells: dict[Place, tuple[Shell, list[str]]] = field(default_factory=dict)

    def stamp(self, page: Page) -> tuple[str, Stamped]:
        """The document of a page, and what it says of itself."""
        folder, _, name = page.address.removesuffix("/").rpartition("/")
        place = (page.section, folder)
        if place not in self._shells:
            html, hashes = self._render(*place)
            self._shells[place] = Shell(place, html, _NAME, hashes), _TOKENS.split(html)
        shell, pieces = self._shells[place]
        texts = {
            _TITLE: escape(page.title),
            _DESCRIPTION: escape(page.description),
            _CONTENT: page.html + self.foot(page),
            _NAME: name,
            _HEAD: self.head(page) + ("" if page.is_indexed else _NOT_INDEXED),
        }
        # Every second piece is a token.
        document = "".join(texts[piece] if number % 2 else piece for number, piece in enumerate(pieces))
        return document, Stamped.of(shell, name, texts[_HEAD], texts[_CONTENT])

    def compile(self) -> None:
        """Compiles the theme's templates, which else is done when each is asked for: in every process that asks."""
        self._render("", "")

    def _render(self, section: str, folder: str) -> tuple[str, frozenset[str]]:
        # A file that MkDocs never writes, in the folder of the pages, so that relative links come out right.
        file = File.generated(self.config, f"{folder}/{_NAME}/index.md".removeprefix("/"), content="")
        page = ThemePage(_TITLE, file, self.config)
        page.content = _CONTENT
        page.toc = TableOfContents([AnchorLink(_TITLE, ARTICLE, level=1)])  # the theme's skip link leads to the first of these
        page.meta = {
            "template": "fragment.html", "hide": ["navigation", "toc"], "title": _TITLE, "description": _DESCRIPTION, "head": _HEAD,
        }  # fmt: skip
        above = next((prose for prose in self.nav.pages if prose.url == section), None)
        if above:
            above.active = True
        try:
            context = get_context(self.nav, self.files, self.config, page)
            document = without_indents(self.env.get_template("fragment.html").render(context))
        finally:
            if above:
                above.active = False
        hashes = frozenset(hashes_of(document))
        return guarded(document, hashes), hashes

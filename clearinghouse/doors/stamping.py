"""Stamping: the theme's page is rendered once per place in the navigation and depth of address, then filled in."""

import re
from dataclasses import dataclass, field
from html import escape

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as ThemePage

from clearinghouse.publications.page import Page

_TITLE, _DESCRIPTION, _CONTENT, _HEAD = (f"chm-stamp-{name}" for name in ("title", "description", "content", "head"))
_LEVEL = "chm-stamp-level"
_TOKENS = re.compile(f"({_TITLE}|{_DESCRIPTION}|{_CONTENT}|{_HEAD}|(?:{_LEVEL}/)+)")
_NOT_INDEXED = '<meta name="robots" content="noindex">'


@dataclass(frozen=True)
class Shells:
    """Makes whole documents of pages. A page's bytes are those that the theme would give it by itself."""

    config: MkDocsConfig
    nav: Navigation
    files: Files
    env: Environment
    _made: dict[tuple[str, int], list[str]] = field(default_factory=dict)

    def stamp(self, page: Page) -> str:
        """The document of a page."""
        depth = page.address.count("/")
        shell = self._made.get((page.section, depth))
        if shell is None:
            shell = self._made[page.section, depth] = _TOKENS.split(self._render(page.section, depth))
        filled = {
            _TITLE: escape(page.title),
            _DESCRIPTION: escape(page.description),
            _CONTENT: page.html,
            _HEAD: "" if page.is_indexed else _NOT_INDEXED,
        }
        # Every second piece is a token; those that are not filled are the made-up address, which stands in the canonical link.
        return "".join(filled.get(piece, page.address) if place % 2 else piece for place, piece in enumerate(shell))

    def _render(self, section: str, depth: int) -> str:
        # A single file that MkDocs never writes: it has the depth of the page, so that relative links come out right.
        file = File.generated(self.config, f"{_LEVEL}/" * depth + "index.md", content="")
        page = ThemePage(_TITLE, file, self.config)
        page.content = _CONTENT
        page.meta = {
            "template": "fragment.html", "hide": ["navigation", "toc"], "title": _TITLE, "description": _DESCRIPTION, "head": _HEAD,
        }  # fmt: skip
        above = next((each for each in self.nav.pages if each.url == section), None)
        if above:
            above.active = True
        try:
            context = get_context(self.nav, self.files, self.config, page)
            return self.env.get_template("fragment.html").render(context)
        finally:
            if above:
                above.active = False

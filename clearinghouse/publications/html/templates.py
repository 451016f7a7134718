"""Templates: an environment of our own, in which all that comes from records is escaped."""

from typing import Any

from jinja2 import BaseLoader, BytecodeCache, Environment, StrictUndefined
from markupsafe import Markup

from clearinghouse.publications.glossary.explaining import ADDRESS, explained
from clearinghouse.publications.html.links import link
from clearinghouse.publications.html.parts import Table
from clearinghouse.publications.html.small.gaps import breakable, outward
from clearinghouse.publications.html.small.parts import SmallParts
from clearinghouse.publications.translation.language import ENGLISH, language
from clearinghouse.publications.translation.languages import Languages
from clearinghouse.publications.translation.parts import in_language
from clearinghouse.publications.translation.texts import in_templates

_SEARCHED = " data-pagefind-body"
Trail = tuple[tuple[str, str | None], ...]
"""Crumbs: words and the address to which they lead, or None for the page itself."""
_EXPLAINED = ("pages/", "prose/")
"""Where the templates of whole pages lie."""


class Templates:
    """Renders the templates of overrides/records/. as_file: whether links end in files, for file://; languages: those of the site;
    links lead to the page in the language of the page that they stand on; has_glossary: whether pages explain terms in place;
    compiled: where they are kept once they are compiled.

    trails: the crumbs of all pages that were rendered, by their addresses, as readers see them; tables: the tables that these pages
    offer as files, by the addresses of the pages, each by its name."""

    def __init__(
        self,
        loader: BaseLoader,
        as_file: bool = False,
        languages: Languages | None = None,
        has_glossary: bool = False,
        compiled: BytecodeCache | None = None,
    ) -> None:
        self.languages = languages or Languages()
        self._has_glossary, self._as_file = has_glossary, as_file
        self._environment = Environment(
            loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, auto_reload=False,
            optimized=False, bytecode_cache=compiled,
        )  # fmt: skip
        in_templates(self._environment)
        self.trails: dict[str, Trail] = {}
        self.tables: dict[str, dict[str, Table]] = {}
        self._environment.filters |= {"breakable": lambda text: Markup(breakable(text)), "outward": outward}
        self._environment.globals |= {"keep_crumbs": self._keep_crumbs, "keep_table": self._keep_table}
        self.small = SmallParts(self._link)
        self._environment.globals |= {"link": self._link, "small": self.small.in_templates()}

    def compile(self) -> None:
        """Compiles all of them, which else is done when each is asked for: in every process that asks."""
        for name in self._environment.list_templates(("html",)):
            self._environment.get_template(name)

    def _link(self, to: str, at: str) -> str:
        return link(self.languages.target(to, at), at, self._as_file)

    def _keep_crumbs(self, trail: Trail, at: str) -> str:
        self.trails[at] = tuple((str(text), None if to is None else self.languages.target(to, at)) for text, to in trail)
        return ""

    def _keep_table(self, at: str, name: str, table: Table) -> str:
        self.tables.setdefault(at, {})[name] = table
        return ""

    def render(self, template: str, at: str, /, **context: Any) -> Markup:
        """A fragment for the page at an address, in the language that is spoken (`translation.language.speaking`)."""
        if language().tag == ENGLISH:
            html = self._environment.get_template(template).render(at=at, **context)
        else:
            # The search has one index for all languages, in which each page stands once, in English.
            html = self._environment.get_template(template).render(at=at, **in_language(context)).replace(_SEARCHED, "")
        if self._has_glossary and self.languages.parted(at)[1] != ADDRESS and template.startswith(_EXPLAINED):
            html = explained(html, lambda to: self._link(to, at))
        return Markup(html)

"""Prose: what people wrote becomes a page in the look of the clearing house, with the list of its collection below it."""

from dataclasses import dataclass

from mkdocs.structure.pages import Page as ProsePage

from clearinghouse.publications.files.kinds import Kind
from clearinghouse.publications.html.prose import parted, with_record_links
from clearinghouse.publications.page import Page
from clearinghouse.publications.pages.pages import Pages
from clearinghouse.publications.presentations import LISTED
from clearinghouse.publications.search.traits import of_prose
from clearinghouse.publications.translation.language import speaking

TEMPLATE = "fragment.html"
HIDDEN = ["navigation", "toc"]
NOT_SEARCHED = ("", "search/")
"""The front page and the search page only lead to others."""


@dataclass(frozen=True)
class Prose:
    """Makes pages of prose. forked_from: the repository that prose names, in whose place the site's own stands; empty when
    there is no other."""

    pages: Pages
    forked_from: str

    def page(self, html: str, page: ProsePage) -> Page:
        """A page as the site holds it. html: its prose. MkDocs lays it out as all others."""
        address = page.url.removeprefix("./")
        if self.forked_from:
            html = html.replace(f'"{self.forked_from}/', f'"{self.pages.site.repository}/')
        page.meta.setdefault("template", TEMPLATE)
        page.meta.setdefault("hide", HIDDEN)
        html = with_record_links(html, address, self.pages.catalogue)
        languages = self.pages.templates.languages
        language, english = languages.parted(address)
        # The search knows the English page alone: it has one index for all languages, and each page stands in it once.
        traits = of_prose(address, html) if address == english and english not in NOT_SEARCHED else None
        fragment = self.pages.below_prose(address, html)
        if fragment is None:
            top, sections = parted(html)
            with speaking(language):
                fragment = self.pages.templates.render(
                    "prose/prose.html", address, title=page.title, head=top, sections=sections, traits=traits
                )
        return Page(
            address,
            page.title or "",
            page.meta.get("description", ""),
            fragment,
            traits=traits,
            kind=Kind.LIST if english.removesuffix("/") in LISTED else Kind.PAGE,
        )

"""Foot: a page comes in; the end of its fragment leaves: how to cite and share it, and for paper where it comes from."""

from dataclasses import dataclass
from urllib.parse import quote

from clearinghouse.publications.citing.citation import bibtex, ris, text
from clearinghouse.publications.citing.cited import Cited
from clearinghouse.publications.html.templates import Templates
from clearinghouse.publications.page import Page
from clearinghouse.publications.translation.language import speaking

NOT_CITED = ("search/", "contribute/", "subscribe/")
"""Pages that hold nothing of their own."""


@dataclass(frozen=True)
class Foot:
    """Makes the end of each page."""

    cited: Cited
    templates: Templates

    def of(self, page: Page) -> str:
        """The end of a page, in the language of the page."""
        language, english = self.templates.languages.parted(page.address)
        citations = self.cited.page(page)
        own = citations[0]
        context = {
            "site": self.cited.site,
            "url": own.url,
            "own": None if english.startswith(NOT_CITED) else own,
            "sources": citations[1:],
            "bibtex": bibtex(citations),
            "ris": ris(citations),
            "mail": f"mailto:?subject={quote(own.title)}&body={quote(own.url)}",
        }
        with speaking(language):
            return self.templates.render("pieces/foot.html", page.address, text=text, **context)

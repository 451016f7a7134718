"""Open Graph: what a page says of itself to messengers (ogp.me): a page comes in, the elements of its head leave."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from clearinghouse.publications.files.kinds import Kind
from clearinghouse.publications.page import Page
from clearinghouse.publications.sharing.cards import Cards
from clearinghouse.publications.site import Site
from clearinghouse.publications.translation.languages import Languages

WIDTH, HEIGHT = 1200, 630
"""Of a picture, in the shape that all messengers show whole."""
_LOCALES = {"en": "en_GB", "id": "id_ID", "km": "km_KH", "lo": "lo_LA", "ms": "ms_MY", "my": "my_MM", "fil": "fil_PH", "th": "th_TH",
            "vi": "vi_VN", "ta": "ta_SG", "tet": "tet_TL", "pt": "pt_TL", "zh": "zh_SG"}  # fmt: skip
"""Languages with the place whose way of writing them the site follows."""


@dataclass(frozen=True)
class OpenGraph:
    """Makes what pages say of themselves. described: what is said of a page that says nothing itself."""

    cards: Cards
    site: Site
    languages: Languages
    described: str = ""

    def of(self, page: Page) -> str:
        """The elements of a page."""
        return "".join(self._elements(page))

    def _elements(self, page: Page) -> Iterator[str]:
        language, english = self.languages.parted(page.address)
        card, name = self.cards.of(english), language.texts.gettext(self.site.name)
        said = {
            "title": page.title if english else name,
            "description": page.description or self.described,
            "type": "article" if page.kind == Kind.RECORD else "website",
            "url": self.site.url + page.address,
            "site_name": name,
            "locale": _LOCALES.get(language.tag, ""),
            "image": self.site.url + card.address,
            "image:width": str(WIDTH),
            "image:height": str(HEIGHT),
            "image:alt": f"{card.title}, in large letters beside a scale of a pangolin",
        }
        yield from (f'<meta property="og:{name}" content="{escape(value)}">' for name, value in said.items() if value)
        yield '<meta name="twitter:card" content="summary_large_image">'

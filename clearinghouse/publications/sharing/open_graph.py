"""Open Graph: what a page says of itself to messengers (ogp.me): a page comes in, the elements of its head leave."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from html import escape

from clearinghouse.publications.files.kinds import Kind
from clearinghouse.publications.page import Page
from clearinghouse.publications.pictures.copies import copy_for_messengers, pictured
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
        name = language.texts.gettext(self.site.name)
        said = {
            "title": page.title if english else name,
            "description": page.description or self.described,
            "type": "article" if page.kind == Kind.RECORD else "website",
            "url": self.site.url + page.address,
            "site_name": name,
            "locale": _LOCALES.get(language.tag, ""),
            **(self._photographs.get(english) or self._drawing(english)),
        }
        yield from (f'<meta property="og:{name}" content="{escape(value)}">' for name, value in said.items() if value)
        yield '<meta name="twitter:card" content="summary_large_image">'

    def _drawing(self, address: str) -> Mapping[str, str]:
        card = self.cards.of(address)
        return _image(self.site, card.address, WIDTH, HEIGHT, f"{card.title}, in large letters beside a scale of a pangolin")

    @cached_property
    def _photographs(self) -> Mapping[str, Mapping[str, str]]:
        """What is said of the first picture of a record that has one, by the addresses of their pages."""
        catalogue = self.cards.catalogue
        first = ((record, pictures[0]) for record in catalogue.records if (pictures := pictured(record, catalogue)))
        copies = ((record.address, picture.alt, copy_for_messengers(photograph)) for record, (picture, photograph) in first)
        return {address: _image(self.site, copy.address, copy.width, copy.height, alt) for address, alt, copy in copies}


def _image(site: Site, address: str, width: int, height: int, alt: str) -> Mapping[str, str]:
    return {"image": site.url + address, "image:width": str(width), "image:height": str(height), "image:alt": alt}

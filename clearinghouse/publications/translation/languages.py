"""Languages of a site: which it has beside English, and which of its pages stand in them.

A page in another language lies at its English address with the language's tag in front: `about/` and `th/about/`. Pages of
records are made once, since records stay in their own languages; from there the switch leads to the section's page.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from clearinghouse.publications.translation.language import ENGLISH, NAMES, Language

FILE, FRONT = "interface.po", "index.md"
"""What a language needs: its texts, `content/th/interface.po`, and its front page beside them."""
_ENGLISH = Language()


@dataclass(frozen=True)
class Translated:
    """The same page in a language. tag: BCP 47; name: of the language, in itself; address: of the page; is_same: false where it is
    only the nearest page that the language has."""

    tag: str
    name: str
    address: str
    is_same: bool


@dataclass(frozen=True)
class Languages:
    """The languages of a site. others: all but English, by tag; prose: the English addresses of the pages of each."""

    others: Mapping[str, Language] = field(default_factory=dict)
    prose: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def parted(self, address: str) -> tuple[Language, str]:
        """The language of a page, and its address in English."""
        tag, slash, rest = address.partition("/")
        known = self.others.get(tag) if slash else None
        return (known, rest) if known else (_ENGLISH, address)

    def address_in(self, language: Language, english: str) -> str | None:
        """Where the page at an English address stands in a language, or None where it does not."""
        if language.tag == ENGLISH:
            return english
        return language.prefix + english if english in self.prose.get(language.tag, ()) else None

    def nearest(self, language: Language, english: str) -> str:
        """Where the page stands in a language, or else the closest page above it that does, the language's first page at last."""
        while True:
            if (address := self.address_in(language, english)) is not None:
                return address
            if not english:
                return ""
            above = english.rstrip("/").rpartition("/")[0]
            english = f"{above}/" if above else ""

    def target(self, to: str, at: str) -> str:
        """Where a link from a page leads: to the page in the language of the page that it stands on, if there is one. Both as
        `html.links.link` takes them."""
        language = self.parted(at)[0]
        if language.tag == ENGLISH:
            return to
        cut = min((place for place in (to.find("#"), to.find("?")) if place >= 0), default=len(to))
        known = self.address_in(language, to[:cut])
        return to if known is None else known + to[cut:]

    def of(self, address: str) -> Iterator[Translated]:
        """A page in all languages of the site, its own among them; nothing where the site has English alone."""
        if not self.others:
            return
        english = self.parted(address)[1]
        for language in (_ENGLISH, *self.others.values()):
            exact = self.address_in(language, english)
            yield Translated(
                language.tag, NAMES[language.tag], self.nearest(language, english) if exact is None else exact, exact is not None
            )

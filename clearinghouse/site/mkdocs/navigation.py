"""Navigation in a language: that of the site comes in, and leaves with translated titles, leading to pages in the language."""

from typing import Any

from mkdocs.structure import StructureItem
from mkdocs.structure.nav import Link, Navigation, Section
from mkdocs.structure.pages import Page as ProsePage

from clearinghouse.publications.translation.language import Language, language
from clearinghouse.publications.translation.languages import Languages
from clearinghouse.publications.translation.texts import gettext


def navigation_in_language(nav: Navigation, languages: Languages, english: str) -> Navigation:
    """The navigation in the language that is spoken. english: the page that it stands on, by its address in English."""
    spoken, pages = language(), _Pages(languages, english)
    changed = Navigation([pages.item(item, spoken) for item in nav.items], [])
    changed.homepage = pages.homepage
    return changed


class _Pages:
    """Makes the items of a navigation. homepage: the one that leads to the front page, once it has been made."""

    def __init__(self, languages: Languages, english: str) -> None:
        self._languages, self._english = languages, english
        self.homepage: Any = None

    def item(self, item: StructureItem, spoken: Language) -> StructureItem:
        """An item, with all below it."""
        if isinstance(item, Section):
            section = Section(gettext(item.title), [self.item(child, spoken) for child in item.children])
            section.active = any(getattr(child, "active", False) for child in section.children)
            return section
        url = getattr(item, "url", "").removeprefix("./")
        address = self._languages.address_in(spoken, url)
        title = gettext(item.title) if item.title else ""
        link: Any = Link(title, (url if address is None else address) or ".")
        link.active, link.meta = url == self._english, getattr(item, "meta", {})
        if isinstance(item, ProsePage) and item.is_homepage:
            link.is_homepage = True
            self.homepage = link
        entry: StructureItem = link
        return entry

"""Preview: records as they are now come in, and an address; the page there leaves, made by itself, in the shell of the last whole build."""

from functools import cached_property

from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page as ProsePage

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.publications.translation.language import Language, speak
from clearinghouse.site.mkdocs import events
from clearinghouse.site.mkdocs.building import Building
from clearinghouse.site.mkdocs.stamping import Shells


class Preview:
    """The pages of a catalogue. config: of a site that was built whole, whose prose and theme are as they were then."""

    def __init__(self, config: MkDocsConfig, catalogue: Catalogue) -> None:
        self._config = config
        self._building = Building.again(events.building_of(config), catalogue)

    @cached_property
    def _shells(self) -> Shells:
        building = self._building
        return Shells(self._config, building.nav, building.files, building.env, building.head, building.foot)

    def document(self, address: str) -> str | None:
        """The page at an address, as a build would write it, or None where none is."""
        speak(Language())
        if prose := next((page for page in self._prose if page.url.removeprefix("./") == address), None):
            return self._document_of(prose)
        page = self._building.pages.at(address)
        return self._shells.stamp(page)[0] if page else None

    @cached_property
    def _prose(self) -> tuple[ProsePage, ...]:
        return tuple(file.page for file in self._building.files.documentation_pages() if file.page)

    def _document_of(self, page: ProsePage) -> str:
        """As MkDocs makes it; its own steps write what they make."""
        config, building = self._config, self._building
        page.read_source(config)
        page.render(config, building.files)
        page.content = building.fragment(page.content or "", page)
        page.active = True
        try:
            context = get_context(building.nav, building.files.documentation_pages(), config, page)
            context["nav"] = building.speak(page, building.nav)
            template = building.env.get_template(page.meta.get("template", "main.html"))
            return events.with_policy(template.render(context), page, building)
        finally:
            page.active = False

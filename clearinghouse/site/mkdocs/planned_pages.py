"""Planned pages: what comes from records in a site that is not built yet, for prose that leads there."""

from dataclasses import dataclass
from functools import cached_property

from mkdocs.config.defaults import MkDocsConfig

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.publications.files.contents import address_of, path_of
from clearinghouse.publications.outputs import outputs
from clearinghouse.publications.page import Page
from clearinghouse.publications.pages.pages import Pages
from clearinghouse.site.mkdocs.settings import site_of, templates_of


@dataclass(frozen=True)
class PlannedPages:
    """What a site will give out."""

    pages: Pages

    @classmethod
    def of(cls, config: MkDocsConfig, catalogue: Catalogue) -> "PlannedPages":
        """That of a catalogue."""
        return cls(Pages(catalogue, site_of(config), templates_of(config)))

    @cached_property
    def outputs(self) -> dict[str, str]:
        """All documents by their paths, with the HTML of those that are pages."""
        planned = outputs(self.pages, (), is_plan=True)
        return {path_of(output.address): output.html if isinstance(output, Page) else "" for output in planned}

    def below_prose(self, path: str, prose: str) -> str | None:
        """The whole fragment of a page of prose in a file, or None where nothing stands below it. prose: its HTML."""
        return self.pages.below_prose(address_of(path), prose)

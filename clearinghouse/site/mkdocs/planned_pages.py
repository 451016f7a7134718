"""Planned pages: what comes from records in a site that is not built yet, for prose that leads there."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from mkdocs.config.defaults import MkDocsConfig

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.publications.files.contents import address_of, path_of
from clearinghouse.publications.outputs import Output, outputs
from clearinghouse.publications.page import Page
from clearinghouse.publications.pages.pages import Pages
from clearinghouse.site.mkdocs.settings import site_of, templates_of


@dataclass(frozen=True)
class PlannedPages:
    """What a site will give out."""

    pages: Pages
    _known: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, config: MkDocsConfig, catalogue: Catalogue) -> "PlannedPages":
        """That of a catalogue."""
        return cls(Pages(catalogue, site_of(config), templates_of(config)))

    @cached_property
    def _coming(self) -> Iterator[Output]:
        return outputs(self.pages, (), is_plan=True)

    def html_of(self, path: str) -> str | None:
        """The HTML of the page in a file, nothing where the file holds no page, or None where there is no such file. Documents are
        made until it comes, since most that prose leads to come soon."""
        while path not in self._known and (output := next(self._coming, None)):
            self._known[path_of(output.address)] = output.html if isinstance(output, Page) else ""
        return self._known.get(path)

    @property
    def paths(self) -> Collection[str]:
        """The files of all documents."""
        self.html_of("")
        return self._known.keys()

    def below_prose(self, path: str, prose: str) -> str | None:
        """The whole fragment of a page of prose in a file, or None where nothing stands below it. prose: its HTML."""
        return self.pages.below_prose(address_of(path), prose)

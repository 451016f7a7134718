"""Tables of pages: pages come in as they are made; they leave with the files of the lists and tables that they show right behind them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from clearinghouse.publications.downloads.table_files import Dated, table_files
from clearinghouse.publications.files.file import File
from clearinghouse.publications.finding.last_changes import last_changes
from clearinghouse.publications.page import Page
from clearinghouse.publications.pages.lists.list_files import ListFiles
from clearinghouse.publications.pages.pages import Pages
from clearinghouse.publications.translation.language import speaking


@dataclass(frozen=True)
class TablesOfPages:
    """The files of what pages have kept while they were made. What is written is kept no longer."""

    pages: Pages

    @property
    def waiting(self) -> tuple[str, ...]:
        """The addresses of the pages whose lists and tables are not written yet."""
        return tuple(dict.fromkeys((*self.pages.lists, *self.pages.templates.tables)))

    def behind(self, part: Callable[[], Iterator[Page]]) -> Iterator[Page | File]:
        """The pages of a part, each with its files behind it."""
        for page in part():
            yield page
            yield from self._of(page.address, page.states)

    def of_all(self, addresses: Iterable[str]) -> Iterator[File]:
        """The files of pages that concern no state more than others."""
        for address in addresses:
            yield from self._of(address, ())

    def _of(self, address: str, states: tuple[str, ...]) -> Iterator[File]:
        listing, tables = self.pages.lists.pop(address, None), self.pages.templates.tables.pop(address, None)
        languages = self.pages.templates.languages
        if listing:
            spoken = languages.parted(address)[0]
            with speaking(spoken):
                files = list(self._list_files(spoken.tag).of(listing))
            yield from files
        if tables:
            yield from table_files({address: tables}, {address: states}, self._dated, self.pages.site, languages)

    @cached_property
    def _dated(self) -> Dated:
        return Dated(self.pages.catalogue.as_of, last_changes(self.pages.catalogue))

    @cached_property
    def _by_language(self) -> dict[str, ListFiles]:
        return {}

    def _list_files(self, tag: str) -> ListFiles:
        pages = self.pages
        if tag not in self._by_language:
            self._by_language[tag] = ListFiles(pages.catalogue, pages.site, pages.templates.languages, pages.rows.cells)
        return self._by_language[tag]

"""List files: the lists that pages show come in, whole and narrowed; the files that hold them leave, each record's row written once."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.publications.downloads.files import About, Texts, csv_content, json_content
from clearinghouse.publications.downloads.sheet import Row, days_in, headings, values_of
from clearinghouse.publications.downloads.sheet import row_of as sheet_row
from clearinghouse.publications.downloads.workbook import workbook
from clearinghouse.publications.files.file import File
from clearinghouse.publications.files.kinds import Kind
from clearinghouse.publications.html.parts import Cell
from clearinghouse.publications.pages.lists.listings import Listing, columns_of
from clearinghouse.publications.pages.lists.tallies import last_changed, order_of
from clearinghouse.publications.site import Site
from clearinghouse.publications.translation.language import language, speaking
from clearinghouse.publications.translation.languages import Languages
from clearinghouse.publications.translation.parts import in_language
from clearinghouse.publications.translation.texts import gettext
from clearinghouse.publications.words import plural_of
from clearinghouse.records.collections.record import Record


def stem_of(listing: Listing) -> str:
    """The address of a list's files, without their endings: beside its first page, by what it is narrowed to."""
    first = listing.address if listing.number == 1 else listing.pages[0][1]
    terms = first.partition("/by/")[2].rstrip("/").split("/")[1::2]
    return f"{first}{'-'.join([listing.collection, *terms])}"


def filter_of(listing: Listing) -> str:
    """What a list is narrowed to, in words; nothing where it is whole."""
    return f"{listing.narrowed_by[0].label}: {listing.narrowed_by[1]}" if listing.narrowed_by else ""


@dataclass(frozen=True)
class ListFiles:
    """The files of all lists of a site in one language, which is spoken while they are made."""

    catalogue: Catalogue
    site: Site
    languages: Languages
    cells: Callable[[Record], tuple[Cell, ...]]
    """Gives a record's row in the table of its collection, as pages show it."""
    _texts: dict[str, Texts] = field(default_factory=dict)
    _rows: dict[str, Row] = field(default_factory=dict)
    _days: dict[str, tuple[int, ...]] = field(default_factory=dict)

    def of(self, listing: Listing) -> Iterator[File]:
        """Of a list: CSV and JSON, and of a whole one a workbook too."""
        title = _title(listing)
        about, stem = self._about(listing, title), stem_of(listing)
        days, rows = self._days_of(listing.collection), [self._row(record) for record in listing.all]
        heads = headings([column.label for column in in_language(columns_of(listing))], days)
        texts = [self._text(record, days, heads) for record in listing.all]
        yield self._file(f"{stem}.csv", csv_content(about, heads, texts), f"{title} as CSV", listing)
        yield self._file(f"{stem}.json", json_content(about, heads, texts), f"{title} as JSON", listing)
        if not listing.narrowed_by:
            book = workbook(about, heads, [values_of(row, days) for row in rows])
            yield self._file(f"{stem}.xlsx", book, f"{title} as XLSX", listing)

    def _file(self, address: str, content: str | bytes, title: str, listing: Listing) -> File:
        return File(address, Kind.TABLE, content, title, listing.states, is_promised=False)

    def _about(self, listing: Listing, title: str) -> About:
        day = last_changed(listing, self.catalogue.as_of)
        return About(title, self.site.name, self.site.url + listing.address, day, filter_of(listing), gettext(order_of(listing)))

    def _row(self, record: Record) -> Row:
        if record.key not in self._rows:
            self._rows[record.key] = sheet_row(self.cells(record), self._target)
        return self._rows[record.key]

    def _target(self, to: str) -> str:
        tag = language().tag
        return self.site.url + self.languages.target(to, f"{tag}/")

    def _text(self, record: Record, days: tuple[int, ...], heads: tuple[str, ...]) -> Texts:
        if record.key not in self._texts:
            self._texts[record.key] = Texts.of(self._row(record), days, heads)
        return self._texts[record.key]

    def _days_of(self, collection: str) -> tuple[int, ...]:
        """The columns of days are those of the whole list in each narrowed one too."""
        if collection not in self._days:
            self._days[collection] = days_in(map(self._row, self.catalogue.collection(collection)))
        return self._days[collection]


def list_files(
    listings: Mapping[str, Listing], catalogue: Catalogue, site: Site, languages: Languages, cells: Callable[[Record], tuple[Cell, ...]]
) -> Iterator[File]:
    """The files of all lists that pages show, by the addresses of these pages. cells: gives a record's row as they show it."""
    by_language: dict[str, ListFiles] = {}
    for address, listing in listings.items():
        spoken = languages.parted(address)[0]
        with speaking(spoken):
            yield from by_language.setdefault(spoken.tag, ListFiles(catalogue, site, languages, cells)).of(listing)


def list_addresses(listings: Iterable[Listing]) -> Iterator[str]:
    """Where the same files will be."""
    for listing in listings:
        endings = ("csv", "json") if listing.narrowed_by else ("csv", "json", "xlsx")
        yield from (f"{stem_of(listing)}.{ending}" for ending in endings)


def _title(listing: Listing) -> str:
    name = plural_of(listing.collection)
    return f"{name}: {listing.narrowed_by[1]}" if listing.narrowed_by else name

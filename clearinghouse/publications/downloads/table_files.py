"""Table files: the tables that pages offer as files come in, by the addresses of these pages; their files leave."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from clearinghouse.publications.downloads.files import About, csv_content, json_content, texts_of
from clearinghouse.publications.downloads.sheet import Sheet, values_of
from clearinghouse.publications.downloads.workbook import workbook
from clearinghouse.publications.files.file import File
from clearinghouse.publications.files.kinds import Kind
from clearinghouse.publications.finding.last_changes import latest
from clearinghouse.publications.html.parts import Cell, Table
from clearinghouse.publications.site import Site
from clearinghouse.publications.translation.language import speaking
from clearinghouse.publications.translation.languages import Languages


@dataclass(frozen=True)
class Dated:
    """Since when tables say what they say. as_of: the day for which the site is made; last: by the address of a page in English the
    day on which it changed last, where that is known."""

    as_of: date
    last: Mapping[str, date] = field(default_factory=dict)

    def of(self, address: str, table: Table) -> date:
        """The day on which a table of the page at an address changed last: as the page, or one of the records to which its rows lead
        where each leads to one, or else anything at all. No file changes for the sole reason that a day has passed."""
        if table.is_of_day:
            return self.as_of
        if address in self.last:
            return self.last[address]
        days = [self._of_row(row) for row in table.rows]
        return max(filter(None, days)) if days and all(days) else self._latest

    def _of_row(self, row: Iterable[Cell]) -> date | None:
        addresses = (bit.to for cell in row for line in cell.lines for bit in line if bit.to)
        return max((self.last[to] for to in addresses if to in self.last), default=None)

    @cached_property
    def _latest(self) -> date:
        return latest(self.last, self.as_of)


def table_addresses(tables: Mapping[str, Mapping[str, Table]]) -> Iterator[str]:
    """Where the files of tables will be."""
    for at, named in tables.items():
        for name, table in named.items():
            yield from (f"{at}{name}.{ending}" for ending in ("csv", "json", *(("xlsx",) if table.has_workbook else ())))


def table_files(
    tables: Mapping[str, Mapping[str, Table]], states: Mapping[str, tuple[str, ...]], dated: Dated, site: Site, languages: Languages
) -> Iterator[File]:
    """The files of all tables. states: of pages, as addresses have them, by address."""
    for at, named in tables.items():
        spoken, english = languages.parted(at)
        for name, table in named.items():
            with speaking(spoken):
                sheet = Sheet.of(table.columns, table.rows, lambda to, at=at: site.url + languages.target(to, at))  # type: ignore[misc]  # mypy has no type for a default
                about = About(table.caption, site.name, site.url + at, dated.of(english, table))
                texts, heads = texts_of(sheet), sheet.headings
                contents: dict[str, str | bytes] = {"csv": csv_content(about, heads, texts), "json": json_content(about, heads, texts)}
                if table.has_workbook:
                    contents["xlsx"] = workbook(about, heads, (values_of(row, sheet.days) for row in sheet.rows))
            for ending, content in contents.items():
                title = f"{table.caption} as {ending.upper()}"
                yield File(f"{at}{name}.{ending}", Kind.TABLE, content, title, states.get(at, ()), is_promised=False)

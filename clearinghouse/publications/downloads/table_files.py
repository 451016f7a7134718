"""Table files: the tables that pages offer as files come in, by the addresses of these pages; their files leave."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from clearinghouse.publications.downloads.files import About, csv_content, json_content, texts_of
from clearinghouse.publications.downloads.sheet import Sheet, values_of
from clearinghouse.publications.downloads.workbook import workbook
from clearinghouse.publications.files.file import File
from clearinghouse.publications.files.kinds import Kind
from clearinghouse.publications.html.parts import Table
from clearinghouse.publications.site import Site
from clearinghouse.publications.translation.language import speaking
from clearinghouse.publications.translation.languages import Languages


@dataclass(frozen=True)
class Dated:
    """Since when pages say what they say. as_of: the day for which the site is made; last: by the address of a page in English the day
    on which it changed last, where that is known."""

    as_of: date
    last: Mapping[str, date] = field(default_factory=dict)

    def of(self, address: str) -> date:
        """Of the page at an address."""
        return self.last.get(address, self.as_of)


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
                about = About(table.caption, site.name, site.url + at, dated.of(english))
                texts, heads = texts_of(sheet), sheet.headings
                contents: dict[str, str | bytes] = {"csv": csv_content(about, heads, texts), "json": json_content(about, heads, texts)}
                if table.has_workbook:
                    contents["xlsx"] = workbook(about, heads, (values_of(row, sheet.days) for row in sheet.rows))
            for ending, content in contents.items():
                title = f"{table.caption} as {ending.upper()}"
                yield File(f"{at}{name}.{ending}", Kind.DATA, content, title, states.get(at, ()), is_promised=False)

"""Open data: a catalogue comes in; leaves all files for spreadsheets, databases and catalogues of data, each made once."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.publications.files.file import File
from clearinghouse.publications.files.kinds import Kind
from clearinghouse.publications.site import Site
from clearinghouse.publications.tables.closed_lists import CODES, code_columns, code_rows
from clearinghouse.publications.tables.database.database import database
from clearinghouse.publications.tables.dcat.catalog import JSON_LD, TURTLE, nodes
from clearinghouse.publications.tables.dcat.written import json_ld, turtle
from clearinghouse.publications.tables.download import FOLDER, Download, csv_address
from clearinghouse.publications.tables.package import NAME, package_text
from clearinghouse.publications.tables.table import Table
from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.written.csv_text import csv_file

PACKAGE, DATABASE = f"{FOLDER}datapackage.json", f"{FOLDER}{NAME}.sqlite"


@dataclass(frozen=True)
class OpenData:
    """The files of a site."""

    catalogue: Catalogue
    site: Site

    @cached_property
    def tables(self) -> tuple[Download, ...]:
        """A CSV file for each collection, and one of all codes."""
        return (*(self._csv(table) for table in self._tables), self._codes)

    @cached_property
    def package(self) -> Download:
        """The description of the CSV files."""
        text = package_text(self.tables, self.site, self.last_modified)
        return Download("package", PACKAGE, "Data package", "What each column of the CSV files says.", text.encode(), rows=len(self.tables))

    @cached_property
    def database(self) -> Download:
        """All tables in one file."""
        content = database(self._tables, self.site, self.last_modified)
        rows = sum(len(table.records) for table in self._tables)
        return Download("database", DATABASE, "SQLite database", "All records as tables that refer to one another.", content, rows=rows)

    @cached_property
    def last_modified(self) -> str:
        """The latest day on which a record changed; empty where there is none. No file holds the day of the build, so that none
        changes because a day has passed."""
        return max((record["last_modified"] or "" for table in self._tables for record in table.records), default="")

    @property
    def files(self) -> Iterator[File]:
        """All of them."""
        yield from (table.file for table in self.tables)
        yield self.package.file
        yield self.database.file
        described = nodes(self.tables, self.database, self.package, self.catalogue, self.site)
        yield File(JSON_LD, Kind.DATA, json_ld(described), "Catalogue of the data sets (DCAT), as JSON-LD")
        yield File(TURTLE, Kind.DATA, turtle(described), "Catalogue of the data sets (DCAT), as Turtle")

    @cached_property
    def _tables(self) -> tuple[Table, ...]:
        return tuple(Table.of(name, self.catalogue, self.site) for name in COLLECTIONS)

    def _csv(self, table: Table) -> Download:
        about = f"One row for each {COLLECTIONS[table.name].one}."
        content = csv_file(table.rows)
        return Download(table.name, csv_address(table.name), table.title, about, content, table.columns, len(table.records))

    @property
    def _codes(self) -> Download:
        rows = list(code_rows())
        columns = code_columns()
        content = csv_file([[column.name for column in columns], *rows])
        return Download(CODES, csv_address(CODES), "Codes", "What each code of each closed list is called.", content, columns, len(rows))

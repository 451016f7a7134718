"""The page of open data: the files come in, what it lays out leaves: each with its size and rows, and how people read them."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from clearinghouse.publications.data.openapi import OPENAPI
from clearinghouse.publications.html.parts import Bit, Cell, Column, Line, Table
from clearinghouse.publications.html.prose import parted
from clearinghouse.publications.offline.offers import size_words
from clearinghouse.publications.pages.data_files.dictionary import ADDRESS as DICTIONARY
from clearinghouse.publications.pages.data_files.dictionary import address_of
from clearinghouse.publications.pages.data_files.examples import examples
from clearinghouse.publications.presentations import LISTED
from clearinghouse.publications.tables.dcat.catalog import JSON_LD
from clearinghouse.publications.tables.download import FOLDER, Download
from clearinghouse.publications.tables.open_data import OpenData
from clearinghouse.publications.translation.formats import number_text
from clearinghouse.publications.translation.texts import gettext
from clearinghouse.publications.words import date_words
from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.collections.legislation import LegislationStatus
from clearinghouse.records.collections.plan import Plan
from clearinghouse.records.written.api_words import INDEX
from clearinghouse.records.written.api_words import ROOT as API

ADDRESS = FOLDER


def context(data: OpenData, prose: str) -> Mapping[str, Any]:
    """What the page lays out: what stands above its files, the files, and the sections of the prose with their examples."""
    head, sections = parted(prose)
    return {
        "head": head,
        "by_collection": _by_collection(data),
        "whole": _whole(data),
        "changed": gettext("Latest change: {day}.", day=date_words(date.fromisoformat(data.last_modified))) if data.last_modified else "",
        "prose_sections": sections,
        "examples": examples(data.site),
    }


def _whole(data: OpenData) -> Table:
    """What holds or describes everything."""
    url, database, package = data.site.url, data.database, data.package
    rows = (
        _row(
            Bit("SQLite", to=database.address),
            "All records in one database, with an index of their words",
            size_words(len(database.content)),
        ),
        _row(
            Bit("Data package", to=package.address),
            "What each column of the CSV files says, for programs",
            size_words(len(package.content)),
        ),
        _row(Bit("JSON API", href=url + INDEX), "Every record as JSON, with all that follows from it"),
        _row(Bit("OpenAPI", href=url + OPENAPI), "The description of the JSON API"),
        _row(Bit("DCAT", href=url + JSON_LD), "The list of all data sets and files, for catalogues of data"),
        _row(Bit("Data dictionary", to=DICTIONARY), "What each column says, for people"),
    )
    return Table("All together", (Column("File"), Column("What it is", is_prose=True), Column("Size", is_number=True)), rows)


def _row(file: Bit, about: str, size: str = "") -> tuple[Cell, ...]:
    return (
        Cell(((file,),), is_heading=True),
        Cell(((Bit(about),),), "What it is"),
        Cell(((Bit(size),),) if size else (), "Size" if size else "", is_number=True, is_silent=not size),
    )


def _by_collection(data: OpenData) -> Table:
    columns = (Column("Records"), Column("Rows", is_number=True), Column("CSV"), Column("JSON"), Column("Columns"))
    return Table("By collection", columns, tuple(tuple(_cells(file, data)) for file in data.tables))


def list_of(name: str) -> str | None:
    """The page on which the records of a collection are listed, if there is one."""
    if name in COLLECTIONS and COLLECTIONS[name].is_promise:
        return f"{Plan.collection}/"
    return f"{name}/" if name in (*LISTED, LegislationStatus.collection) else None


def _cells(file: Download, data: OpenData) -> Iterator[Cell]:
    is_collection = file.name in COLLECTIONS
    yield Cell(((Bit(file.title, to=list_of(file.name)),),), is_heading=True)
    yield Cell(((Bit(number_text(file.rows or 0)),),), "Rows", is_number=True)
    size: Line = (Bit("CSV", to=file.address), Bit(f" {size_words(len(file.content))}", small=True))
    yield Cell((size,))  # what a file is called says more than a label on a phone
    json: Line = (Bit("JSON", href=f"{data.site.url}{API}{file.name}.json"),)
    yield Cell((json,) if is_collection else (), is_silent=not is_collection)
    yield Cell(((Bit("Columns", to=address_of(file.name)),),))

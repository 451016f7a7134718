"""API: all its files, made of a catalogue: records, lists, schemas, the index of all of them, and the description."""

from collections.abc import Iterator, Sequence
from datetime import date

from pydantic import BaseModel, Field

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.publications.data.about import AboutDocument, about_file
from clearinghouse.publications.data.changes import ChangeRow, change_lists
from clearinghouse.publications.data.countries import country_files, country_rows
from clearinghouse.publications.data.document import LICENCE, DataFile, Document, Shape, list_shape
from clearinghouse.publications.data.indicators import IndicatorAnswer, indicator_answers
from clearinghouse.publications.data.law import law_lists
from clearinghouse.publications.data.openapi import OPENAPI, Path, openapi_text
from clearinghouse.publications.data.records import record_files, record_rows
from clearinghouse.publications.data.rows import Rows
from clearinghouse.publications.data.schemas import parts_of, schema_files, schema_shape, schema_url
from clearinghouse.publications.files.file import File
from clearinghouse.publications.files.kinds import Kind
from clearinghouse.publications.site import Site
from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.written.api_words import ABOUT, INDEX, VERSION


class ListOutline(Shape):
    """A list of the API."""

    name: str = Field(description="Its name in addresses.")
    title: str = Field(description="What it is called.")
    total: int = Field(description="How many rows it has.")
    address: str = Field(description="Its first part.")
    schema_address: str = Field(alias="schema", description="The JSON Schema of its records, or of the list where those have no files.")
    last_modified: date | None = Field(description="The latest day on which one of its rows changed; null where none has a day.")


class IndexDocument(Document):
    """The way into the API."""

    generated_at: date = Field(description="The day for which the site was made.")
    license: str = Field(description="Address of the licence of our own descriptions; quoted plans stay their owners'.")
    title: str = Field(description="The name of the site.")
    url: str = Field(description="The site.")
    openapi: str = Field(description="The description of the API, by OpenAPI 3.1.")
    about: str = Field(description="What is said of no single record.")
    lists: tuple[ListOutline, ...] = Field(description="All lists: those of the collections, and those made of several.")


def api_files(catalogue: Catalogue, site: Site) -> Iterator[File]:
    """All files of the API."""
    lists = _lists(catalogue, site)
    paths: dict[str, Path] = {}
    for file in _data_files(lists, catalogue, site):
        paths.setdefault(file.template, Path.of(file))
        yield file.file()
    of_paths = (path.shape for path in paths.values() if path.shape)
    parts = parts_of(dict.fromkeys([*(schema_shape(rows) for rows in lists if not rows.template), *of_paths]))
    yield from schema_files(lists, parts, site.url)
    yield File(OPENAPI, Kind.DATA, openapi_text(paths.values(), parts, site), "JSON API: OpenAPI description")


def _lists(catalogue: Catalogue, site: Site) -> list[Rows]:
    activities = [activity for activity in catalogue.activities if catalogue.plan(activity.plan)]
    answers = [answer for activity in activities for answer in indicator_answers(activity, catalogue)]
    return [
        *(record_rows(name, catalogue, site) for name in COLLECTIONS),
        country_rows(catalogue, site),
        Rows("indicators", "Indicators", IndicatorAnswer, answers),
        *law_lists(catalogue, site),
        *change_lists(catalogue, site),
    ]


def _data_files(lists: Sequence[Rows], catalogue: Catalogue, site: Site) -> Iterator[DataFile]:
    for name in COLLECTIONS:
        yield from record_files(name, catalogue, site)
    yield from country_files(catalogue, site)
    yield about_file(catalogue, site)
    for rows in lists:
        yield from rows.files(site.url, catalogue.as_of)
    index = IndexDocument(
        schema_version=VERSION,
        address=site.url + INDEX,
        generated_at=catalogue.as_of,
        license=LICENCE,
        title=site.name,
        url=site.url,
        openapi=site.url + OPENAPI,
        about=site.url + ABOUT,
        lists=tuple(_outline(rows, site) for rows in lists if not rows.template),
    )
    yield DataFile(INDEX, INDEX, "JSON API", "All lists, and where they are", index)


def _outline(rows: Rows, site: Site) -> ListOutline:
    return ListOutline(
        **{"schema": schema_url(rows.name, site.url)},
        name=rows.name,
        title=rows.title,
        total=len(rows.rows),
        address=site.url + rows.address,
        last_modified=rows.last_modified,
    )


def shapes() -> list[type[BaseModel]]:
    """The shapes of all files, whatever the records: what others rely on."""
    empty = Catalogue.of({}, None, date.min)
    lists = _lists(empty, Site("", "", ""))
    others = (list_shape(ChangeRow), AboutDocument, IndexDocument)
    return list(dict.fromkeys([*map(schema_shape, lists), *(list_shape(rows.shape) for rows in lists), *others]))

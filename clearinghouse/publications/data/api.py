"""API: all its files, made of a catalogue: records, lists, schemas, the index of all of them, and the description."""

from collections.abc import Iterator
from datetime import date

from pydantic import Field

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.publications.data.changes import change_lists
from clearinghouse.publications.data.countries import country_files, country_rows
from clearinghouse.publications.data.document import LICENCE, ROOT, VERSION, DataFile, Document, Shape
from clearinghouse.publications.data.indicators import IndicatorAnswer, indicator_answers
from clearinghouse.publications.data.law import law_lists
from clearinghouse.publications.data.records import record_files, record_rows
from clearinghouse.publications.data.rows import Rows
from clearinghouse.publications.data.schemas import schema_files, schema_url
from clearinghouse.publications.files.file import File
from clearinghouse.publications.site import Site
from clearinghouse.records.collection import COLLECTIONS

INDEX = f"{ROOT}index.json"


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
    lists: tuple[ListOutline, ...] = Field(description="All lists: those of the collections, and those made of several.")


def api_files(catalogue: Catalogue, site: Site) -> Iterator[File]:
    """All files of the API."""
    return (file.file() if isinstance(file, DataFile) else file for file in _files(catalogue, site))


def _files(catalogue: Catalogue, site: Site) -> Iterator[DataFile | File]:
    day = catalogue.as_of
    lists = []
    for name in COLLECTIONS:
        lists.append(record_rows(name, catalogue, site))
        yield from record_files(name, catalogue, site)
    lists.append(country_rows(catalogue, site))
    yield from country_files(catalogue, site)
    activities = [activity for activity in catalogue.activities if catalogue.plan(activity.plan)]
    answers = [answer for activity in activities for answer in indicator_answers(activity, catalogue)]
    lists += [Rows("indicators", "Indicators", IndicatorAnswer, answers), *law_lists(catalogue, site), *change_lists(catalogue, site)]
    for rows in lists:
        yield from rows.files(site.url, day)
    index = IndexDocument(
        schema_version=VERSION,
        address=site.url + INDEX,
        generated_at=day,
        license=LICENCE,
        title=site.name,
        url=site.url,
        lists=tuple(_outline(rows, site) for rows in lists if not rows.template),
    )
    yield DataFile(INDEX, INDEX, "JSON API", index)
    yield from schema_files(lists, site.url)


def _outline(rows: Rows, site: Site) -> ListOutline:
    return ListOutline(
        **{"schema": schema_url(rows.name, site.url)},
        name=rows.name,
        title=rows.title,
        total=len(rows.rows),
        address=site.url + rows.address,
        last_modified=rows.last_modified,
    )

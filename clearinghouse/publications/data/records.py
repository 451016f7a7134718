"""Records as data: the records of a collection come in; a document for each leaves, and the rows of their list."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any, Generic, TypeVar, cast

from pydantic import BaseModel, Field, create_model

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.publications.data.computing import api_url, last_modified, rule_of
from clearinghouse.publications.data.document import DataFile, Document, Shape
from clearinghouse.publications.data.rows import Rows
from clearinghouse.publications.pictures.copies import copies_of, copy_for_messengers, pictured
from clearinghouse.publications.site import Site
from clearinghouse.publications.words import plural_of
from clearinghouse.records.collection import COLLECTIONS, AnyRecord
from clearinghouse.records.collections.activity import Activity
from clearinghouse.records.collections.record import Record
from clearinghouse.records.keys.dates import PartialDate
from clearinghouse.records.keys.keys_of import outside_of, unpublished_in
from clearinghouse.records.written.api_words import ROOT, VERSION, record_address

M = TypeVar("M")
C = TypeVar("C")


class PictureFile(Shape):
    """A picture of the record in one size."""

    file: str = Field(description="The name that the record gives the picture.")
    url: str = Field(description="Where it is.")
    width: int = Field(description="In pixels.")
    height: int = Field(description="In pixels.")


class RecordDocument(Document, Generic[M, C]):
    """One record: what its file says below `record`, what follows from it below `computed`."""

    collection: str = Field(description="Its collection.")
    id: str = Field(description="Its id in the collection; of an activity plan/number.")
    url: str = Field(description="Its page.")
    edit: str | None = Field(description="Where its file is edited; null where the site has no repository.")
    file: str = Field(description="Its file, relative to the data folder.")
    last_modified: date | None = Field(description="The latest day on which something about it changed here.")
    is_withdrawn: bool = Field(description="Whether it should not have been: `record.withdrawn` says why.")
    pictures: tuple[PictureFile, ...] = Field(description="Its pictures in all sizes; `record.pictures` has their credits and licences.")
    record: M = Field(description="Exactly what its file says; a key that is not stated is left out.")
    computed: C = Field(description="What follows from it, and from the others.")


class RecordRow(Shape):
    """A record in the list of its collection."""

    id: str = Field(description="Its id in the collection; of an activity plan/number.")
    title: str = Field(description="What it is called; of an activity our own short words.")
    summary: str | None = Field(description="One or two sentences; null for activities, which the plan words itself.")
    kind: str | None = Field(description="Its kind, where its collection has kinds.")
    status: str | None = Field(description="Its status, where it has one: of an event, or how far an activity was delivered.")
    when: PartialDate | None = Field(description="The date by which lists sort it.")
    states: tuple[str, ...] = Field(description="ISO 3166-1 codes of all states that it concerns.")
    confidence: str | None = Field(description="How sure its source makes it: high, medium or low.")
    is_certain: bool = Field(description="False for what is of low confidence or withdrawn: no statistics count it.")
    is_withdrawn: bool = Field(description="Whether it should not have been.")
    last_modified: date | None = Field(description="The latest day on which something about it changed here.")
    url: str = Field(description="Its page.")
    address: str = Field(description="Its document in this API.")


@cache
def document_shape(model: type[AnyRecord]) -> type[RecordDocument[Any, Any]]:
    """The shape of the documents of a model's records: `TrainingRecord`."""
    base = cast(type[RecordDocument[Any, Any]], RecordDocument.__class_getitem__((model, rule_of(model).shape)))
    return create_model(f"{model.__name__}Record", __base__=base, __doc__=RecordDocument.__doc__)


def hidden_keys(model: type[BaseModel]) -> frozenset[str]:
    """What no document says of a record, or says elsewhere: what it knows from its file's name, and what stays in its file."""
    return unpublished_in(model) | frozenset(outside_of(model))


def record_files(name: str, catalogue: Catalogue, site: Site) -> Iterator[DataFile]:
    """The documents of a collection's records; that of a record lies at its former ids as well."""
    collection = COLLECTIONS[name]
    shape, rule, hidden = document_shape(collection.model), rule_of(collection.model), hidden_keys(collection.model)
    template = f"{ROOT}{name}/{'{plan}/{number}' if collection.model is Activity else '{id}'}.json"
    about = f"One record of {collection.several}"
    for record in records_of(name, catalogue):
        states = record.states if isinstance(record, Record) else ()
        document = shape(
            schema_version=VERSION,
            address=api_url(record.key, site),
            collection=name,
            id=record.id,
            url=site.url + record.address,
            edit=site.edit_link(record.path),
            file=record.path,
            last_modified=last_modified(record, catalogue),
            is_withdrawn=isinstance(record, Record) and record.withdrawn is not None,
            pictures=tuple(_picture_files(record, catalogue, site)),
            record=record,
            computed=rule.shape.model_validate(rule.values(record, catalogue)),
        )
        formers = dict.fromkeys(record.former_ids) if isinstance(record, Record) else ()
        for record_id in (record.id, *formers):
            # What is found at a former address belongs to no state's pack, as the page there leads on.
            of_states = tuple(code.lower() for code in states) if record_id == record.id else ()
            address, title = record_address(f"{name}/{record_id}"), f"{title_of(record)} as JSON"
            yield DataFile(address, template, title, about, document, hidden, of_states)


def _picture_files(record: AnyRecord, catalogue: Catalogue, site: Site) -> Iterator[PictureFile]:
    for picture, photograph in pictured(record, catalogue):
        for copy in (*copies_of(photograph), copy_for_messengers(photograph)):
            yield PictureFile(file=picture.file, url=site.url + copy.address, width=copy.width, height=copy.height)


def record_rows(name: str, catalogue: Catalogue, site: Site) -> Rows:
    """The list of a collection."""
    shape = row_shape(COLLECTIONS[name].model)
    rows = [shape.model_validate(_row(record, catalogue, site)) for record in records_of(name, catalogue)]
    return Rows(name, plural_of(name), shape, rows)


@cache
def row_shape(model: type[AnyRecord]) -> type[RecordRow]:
    """The shape of a collection's rows: all the same, by a name of their own."""
    return create_model(f"{model.__name__}Row", __base__=RecordRow, __doc__=RecordRow.__doc__)


def records_of(name: str, catalogue: Catalogue) -> tuple[AnyRecord, ...]:
    """The records of a collection that have pages, in its order."""
    if name == Activity.collection:
        return tuple(activity for activity in catalogue.activities if catalogue.plan(activity.plan))
    return catalogue.collection(name)


def title_of(record: AnyRecord) -> str:
    """What it is called."""
    return record.title if isinstance(record, Record) else record.label


def _row(record: AnyRecord, catalogue: Catalogue, site: Site) -> dict[str, Any]:
    status = record.delivery if isinstance(record, Activity) else getattr(record, "status", None)
    return {
        "id": record.id,
        "title": title_of(record),
        "kind": getattr(record, "kind", None),
        "status": status if isinstance(status, str) else None,
        "last_modified": last_modified(record, catalogue),
        "url": site.url + record.address,
        "address": api_url(record.key, site),
        **(_of_record(record) if isinstance(record, Record) else _of_activity(record)),
    }


def _of_record(record: Record) -> dict[str, Any]:
    certainty = {"confidence": record.confidence, "is_certain": record.is_certain, "is_withdrawn": record.withdrawn is not None}
    return {"summary": record.summary, "when": record.sort_date, "states": record.states, **certainty}


def _of_activity(activity: Activity) -> dict[str, Any]:
    return {"summary": None, "when": None, "states": activity.all_leads, "confidence": None, "is_certain": True, "is_withdrawn": False}

"""Form links: the addresses at which the form stands ready for a new record, or filled with one that is there; and those of
what a collection offers to fill in elsewhere."""

from urllib.parse import urlencode

from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.collections.record import Subject

FORMS = tuple(
    collection.name for collection in sorted(COLLECTIONS.values(), key=lambda collection: not collection.is_flat) if collection.has_form
)
"""The collections that have a form; what makes a whole record stands before what only adds to one."""
FORM = "contribute/"


def to_add(collection: str, **said: str) -> str:
    """Where a record of a collection is added; what is said already fills fields: `host="LA"`."""
    return f"{FORM}?{urlencode({'kind': collection, **said})}" if collection in FORMS else FORM


def to_announce(collection: str, **said: str) -> str:
    """Where one that is still to come is announced."""
    return to_add(collection, status="announced", **said)


def to_edit(record: Subject) -> str | None:
    """Where a record is edited, or None where its collection has no form."""
    return f"{FORM}?{urlencode({'edit': record.key}, safe='/')}" if record.collection in FORMS else None


def to_verify(record: Subject) -> str | None:
    """Where somebody who has just held a record against its source says so: the filled form, with today as `verified`."""
    form = to_edit(record)
    return f"{form}&verify" if form else None


def to_request(record: Subject, what: str) -> str | None:
    """Where one thing is asked for of a record in a short form: to cancel it, to move it, or that it was held; `report` says what is
    wrong with any."""
    form = to_edit(record)
    return f"{form}&do={what}" if form else None


REPORTS = "reports/"
"""The list of annual reports."""


def always_there() -> tuple[str, ...]:
    """Addresses that every site holds whatever its records, known without making a page of them."""
    in_rows = (name for name, collection in COLLECTIONS.items() if collection.rows_are)
    return (REPORTS, *(address for name in in_rows for address in (template_at(name, "xlsx"), template_at(name, "csv"), schema_at(name))))


def template_at(collection: str, ending: str) -> str:
    """The spreadsheet to fill in for records that are reported in rows. ending: xlsx or csv."""
    return f"{collection}/template.{ending}"


def schema_at(collection: str) -> str:
    """The JSON Schema of one of its records."""
    return f"{collection}/schema.json"

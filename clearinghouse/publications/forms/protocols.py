"""Protocols: the files by which offices report in rows: spreadsheets to fill in, and the JSON Schema of what becomes of them."""

from collections.abc import Iterator

from clearinghouse.publications.files.file import File
from clearinghouse.publications.files.kinds import Kind
from clearinghouse.publications.form_links import schema_at, template_at
from clearinghouse.publications.forms.spreadsheets import template_csv, template_xlsx
from clearinghouse.publications.words import plural_of, singular_of
from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.written.editor_schemas import schema_text


def protocol_files() -> Iterator[File]:
    """Those of each collection of which a row is a member of a record."""
    for name, collection in COLLECTIONS.items():
        if collection.rows_are:
            title = f"{plural_of(name)}: spreadsheet to fill in"
            yield File(template_at(name, "xlsx"), Kind.DATA, template_xlsx(name), title)
            yield File(template_at(name, "csv"), Kind.DATA, template_csv(name), title)
            yield File(schema_at(name), Kind.DATA, schema_text(name), f"{singular_of(name)}: JSON Schema")

"""Package: the CSV files come in, `datapackage.json` leaves, which describes every column of each (Data Package 1, Table Schema)."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from clearinghouse.publications.data.document import LICENCE
from clearinghouse.publications.site import Site
from clearinghouse.publications.tables.columns import LABEL, CellForm, Column
from clearinghouse.publications.tables.download import Download, folder_of
from clearinghouse.records.collections.activity import Activity
from clearinghouse.records.collections.plan import Plan
from clearinghouse.records.written.api_words import VERSION

NAME = "clearing-house"
_PATTERNS = {"date": r"\d{4}(-\d{2}(-\d{2})?)?", "period": r"\d{4}(-Q[1-4])?", "time": r"\d{2}:\d{2}"}
"""Texts of a fixed shape, by the types of their values."""
_AS = {
    CellForm.CODES: "Several are parted by `; `.",
    CellForm.LINES: "Several stand one on each line.",
    CellForm.JSON: "As JSON.",
}


def package_text(tables: Iterable[Download], site: Site, day: str) -> str:
    """The description of the files, which lie beside it. day: on which a record changed last, or empty."""
    package = {
        "profile": "tabular-data-package",
        "name": NAME,
        "title": site.name,
        "description": f"All records, a file for each collection. A column in {LABEL} says in words what the one before it says in codes.",
        "homepage": site.url,
        "version": VERSION,
        **({"created": f"{day}T00:00:00Z"} if day else {}),
        "licenses": [{"name": "CC-BY-4.0", "title": "Creative Commons Attribution 4.0", "path": LICENCE}],
        "contributors": [{"title": site.name, "path": site.url, "role": "publisher"}],
        "resources": [_resource(table) for table in tables],
    }
    return json.dumps(package, ensure_ascii=False, indent=1) + "\n"


def _resource(table: Download) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": table.address.removeprefix(folder_of(table.address)),
        "title": table.title,
        "description": table.about,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True, "header": True},
        "bytes": len(table.content),
        "hash": f"sha256:{table.sha256}",
        "schema": _schema(table),
    }


def _schema(table: Download) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": [_field(column) for column in table.columns], "missingValues": [""]}
    names = {column.name for column in table.columns}
    schema["primaryKey"] = ["id"] if "id" in names else ["list", "code"]
    if table.name == Activity.collection:
        schema["foreignKeys"] = [{"fields": ["plan"], "reference": {"resource": Plan.collection, "fields": ["id"]}}]
    return schema


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "title": column.title, "type": column.type}
    if about := " ".join(filter(None, (column.about, _AS.get(column.form)))):
        field["description"] = about
    if constraints := dict(_constraints(column)):
        field["constraints"] = constraints
    return field


def _constraints(column: Column) -> Iterator[tuple[str, Any]]:
    if column.is_required:
        yield "required", True
    if column.form is CellForm.ONE and not column.is_label:
        if pattern := _PATTERNS.get(column.key.type):
            yield "pattern", pattern
        if column.key.words:
            yield "enum", list(column.key.words)

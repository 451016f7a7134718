"""Table: the records of a collection come in, their table leaves: its columns, and a row for each record."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.publications.data.records import record_rows, records_of
from clearinghouse.publications.site import Site
from clearinghouse.publications.tables.columns import CellForm, Column, columns_of, known_of
from clearinghouse.publications.words import plural_of
from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.collections.activity import Activity
from clearinghouse.records.written.csv_text import Value

Plain = Mapping[str, Any]
"""A record as the API writes it, with what follows from it."""
_BETWEEN = {CellForm.CODES: "; ", CellForm.LINES: "\n"}


@dataclass(frozen=True)
class Table:
    """A table. name: as addresses have it; records: as plain data, in the order of the pages of the site."""

    name: str
    title: str
    columns: tuple[Column, ...]
    records: tuple[Plain, ...]

    @classmethod
    def of(cls, name: str, catalogue: Catalogue, site: Site) -> "Table":
        """That of a collection."""
        model = COLLECTIONS[name].model
        known = known_of(model).model_fields
        pairs = zip(records_of(name, catalogue), record_rows(name, catalogue, site).rows, strict=True)
        records = []
        for record, row in pairs:
            values = {"page": getattr(row, "url", None)}
            if isinstance(record, Activity):
                values |= {"plan": record.plan, "number": record.number, "delivery": record.delivery}
            values = {key: values[key] if key in values else getattr(row, key) for key in known}
            plain = record.model_dump(mode="json", by_alias=True, exclude_unset=True)
            records.append({**plain, "id": record.id, **{key: _plain(value) for key, value in values.items()}})
        return cls(name, plural_of(name), columns_of(model), tuple(records))

    @property
    def rows(self) -> Iterator[list[Value]]:
        """The rows of its CSV, the names of the columns first."""
        cells = self._cells
        yield [column.name for column in self.columns]
        for record in self.records:
            yield [cell(value_at(record, path)) for path, cell in cells]

    @cached_property
    def _cells(self) -> list[tuple[tuple[str, ...], Callable[[Any], Value]]]:
        return [(column.path, cell_of(column)) for column in self.columns]


def value_at(record: Plain, path: tuple[str, ...]) -> Any:
    """What a record says at a path; None where it says nothing."""
    value: Any = record
    for step in path:
        value = value.get(step) if value else None
    return value


def cell_of(column: Column) -> Callable[[Any], Value]:
    """How the values of a column become cells: a number is a number, several values stand in one cell, what is not stated is empty."""
    if column.form is CellForm.JSON:
        return lambda value: json.dumps(value, ensure_ascii=False, separators=(",", ":")) if value else None
    labels = column.labels if column.is_label else None
    if column.form is not CellForm.ONE:
        between = _BETWEEN[column.form]
        return lambda values: between.join(" ".join((labels[one] if labels else one).split()) for one in values) if values else None
    if labels:
        return lambda value: None if value is None else labels[value]
    if column.type == "number":
        return lambda value: None if value is None else Decimal(value)
    if column.type == "boolean":
        return lambda value: None if value is None else str(value).lower()
    return lambda value: value


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return list(value)
    return value if value is None or isinstance(value, bool) else str(value)

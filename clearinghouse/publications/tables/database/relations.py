"""Relations: the tables of collections come in, those of a database leave: one of all records, one for each collection and its lists.

A list of codes or texts becomes a table of values, a list of groups a table of their keys, each with the record and the place in
its list. A list that several collections have is one table. A list inside a member of a list stays one column, as JSON. Codes refer
to the table of their list, and ids to their records.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any

from clearinghouse.publications.tables.closed_lists import WITHIN, coded
from clearinghouse.publications.tables.columns import CellForm, Column, codes_alone, columns_in
from clearinghouse.publications.tables.table import Plain, Table, value_at
from clearinghouse.records.collections.activity import Activity
from clearinghouse.records.collections.plan import Plan
from clearinghouse.records.collections.species import Species
from clearinghouse.records.keys.key import BY_LANGUAGE, GROUP, Key

RECORDS = "records"
_RECORD = f'TEXT NOT NULL REFERENCES "{RECORDS}"("key")'
_SQL_TYPES: Mapping[str, str] = {"integer": "INTEGER", "boolean": "INTEGER", "number": "NUMERIC"}
_TARGETS: Mapping[str, str] = {
    "activity": f'"{Activity.collection}"("id")',
    "species": f'"{Species.collection}"("id")',
    "reference": f'"{RECORDS}"("key")',
}
"""What ids refer to, by the types of their values."""


@dataclass(frozen=True)
class Relation:
    """A table of a database. definition: of its columns, in SQL; rows: their values; options: what stands behind the columns."""

    name: str
    definition: str
    width: int
    rows: Iterable[tuple[Any, ...]]
    options: str = ""


def code_table(name: str) -> str:
    """The table of a closed list."""
    return f"codes_{name}"


def list_table(name: str) -> str:
    """The table of a list that several collections have."""
    return f"{RECORDS}_{name}"


def relations(tables: Iterable[Table]) -> Iterator[Relation]:
    """The tables of collections and of their lists."""
    lists: dict[tuple[str, str], list[tuple[Table, Relation]]] = {}
    for table in tables:
        columns = codes_alone(table.columns)
        flat = [column for column in columns if column.form is CellForm.ONE]
        yield Relation(table.name, _definition(flat), len(flat) + 1, _rows(table, flat))
        for column in columns:
            if column.form is not CellForm.ONE:
                own = _list(table, column)
                lists.setdefault((own.name, own.definition), []).append((table, own))
    for (name, definition), members in lists.items():
        named = list_table(name) if len(members) > 1 else f"{members[0][0].name}_{name}"
        # Such a table lies in the order of its key; else its rows and its index would say each key twice, a tenth of the file.
        rows = chain.from_iterable(own.rows for _, own in members)
        yield Relation(named, definition, members[0][1].width, rows, "WITHOUT ROWID")


def key_of(table: Table, record: Plain) -> str:
    """Of a record: collection/id."""
    return f"{table.name}/{record['id']}"


def _definition(columns: list[Column]) -> str:
    lines = [f'"key" {_RECORD} PRIMARY KEY', *(_column_sql(column) + (" UNIQUE" if column.name == "id" else "") for column in columns)]
    if any(column.name == "plan" for column in columns):
        lines.append(f'FOREIGN KEY ("plan") REFERENCES "{Plan.collection}"("id")')
    return ", ".join(lines)


def _rows(table: Table, columns: list[Column]) -> Iterator[tuple[Any, ...]]:
    values = [(column.path, sql_value(column)) for column in columns]
    for record in table.records:
        yield key_of(table, record), *(convert(value_at(record, path)) for path, convert in values)


def _list(table: Table, column: Column) -> Relation:
    """By the name of the list alone."""
    head = f'"record" {_RECORD}, '
    if column.key.type == BY_LANGUAGE:
        languages = f'REFERENCES "{code_table("languages")}"("code")'
        definition = f'{head}"language" TEXT NOT NULL {languages}, "value" TEXT NOT NULL, PRIMARY KEY ("record", "language")'
        return Relation(column.name, definition, 3, _by_language(table, column.path))
    place = '"position" INTEGER NOT NULL, '
    if column.key.type == GROUP:
        parts = list(codes_alone(columns_in(column.key.parts)))
        definition = f'{head}{place}{", ".join(map(_column_sql, parts))}, PRIMARY KEY ("record", "position")'
        return Relation(column.name, definition, len(parts) + 2, _groups(table, column.path, parts))
    definition = f'{head}{place}"value" {_sql_type(column)} NOT NULL{_refers(column.key)}, PRIMARY KEY ("record", "position")'
    return Relation(column.name, definition, 3, _values(table, column.path))


def _by_language(table: Table, path: tuple[str, ...]) -> Iterator[tuple[Any, ...]]:
    for record in table.records:
        for language, text in (value_at(record, path) or {}).items():
            yield key_of(table, record), language, text


def _groups(table: Table, path: tuple[str, ...], parts: list[Column]) -> Iterator[tuple[Any, ...]]:
    values = [(part.path, sql_value(part)) for part in parts]
    for record in table.records:
        for position, member in enumerate(value_at(record, path) or (), start=1):
            yield key_of(table, record), position, *(convert(value_at(member, path)) for path, convert in values)


def _values(table: Table, path: tuple[str, ...]) -> Iterator[tuple[Any, ...]]:
    for record in table.records:
        for position, value in enumerate(value_at(record, path) or (), start=1):
            yield key_of(table, record), position, value


def sql_value(column: Column) -> Callable[[Any], Any]:
    """How the values of a column stand in a database: truths are 1 and 0, lists and groups JSON."""
    if column.form is not CellForm.ONE:
        return lambda value: json.dumps(value, ensure_ascii=False, separators=(",", ":")) if value else None
    if column.type == "boolean":
        return lambda value: None if value is None else int(value)
    return lambda value: value


def _column_sql(column: Column) -> str:
    refers = _refers(column.key) if column.form is CellForm.ONE else ""
    return f'"{column.name}" {_sql_type(column)}{" NOT NULL" if column.is_required else ""}{refers}'


def _sql_type(column: Column) -> str:
    return _SQL_TYPES.get(column.type, "TEXT")


def _refers(key: Key) -> str:
    name = WITHIN.get(key.list_name, key.list_name)
    if name in coded():
        return f' REFERENCES "{code_table(name)}"("code")'
    return f" REFERENCES {_TARGETS[key.type]}" if key.type in _TARGETS else ""

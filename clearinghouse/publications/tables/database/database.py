"""Database: tables come in, the bytes of a SQLite file leave, made in memory; of the same records always the same bytes.

The same also asks for the same version of SQLite, which writes itself into the head of every file.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

from clearinghouse.publications.data.document import LICENCE
from clearinghouse.publications.site import Site
from clearinghouse.publications.tables.closed_lists import coded
from clearinghouse.publications.tables.database.relations import RECORDS, Relation, code_table, key_of, relations
from clearinghouse.publications.tables.database.views import views
from clearinghouse.publications.tables.table import Plain, Table
from clearinghouse.records.written.api_words import VERSION

SEARCH = "search"
PAGE_SIZE = 4096
_COMMON = {
    "row": "INTEGER PRIMARY KEY", "key": "TEXT NOT NULL UNIQUE", "collection": "TEXT NOT NULL", "id": "TEXT NOT NULL",
    "title": "TEXT NOT NULL", "title_local": "TEXT", "summary": "TEXT", "body": "TEXT", "when": "TEXT", "confidence": "TEXT",
    "is_certain": "INTEGER NOT NULL", "is_withdrawn": "INTEGER NOT NULL", "last_modified": "TEXT", "page": "TEXT NOT NULL",
}  # fmt: skip
"""What all records have, in one table."""
_SEARCHED = '"title", "title_local", "summary", "body"'
"""The texts of the index. It finds three letters and more inside of words, so that scripts without spaces are found as well."""


def database(tables: tuple[Table, ...], site: Site, day: str) -> bytes:
    """The file. day: on which a record changed last, or empty."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        run = connection.execute
        run(f"PRAGMA page_size = {PAGE_SIZE}")
        run('PRAGMA encoding = "UTF-8"')
        run(f"PRAGMA user_version = {VERSION}")
        run("BEGIN")
        for relation in (*_of_codes(), _of_all(tables), *relations(tables), _about(site, day)):
            run(f'CREATE TABLE "{relation.name}" ({relation.definition}) {relation.options}'.rstrip())
            gaps = ", ".join("?" * relation.width)
            connection.executemany(f'INSERT INTO "{relation.name}" VALUES ({gaps})', relation.rows)
        for name, query in views(tables):
            run(f'CREATE VIEW "{name}" AS {query}')
        run(f"CREATE VIRTUAL TABLE {SEARCH} USING fts5({_SEARCHED}, content='{RECORDS}', content_rowid='row', tokenize='trigram')")
        run(f"INSERT INTO {SEARCH}({SEARCH}) VALUES ('rebuild')")
        run(f"INSERT INTO {SEARCH}({SEARCH}) VALUES ('optimize')")
        run("COMMIT")
        return connection.serialize()


def _of_codes() -> Iterator[Relation]:
    for name, names in coded().items():
        yield Relation(code_table(name), '"code" TEXT PRIMARY KEY, "label" TEXT NOT NULL', 2, iter(names.items()))


def _of_all(tables: tuple[Table, ...]) -> Relation:
    records = enumerate(((table, record) for table in tables for record in table.records), start=1)
    names = list(_COMMON)[1:]
    rows = ((number, *(_common(table, record, name) for name in names)) for number, (table, record) in records)
    return Relation(RECORDS, ", ".join(f'"{name}" {kind}' for name, kind in _COMMON.items()), len(_COMMON), rows)


def _common(table: Table, record: Plain, name: str) -> str | int | None:
    """What a record says in a column that all have."""
    match name:
        case "key":
            return key_of(table, record)
        case "collection":
            return table.name
        case "title":
            return record.get("title") or record.get("label")
        case "summary":
            return record.get("summary") or record.get("wording")
        case "title_local":
            return "\n".join((record.get("title_local") or {}).values()) or None
    value: str | int | None = record.get(name)
    return int(value) if isinstance(value, bool) else value


def _about(site: Site, day: str) -> Relation:
    rows = {"title": site.name, "url": site.url, "last_modified": day, "version": VERSION, "license": LICENCE}
    return Relation("about", '"name" TEXT PRIMARY KEY, "value" TEXT NOT NULL', 2, iter(rows.items()))

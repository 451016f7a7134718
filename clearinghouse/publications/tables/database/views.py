"""Views: tables come in, queries leave that people ask most, each by its name: what lies in several tables in one."""

from collections.abc import Iterator

from clearinghouse.publications.tables.columns import CellForm, codes_alone
from clearinghouse.publications.tables.database.relations import RECORDS, code_table, list_table
from clearinghouse.publications.tables.table import Table
from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.collections.activity import Activity

_FIELDS = 'r."key", r."collection", r."title", r."when", r."is_certain", r."page"'


def views(tables: tuple[Table, ...]) -> Iterator[tuple[str, str]]:
    """Names and queries: the events of all collections, and which records concern which state, topic and activity."""
    events = [_names(table) for table in tables if COLLECTIONS[table.name].is_event]
    shared = ", ".join(f'"{name}"' for name in events[0] if all(name in names for names in events)) if events else '"key"'
    selects = (f'SELECT {shared} FROM "{table.name}"' for table in tables if COLLECTIONS[table.name].is_event)
    yield "events", " UNION ALL ".join(selects)
    yield "records_by_state", _by(list_table("states"), "state", f'"{code_table("states")}" n ON n."code"')
    yield "records_by_topic", _by(list_table("topics"), "topic", f'"{code_table("topics")}" n ON n."code"')
    yield "records_by_activity", _by(list_table("serves"), "activity", f'"{Activity.collection}" n ON n."id"')


def _by(members: str, what: str, names: str) -> str:
    """The records that a list names, with what is called what."""
    return (
        f'SELECT m."value" AS "{what}", n."label" AS "{what}_label", {_FIELDS}'
        f' FROM "{members}" m JOIN {names} = m."value" JOIN "{RECORDS}" r ON r."key" = m."record"'
    )


def _names(table: Table) -> list[str]:
    """The columns of its records in the database."""
    return ["key", *(column.name for column in codes_alone(table.columns) if column.form is CellForm.ONE)]

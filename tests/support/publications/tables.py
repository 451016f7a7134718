"""Tables: the files of open data of a catalogue as tests read them."""

import csv
import io
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache

from clearinghouse.publications.tables.open_data import OpenData
from tests.support.publications.giving_out import SITE, living


@cache
def living_data() -> OpenData:
    """Those of the made-up records."""
    return OpenData(living(), SITE)


def rows_of(content: bytes) -> list[dict[str, str]]:
    """The rows of a CSV file, as Python's own reader has them."""
    csv.field_size_limit(10_000_000)
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True))


def table(name: str) -> list[dict[str, str]]:
    """The rows of a table of the made-up records."""
    return rows_of(next(one.content for one in living_data().tables if one.name == name))


@contextmanager
def opened(content: bytes) -> Iterator[sqlite3.Connection]:
    """A database, open to be read."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(content)
        connection.execute("PRAGMA query_only = 1")
        yield connection

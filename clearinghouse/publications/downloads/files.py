"""Files of a table: a sheet comes in with what is to be known of it; the texts of its CSV and JSON files leave.

Before the table each file says what the list is, who publishes it, where, of which day, under which licence, and how it is filtered
and sorted: in CSV in lines that begin with `#`, which no text of a table can be taken for, since all texts stand in quotes.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from clearinghouse.publications.downloads.sheet import Row, Sheet, Value, values_of
from clearinghouse.publications.translation.texts import gettext
from clearinghouse.records.written.csv_text import csv_text

LICENCE = "CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/)"
"""Of our own descriptions."""
_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"


@dataclass(frozen=True)
class About:
    """What is to be known of a table. day: of a whole list the day for which it was made, else the last on which one of its records
    changed, so that files change with their records alone."""

    title: str
    source: str
    address: str
    day: date
    filter: str = ""
    order: str = ""

    def pairs(self) -> Iterator[tuple[str, str, str]]:
        """Each with its key in JSON and its label."""
        yield "title", gettext("List"), self.title
        yield "source", gettext("Source"), self.source
        yield "address", gettext("Address"), self.address
        yield "day", gettext("Day"), self.day.isoformat()
        yield "licence", gettext("Licence"), LICENCE
        yield "filter", gettext("Filter"), self.filter or gettext("none")
        yield "order", gettext("Order"), self.order or gettext("as on the page")


@dataclass(frozen=True)
class Texts:
    """A row as the text of each kind of file; a record stands in some ten lists, and is written once."""

    csv: str
    json: str

    @classmethod
    def of(cls, row: Row, days: Sequence[int], headings: Sequence[str]) -> "Texts":
        """A row of a sheet."""
        values = values_of(row, days)
        return cls(csv_text([values], quotes_all=True), _json(dict(zip(headings, map(_plain, values), strict=True))))


def texts_of(sheet: Sheet) -> list[Texts]:
    """All rows of a sheet."""
    return [Texts.of(row, sheet.days, sheet.headings) for row in sheet.rows]


def csv_content(about: About, headings: Sequence[str], rows: Iterable[Texts]) -> str:
    """The CSV file, with the mark by which spreadsheet programs know its letters."""
    known = "".join(f"# {label},{csv_text([(value,)], quotes_all=True)}" for _, label, value in about.pairs())
    return f"{_MARK}{known}{csv_text([headings], quotes_all=True)}{''.join(row.csv for row in rows)}"


def json_content(about: About, headings: Sequence[str], rows: Iterable[Texts]) -> str:
    """The JSON file, one row a line; its keys are those of the headings."""
    known = "".join(f'"{key}": {_json(value)},\n' for key, _, value in about.pairs())
    lines = ",\n".join(row.json for row in rows)
    return f'{{{known}"columns": {_json(headings)},\n"rows": [\n{lines}\n]}}\n'


def _plain(value: Value) -> str | int | float:
    return float(value) if isinstance(value, Decimal) else value


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)

"""CSV annexes: a table of a report comes in, a file for spreadsheet programs leaves (RFC 4180)."""

from clearinghouse.publications.reports.report import Note, Report, Table
from clearinghouse.records.written.csv_text import csv_file


def annexes(report: Report) -> dict[str, bytes]:
    """The file of each table, by its name."""
    return {f"{name}.csv": csv_annex(table, report.notes) for name, table in report.tables}


def csv_annex(table: Table, notes: tuple[Note, ...]) -> bytes:
    """A table with the addresses of its sources."""
    rows = [(*table.columns, "Sources") if table.has_notes else table.columns]
    for row in table.rows:
        urls = (" ".join(notes[number - 1].url for number in row.notes),) if table.has_notes else ()
        rows.append((*row.cells, *urls))
    return csv_file(rows)

"""CSV annexes: a table of a report comes in, a file for spreadsheet programs leaves (RFC 4180)."""

import csv
import io

from clearinghouse.publications.reports.report import Note, Report, Table

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet program takes for the beginning of a formula."""


def annexes(report: Report) -> dict[str, bytes]:
    """The file of each table, by its name."""
    return {f"{name}.csv": csv_annex(table, report.notes) for name, table in report.tables}


def csv_annex(table: Table, notes: tuple[Note, ...]) -> bytes:
    """A table with the addresses of its sources, in UTF-8 with the mark by which spreadsheet programs know it."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow((*table.columns, "Sources") if table.has_notes else table.columns)
    for row in table.rows:
        urls = (" ".join(notes[number - 1].url for number in row.notes),) if table.has_notes else ()
        writer.writerow([_safe(cell) for cell in (*row.cells, *urls)])
    return out.getvalue().encode("utf-8-sig")


def _safe(cell: str) -> str:
    """What would be a formula as text: with an apostrophe before it, as OWASP advises."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell

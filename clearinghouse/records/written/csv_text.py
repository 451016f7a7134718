"""CSV text: rows of cells come in, a file leaves that every spreadsheet program opens and in which none finds a formula (RFC 4180)."""

import csv
import io
from collections.abc import Iterable, Sequence
from decimal import Decimal

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet program takes for the beginning of a formula."""
Value = str | int | Decimal | None
"""What a cell holds. A number is written as it is, also below zero; None is an empty cell."""


def csv_text(rows: Iterable[Sequence[Value]], *, quotes_all: bool = False) -> str:
    """Rows, the first of which names the columns. Lines end in CR LF; what has a comma, a quote or a line end stands in quotes.

    quotes_all: whether every text stands in quotes, so that no sign in it can be taken for that of a comment.
    """
    out = io.StringIO(newline="")
    csv.writer(out, quoting=csv.QUOTE_NONNUMERIC if quotes_all else csv.QUOTE_MINIMAL, lineterminator="\r\n").writerows(
        [safe_cell(cell) if isinstance(cell, str) else cell for cell in row] for row in rows
    )
    return out.getvalue()


def csv_file(rows: Iterable[Sequence[Value]]) -> bytes:
    """The same in UTF-8, with the mark by which spreadsheet programs know it."""
    return csv_text(rows).encode("utf-8-sig")


def safe_cell(text: str) -> str:
    """What would be a formula as text: with an apostrophe before it, as OWASP advises."""
    return f"'{text}" if text.startswith(FORMULA) else text

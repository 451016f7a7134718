"""CSV text: what goes in comes out again, and no cell is a formula."""

import csv
import io
from decimal import Decimal

import pytest

from clearinghouse.records.written.csv_text import csv_file, csv_text


def test_cells_are_read_back_as_they_were_written() -> None:
    """With commas, quotes and line ends; lines end in CR LF, and spreadsheet programs know the letters by the mark."""
    rows = [("id", "title"), ("a", 'Rangers, "customs"\nand police'), ("b", "ລາວ")]
    content = csv_file(rows)
    assert [tuple(row) for row in csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))] == rows
    assert content.startswith(b"\xef\xbb\xbfid,title\r\n")
    assert content.endswith(b"\r\n")


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_text_is_a_formula(cell: str) -> None:
    """What would be one begins with an apostrophe; a number is a number, also below zero."""
    assert next(csv.reader(io.StringIO(csv_text([(cell,)]), newline=""))) == [f"'{cell}"]
    assert csv_text([(-1, Decimal("-1.50"), None)]) == "-1,-1.50,\r\n"

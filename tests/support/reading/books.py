"""Books: small workbooks as a few words describe them, and what `chm import` makes of them."""

import io
from collections.abc import Mapping
from typing import Any

import openpyxl
from openpyxl.chart import BarChart
from openpyxl.comments import Comment

GIVEN = {
    "published": "2026-11-26", "kind": "training", "status": "announced", "confidence": "medium", "summary": "A course.", "host": "TH",
    "starts": "2026-03", "sources.0.url": "https://example.org/x", "sources.0.publisher": "Office", "sources.0.kind": "news",
    "sources.0.accessed": "2026-11-26",
}  # fmt: skip
"""What the rows of a book need not say."""


def workbook_of(book: Mapping[str, Any]) -> bytes:
    """An .xlsx file. book: `sheets` (rows by name; else `rows` of the sheet `trainings`), `comments` and `links` by cell,
    `merged` ranges, `charts` by cell, `hidden` rows (numbers), columns (letters) and sheets (names), `formats` of numbers by cell."""
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.worksheets[0])
    for name, rows in book.get("sheets", {"trainings": book.get("rows", [])}).items():
        sheet = workbook.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    first = workbook.worksheets[0]
    for cell, text in book.get("comments", {}).items():
        first[cell].comment = Comment(text, "Office")
    for cell, address in book.get("links", {}).items():
        first[cell].hyperlink = address
    for cell, number_format in book.get("formats", {}).items():
        first[cell].number_format = number_format
    for cell in book.get("charts", ()):
        first.add_chart(BarChart(), cell)
    for area in book.get("merged", ()):
        first.merge_cells(area)
    for hidden in book.get("hidden", ()):
        if isinstance(hidden, int):
            first.row_dimensions[hidden].hidden = True
        elif hidden in workbook.sheetnames:
            workbook[hidden].sheet_state = "hidden"
        else:
            first.column_dimensions[hidden].hidden = True
    content = io.BytesIO()
    workbook.save(content)
    return content.getvalue()

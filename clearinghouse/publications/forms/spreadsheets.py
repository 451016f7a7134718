"""Spreadsheets: the table to fill in for `chm import`, with headings, a row of help, and the closed lists as drop-downs."""

import csv
import io
import re
import zipfile

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from clearinghouse.records.written.keys import leaves_of
from clearinghouse.records.written.template_rows import help_of, template_rows

LISTS = "lists"
"""The second sheet, which holds the drop-downs' choices: in a cell's own rule they may be no longer than 255 characters."""
HEADINGS, FIRST, LAST = 1, 4, 1003
"""Rows: the headings, below them help and an example, then those to fill in that have drop-downs."""
_ZIP_DAY = (1980, 1, 1, 0, 0, 0)


def template_csv(collection: str) -> bytes:
    """The headings, the help and an example, in UTF-8 with the mark by which spreadsheet programs know it."""
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows(template_rows(collection))
    return out.getvalue().encode("utf-8-sig")


def template_xlsx(collection: str) -> bytes:
    """The same as a workbook (ECMA-376). The same collection always gives the same bytes."""
    book = Workbook()
    sheet, lists = book.active, book.create_sheet(LISTS)
    assert sheet is not None
    sheet.title = collection
    rows = template_rows(collection)
    for row in rows:
        sheet.append(row)
    for number in range(1, len(rows[0]) + 1):
        column = sheet.column_dimensions[get_column_letter(number)]
        column.width = 28
        column.number_format = "@"  # as text: else a spreadsheet program makes a day of 2026-03, and a time of 12:30
        for row_number, font in ((HEADINGS, Font(bold=True)), (HEADINGS + 1, Font(italic=True)), (HEADINGS + 2, Font(italic=True))):
            cell = sheet.cell(row_number, number)
            cell.font, cell.alignment, cell.number_format = font, Alignment(wrap_text=True, vertical="top"), "@"
    sheet.freeze_panes = "A2"
    for number, leaf in enumerate(leaves_of(collection), start=1):
        choices = list(dict.fromkeys(leaf.key.choices.values()))
        if choices:
            letter = get_column_letter(number)
            for place, choice in enumerate(choices, start=1):
                lists.cell(place, number, choice)
            rule = DataValidation(type="list", formula1=f"{LISTS}!${letter}$1:${letter}${len(choices)}", allow_blank=True)
            rule.promptTitle, rule.prompt, rule.showInputMessage = leaf.label[:32], help_of(leaf)[:250], True
            rule.showErrorMessage = not leaf.key.many and leaf.key.type not in (
                "state",
                "member_state",
            )  # several are written with ; and a state also by its code
            rule.errorTitle, rule.error = "Not in the list", "Choose from the list, or leave the cell empty."
            rule.add(f"{letter}{FIRST}:{letter}{LAST}")
            sheet.add_data_validation(rule)
    written = io.BytesIO()
    book.save(written)
    return _timeless(written.getvalue())


def _timeless(content: bytes) -> bytes:
    """The workbook without the moment at which it was made, which openpyxl writes into its parts and its zip."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        for part in before.infolist():
            text = re.sub(rb"<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\1>", b"", before.read(part))
            after.writestr(zipfile.ZipInfo(part.filename, _ZIP_DAY), text, zipfile.ZIP_DEFLATED)
    return out.getvalue()

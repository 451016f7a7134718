"""Workbook: what is to be known of a table comes in with its rows; an XLSX file leaves (ECMA-376), small enough to be made at each build.

It has two sheets, the table and what is to be known of it. A text is a text there, never a formula, and stays one when somebody edits
it (`quotePrefix`). The same rows always give the same bytes. overrides/assets/taking/workbook.js makes the same in the browser.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

from clearinghouse.publications.downloads.files import About
from clearinghouse.publications.downloads.sheet import Value
from clearinghouse.publications.translation.texts import gettext
from clearinghouse.records.written.csv_text import FORMULA

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_OF_SHEETS = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NO_LETTER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML cannot hold."""
_PLAIN, _BOLD, _QUOTED = 0, 1, 2
"""Styles of cells, by their places in the workbook's list."""
_WIDTHS = (48, 20)
"""Of the first column and of the others, in characters."""
_STYLES = (
    f'<styleSheet xmlns="{_MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/>'
    '<name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill>'
    '<patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
    '<cellXfs count="3"><xf xfId="0"/><xf fontId="1" xfId="0" applyFont="1"/><xf xfId="0" quotePrefix="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)
_PARTS = {
    "[Content_Types].xml": (
        f'<Types xmlns="{_TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="{_OF_SHEETS}.worksheet+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_OF_SHEETS}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_OF_SHEETS}.styles+xml"/></Types>'
    ),
    "_rels/.rels": (
        f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/>'
        "</Relationships>"
    ),
    "xl/_rels/workbook.xml.rels": (
        f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="r1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="r2" Type="{_OFFICE}/worksheet" Target="worksheets/sheet2.xml"/>'
        f'<Relationship Id="r3" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>'
    ),
    "xl/styles.xml": _STYLES,
}
_OPENED = '<bookViews><workbookView activeTab="1"/></bookViews>'
"""A program shows the table first."""
_FIXED = (
    '<sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
    "</sheetView></sheetViews>"
)
"""The headings stay in sight."""
_DAY = (1980, 1, 1, 0, 0, 0)


def workbook(about: About, headings: Sequence[str], rows: Iterable[Sequence[Value]]) -> bytes:
    """The file of a table: first what is to be known of it, then the table."""
    known = [(label, value) for _, label, value in about.pairs()]
    names = "".join(
        f'<sheet name="{_text(name)}" sheetId="{number}" r:id="r{number}"/>'
        for number, name in enumerate((gettext("Source"), gettext("List")), 1)
    )
    parts = {
        **_PARTS,
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">{_OPENED}<sheets>{names}</sheets></workbook>',
        "xl/worksheets/sheet1.xml": _sheet(known, 2, first_bold=False),
        "xl/worksheets/sheet2.xml": _sheet([headings, *rows], len(headings), first_bold=True),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=3) as packed:
        for name, text in parts.items():
            packed.writestr(zipfile.ZipInfo(name, _DAY), _HEAD + text, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _sheet(rows: Iterable[Sequence[Value]], columns: int, *, first_bold: bool) -> str:
    first, others = _WIDTHS if first_bold else (12, 90)
    of_others = f'<col min="2" max="{max(2, columns)}" width="{others}" customWidth="1"/>'
    widths = f'<cols><col min="1" max="1" width="{first}" customWidth="1"/>{of_others}</cols>'
    lines = "".join(
        f"<row>{''.join(_cell(value, is_bold=first_bold and number == 0) for value in row)}</row>" for number, row in enumerate(rows)
    )
    return f'<worksheet xmlns="{_MAIN}">{_FIXED if first_bold else ""}{widths}<sheetData>{lines}</sheetData></worksheet>'


def _cell(value: Value, *, is_bold: bool) -> str:
    if not isinstance(value, str):
        return f"<c><v>{value}</v></c>"
    style = _BOLD if is_bold else _QUOTED if value.startswith(FORMULA) else _PLAIN
    styled = f' s="{style}"' if style else ""
    return f'<c t="inlineStr"{styled}><is><t xml:space="preserve">{_text(value)}</t></is></c>'


def _text(text: str) -> str:
    """As XML holds it: a carriage return would be read as a line feed."""
    return escape(_NO_LETTER.sub("\N{REPLACEMENT CHARACTER}", text), {"\r": "&#13;", '"': "&quot;"})

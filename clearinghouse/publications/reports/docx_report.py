"""Word: a report comes in, a .docx file (ECMA-376) leaves: the same bytes for the same report.

Headings, tables with repeated header rows, title and language are marked as such, so that a screen reader finds its way. Pages are
A4 on their side, since tables have up to seven columns.
"""

import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import cache
from html import escape
from math import sqrt

from docx import Document
from docx.document import Document as Word
from docx.enum.section import WD_ORIENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt

from clearinghouse.publications.reports.report import Report, Row, Table
from clearinghouse.publications.words import truncated

LANGUAGE = "en-GB"
LONGEST_TITLE = 255
"""In letters: Word holds no longer one among the properties of a file."""
_OWN = ("word/document.xml", "word/footer1.xml", "docProps/core.xml")
"""The parts of a file that tell of one report."""
_STYLES = ("Title", "heading 1", "caption", "footer", "Table Grid")
"""Those that a report has, by the names that Word knows them by; with these stay those on which they are based, and those of any text."""
_UNUSED = ("stylesWithEffects", "numbering", "customXml", "webSettings", "fontTable", "theme", "thumbnail")
"""The parts of the library's own document that nothing in a report needs, by the end of their relation's type."""
_MAJOR, _MINOR = "Calibri", "Cambria"
"""The fonts of headings and of texts."""
_ZIP_DAY = (1980, 1, 1, 0, 0, 0)
_HEIGHT, _WIDTH, _MARGIN = Mm(210), Mm(297), Mm(16)
_TEXT_WIDTH = (_WIDTH - 2 * _MARGIN) // Pt(1) * 20
"""Between the margins, in the twentieths of a point in which Word counts."""


def docx_report(report: Report) -> bytes:
    """The report as a text document; its sources are numbered notes at the end."""
    word, same = _blank()
    _set_properties(word, report)
    _set_title_on_pages(word, report)
    word.element.body.clear_content()
    body = parse_xml(f"<w:body {nsdecls('w')}>{''.join(_body(report, word))}</w:body>")
    for part in list(body):
        word.element.body.sectPr.addprevious(part)
    own = {part.partname.membername: part.blob for part in word.part.package.iter_parts() if part.partname.membername in _OWN}
    return _timeless({**same, **own})


def _body(report: Report, word: Word) -> Iterator[str]:
    """Its text. It is written as XML (ECMA-376, Part 1, §17.3 and §17.4): part by part, the library takes two to three times as long."""
    title, heading = word.styles["Title"].style_id, word.styles["Heading 1"].style_id
    yield _paragraph(report.title, title)
    yield _paragraph(report.lead)
    for section in report.sections:
        yield _paragraph(section.title, heading)
        yield from map(_paragraph, section.paragraphs)
        if section.table:
            yield from _table(section.table, word)
    if report.notes:
        yield _paragraph("Sources", heading)
        for number, note in enumerate(report.notes, start=1):
            yield _paragraph(f"[{number}] {note.text}: {note.url}")


def _paragraph(text: str, style: str = "") -> str:
    styled = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{styled}<w:r><w:t>{escape(text)}</w:t></w:r></w:p>"


@cache
def _blank() -> tuple[Word, Mapping[str, bytes]]:
    """A document that each report fills anew, and all parts of its file: most of them are the same in each, and take long to write."""
    word = Document()
    for language in word.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), LANGUAGE)
    word.styles["Normal"].font.size = Pt(9)
    page = word.sections[0]
    page.orientation, page.page_width, page.page_height = WD_ORIENT.LANDSCAPE, _WIDTH, _HEIGHT
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = _MARGIN
    page.footer.is_linked_to_previous = False
    _leave_out_what_nothing_uses(word)
    _name_fonts(word)
    written = io.BytesIO()
    word.save(written)
    with zipfile.ZipFile(written) as parts:
        return word, {name: parts.read(name) for name in parts.namelist()}


def _name_fonts(word: Word) -> None:
    """By the names that the theme has for them, so that no report needs one."""
    for fonts in word.styles.element.iter(qn("w:rFonts")):
        name = _MAJOR if fonts.get(qn("w:asciiTheme"), "").startswith("major") else _MINOR
        fonts.attrib.clear()
        for letters in ("w:ascii", "w:hAnsi"):
            fonts.set(qn(letters), name)


def _leave_out_what_nothing_uses(word: Word) -> None:
    """Most styles, all styles once more for programs of 2007, lists, a picture: most of the file. Programs have styles of these names
    themselves, for whoever writes on in a report."""
    styles = {style.get(qn("w:styleId")): style for style in word.styles.element.findall(qn("w:style"))}
    needed = {key for key, style in styles.items() if style.get(qn("w:default")) or style.find(qn("w:name")).get(qn("w:val")) in _STYLES}
    while others := {other for key in needed for other in _named(styles[key])} - needed:
        needed |= others
    for key in styles.keys() - needed:
        word.styles.element.remove(styles[key])
    for latent in word.styles.element.findall(qn("w:latentStyles")):
        word.styles.element.remove(latent)
    for relations in (word.part.rels, word.part.package.rels):
        for key in [key for key, one in relations.items() if one.reltype.endswith(_UNUSED)]:
            del relations[key]


def _named(style: BaseOxmlElement) -> Iterator[str]:
    """The styles on which a style is based, and which go with it."""
    for tag in ("w:basedOn", "w:link", "w:next"):
        if (other := style.find(qn(tag))) is not None:
            yield other.get(qn("w:val"))


def _set_properties(word: Word, report: Report) -> None:
    properties = word.core_properties
    title = truncated(report.title, LONGEST_TITLE)[:LONGEST_TITLE]  # one word may be longer than that
    properties.title, properties.language, properties.author, properties.comments = title, LANGUAGE, "", ""
    properties.created = properties.modified = datetime.fromisoformat(report.day)


def _set_title_on_pages(word: Word, report: Report) -> None:
    foot = word.sections[0].footer.paragraphs[0]
    foot.clear()
    foot.text = f"{report.title}, page "
    foot._p.append(parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>'))


def _widths(labels: Sequence[str], rows: Sequence[Sequence[str]]) -> list[int]:
    """The widths of columns: one with four times as much text is twice as wide, with room for the longest word of its heading besides."""
    columns = list(zip(labels, *rows, strict=True))
    shares = [sqrt(sum(map(len, column)) / len(column)) + max(map(len, column[0].split())) / 2 for column in columns]
    return [int(_TEXT_WIDTH * share / sum(shares)) for share in shares]


def _table(table: Table, word: Word) -> Iterator[str]:
    """With its labels repeated on each page."""
    labels = (*table.columns, "Sources") if table.has_notes else table.columns
    yield _paragraph(table.caption, word.styles["Caption"].style_id)
    style = f'<w:tblStyle w:val="{word.styles["Table Grid"].style_id}"/><w:tblW w:w="5000" w:type="pct"/><w:tblLayout w:type="fixed"/>'
    texts = [(*row.cells, *((_cited(row),) if table.has_notes else ())) for row in table.rows]
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in _widths(labels, texts))
    rows = [_row(labels, "<w:b/>", "<w:tblHeader/>"), *map(_row, texts)]
    yield f"<w:tbl><w:tblPr>{style}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"


def _cited(row: Row) -> str:
    return " ".join(f"[{number}]" for number in row.notes) or "none"


def _row(texts: Iterable[str], weight: str = "", about: str = "") -> str:
    """A row in eight points, which Word counts in halves. It stands on one page."""
    run = f'<w:rPr>{weight}<w:sz w:val="16"/></w:rPr>'
    cells = (f'<w:tc><w:p><w:r>{run}<w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p></w:tc>' for text in texts)
    return f"<w:tr><w:trPr><w:cantSplit/>{about}</w:trPr>{''.join(cells)}</w:tr>"


def _timeless(parts: Mapping[str, bytes]) -> bytes:
    """The file without the moment at which it was made, which would stand in its zip."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(zipfile.ZipInfo(name, _ZIP_DAY), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()

"""The report as a text document, read back by python-docx."""

import io
from dataclasses import replace
from datetime import date
from functools import cache

import pytest
from docx import Document
from docx.oxml.ns import qn

from clearinghouse.catalogue.years.year import Year
from clearinghouse.publications.reports.contents import report_of
from clearinghouse.publications.reports.docx_report import LANGUAGE, LONGEST_TITLE, docx_report
from clearinghouse.publications.reports.report import Report
from tests.support.publications.giving_out import true


@cache
def report() -> Report:
    """One with all sections."""
    return report_of(Year(true(date(2026, 11, 21)), 2019))


@cache
def content() -> bytes:
    """It as a document."""
    return docx_report(report())


def test_headings_tables_and_notes_are_read_back() -> None:
    """Each section is a heading, each table has a header row that is repeated, and each source is a numbered note."""
    word = Document(io.BytesIO(content()))
    assert [text.text for text in word.paragraphs if text.style and text.style.name == "Heading 1"] == [
        section.title for section in report().sections
    ] + ["Sources"]
    for drawn, (_, table) in zip(word.tables, report().tables, strict=True):
        assert tuple(cell.text for cell in drawn.rows[0].cells)[: len(table.columns)] == table.columns
        assert drawn.rows[0]._tr.xpath("w:trPr/w:tblHeader")
        assert [tuple(cell.text for cell in row.cells)[: len(table.columns)] for row in drawn.rows[1:]] == [row.cells for row in table.rows]
    notes = [text.text for text in word.paragraphs if text.text.startswith("[")]
    assert notes == [f"[{number}] {note.text}: {note.url}" for number, note in enumerate(report().notes, start=1)]


def test_tables_fit_on_pages_that_lie_on_their_side() -> None:
    """No row goes over the end of a page, and more text has more room: a number's column is narrower than that of what was done."""
    word = Document(io.BytesIO(content()))
    size, margins = (word.element.body.sectPr.find(qn(name)) for name in ("w:pgSz", "w:pgMar"))
    width, height, left, right = (int(part.get(qn(name))) for part, name in
                                  ((size, "w:w"), (size, "w:h"), (margins, "w:left"), (margins, "w:right")))  # fmt: skip
    assert width > height
    widths = [[int(column.get(qn("w:w"))) for column in table._tbl.tblGrid] for table in word.tables]
    assert all(sum(columns) <= width - left - right for columns in widths)
    assert all(row._tr.xpath("w:trPr/w:cantSplit") for table in word.tables for row in table.rows)
    _, records, done, *_ = widths[0]
    assert records * 2 < done


def test_title_and_language_are_set() -> None:
    """For programs that read it aloud, and for lists of files."""
    word = Document(io.BytesIO(content()))
    assert (word.core_properties.title, word.core_properties.language) == ("Annual report 2019", LANGUAGE)
    assert {language.get(qn("w:val")) for language in word.styles.element.iter(qn("w:lang"))} == {LANGUAGE}


@pytest.mark.parametrize("title", ["ការហ្វឹកហ្វឺន " * 40, "W" * 256, "W" * 255, "Plan, activity 1.1.1: " + "ก" * 300])
def test_a_long_title_is_cut_among_the_properties_alone(title: str) -> None:
    """Word holds no longer one there; on the page it stands whole."""
    word = Document(io.BytesIO(docx_report(replace(report(), title=title.strip()))))
    kept = word.core_properties.title
    assert 0 < len(kept) <= LONGEST_TITLE
    assert title.startswith(kept.removesuffix("…"))
    assert title.strip() in word.sections[0].footer.paragraphs[0].text


def test_the_same_report_gives_the_same_bytes() -> None:
    """Whenever it is made."""
    assert docx_report(report()) == content()

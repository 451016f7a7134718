"""A real word processor: LibreOffice (Debian's `libreoffice-writer`) opens a report, and finds all of its text."""

import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from clearinghouse.catalogue.years.year import Year
from clearinghouse.publications.reports.contents import report_of
from clearinghouse.publications.reports.docx_report import docx_report
from tests.support.publications.giving_out import true
from tests.support.running import LONGEST


@pytest.mark.long
def test_libreoffice_opens_a_report(tmp_path: Path) -> None:
    """Headings, cells and notes stand in what it saves as text."""
    program = shutil.which("soffice")
    assert program, "this test needs LibreOffice: `apt install --no-install-recommends libreoffice-writer`"
    report = report_of(Year(true(date(2026, 11, 21)), 2019))
    (tmp_path / "report.docx").write_bytes(docx_report(report))
    command = [program, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to", "txt:Text (encoded):UTF8"]
    subprocess.run([*command, "--outdir", tmp_path, tmp_path / "report.docx"], check=True, capture_output=True, timeout=LONGEST)
    assert (tmp_path / "report.txt").exists(), "LibreOffice has no Writer here: `apt install --no-install-recommends libreoffice-writer`"
    text = (tmp_path / "report.txt").read_text("utf-8-sig")
    assert all(section.title in text for section in report.sections)
    assert all(row.cells[0] in text for _, table in report.tables for row in table.rows)
    assert all(note.url in text for note in report.notes)

"""chm report: files of a year, or a clear word why there are none."""

from pathlib import Path

import pytest

from clearinghouse.world.browser.printing import pages_of
from tests.support.running import chm

DAY = ("--as-of", "2026-11-21")


def test_it_writes_a_document_and_tables(tmp_path: Path) -> None:
    """Of one state where it is asked for; what is there already is not replaced."""
    asked = ("report", "--year", "2019", "--country", "vn", "--out", tmp_path / "new", *DAY)
    result = chm(*asked)
    assert result.returncode == 0, result.stderr
    names = {path.name for path in (tmp_path / "new").iterdir()}
    assert {"report-2019-vn.docx", "report-2019-vn-trainings.csv"} <= names
    assert {line.rpartition("/")[2] for line in result.stdout.splitlines()} == names
    again = chm(*asked)
    assert again.returncode == 2
    assert "Traceback" not in again.stderr


@pytest.mark.long
def test_it_prints_a_pdf_file(tmp_path: Path) -> None:
    """With the title, tagged."""
    result = chm("report", "--year", "2019", "--country", "LA", "--format", "pdf", "--out", tmp_path, *DAY)
    assert result.returncode == 0, result.stderr
    content = (tmp_path / "report-2019-la.pdf").read_bytes()
    assert content.startswith(b"%PDF-")
    assert b"/MarkInfo" in content
    assert pages_of(content) > 1


@pytest.mark.parametrize(("asked", "words"), [
    (("--year", "2027"), "there is no report of 2027: name a year from 2016 to 2026"),
    pytest.param(("--year", "2015"), "there is no report of 2015: name a year from 2016 to 2026", marks=pytest.mark.long),
    pytest.param(("--year", "next"), "not a valid integer", marks=pytest.mark.long),
    pytest.param(("--year", "2019", "--country", "XX"), "'XX' is not one of", marks=pytest.mark.long),
])  # fmt: skip
def test_what_there_is_no_report_of_is_said(asked: tuple[str, ...], words: str, tmp_path: Path) -> None:
    """With the years or states that may be named; nothing is written."""
    result = chm("report", *asked, "--out", tmp_path / "new", *DAY)
    assert result.returncode == 2
    assert words in result.stderr
    assert not (tmp_path / "new").exists()

"""A real spreadsheet program: LibreOffice (Debian's `libreoffice-calc`) opens the workbook of a list, and finds all that it holds."""

import csv
import io
import shutil
import subprocess
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from clearinghouse.publications.downloads.files import About
from clearinghouse.publications.downloads.workbook import workbook
from tests.support.running import LONGEST

TEXTS = (
    "=1+1",
    "+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1",
    "two\nlines",
    'said "no", twice',
    "<b>&amp;",
    "ករណី ລາວ",
    "\u202bعربى\u202c",
    "2026-03",
    "007",
)


@pytest.mark.long
def test_libreoffice_finds_what_a_workbook_holds(tmp_path: Path) -> None:
    """No text is a formula, a day or a number; a number below zero is one. What is to be known of the list stands on the first sheet."""
    program = shutil.which("soffice")
    assert program, "this test needs LibreOffice: `apt install --no-install-recommends libreoffice-calc`"
    about = About("Trainings", "=odd", "https://site.example/trainings/", date(2026, 3, 10), "Country: Viet Nam")
    rows = [(text, number) for text, number in zip(TEXTS, (-1, Decimal("-1.5"), *range(1000)), strict=False)]
    (tmp_path / "list.xlsx").write_bytes(workbook(about, ("What", "How many"), rows))
    kind = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
    command = [program, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to", kind]
    subprocess.run([*command, "--outdir", str(tmp_path), str(tmp_path / "list.xlsx")], check=True, capture_output=True, timeout=LONGEST)
    known, table = (_read(tmp_path / f"list-{name}.csv") for name in ("Source", "List"))
    assert known == [[label, value] for _, label, value in about.pairs()]
    assert table == [["What", "How many"], *([text, str(number)] for text, number in rows)]


def _read(path: Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO(path.read_text("utf-8"), newline="")))

"""A real spreadsheet program: what LibreOffice (Debian's `libreoffice-calc`) saves means what it was made from."""

import shutil
import subprocess
from pathlib import Path

import pytest

from clearinghouse.publications.forms.spreadsheets import template_xlsx
from tests.laws.conftest import ImportFile
from tests.laws.test_tables_accounted import ANSWERS, ODD
from tests.support.reading.agenda_accounts import Report
from tests.support.reading.books import workbook_of
from tests.support.reading.table_accounts import unaccounted
from tests.support.running import LONGEST

BOOKS = {f"{name.replace(' ', '-')}.xlsx": workbook_of(book) for name, (book, _) in ODD.items() if name != "escapes"}
"""LibreOffice takes an escape such as `_x0041_` for its seven characters, where the standard and Excel do not."""


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The odd workbooks and the template, opened by LibreOffice and saved by it once more: as .xlsx, and their first sheets as .csv."""
    program = shutil.which("soffice")
    assert program, "this test needs LibreOffice: `apt install --no-install-recommends libreoffice-calc`"
    folder = tmp_path_factory.mktemp("libreoffice")
    for name, content in {**BOOKS, "template.xlsx": template_xlsx("trainings")}.items():
        (folder / name).write_bytes(content)
    for kind in ("xlsx", "csv:Text - txt - csv (StarCalc):44,34,76"):
        command = [program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", kind]
        files = sorted(folder.glob("*.xlsx"))
        subprocess.run([*command, "--outdir", str(folder / "saved"), *map(str, files)], check=True, capture_output=True, timeout=LONGEST)
    return folder / "saved"


@pytest.mark.long
@pytest.mark.parametrize("name", BOOKS)
def test_what_it_saves_as_a_workbook_is_imported_as_before(name: str, saved: Path, imported_file: ImportFile) -> None:
    """The same records and the same problems; and all that it wrote is accounted for."""
    content = (saved / name).read_bytes()
    before, after = imported_file(name, BOOKS[name], ANSWERS), imported_file(name, content, ANSWERS)
    status, report, records = after
    assert (status, _codes(report), records) == (before[0], _codes(before[1]), before[2])
    assert unaccounted(name, content, report, records) == []


@pytest.mark.long
@pytest.mark.parametrize("name", BOOKS)
def test_what_it_saves_as_csv_is_accounted_for(name: str, saved: Path, imported_file: ImportFile) -> None:
    """Cells as it shows them, formulas reckoned."""
    content = (saved / name).with_suffix(".csv").read_bytes()
    _, report, records = imported_file("table.csv", content, ANSWERS)
    assert unaccounted("table.csv", content, report, records) == []


@pytest.mark.long
def test_the_template_that_it_saves_says_nothing_new(saved: Path, imported_file: ImportFile) -> None:
    """Its drop-downs still name the sheet of choices, and its comments are its own."""
    assert imported_file("template.xlsx", (saved / "template.xlsx").read_bytes(), ANSWERS) == (0, [], [])


def _codes(report: Report) -> list[str]:
    return sorted(problem["code"] for problem in report)

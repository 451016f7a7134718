"""Tables: spreadsheets, CSV files and agendas as people have them, and what is told of their mistakes.

Each folder of `tables/` holds a table that is wrong, with the report that its author gets. After a wanted change of
words run this file with CHM_REMAKE=1, and read what changed as a focal point would.
"""

import csv
import io
import os
import re
import shutil
import zipfile
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from clearinghouse.commands.shell import main
from clearinghouse.problems.problem import Refusal
from clearinghouse.problems.report import report
from clearinghouse.reading.intake.tables import LONGEST_CELL, MOST_COLUMNS, MOST_ROWS, Table, notation, of_csv
from clearinghouse.reading.intake.workbooks.packages import LARGEST_UNPACKED
from clearinghouse.reading.intake.workbooks.table import of_xlsx
from clearinghouse.records.collection import COLLECTIONS
from tests.support.running import ROOT

TABLES = Path(__file__).parent / "tables"
FOR_AGENDAS = (
    "kind=training",
    "status=announced",
    "confidence=high",
    "sources.0.publisher=O",
    "sources.0.kind=agenda",
    "sources.0.accessed=2026-03-01",
)


def workbook(rows: Sequence[Sequence[Any]], formats: dict[str, str] | None = None, sheet: str = "trainings") -> bytes:
    """An .xlsx file made by openpyxl. formats: number formats by cell."""
    book = Workbook()
    page = book.active
    assert page is not None
    page.title = sheet
    for row in rows:
        page.append(list(row))
    for cell, number_format in (formats or {}).items():
        page[cell].number_format = number_format
    return saved(book)


def saved(book: Workbook) -> bytes:
    """The bytes of a workbook."""
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def typed(text: str) -> Any:
    """What a spreadsheet program makes of a text that somebody types."""
    return text == "TRUE" if text in ("TRUE", "FALSE") else int(text) if text.isdecimal() else text


def texts(table: Table) -> list[list[str]]:
    """The rows of a table as texts."""
    return [[cell.text for cell in row.cells.values()] for row in table.rows]


@pytest.mark.parametrize("name", sorted(path.name for path in TABLES.iterdir()))
def test_each_mistake_is_told_by_row_and_column(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The report, to the letter; nothing is written."""
    folder = tmp_path / name
    shutil.copytree(TABLES / name, folder)
    shutil.copytree(ROOT / "tests" / "living", folder / "data")
    monkeypatch.chdir(folder)
    [file] = [path.name for path in folder.iterdir() if path.suffix in (".csv", ".ics")]
    if file == "workbook.csv":
        rows = [[typed(cell) for cell in row] for row in csv.reader(Path(file).read_text(encoding="utf-8").splitlines())]
        file = "workbook.xlsx"
        Path(file).write_bytes(workbook(rows))
    before = sorted(folder.rglob("*"))
    given = [part for pair in FOR_AGENDAS for part in ("--set", pair)] if file.endswith(".ics") else []
    into = Path(file).stem if Path(file).stem in COLLECTIONS else "trainings"
    status = main(["import", file, "--into", into, "--data", "data", "--as-of", "2026-03-10", *given])
    output = capsys.readouterr().out
    if os.environ.get("CHM_REMAKE"):
        (TABLES / name / "expected.txt").write_text(output, encoding="utf-8")
    assert output == (TABLES / name / "expected.txt").read_text(encoding="utf-8")
    assert status == 1
    assert sorted(folder.rglob("*")) == before


@pytest.mark.parametrize(
    "content",
    [
        b"Title,Place\r\nPatrol,Vinh\r\n",
        b"\xef\xbb\xbfTitle;Place\nPatrol;Vinh\n",
        b"Title\tPlace\nPatrol\tVinh",
        b'\n,,\n"Title",\t"Place"\n"Patrol","Vinh"',
        b'"Title; a, b";Place\nPatrol;Vinh',
        b"sep=;\r\nTitle, or so, or;Place\r\nPatrol;Vinh\r\n",
    ],
    ids=["commas", "a byte order mark and semicolons", "tabs", "empty rows above", "the other sign in a quoted heading", "a named sign"],
)
def test_a_csv_file_is_read_as_spreadsheet_programs_write_it(content: bytes) -> None:
    """The sign between cells is found out."""
    assert texts(of_csv("x.csv", content)) == [["Patrol", "Vinh"]]


def test_a_cell_knows_its_place() -> None:
    """Counted as a spreadsheet counts: a cell of several lines is one row, an empty row is one too."""
    table = of_csv("x.csv", b'Title,Note\n\n"two\nlines",x\ny,z\n# aside,x\n#5 course\n#\n')
    assert [(cell.where, row.number) for row in table.rows for cell in row.cells.values()] == [
        ("A3", 3),
        ("B3", 3),
        ("A4", 4),
        ("B4", 4),
        ("A6", 6),
    ]
    assert [row.number for row in table.aside] == [5, 7]
    assert [notation(1, column) for column in (1, 26, 27, 52, 53, 702, 703)] == ["A1", "Z1", "AA1", "AZ1", "BA1", "ZZ1", "AAA1"]


def test_typed_cells_become_what_they_show() -> None:
    """Dates as precise as they are shown: a spreadsheet makes a day of `2026-03`, and nobody wrote that day."""
    cells: list[tuple[Any, str, str]] = [
        (datetime(2026, 3, 2), "dd/mm/yyyy", "2026-03-02"),
        (date(2026, 3, 2), "d mmm", "2026-03-02"),
        (datetime(2026, 3, 1), "mmm-yy", "2026-03"),
        (datetime(2026, 3, 1), "[$-409]mmmm yyyy", "2026-03"),
        (datetime(2026, 1, 1), "yyyy", "2026"),
        (datetime(2026, 3, 2, 9, 30), "yyyy-mm-dd hh:mm", "2026-03-02 09:30"),
        (time(9, 0), "hh:mm", "09:00"),
        (timedelta(hours=16, minutes=30), "[h]:mm", "16:30"),
        (2026, "General", "2026"),
        (206.4, "General", "206.4"),
        (32.0, "0", "32"),
        (0.1 + 0.2, "General", "0.3"),
        (True, "General", "true"),
        ("2026-03", "@", "2026-03"),
        ("  text ", "General", "text"),
    ]
    formats = {notation(2, column): number_format for column, (_, number_format, _) in enumerate(cells, start=1)}
    content = workbook([["x"] * len(cells), [value for value, _, _ in cells]], formats)
    table = of_xlsx("x.xlsx", content, "trainings")
    assert texts(table) == [[text for _, _, text in cells]]
    assert not table.problems


def test_the_sheet_of_the_collection_is_read_else_the_first_one() -> None:
    """Also where a file claims to be smaller than it is."""
    book = Workbook()
    first, second = book.active, book.create_sheet("Trainings")
    assert first is not None
    first.append(["first"])
    first.append(["one"])
    second.append(["second"])
    second.append(["two"])
    assert texts(of_xlsx("x.xlsx", saved(book), "trainings")) == [["two"]]
    assert texts(of_xlsx("x.xlsx", saved(book), "workshops")) == [["one"]]
    lying = repacked(
        workbook([["Title"], ["one"], ["two"]]),
        "xl/worksheets/sheet1.xml",
        lambda text: re.sub(rb'<dimension ref="[^"]*"', b'<dimension ref="A1:A2"', text),
    )
    assert texts(of_xlsx("x.xlsx", lying, "trainings")) == [["one"], ["two"]]


def repacked(content: bytes, part: str, change: Any) -> bytes:
    """A workbook with one part changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        for member in before.infolist():
            after.writestr(member.filename, change(before.read(member)) if member.filename == part else before.read(member))
    return out.getvalue()


def bomb() -> bytes:
    """A small file that grows a thousandfold."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as parts:
        parts.writestr("xl/workbook.xml", b" " * (LARGEST_UNPACKED + 1))
    return out.getvalue()


SOUND = workbook([["Title"], ["x"]])
SHEET = "xl/worksheets/sheet1.xml"
ENTITIES = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
FAR_AWAY = b'r="99999999999"'
HARMLESS = {
    "a row that is far away": repacked(SOUND, SHEET, lambda text: text.replace(b'r="A2"', b"").replace(b'r="2"', FAR_AWAY)),
    "a style that is not there": repacked(SOUND, SHEET, lambda text: text.replace(b'r="A2"', b'r="A2" s="9999"')),
}  # fmt: skip
HOSTILE = {
    "no zip": b"PK\x03\x04 and no more",
    "an old workbook": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
    "nothing": b"",
    "a zip without a workbook": repacked(SOUND, "xl/workbook.xml", lambda text: b""),
    "a bomb": bomb(),
    "entities": repacked(SOUND, SHEET, lambda text: text.replace(b"<worksheet", ENTITIES + b"<worksheet", 1)),
    "entities in another encoding": repacked(SOUND, SHEET, lambda text: (ENTITIES + b"<worksheet/>").decode().encode("utf-16")),
    "another encoding": repacked(SOUND, SHEET, lambda text: b'<?xml version="1.0" encoding="cp037"?>' + text),
    "a string that is not there": repacked(SOUND, SHEET, lambda text: re.sub(rb't="inlineStr"><is><t>x</t></is>', b't="s"><v>9</v>', text)),
    "too many rows": workbook([["Title"], *([f"x{number}"] for number in range(MOST_ROWS + 1))]),
    "too many columns": workbook([["x"] * (MOST_COLUMNS + 1)]),
    "too long a cell": workbook([["Title"], ["x" * (LONGEST_CELL + 1)]]),
    "no rows": workbook([]),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_or_broken_workbook_ends_early(name: str) -> None:
    """With a problem that says what to do."""
    began = datetime.now()
    with pytest.raises(Refusal) as refused:
        of_xlsx("x.xlsx", HOSTILE[name], "trainings")
    assert refused.value.problem.code == "TABLE-001"
    assert refused.value.problem.allowed
    assert refused.value.problem.fix
    assert datetime.now() - began < timedelta(seconds=20)


@pytest.mark.parametrize("name", HARMLESS)
def test_what_cannot_be_in_a_workbook_does_no_harm(name: str) -> None:
    """A cell that no spreadsheet has is no cell; a style is looked up for numbers alone."""
    began = datetime.now()
    assert len(of_xlsx("x.xlsx", HARMLESS[name], "trainings").rows) <= 1
    assert datetime.now() - began < timedelta(seconds=20)


def test_rows_that_are_only_coloured_are_no_rows() -> None:
    """Spreadsheet programs write them down to the last one."""
    book = Workbook()
    page = book.active
    assert page is not None
    page.append(["Title"])
    page.append(["x"])
    page["A5000"].number_format = "@"
    assert texts(of_xlsx("x.xlsx", saved(book), "trainings")) == [["x"]]


@pytest.mark.parametrize(
    ("content", "code", "row"),
    [
        ("Title\nÉlan\n".encode("latin-1"), "FILE-001", 2),
        ("Title\nx\n".encode("utf-16"), "FILE-001", 1),
        (b'Title\nx\n"y" z\n', "TABLE-001", 3),
        (b"", "TABLE-001", 1),
        (b"\n \n,,\n", "TABLE-001", 1),
        (b"Title\n" + b"x\n" * (MOST_ROWS + 1), "TABLE-001", MOST_ROWS + 2),
        (b"Title\n" + b"x" * 200_000, "TABLE-001", 2),
        (b"Title\n\0\n", "", 0),
    ],
    ids=["latin-1", "utf-16", "a stray quote", "nothing", "nothing but signs", "too many rows", "too long a cell", "a null"],
)
def test_a_broken_csv_file_says_where(content: bytes, code: str, row: int) -> None:
    """And how to save it."""
    if not code:
        assert texts(of_csv("x.csv", content)) == [["\0"]]  # strict reading refuses it afterwards
        return
    with pytest.raises(Refusal) as refused:
        of_csv("x.csv", content)
    assert (refused.value.problem.code, refused.value.problem.line) == (code, row)
    assert "fix" in report([refused.value.problem], 1, "text")

"""chm import: rows of spreadsheets and events of agendas become files, all of them or none, and never in the place of others."""

import csv
import io
import json
import re
import shutil
import time
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from clearinghouse.commands.shell import main
from clearinghouse.publications.forms.spreadsheets import template_csv, template_xlsx
from clearinghouse.records.written.keys import leaves_of
from clearinghouse.world.terminal.answers import IMPORTED
from tests.support.patience import patient
from tests.support.running import ROOT

ROW = {
    "title": "Patrol: what to look for",
    "kind": "training",
    "status": "announced",
    "starts": "2026-03-02",
    "host": "Viet Nam",
    "audience": "Forest rangers; police",
    "summary": "Rangers practise.",
    "sources.0.url": "https://example.org/news",
    "sources.0.publisher": "Office of Examples",
    "sources.0.kind": "news",
    "sources.0.accessed": "2026-03-01",
    "confidence": "medium",
}
FILE = "trainings/vn-2026-03-patrol-what-look.yml"


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of the test's own, in the folder where the command runs."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / "tests" / "living", "data")
    return Path("data")


def csv_of(*rows: dict[str, str]) -> str:
    """Rows as a CSV file; the name of the file."""
    keys = list(dict.fromkeys(key for row in rows for key in row))
    lines = [keys, *([row.get(key, "") for key in keys] for row in rows)]
    text = "\n".join(",".join('"' + cell.replace('"', '""') + '"' for cell in line) for line in lines)
    Path("table.csv").write_text(text, encoding="utf-8")
    return "table.csv"


def chm_import(file: str, *others: str, as_of: str = "2026-03-10", into: str = "trainings") -> int:
    """Runs the command."""
    return main(["import", file, "--into", into, "--data", "data", "--as-of", as_of, *others])


def files(folder: Path) -> dict[Path, bytes]:
    """All files of a folder, hidden ones too."""
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_row_becomes_the_very_file_that_new_writes(data: Path) -> None:
    """From CSV and from a workbook, byte for byte."""
    pairs = [part for key, text in ROW.items() for part in ("--set", f"{key}={text}")]
    assert main(["new", "trainings", "--data", "data", "--as-of", "2026-03-10", *pairs, "--yes"]) == 0
    written = (data / FILE).read_bytes()
    assert b"audience_note: Forest rangers\n" in written
    assert b"published: 2026-03-10\n" in written
    (data / FILE).unlink()
    assert chm_import(csv_of(ROW)) == 0
    assert (data / FILE).read_bytes() == written
    (data / FILE).unlink()
    book = Workbook()
    page = book.active
    assert page is not None
    page.append(list(ROW))
    page.append(list(ROW.values()))
    book.save("table.xlsx")
    assert chm_import("table.xlsx") == 0
    assert (data / FILE).read_bytes() == written
    assert main(["check", str(data / FILE)]) == 0


def test_importing_again_changes_nothing(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Neither on another day; and a row that was added since is written."""
    table = csv_of(ROW)
    assert chm_import(table) == 0
    before = files(data)
    assert chm_import(table, as_of="2026-05-01") == 0
    assert "1 row: 1 there already" in capsys.readouterr().out
    assert files(data) == before
    assert chm_import(csv_of(ROW, {**ROW, "title": "Another one"})) == 0
    assert "2 rows: 1 written, 1 there already" in capsys.readouterr().out
    assert len(files(data)) == len(before) + 1


def test_a_record_that_was_mended_since_is_left_as_it_is(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And the author is told of it."""
    table = csv_of(ROW)
    assert chm_import(table) == 0
    (data / FILE).write_text((data / FILE).read_text(encoding="utf-8").replace("announced", "held"), encoding="utf-8")
    before = files(data)
    assert chm_import(table, "--partial") == 1
    assert "error TABLE-004 id" in capsys.readouterr().out
    assert files(data) == before


def test_nothing_is_written_unless_all_is_well_or_part_is_asked_for(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The sound rows then; the others are told all the same."""
    before = files(data)
    table = csv_of(ROW, {**ROW, "title": "Wrong", "starts": "2026-02-30"}, {**ROW, "title": "Nowhere", "serves": "poa-2016-2020/4.1.9"})
    assert chm_import(table) == 1
    output = capsys.readouterr().out
    assert "table.csv:3:4: error DATE-002 D3 starts" in output
    assert "table.csv:4:13: error REF-001 M4 serves.0" in output
    assert "2 with errors" in output
    assert files(data) == before
    assert chm_import(table, "--partial") == 1
    assert f"Written: data/{FILE}" in capsys.readouterr().out
    assert set(files(data)) - set(before) == {data / FILE}


def test_headings_that_are_wrong_stop_even_a_part(data: Path) -> None:
    """A column that nobody understands concerns every row."""
    before = files(data)
    assert chm_import(csv_of({**ROW, "Remarks": "x"}), "--partial") == 1
    assert files(data) == before
    assert chm_import(csv_of({**ROW, "# Remarks": "x"})) == 0


def test_an_agenda_is_imported_with_what_it_does_not_say(data: Path) -> None:
    """Whole days, hours with a zone; the second import finds all there."""
    Path("agenda.ics").write_bytes(
        "\r\n".join([
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x",
            "BEGIN:VEVENT", "UID:1", "DTSTAMP:20260101T000000Z", "DTSTART;VALUE=DATE:20260302", "DTEND;VALUE=DATE:20260307",
            "SUMMARY:Patrol course", "DESCRIPTION:Rangers practise.", "CATEGORIES:rangers", "END:VEVENT",
            "BEGIN:VEVENT", "UID:2", "DTSTAMP:20260101T000000Z", "DTSTART;TZID=Asia/Bangkok:20260402T090000",
            "DTEND;TZID=Asia/Bangkok:20260402T163000", "SUMMARY:Evidence course", "DESCRIPTION:Officers practise.", "END:VEVENT",
            "END:VCALENDAR", "",
        ]).encode("utf-8")
    )  # fmt: skip
    given = ["kind=training", "status=announced", "confidence=medium", "host=TH", "time.zone=Asia/Jakarta", "sources.0.url=https://example.org",
             "sources.0.publisher=Office", "sources.0.kind=agenda", "sources.0.accessed=2026-03-01"]  # fmt: skip
    options = [part for pair in given for part in ("--set", pair)]
    assert chm_import("agenda.ics", *options) == 0
    first, second = (
        (data / "trainings" / f"th-2026-{name}-course.yml").read_text(encoding="utf-8") for name in ("03-patrol", "04-evidence")
    )
    assert "starts: 2026-03-02\nends: 2026-03-06\nhost: TH\naudience:\n  - rangers\n" in first
    assert "time:\n" not in first
    assert "starts: 2026-04-02\ntime:\n  from: 09:00\n  to: 16:30\n  zone: Asia/Bangkok\n" in second
    before = files(data)
    assert chm_import("agenda.ics", *options) == 0
    assert files(data) == before


@pytest.mark.parametrize("collection", IMPORTED)
def test_the_template_can_be_filled_in_and_imported(data: Path, collection: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Its own help and example are left out; what is chosen from its drop-downs is understood."""
    assert main(["import", "--into", collection, "--template"]) == 0
    book = load_workbook(f"{collection}.xlsx")
    page = book[collection]
    assert [cell.value for cell in page[1]] == next(csv.reader(Path(f"{collection}.csv").read_text(encoding="utf-8-sig").splitlines()))
    chosen = drop_downs(book)
    for number, leaf in enumerate(leaves_of(collection), start=1):
        if leaf.required or leaf.path in ("starts", "year"):
            choices = chosen.get(number)
            page.cell(4, number, choices[0] if choices else leaf.key.example.split("; ")[0])
    book.save("filled.xlsx")
    before = files(data)
    assert chm_import("filled.xlsx", into=collection) == 0, capsys.readouterr().out
    assert re.search("^3 rows.*: 1 written, 2 left out", capsys.readouterr().out, re.MULTILINE)
    [new] = set(files(data)) - set(before)
    assert main(["check", str(new)]) == 0


def drop_downs(book: Any) -> dict[int, list[str]]:
    """The choices of each column that has a drop-down."""
    page, choices_by_column = book.worksheets[0], {}
    for rule in page.data_validations.dataValidation:
        sheet, _, area = rule.formula1.partition("!")
        choices = [row[0].value for row in book[sheet][area.replace("$", "")]]
        choices_by_column[next(iter(rule.sqref.ranges)).min_col] = choices
    return choices_by_column


def test_the_template_shows_every_closed_list(data: Path) -> None:
    """As a list that refuses other words where one is chosen, and only helps where several are written."""
    book = load_workbook(io.BytesIO(template_xlsx("trainings")))
    chosen = drop_downs(book)
    leaves = dict(enumerate(leaves_of("trainings"), start=1))
    assert {leaves[number].path for number in chosen} == {leaf.path for leaf in leaves.values() if leaf.key.choices}
    by_path = {leaves[number].path: choices for number, choices in chosen.items()}
    assert by_path["kind"] == ["training", "training of trainers", "e-learning", "study visit"]
    assert "Rangers and protected areas" in by_path["audience"]
    assert "Thailand" in by_path["host"]
    for rule in book.worksheets[0].data_validations.dataValidation:
        leaf = leaves[next(iter(rule.sqref.ranges)).min_col]
        assert rule.showErrorMessage == (not leaf.key.many and leaf.key.type != "state"), leaf.path
    assert all(column.number_format == "@" for column in book.worksheets[0].column_dimensions.values())


@pytest.mark.long
def test_the_same_template_is_the_same_bytes() -> None:
    """It does not know when it was made."""
    first = template_xlsx("workshops")
    time.sleep(2.1)  # a zip counts in steps of two seconds
    assert template_xlsx("workshops") == first
    assert template_csv("workshops") == template_csv("workshops")


def test_a_template_never_takes_the_place_of_a_file(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It may have been filled in."""
    Path("mine.xlsx").write_bytes(b"mine")
    assert main(["import", "mine.xlsx", "--into", "trainings", "--template"]) == 2
    assert "mine.xlsx is there already" in capsys.readouterr().err
    assert Path("mine.xlsx").read_bytes() == b"mine"


def test_problems_can_be_had_as_json(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And nothing else is printed then."""
    assert chm_import(csv_of({**ROW, "starts": "soon"}), "--format", "json") == 1
    [problem] = json.loads(capsys.readouterr().out)["problems"]
    assert (problem["path"], problem["line"], problem["column"], problem["code"], problem["key"]) == (
        "table.csv",
        2,
        4,
        "DATE-001",
        "D2 starts",
    )
    assert chm_import(csv_of(ROW), "--format", "json") == 0
    assert json.loads(capsys.readouterr().out)["problems"] == []


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--into", "trainings"], "which file?"),
        (["x.csv", "--into", "legislation"], "nothing can be imported into legislation"),
        (["x.ods", "--into", "trainings"], "no .xlsx, .csv or .ics file"),
        (["x.csv", "--into", "trainings"], "cannot read x.csv"),
        (["x.ods", "--into", "trainings", "--template"], "no .xlsx or .csv file"),
        (["x.csv", "--into", "trainings", "--set", "titel=x"], "did you mean title?"),
    ],
)
def test_a_wrong_call_says_what_to_do(data: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], words: str) -> None:
    """In one line, with exit status 2."""
    assert main(["import", "--data", "data", *arguments]) == 2
    error = capsys.readouterr().err
    assert words in error
    assert error.count("\n") == 1


def test_a_large_file_is_told_in_a_line(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Before it is read."""
    Path("large.csv").write_bytes(b"x" * 5_000_001)
    assert chm_import("large.csv") == 1
    assert "error TABLE-001" in capsys.readouterr().out


@pytest.mark.long
def test_three_hundred_rows_are_imported_in_seconds(data: Path) -> None:
    """Each checked as a file of the folder."""
    began = time.monotonic()
    assert chm_import(csv_of(*({**ROW, "title": f"Course {number}", "starts": f"2026-{number % 12 + 1:02}"} for number in range(300)))) == 0
    assert time.monotonic() - began < patient(30)
    assert len(list((data / "trainings").glob("vn-2026-*-course-*.yml"))) == 300

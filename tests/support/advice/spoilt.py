"""Samples of advice on files that are too large, cannot be read, or hold too much."""

from collections.abc import Iterable

from clearinghouse.problems.problem import Problem, Refusal
from clearinghouse.reading.files.folder import DataFile
from clearinghouse.reading.intake.agendas.table import of_ics
from clearinghouse.reading.intake.rows import rows_of
from clearinghouse.reading.intake.tables import LONGEST_CELL, MOST_ROWS, of_csv
from clearinghouse.reading.intake.workbooks.table import of_xlsx
from clearinghouse.reading.typing.read import read
from clearinghouse.records.keys.shapes import MOST_IN_A_LIST
from tests.support import examples
from tests.support.advice.sample import Files, Sample
from tests.support.reading.books import GIVEN, workbook_of
from tests.support.reading.odd_agendas import Odd
from tests.support.reading.spoilt import SPOILT

_PATH = "trainings/th-2026-03-example.yml"
_SOUND = examples.yaml("trainings")
_ROW = "Course\n"
_TABLES: dict[str, tuple[str, bytes, bytes]] = {
    "TABLE_001_ROWS": ("rows.csv", f"title\n{_ROW * (MOST_ROWS + 1)}".encode(), b"title\nCourse\n"),
    "TABLE_001_CELLS": ("cells.csv", f"title,body\nCourse,{'w' * LONGEST_CELL}w\n".encode(), b"title,body\nCourse,w\n"),
    "TABLE_001_WORKBOOK": ("book.xlsx", b"no workbook", workbook_of({"rows": [["title"], ["Course"]]})),
    "TABLE_001_AGENDA": ("agenda.ics", b"no agenda\n", Odd("").content),
    "TABLE_001_EVENTS": ("agenda.ics", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", Odd("").content),
}


def spoilt() -> Iterable[Sample]:
    """All samples on files as such."""
    for case in SPOILT:
        yield Sample(case.name, case.code, case.files, [_file(_PATH, _SOUND.encode("utf-8"))], judge, _words(case.files))
    for kind, (name, before, after) in _TABLES.items():
        yield Sample(kind, kind, [_file(name, before)], [_file(name, after)], judge_table, before.decode("utf-8"))
    many = f"{_SOUND}organisers: [{', '.join(f'Office {number}' for number in range(MOST_IN_A_LIST + 1))}]\n".encode()
    yield Sample(
        "TYPE_001_MANY", "TYPE_001_MANY", [_file(_PATH, many)], [_file(_PATH, _SOUND.encode("utf-8"))], judge, many.decode("utf-8")
    )


def judge(files: Files) -> Iterable[Problem]:
    """Finds problems of files as `chm check` does."""
    return read(files).problems


def judge_table(files: Files) -> Iterable[Problem]:
    """Finds problems of a table as `chm import` does."""
    [file] = files
    try:
        if file.path.endswith(".xlsx"):
            table = of_xlsx(file.name, file.content, "trainings")
        else:
            table = of_ics(file.name, file.content, "trainings") if file.path.endswith(".ics") else of_csv(file.name, file.content)
    except Refusal as refusal:
        return [refusal.problem]
    return rows_of(table, "trainings", GIVEN, []).problems


def _file(path: str, content: bytes) -> DataFile:
    return DataFile(path, path, content)


def _words(files: Files) -> str:
    return " ".join(f"{file.path} {file.content.decode('utf-8', 'replace')}" for file in files)

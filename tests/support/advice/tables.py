"""Samples of advice on tables: a workbook or a CSV file, and what the office makes of it after the report.

A workbook is written as `tests.support.reading.books` describes one, in YAML, so that its words can be compared.
"""

from collections.abc import Iterable
from typing import Any

import yaml

from clearinghouse.problems.problem import Problem, Refusal
from clearinghouse.reading.files.folder import DataFile
from clearinghouse.reading.intake.rows import rows_of
from clearinghouse.reading.intake.tables import of_csv
from clearinghouse.reading.intake.workbooks.table import of_xlsx
from clearinghouse.records.collection import COLLECTIONS
from tests.support.advice.sample import Files, Sample
from tests.support.reading.books import GIVEN, workbook_of
from tests.support.running import ROOT

ADVICE: list[dict[str, Any]] = yaml.load((ROOT / "tests" / "problems" / "advice_tables.yml").read_text(encoding="utf-8"), yaml.CSafeLoader)


def tables() -> Iterable[Sample]:
    """All samples on tables."""
    for sample in ADVICE:
        before, after = (_file(sample[name], sample.get("into", "table")) for name in ("before", "after"))
        yield Sample(sample["kind"], sample["kind"], [before], [after], judge, str(sample.get("loses", "")), sample.get("leaves", ""))


def judge(files: Files) -> Iterable[Problem]:
    """Finds problems of tables as `chm import` does."""
    for file in files:
        try:
            is_csv = file.path.endswith(".csv")
            table = (
                of_csv(file.name, file.content)
                if is_csv
                else of_xlsx(file.name, workbook_of(yaml.load(file.content, yaml.CSafeLoader)), "trainings")
            )
        except Refusal as refusal:
            yield refusal.problem
        else:
            into = file.path.partition(".")[0]
            yield from rows_of(table, into if into in COLLECTIONS else "trainings", GIVEN, []).problems


def _file(written: str | bytes | dict[str, Any], name: str) -> DataFile:
    """A text, or octets where no text says them, is a CSV file; else a workbook."""
    if isinstance(written, dict):
        return DataFile("table.xlsx", "table.xlsx", yaml.safe_dump(written, allow_unicode=True).encode("utf-8"))
    return DataFile(f"{name}.csv", f"{name}.csv", written if isinstance(written, bytes) else written.encode("utf-8"))

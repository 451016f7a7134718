"""Gathered rows: a report that takes several rows of a table becomes one record, wherever its rows stand."""

from collections.abc import Sequence

from clearinghouse.reading.files.folder import DataFile
from clearinghouse.reading.intake.rows import Rows, rows_of
from clearinghouse.reading.intake.tables import of_csv

HEADINGS = "Reporting state,Kind,Period,Corrects,Line: scientific name,Line: quantity,Line: cases,Line: destination"
GIVEN = {
    "published": "2026-03-10", "title": "A report", "office": "Office", "summary": "A sum.", "confidence": "high",
    "sources.0.url": "https://example.org/r", "sources.0.publisher": "Office", "sources.0.kind": "government statistics",
    "sources.0.accessed": "2026-03-01", "lines.0.appendix": "II", "lines.0.specimen": "scales", "lines.0.unit": "kg",
}  # fmt: skip
"""What the rows need not say, also of each line."""


def read(*rows: str, files: Sequence[DataFile] = ()) -> Rows:
    """A table of these rows, for a folder that holds these files."""
    table = of_csv("table.csv", "\n".join([HEADINGS, *rows]).encode())
    return rows_of(table, "trade", GIVEN, files)


def test_rows_of_one_state_kind_and_period_are_one_report() -> None:
    """Wherever they stand and however they write these three; their order is that of the lines."""
    rows = read(
        "LA,seizures,2025,,Exemplum maius,2,,VN", "VN,seizures,2025,,Exemplum maius,5,,", "Laos,Seizures,2025,,Exemplum minus,3,1,TH; JP"
    )
    assert rows.problems == []
    assert [record.id for record in rows.new] == ["la-2025-seizures", "vn-2025-seizures"]
    first, second = rows.new[0].data["lines"]
    line = {"appendix": "II", "specimen": "scales", "unit": "kg"}
    assert first == {"scientific_name": "Exemplum maius", "quantity": "2", "destination": ["VN"], **line}
    assert second == {"scientific_name": "Exemplum minus", "quantity": "3", "cases": "1", "destination": ["TH", "JP"], **line}
    assert rows.tally(2, 0, of_csv("table.csv", f"{HEADINGS}\nLA\nVN\nLA".encode())) == "3 rows of 2 trade reports: 2 written"


def test_a_report_that_is_there_is_left_as_it_is() -> None:
    """Importing again changes nothing; other numbers are no change but a correction."""
    row = "LA,seizures,2025,,Exemplum maius,2,,"
    there = [DataFile(record.path, record.path, record.text.encode()) for record in read(row).new]
    assert (read(row, files=there).unchanged, read(row, files=there).problems) == (1, [])
    assert [problem.code for problem in read("LA,seizures,2025,,Exemplum maius,3,,", files=there).problems] == ["TABLE-004"]


def test_a_correction_gets_an_id_of_its_own() -> None:
    """It may be named in one of its rows, and a correction of a correction has the next number."""
    there = [DataFile(record.path, record.path, record.text.encode()) for record in read("LA,seizures,2025,,Exemplum maius,2,,").new]
    rows = ("LA,seizures,2025,la-2025-seizures,Exemplum maius,3,,", "LA,seizures,2025,,Exemplum minus,4,,")
    corrected = read(*rows, files=there)
    assert ([record.id for record in corrected.new], corrected.problems) == (["la-2025-seizures-2"], [])
    there += [DataFile(record.path, record.path, record.text.encode()) for record in corrected.new]
    again = read("LA,seizures,2025,la-2025-seizures-2,Exemplum maius,5,,", files=there)
    assert ([record.id for record in again.new], again.problems) == (["la-2025-seizures-3"], [])

"""The sheet of a proposal: what is written is read back, and nothing else is taken for a sheet."""

import json

import pytest

from clearinghouse.records.proposal_sheet import DECLINED, MAIL, Sheet, SheetProblem, sheet_of, sheet_text

WHOLE = Sheet(
    "CH-2026-0000-000J", "new", MAIL, ("trainings/th-2027-03-course",), "ក្រសួង", "kh-forests", "dkim", "2026-11-27", "2026-11-28", "km",
    (SheetProblem("trainings/th-2027-03-course", "starts", "DATE-002", "error", "a day", "write it"),),
    (("trainings/th-2027-03-course", "trainings/th-2027-03-other.yml"),), ("ab" * 32,), DECLINED, "It is there already.",
)  # fmt: skip


@pytest.mark.parametrize("sheet", [WHOLE, Sheet("CH-2026-0000-000J", "report", MAIL)])
def test_what_is_written_is_read_back(sheet: Sheet) -> None:
    """All of its parts, and those that are empty."""
    assert sheet_of(sheet_text(sheet).encode()) == sheet


@pytest.mark.parametrize(
    "change",
    [{"version": 2}, {"state": "gone"}, {"records": "x"}, {"records": [1]}, {"records": 5}, {"records": {}}, {"from": "someone"},
     {"problems": [{}]}, {"office": ["x"]},
     {"way": "air"}, {"duplicates": [["x"]]}],
    ids=str,
)  # fmt: skip
def test_what_is_none_is_not_taken_for_one(change: dict[str, object]) -> None:
    """Another version, unknown parts, and values of another type."""
    assert sheet_of(json.dumps(json.loads(sheet_text(WHOLE)) | change).encode()) is None


@pytest.mark.parametrize("content", [b"", b"[]", b"{", b"[" * 100_000, b"\xff"])
def test_what_is_no_json_object_is_none(content: bytes) -> None:
    """Whatever it is."""
    assert sheet_of(content) is None

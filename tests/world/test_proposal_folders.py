"""Proposals on disk: what is written is read back, whole or not at all, and never outside of its folder."""

import json
from pathlib import Path

import pytest

from clearinghouse.problems.problem import Problem
from clearinghouse.reading.files.folder import DataFile
from clearinghouse.reading.waiting.of_messages import Asked, asked_in, corrected, sheet_problems
from clearinghouse.records.proposal_sheet import RELAY, Sheet
from clearinghouse.world.failure import Failure
from clearinghouse.world.receiving import proposal_folders
from clearinghouse.world.receiving.proposal_folders import MESSAGE, proposal_in, references_in, write_proposal
from tests.support.plain import LIVING_DATA
from tests.support.running import ROOT

CASES = json.loads((ROOT / "tests/records/written/message_cases.json").read_text(encoding="utf-8"))["messages"]
FILES = [
    DataFile(path, path, (LIVING_DATA / path).read_bytes())
    for path in ("trainings/th-2026-03-crime-scene.yml", "pictures/th-2026-03-crime-scene.jpg")
]
REFERENCE = "CH-2026-0000-000J"
SHEET = Sheet(REFERENCE, "new", RELAY, ("trainings/th-x",), received="2026-11-27")


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_what_a_message_asks_for_is_written_and_read_back(tmp_path: Path, case: dict[str, str]) -> None:
    """Sheet, message and record."""
    asked = asked_in(case["text"], FILES, RELAY, "2026-11-27")
    assert isinstance(asked, Asked)
    texts = {MESSAGE: case["text"].encode(), **asked.texts}
    write_proposal(tmp_path / "proposals", asked.sheet, texts)
    waiting = proposal_in(tmp_path / "proposals", asked.sheet.reference)
    assert waiting
    assert (waiting.sheet, waiting.texts, waiting.message, waiting.records) == (asked.sheet, texts, case["text"], asked.texts)
    assert references_in(tmp_path / "proposals") == [asked.sheet.reference]


def test_a_text_without_a_message_or_with_two_says_so() -> None:
    """Nobody guesses which was meant."""
    for text in ("Dear editors", CASES[0]["text"] + CASES[1]["text"]):
        problems = asked_in(text, FILES, RELAY, "2026-11-27")
        assert isinstance(problems, list)
        assert [problem.code for problem in problems] == ["MSG-003"]


def test_a_new_message_takes_the_place_of_an_earlier_one_which_is_kept(tmp_path: Path) -> None:
    """And the same one again changes nothing."""
    for text in (b"first", b"second", b"second", b"third"):
        write_proposal(tmp_path, SHEET, {MESSAGE: text})
    waiting = proposal_in(tmp_path, REFERENCE)
    assert waiting
    assert waiting.texts == {MESSAGE: b"third", "message-1.txt": b"first", "message-2.txt": b"second"}
    later = Sheet(REFERENCE, "new", RELAY, received="2026-11-29", updated="2026-11-29", sums=("b",))
    both = corrected(Sheet(REFERENCE, "new", RELAY, received="2026-11-27", sums=("a",)), later)
    assert (both.received, both.updated, both.sums) == ("2026-11-27", "2026-11-29", ("a", "b"))


def test_a_proposal_is_written_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the disk is full at the last file, the earlier one stays as it was."""
    write_proposal(tmp_path, SHEET, {MESSAGE: b"first"})

    def full(_: Sheet) -> str:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(proposal_folders, "sheet_text", full)
    with pytest.raises(Failure, match="No space left"):
        write_proposal(tmp_path, SHEET, {MESSAGE: b"second"})
    waiting = proposal_in(tmp_path, REFERENCE)
    assert waiting
    assert waiting.texts == {MESSAGE: b"first"}


def test_nothing_is_written_or_read_outside_of_the_folder(tmp_path: Path) -> None:
    """Whatever a number or a path says, and wherever a link leads."""
    with pytest.raises(Failure, match="outside"):
        write_proposal(tmp_path / "proposals", SHEET, {"../../x": b""})
    with pytest.raises(Failure, match="no reference number"):
        write_proposal(tmp_path / "proposals", Sheet("../x", "new", RELAY), {})
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "proposals").mkdir()
    (tmp_path / "proposals" / REFERENCE).symlink_to(tmp_path / "elsewhere")
    assert references_in(tmp_path / "proposals") == []
    assert proposal_in(tmp_path / "proposals", REFERENCE) is None
    assert proposal_in(tmp_path / "proposals", "../elsewhere") is None


def test_problems_of_a_sheet_are_not_too_long() -> None:
    """Errors first, without what a terminal would obey."""
    problems = [Problem("x.yml", 1, 1, "A-001", "a", fix="x" * 500, severity="warning"), Problem("x.yml", 2, 1, "B-001", fix="\x1b[2J\n")]
    first, second = sheet_problems("trainings/x", problems)
    assert (first.code, first.fix) == ("B-001", "\\u001b[2J\\u000a")
    assert (second.code, len(second.fix)) == ("A-001", 300)

"""chm explain: the story behind a code."""

import pytest

from clearinghouse.commands.shell import main
from clearinghouse.problems.codes import CODES


@pytest.mark.parametrize("code", CODES)
def test_every_code_is_explained(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What the rule is, why it is there, and what to write instead."""
    assert main(["explain", code]) == 0
    title, empty, why, mend = capsys.readouterr().out.splitlines()
    assert title == f"{code}: {CODES[code].title}."
    assert empty == ""
    assert why == f"Why:  {CODES[code].why}"
    assert mend == f"Fix: {CODES[code].mend}"


def test_a_code_may_be_written_small(capsys: pytest.CaptureFixture[str]) -> None:
    """As people type."""
    assert main(["explain", "date-002"]) == 0
    assert capsys.readouterr().out.startswith("DATE-002: ")


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("DATE-02", "chm: there is no code DATE-02; did you mean DATE-002?\n"),
        ("DAT-002", "chm: there is no code DAT-002; did you mean DATE-002?\n"),
        ("xyz", "chm: there is no code xyz; `chm explain` lists all\n"),
        ("", "chm: there is no code ; `chm explain` lists all\n"),
    ],
)
def test_an_unknown_code_is_told_with_the_nearest(code: str, line: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit status 2, one line."""
    assert main(["explain", code]) == 2
    assert capsys.readouterr() == ("", line)


def test_without_a_code_all_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    """One a line, with what each is about."""
    assert main(["explain"]) == 0
    assert capsys.readouterr().out.splitlines() == [f"{code}  {explanation.title}" for code, explanation in CODES.items()]

"""Wrong records: each folder of `wrong/` is a small data folder that is wrong in one way, with the report that its author gets.

After a wanted change of words: `cd tests/reading/wrong/<name>`, then `chm check --data . > expected.txt`, and read what
changed as a focal point would, who is no programmer.
"""

import re
from pathlib import Path

import pytest

from clearinghouse.commands.shell import main
from clearinghouse.problems.changes import CHANGE_009
from clearinghouse.problems.codes import CODES
from clearinghouse.problems.intake.messages import MSG_006
from clearinghouse.problems.references import PROSE_001, PROSE_002, PROSE_003
from tests.support.reading.spoilt import SPOILT

WRONG = Path(__file__).parent / "wrong"
NAMES = sorted(folder.name for folder in WRONG.iterdir() if folder.is_dir())
_CODE = re.compile(r": (?:error|warning) ([A-Z]+-\d{3})\b")


def expected(name: str) -> str:
    """The report that stands beside a wrong folder."""
    return (WRONG / name / "expected.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_each_mistake_is_told_where_it_stands_and_how_to_mend_it(
    name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The report, to the letter; the exit status is 1 where it holds an error."""
    monkeypatch.chdir(WRONG / name)
    status = main(["check", "--data", "."])
    assert capsys.readouterr().out == expected(name)
    assert status == int(": error " in expected(name))


def test_every_code_is_provoked() -> None:
    """By a folder with a report beside it, or by a file that would not survive an editor; and none is told that cannot be explained."""
    reports = (path.read_text(encoding="utf-8") for path in Path(__file__).parents[1].rglob("expected.txt"))
    codes = {code for report in reports for code in _CODE.findall(report)} | {case.code for case in SPOILT}
    codes.add(CHANGE_009.code)  # of mkdocs.yml, which is in no data folder: tests/world/test_revision.py
    codes |= {kind.code for kind in (PROSE_001, PROSE_002, PROSE_003)}  # of content/, likewise: tests/site/test_prose.py
    codes.add(MSG_006.code)  # of mails, which are in no data folder either: tests/problems/test_advice.py
    assert sorted(codes) == sorted(CODES)


def test_problems_are_told_in_the_order_of_files_and_lines() -> None:
    """So that an author mends from top to bottom."""
    for name in NAMES:
        places = re.findall(r"^(\S.*?):(\d+):(\d+): (?:error|warning) ", expected(name), re.MULTILINE)
        assert places, name
        assert places == sorted(places, key=lambda place: (place[0], int(place[1]), int(place[2]))), name


def test_every_problem_says_what_to_write() -> None:
    """`allowed` and `fix` are never missing."""
    for name in NAMES:
        report = expected(name)
        problems = len(_CODE.findall(report))
        assert len(re.findall(r"^  allowed: \S", report, re.MULTILINE)) == problems, name
        assert len(re.findall(r"^  fix:     \S", report, re.MULTILINE)) == problems, name

"""Reports: problems for people, tools and GitHub, whatever strangers wrote into them."""

import json
import re
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from clearinghouse.problems.limit import MOST_PROBLEMS, first_problems
from clearinghouse.problems.problem import Problem, excerpt
from clearinghouse.problems.report import FORMATS, as_text, errors_in, report, tally

DATE = Problem(
    "data/trainings/vn-2026-01.yml",
    4,
    10,
    "DATE-002",
    "starts",
    "2026-02-30",
    "a real date",
    "February 2026 has 28 days; write e.g. 2026-02-28",
)
NAME = Problem("data/trainings/x.yml", 1, 1, "ID-004", "", "x", "<owner>-<yyyy>-<words>", "rename the file", "warning")
MISSING = Problem("data/trainings/vn-2026-01.yml", 1, 1, "KEY-002", "title", "", "the key `title`", "add `title: …`")
HOSTILE = "a\n::error file=x::b\r\x1b[31mred\x9b2J\u202edrow\u2028%0A%0D\u200e\ud800"


def test_a_problem_is_told_in_four_lines() -> None:
    """The first in the form that editors jump to."""
    assert as_text(DATE) == (
        "data/trainings/vn-2026-01.yml:4:10: error DATE-002 starts\n"
        '  found:   "2026-02-30"\n'
        "  allowed: a real date\n"
        "  fix:     February 2026 has 28 days; write e.g. 2026-02-28"
    )


def test_what_is_not_there_has_no_line() -> None:
    """Neither a key of the file as a whole nor a value that is missing."""
    assert as_text(replace(NAME, found="")).splitlines() == [
        "data/trainings/x.yml:1:1: warning ID-004", "  allowed: <owner>-<yyyy>-<words>", "  fix:     rename the file",
    ]  # fmt: skip
    assert "found" not in as_text(MISSING)


@pytest.mark.parametrize(
    ("problems", "files", "expected"),
    [
        ([], 0, "no problems in 0 files"),
        ([], 1, "no problems in 1 file"),
        ([DATE], 1, "1 error, 0 warnings in 1 of 1 file"),
        ([DATE, MISSING, NAME], 140, "2 errors, 1 warning in 2 of 140 files"),
        ([NAME], 12_345, "0 errors, 1 warning in 1 of 12,345 files"),
    ],
)
def test_the_tally_counts_errors_warnings_and_files(problems: list[Problem], files: int, expected: str) -> None:
    """As people count."""
    assert tally(problems, files) == expected
    assert report(problems, files, "text").endswith(expected)


def test_problems_stand_in_the_order_of_files_and_lines() -> None:
    """In every format."""
    text = report([NAME, DATE, MISSING], 3, "text")
    assert re.findall(r"(?:error|warning) (\S+)", text)[:3] == ["KEY-002", "DATE-002", "ID-004"]
    assert [item["code"] for item in json.loads(report([NAME, DATE, MISSING], 3, "json"))["problems"]] == ["KEY-002", "DATE-002", "ID-004"]
    assert re.findall(r"title=([A-Z]+-\d+)", report([NAME, DATE, MISSING], 3, "github")) == ["KEY-002", "DATE-002", "ID-004"]


def test_line_ten_stands_after_line_nine() -> None:
    """Lines are numbers."""
    lines = [replace(DATE, line=line) for line in (10, 9, 100)]
    assert re.findall(r"yml:(\d+):", report(lines, 1, "text")) == ["9", "10", "100"]


def test_only_errors_are_errors() -> None:
    """Warnings do not refuse a build."""
    assert errors_in([DATE, NAME, MISSING]) == 2


def test_json_tells_all_that_a_problem_holds() -> None:
    """And how many there are of each kind."""
    document = json.loads(report([DATE, NAME], 5, "json"))
    assert {key: document[key] for key in ("files", "errors", "warnings")} == {"files": 5, "errors": 1, "warnings": 1}
    assert document["problems"][0] == {
        "path": "data/trainings/vn-2026-01.yml", "line": 4, "column": 10, "severity": "error", "code": "DATE-002", "key": "starts",
        "found": "2026-02-30", "allowed": "a real date", "fix": "February 2026 has 28 days; write e.g. 2026-02-28",
    }  # fmt: skip


def test_github_gets_an_annotation_at_the_line() -> None:
    """A workflow command, its properties escaped."""
    first, last = report([replace(DATE, path="data/a,b:c.yml")], 1, "github").splitlines()
    assert first == (
        "::error file=data/a%2Cb%3Ac.yml,line=4,col=10,title=DATE-002 starts::"
        '  found:   "2026-02-30"%0A  allowed: a real date%0A  fix:     February 2026 has 28 days; write e.g. 2026-02-28'
    )
    assert last == "1 error, 0 warnings in 1 of 1 file"
    assert report([NAME], 1, "github").startswith("::warning file=")


def test_github_unescapes_nothing_that_was_found() -> None:
    """A per cent sign would let data write line ends of its own."""
    assert '"5%250A::error::x"' in report([replace(DATE, found="5%0A::error::x")], 1, "github")


def _is_visible(text: str) -> bool:
    return all(unicodedata.category(character)[0] != "C" and character not in "\u2028\u2029" for character in text)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("part", ["path", "key", "found", "allowed", "fix"])
def test_what_strangers_write_commands_nobody(form: str, part: str) -> None:
    """No new line, no workflow command, no escape of a terminal, no turn of direction: in whatever part it stands."""
    plain, lines = (report([problem], 1, form).split("\n") for problem in (DATE, replace(DATE, **{part: HOSTILE})))  # type: ignore[arg-type]  # mypy types no keys of a mapping
    assert len(lines) == len(plain)
    assert all(_is_visible(line) for line in lines)
    assert sum(line.startswith("::") for line in lines) == (form == "github")


@given(some.text(), some.text(), some.sampled_from(FORMATS))
def test_any_text_is_told_on_lines_that_can_be_seen(value: str, path: str, form: str) -> None:
    """As many as a plain one has; JSON stays JSON."""
    output = report([replace(DATE, found=value or "x", path=path)], 1, form)
    assert all(_is_visible(line) for line in output.split("\n"))
    assert output.count("\n") == report([DATE], 1, form).count("\n")
    assert form != "json" or json.loads(output)["problems"][0]["code"] == "DATE-002"


@given(some.text())
def test_what_was_found_is_cut_at_eighty_characters(text: str) -> None:
    """Before it is escaped; short texts that can be seen stay as they are."""
    cut = excerpt(text)
    assert len(text) > 80 or not _is_visible(text) or cut == text
    assert len(text) <= 80 or cut.endswith("…")
    assert len(cut) <= 80 * len("\\u10ffff")


def test_local_scripts_stay() -> None:
    """In what was found."""
    assert excerpt("ការបណ្តុះបណ្តាល ງານ งาน လုပ်ငန်း") == "ការបណ្តុះបណ្តាល ງານ งาน လုပ်ငန်း"


@pytest.mark.parametrize(
    ("number", "expected"),
    [(0, 0), (1, 1), (MOST_PROBLEMS, MOST_PROBLEMS), (MOST_PROBLEMS + 1, MOST_PROBLEMS + 1), (10_000, MOST_PROBLEMS + 1)],
)
def test_of_very_many_problems_the_first_are_told(number: int, expected: int) -> None:
    """And that there are more."""
    problems = first_problems((replace(DATE, line=line) for line in range(number)), number)
    assert len(problems) == expected
    if number > MOST_PROBLEMS:
        assert (problems[-1].code, problems[-1].found) == ("FILE-006", f"{number:,} problems")

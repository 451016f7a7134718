"""Spoilt files: what is told of each, and what is read though it looks spoilt."""

import pytest

from clearinghouse.problems.report import as_text
from clearinghouse.reading.typing.read import read
from clearinghouse.records.collections.training import Training
from tests.support.examples import yaml
from tests.support.reading.spoilt import PATH, SPOILT, Spoilt, file

SOUND = yaml("trainings", "place: Kui Buri", "registration:", "  deadline: 2026-02-15")


@pytest.mark.parametrize("spoilt", SPOILT, ids=lambda spoilt: spoilt.name)
def test_a_spoilt_file_is_told_with_a_place_and_a_remedy(spoilt: Spoilt) -> None:
    """On lines that hold nothing but what can be seen."""
    problems = [problem for problem in read(spoilt.files).problems if problem.code == spoilt.code]
    assert len(problems) == 1
    lines = as_text(problems[0]).splitlines()
    assert lines[0].startswith(spoilt.headline)
    assert (f'  found:   "{spoilt.finding}"' in lines) == bool(spoilt.finding)
    assert f"  fix:     {spoilt.fix}" in lines
    assert all(line.isprintable() for line in lines)


@pytest.mark.parametrize(
    "content",
    [
        SOUND.encode(),
        SOUND.replace("\n", "\r\n").encode(),
        SOUND.replace("\n", "\r").encode(),
        b"\xef\xbb\xbf" + SOUND.encode(),
        SOUND.rstrip("\n").encode(),
        ("---\n" + SOUND + "...\n").encode(),
    ],
    ids=["Unix", "Windows", "Macintosh", "byte order mark", "no last line end", "document marks"],
)
def test_line_ends_and_marks_of_editors_change_nothing(content: bytes) -> None:
    """A focal point may write with any editor."""
    reading = read([file(content)])
    assert reading.problems == ()
    record = reading.records["trainings"]["th-2026-03-crime-scene"]
    assert isinstance(record, Training)
    assert record.place == "Kui Buri"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_as_editors_count_them(end: str) -> None:
    """Whatever ends them."""
    (problem,) = read([file(yaml("trainings", "", "# a comment", "seats: many").replace("\n", end))]).problems
    assert (problem.path, problem.line, problem.column) == (f"data/{PATH}", 11, 8)


def test_columns_are_counted_in_characters() -> None:
    """Not in bytes: a Thai letter has three of them."""
    (problem,) = read(
        [file(yaml("trainings", "time: {zone: ICT, from: '09:00', to: '10:00'} # เวลา", "title_local: {th: งานป่า, xx: งาน}")[:-1])]
    ).problems[1:]
    assert (problem.code, problem.line, problem.column) == ("TERM-004", 10, 27)


def test_joiners_and_spaces_without_width_stay() -> None:
    """Khmer, Lao, Burmese and Thai need them to break lines."""
    local = "ភាសា\u200bខ្មែរ\u200d\u200c"
    record = read([file(yaml("trainings", f"title_local: {{km: {local}}}"))]).records["trainings"]["th-2026-03-crime-scene"]
    assert isinstance(record, Training)
    assert record.title_local["km"] == local


def test_what_cannot_be_seen_is_no_text() -> None:
    """A title of joiners alone is empty."""
    (problem,) = read([file(yaml("trainings", 'place: "\u200b\u200d"'))]).problems
    assert problem.code == "TEXT-001"


def test_samples_and_hidden_files_are_left_alone() -> None:
    """And so is what lies beside the collections, a README among it."""
    files = [file("?", path) for path in ("README.md", "trainings/_example.yml", ".git/config", "trainings/.x.yml.swp", "_notes/x.yml")]
    reading = read(files)
    assert reading.problems == ()
    assert reading.files == 0

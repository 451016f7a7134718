"""The bench: the same sound records every time, a line for each size, and figures that can be compared."""

import json
import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from clearinghouse.reading.typing.read import read
from clearinghouse.world.disk.data_folder import data_files
from tests.support.running import chm, chm_here
from tools.benches.change import differences
from tools.benches.figures import Figures, Measure, lines
from tools.benches.made_up import synthesize

EVENTS = ("trainings", "workshops", "documents")


def bytes_below(folder: Path) -> dict[str, bytes]:
    """All files of a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_records_are_as_many_as_asked_for_and_sound(tmp_path: Path) -> None:
    """Without even a warning; seven in ten are trainings, two workshops, one a document."""
    synthesize(tmp_path, 30)
    reading = read(data_files(tmp_path))
    assert reading.problems == ()
    assert [len(reading.records[name]) for name in EVENTS] == [21, 6, 3]
    assert all(record.serves for name in EVENTS for record in reading.records[name].values() if hasattr(record, "serves"))


def test_the_records_are_the_same_every_time(tmp_path: Path) -> None:
    """Else two figures could not be compared."""
    for name in ("one", "two"):
        synthesize(tmp_path / name, 30)
    assert bytes_below(tmp_path / "one") == bytes_below(tmp_path / "two")


def figures(revision: str, **values: Sequence[float]) -> Figures:
    """Made-up ones, of a build of 300 records."""
    return Figures.of(revision, [Measure("build", 300, {name.replace("_", " "): runs for name, runs in values.items()})])


def test_a_line_shows_the_median_and_the_spread() -> None:
    """Below a heading that comes anew where other values are measured."""
    one = Measure("build", 1000, {"wall s": (3.0, 1.0, 2.5)}, "12 pages")
    other = Measure("check", 0, {"peak MB": (150.0,)})
    heading, line, second, last = lines([one, other])
    assert (heading.split(), line.split()) == (["records", "wall", "s", "of"], ["1,000", "2.50", "[1.00-3.00]", "build:", "12", "pages"])
    assert (second.split(), last.split()) == (["records", "peak", "MB", "of"], ["data/", "150", "check"])


def test_figures_come_back_from_their_file(tmp_path: Path) -> None:
    """With revision, machine, seed, and what every run took; what is no such file is one line of trouble."""
    whole = figures("abc1234", wall_s=(2.0, 1.0, 4.0))
    whole.write(tmp_path / "a.json")
    assert Figures.at(tmp_path / "a.json") == Figures(
        "abc1234", tuple(Measure(one.what, one.records, {"wall s": [2, 1, 4]}) for one in whole.measures), whole.machine
    )
    kept = json.loads((tmp_path / "a.json").read_text("utf-8"))
    assert kept["figures"][0]["values"]["wall s"] == {"median": 2, "least": 1, "most": 4, "runs": [2, 1, 4]}
    (tmp_path / "b.json").write_text("{}")
    result = chm_here("bench", "--compare", tmp_path / "a.json", tmp_path / "b.json")
    assert (result.returncode, result.stdout) == (2, "")
    assert "holds no figures of chm bench --json" in result.stderr


@pytest.mark.parametrize(
    ("after", "limit", "status", "last"),
    [
        ((1.2, 9.0, 1.1), "1.3", 0, "No ratio of 1 is over 1.3; the largest is 1.20 (build, wall s)."),
        ((1.4, 0.1, 1.5), "1.3", 1, "1 of 1 ratios are over 1.3; the largest is 1.40 (build, wall s)."),
        ((1.4, 0.1, 1.5), None, 0, "| 300 | build | wall s | 1.00 | 1.40 | 1.40 |"),
    ],
)
def test_two_files_are_compared_by_their_medians(
    tmp_path: Path, after: tuple[float, ...], limit: str | None, status: int, last: str
) -> None:
    """A single slow run is no slower revision; without a limit nothing is judged; what one alone has is left out."""
    figures("v1", wall_s=(1.0, 0.5, 3.0), extra_MB=(1.0,), nothing=(0.0,)).write(tmp_path / "a.json")
    figures("v2", wall_s=after, other_MB=(5.0,), nothing=(1.0,)).write(tmp_path / "b.json")
    result = chm_here(
        "bench",
        "--compare",
        tmp_path / "a.json",
        tmp_path / "b.json",
        *(["--limit", limit] if limit else []),
        "--summary",
        tmp_path / "summary",
    )
    assert (result.returncode, result.stderr) == (status, "")
    assert (tmp_path / "summary").read_text("utf-8").strip() == result.stdout.strip()
    assert result.stdout.splitlines()[0] == "| records | of | | v1 | v2 | ratio |"
    assert result.stdout.rstrip("\n").splitlines()[-1] == last


def test_a_limit_needs_two_revisions() -> None:
    """And another checkout must be set up, and measured by its commands."""
    for arguments, words in (
        (("--limit", "1.3"), "name the other one with --beside"),
        (("--beside", "tests"), "tests is not set up: run `python3 tests/scripts/chm.py --version` once"),
        (("--feeds", "--beside", "tests"), "--beside goes with build, change, serve, check, export, not with --feeds"),
        (("many",), "'many' is not a valid integer"),
    ):
        result = chm_here("bench", *arguments)
        assert result.returncode == 2
        assert words in result.stderr


def test_a_change_is_found_by_its_bytes(tmp_path: Path) -> None:
    """A file that one site alone has, and one that differs, also in the index of the search."""
    for name, texts in (("one", {"a": "1", "b": "1", "pagefind/x": "1"}), ("other", {"a": "1", "b": "2", "c": "1", "pagefind/x": "2"})):
        for file, text in texts.items():
            path = tmp_path / name / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
    assert differences(tmp_path / "one", tmp_path / "other") == ["b", "c", "pagefind/x"]


ANY = r"\d[\d,.]*"


@pytest.mark.long
@pytest.mark.parametrize(
    ("arguments", "headings", "of"),
    [
        (("10",), "wall s, CPU s, peak MB, CPU ms/record", [rf"10 build: {ANY} pages"]),
        (
            ("20", "--check"),
            "wall s, CPU s, peak MB, CPU of empty Pythons",
            ["20 check of all", "20 check of one file", "20 check of one changed file, with --base", "20 chm --help"],
        ),
        (("20", "--feeds"), "feeds s, agendas s, all s, peak MB, files, MB", ["20 feeds"]),
        (("20", "--quality"), "quality s, desks s, time line s, links s, all s", ["20 quality"]),
        (("20", "--reports"), "indicators s, changes s, reports s, all s", ["20 reports"]),
        (
            ("20", "--data"),
            "API s, tables and database s, files of lists and tables s, Word documents s, pages and the rest s, build s, "
            "API %, tables and database %, files of lists and tables %, Word documents %, all open data %, SQLite MB",
            ["20 open data"],
        ),
        (("20", "--serve"), "page s, whole site s, start s", ["20 an edit in chm serve"]),
        (
            ("20", "--change"),
            "wall s, CPU s, peak MB, whole wall s, whole CPU s, whole peak MB, wall s of whole, CPU s of whole",
            ["20 build after one change: the same site as a whole build"],
        ),
        (
            ("20", "--export"),
            "wall s, CPU s, peak MB, CPU of a build, zip MB, largest pack MB",
            ["20 export: 13 editions"],
        ),
    ],
    ids=lambda value: value[-1] if isinstance(value, tuple) else None,
)
def test_each_subject_has_its_columns(arguments: tuple[str, ...], headings: str, of: list[str]) -> None:
    """And a line for each thing that is measured."""
    result = chm("bench", *arguments)
    assert (result.returncode, result.stderr) == (0, "")
    heading, *rest = result.stdout.splitlines()
    assert heading.split() == ["records", *headings.replace(",", "").split(), "of"]
    columns = len(headings.split(", "))
    for line, words in zip(rest, of, strict=True):
        size, what = words.split(" ", 1)
        assert re.fullmatch(rf" +{size}(?: +{ANY}){{{columns}}}  {what}", line), line

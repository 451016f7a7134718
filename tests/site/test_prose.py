"""Prose: what a build would refuse of a page of content/ is a problem with a place, and nothing else is."""

import shutil
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.commands.shell import main
from clearinghouse.problems.files import FILE_001
from clearinghouse.problems.problem import Problem
from clearinghouse.problems.references import PROSE_001, PROSE_002, PROSE_003
from clearinghouse.reading.files.folder import DataFile
from clearinghouse.site.prose import prose_problems
from tests.support.advice.sample import Files, Sample, faults
from tests.support.examples import catalogue, yaml
from tests.support.haste import daily
from tests.support.running import ROOT

RECORDS = catalogue({"trainings/th-2026-03-x": yaml("trainings")}, date(2026, 3, 10))
SITE = "https://awg-cites-we.github.io/clearing-house/"
SOUND = (
    "contribute.md", "contribute.md#what-a-record-needs", "#persons-and-operations", "index.md", "../contribute/",
    "../trainings/th-2026-03-x/", "../feeds/updates.rss", "../assets/look.css", "record:trainings/th-2026-03-x",
    f"{SITE}trainings/th-2026-03-x/", "/clearing-house/search/", "https://example.org/no/such/page", "mailto:office@example.org",
    "../trainings/th-2026-03-x/#:~:text=x",
)  # fmt: skip
CORRECT = "correct the link, or take it out"
WRONG = {
    "nowhere.md": f"there is no about/nowhere.md: {CORRECT}",
    "conribute.md": "there is no about/conribute.md: did you mean contribute.md?",
    "contribute.md#what-a-record-need": (
        "contribute/index.html has no part #what-a-record-need: did you mean contribute.md#what-a-record-needs?"
    ),
    "#nothing": f"about/index.html has no part #nothing: {CORRECT}",
    "../trainings/th-2026-03-y/": "there is no trainings/th-2026-03-y/index.html: did you mean ../trainings/th-2026-03-x/?",
    "../trainings/th-2026-03-x/#no-part": f"trainings/th-2026-03-x/index.html has no part #no-part: {CORRECT}",
    "../feeds/update.rss": "there is no feeds/update.rss: did you mean ../feeds/updates.rss?",
    "/elsewhere/": f"it leads out of the site: {CORRECT}",
    f"{SITE}gone/": f"there is no gone/index.html: {CORRECT}",
}


def problems(folder: Path, text: bytes, records: Catalogue | None = RECORDS) -> list[Problem]:
    """Those of the site's prose with more at the end of one page."""
    content = shutil.copytree(ROOT / "content", folder / "content")
    with (content / "about.md").open("ab") as page:
        page.write(text)
    return prose_problems(lambda: records, content=content)


def links_to(addresses: Iterable[str]) -> bytes:
    """A paragraph with a link on each line."""
    return "".join(f"[x]({address})\n" for address in ("https://example.org/", *addresses)).encode()


def test_what_the_site_holds_is_linked_to(tmp_path: Path) -> None:
    """Pages of prose by their files, all else by its way from the page or as the site's own address: records, files, parts."""
    assert problems(tmp_path, b"\n" + links_to(SOUND)) == []


def test_what_leads_nowhere_is_named_where_it_is_written(tmp_path: Path) -> None:
    """With what is missing, and what was meant as the author would write it; the third column of each line is behind `[x](`."""
    lines = (ROOT / "content/about.md").read_text("utf-8").count("\n") + 2
    wrong = problems(tmp_path, b"\n" + links_to(WRONG))
    assert {problem.found: problem.fix for problem in wrong} == WRONG
    assert {(problem.line - lines - 1, problem.column) for problem in wrong} == {(number, 5) for number in range(len(WRONG))}
    assert {problem.code for problem in wrong} == {PROSE_001.code}


@pytest.mark.long
def test_the_same_link_is_named_each_time(tmp_path: Path) -> None:
    """Also in lines that end as on Windows, in HTML, and as a reference."""
    text = b'\r\n[x](gone.md) [x](gone.md)\r\n<a href="gone.md">x</a>\r\n\r\n[x][y]\r\n\r\n[y]: gone.md\r\n'
    assert [problem.column for problem in problems(tmp_path, text)] == [5, 18, 10, 6]


def test_a_record_that_is_not_there_is_a_warning(tmp_path: Path) -> None:
    """Another data folder may hold it."""
    (problem,) = problems(tmp_path, b"\n[x](record:trainings/th-2026-03-y)\n")
    assert (problem.code, problem.severity, problem.fix) == (PROSE_002.code, "warning", "did you mean record:trainings/th-2026-03-x?")


@pytest.mark.long
@pytest.mark.parametrize("html", ["<script>alert(1)</script>", '<p style="color: red">x</p>', '<iframe src="../"></iframe>'])
def test_what_the_policy_bars_is_named(tmp_path: Path, html: str) -> None:
    """As the build names it."""
    (problem,) = problems(tmp_path, f"\n\n{html}\n".encode())
    assert (problem.code, problem.column > 0, problem.line > 30) == (PROSE_003.code, True, True)


@pytest.mark.long
def test_what_is_no_text_is_named(tmp_path: Path) -> None:
    """A page that an old editor saved."""
    assert [problem.code for problem in problems(tmp_path, b"caf\xe9")] == [FILE_001.code]


def test_without_sound_records_nothing_is_said_of_them(tmp_path: Path) -> None:
    """What prose leads to may be among those that are wrong; prose itself is there."""
    text = links_to(["../trainings/th-2026-03-y/", "record:trainings/z"])
    assert problems(tmp_path, b"\n" + text, records=None) == []


def test_a_page_is_checked_by_itself(capsys: pytest.CaptureFixture[str]) -> None:
    """By its path, which is in no data folder; no record is read for it."""
    assert main(["check", str(ROOT / "content/about.md")]) == 0
    assert capsys.readouterr().out == "no problems in 1 file\n"


ADVICE = {
    "PROSE_001: near": ("[x](idnex.md)", "[x](index.md)", ""),
    "PROSE_001: far": ("[x](nowhere.md)", "[x](index.md)", "nowhere"),
    "PROSE_002: near": ("[x](record:trainings/th-2026-03-corse)", "[x](record:trainings/th-2026-03-course)", ""),
    "PROSE_002: far": ("[x](record:figures/fig-none)", "x", "record figures fig none"),
    "PROSE_003": ('x <iframe src="https://example.org/"></iframe>', "x", "iframe src https example org"),
}
"""What is wrong, what its author makes of it, and the words that go since the fix says so; by the kind, and which of its fixes."""


@pytest.mark.parametrize("kind", daily(ADVICE, next(iter(ADVICE))))
def test_what_a_fix_says_helps(kind: str, tmp_path: Path) -> None:
    """As tests/problems/test_advice.py holds it of all other kinds."""
    before, after, loses = ADVICE[kind]
    records = catalogue({"trainings/th-2026-03-course": yaml("trainings")})
    (tmp_path / "index.md").write_text("# Home\n", "utf-8")

    def judge(files: Files) -> list[Problem]:
        (tmp_path / "about.md").write_bytes(files[0].content)
        return prose_problems(lambda: records, content=tmp_path)

    texts = [[DataFile("about.md", "about.md", f"# About\n\n{text}\n".encode())] for text in (before, after)]
    assert list(faults(Sample(kind, kind.partition(":")[0], texts[0], texts[1], judge, loses))) == []

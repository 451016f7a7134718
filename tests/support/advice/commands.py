"""Samples of advice of commands on what is no record's file: settings, the answers of `chm new`, and workbooks that harm."""

import io
import re
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path

import openpyxl
from openpyxl.chart import BarChart

from clearinghouse.problems.problem import Problem, Refusal
from clearinghouse.reading.change.authority import other_authority
from clearinghouse.reading.files.folder import DataFile
from clearinghouse.reading.intake.drafts import Draft
from clearinghouse.reading.intake.rows import rows_of
from clearinghouse.reading.intake.tables import LARGEST_FILE, of_csv
from clearinghouse.world.disk.tables import table_at
from clearinghouse.world.terminal.answers import all_that_is_wrong
from tests.support import examples
from tests.support.advice.sample import Files, Sample
from tests.support.advice.spoilt import judge_table
from tests.support.reading.books import GIVEN, workbook_of

_SETTINGS = "extra:\n  clearinghouse:\n    authority: {}\n"
_ANSWERS = (
    "--title …Course\n--kind …training\n--status …announced\n--starts …2026-03-02\n--host …TH\n--summary …A course.\n--confidence …medium\n"
    "--published …2026-01-10\n--set sources.0.url=…https://example.org\n--set sources.0.publisher=…Office\n--set sources.0.kind=…news\n"
    "--set sources.0.accessed=…2026-01-10\n"
)
"""Options of `chm new` as its report writes them, each with its answer behind."""
_OPTION = re.compile(r"--(?:set )?([\w.]+)[ =]…(.*)")
_THERE = DataFile(
    "trainings/th-2026-03-course.yml", "trainings/th-2026-03-course.yml", examples.yaml("trainings", starts="2026-05-02").encode()
)
_SOUND = workbook_of({"rows": [["title"], ["Course"]]})


def commands() -> Iterable[Sample]:
    """All of them."""
    yield _sample("CHANGE_009", _SETTINGS.format("other.example"), _SETTINGS.format("example.org"), _of_settings)
    yield _sample("KEY_002_OPTION", _ANSWERS.replace("--summary …A course.\n", ""), _ANSWERS, _of_draft)
    yield _sample("KEY_002_OPTION_WORDS", _ANSWERS.replace("--status …announced\n", ""), _ANSWERS, _of_draft)
    named = f"--id …th-2026-03-course\n{_ANSWERS}"
    yield _sample("ID_002_DRAFT", named, named.replace("th-2026-03-course", "th-2026-03-course-nan"), _of_draft)
    yield _sample("TABLE_004", "id,title\nth-2026-03-course,Course\n", "id,title\nth-2026-03-course-nan,Course\n", _of_rows)
    large = DataFile("rows.csv", "rows.csv", b"title\n" + b"Course\n" * (LARGEST_FILE // 7 + 1))
    yield Sample("TABLE_001", "TABLE_001", [large], [DataFile("rows.csv", "rows.csv", b"title\nCourse\n")], _of_size, "Course")
    for kind, content in {"TABLE_001_CHART": _chart(), "TABLE_001_UNPACKED": _many_parts(), "TABLE_001_ENTITIES": _entities()}.items():
        before, after = DataFile("book.xlsx", "book.xlsx", content), DataFile("book.xlsx", "book.xlsx", _SOUND)
        yield Sample(kind, kind, [before], [after], judge_table, content.decode("utf-8", "replace"))


def _sample(kind: str, before: str, after: str, judge: Callable[[Files], Iterable[Problem]]) -> Sample:
    files = [[DataFile("answers", "answers", text.encode("utf-8"))] for text in (before, after)]
    return Sample(kind, kind, files[0], files[1], judge)


def _of_settings(files: Files) -> Iterable[Problem]:
    return other_authority(files[0].name, _SETTINGS.format("example.org").encode("utf-8"), files[0].content)


def _of_draft(files: Files) -> Iterable[Problem]:
    answers: Mapping[str, str] = dict(_OPTION.findall(files[0].content.decode("utf-8")))
    draft = Draft("trainings", [_THERE], {key: text for key, text in answers.items() if key != "id"}, chosen=answers.get("id", ""))
    return all_that_is_wrong(draft, Path("data"))


def _of_rows(files: Files) -> Iterable[Problem]:
    return rows_of(of_csv(files[0].name, files[0].content), "trainings", GIVEN, [_THERE]).problems


def _chart() -> bytes:
    """A workbook whose sheet of that name is a chart."""
    workbook, content = openpyxl.Workbook(), io.BytesIO()
    workbook.create_chartsheet("trainings").add_chart(BarChart())
    workbook.save(content)
    return content.getvalue()


def _of_size(files: Files) -> Iterable[Problem]:
    """The file is only looked at for its size before anything else of it is read."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / files[0].name
        path.write_bytes(files[0].content)
        try:
            table_at(path, "trainings")
        except Refusal as refusal:
            yield replace(refusal.problem, path=files[0].name)


def _many_parts() -> bytes:
    """A workbook of more parts than any program writes."""
    content = io.BytesIO(_SOUND)
    with zipfile.ZipFile(content, "a") as parts:
        for number in range(500):
            parts.writestr(f"{number}.txt", "")
    return content.getvalue()


def _entities() -> bytes:
    """A workbook in which a part declares what it is to be replaced with."""
    content = io.BytesIO(_SOUND)
    with zipfile.ZipFile(content, "a") as parts:
        parts.writestr("more.xml", '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>')
    return content.getvalue()

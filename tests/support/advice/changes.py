"""Samples of advice on changes: the cases of `tests/reading/change/changed`, and what becomes of them after the report.

Most often the author brings back what was there; else `mends` says what he edits in the files as the change leaves them.
"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from clearinghouse.problems.problem import Problem
from clearinghouse.reading.change.lost import MOST_LOST
from clearinghouse.reading.change.owners import Owners, foreign
from clearinghouse.reading.change.revisions import compared
from clearinghouse.reading.files.folder import DataFile
from tests.support.advice.sample import Files, Judge, Sample
from tests.support.reading.changing import CHANGED, arguments_of
from tests.support.running import ROOT

ADVICE: list[dict[str, Any]] = yaml.load((ROOT / "tests" / "problems" / "advice_changes.yml").read_text(encoding="utf-8"), yaml.CSafeLoader)


def changes() -> Iterable[Sample]:
    """All samples on changes."""
    for sample in ADVICE:
        case = CHANGED / sample["change"]
        before, after = _files(case / "before"), _files(case / "after")
        mended = _mended(after, sample["mends"]) if "mends" in sample else before
        # What took the place of what is brought back goes again.
        gone = "" if "mends" in sample else " ".join(_text(after))
        loses = f"{sample.get('loses', '')} {gone}"
        yield Sample(f"{sample['kind']}: {sample['change']}", sample["kind"], after, mended, _judge(case, before), loses)


def _judge(case: Path, before: Files) -> Judge:
    """Finds problems of a change as `chm check --base` does."""
    arguments = arguments_of(case.name)
    most_lost = int(arguments[arguments.index("--most-lost") + 1]) if "--most-lost" in arguments else MOST_LOST
    owners = case / "CODEOWNERS"
    known = Owners.of(owners.read_text(encoding="utf-8") if owners.exists() else "")
    author = arguments[arguments.index("--author") + 1] if "--author" in arguments else ""

    def problems(after: Files) -> Iterable[Problem]:
        comparison = compared(before, after, most_lost)
        touched = [(comparison.name_of(path), f"data/{path}") for path in comparison.touched]
        return [*comparison.problems, *foreign(touched, known, author)]

    return problems


def _files(folder: Path) -> list[DataFile]:
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return [_file(path.relative_to(folder).as_posix(), path.read_text(encoding="utf-8")) for path in paths]


def _file(path: str, text: str) -> DataFile:
    return DataFile(path, path, text.encode("utf-8"))


def _mended(files: Files, mends: Mapping[str, Sequence[str]]) -> list[DataFile]:
    """Files in which one piece became another."""
    texts = {file.path: file.content.decode("utf-8") for file in files}
    for path, (old, new) in mends.items():
        assert old in texts[path], f"{path} has no {old}"
        texts[path] = texts[path].replace(old, new, 1)
    return [_file(path, text) for path, text in texts.items()]


def _text(files: Files) -> Iterable[str]:
    for file in files:
        yield from (file.path, file.content.decode("utf-8"))

"""Samples of advice on records: a sound file, how it is broken, and what its author makes of it then.

They are the hundred mistakes, and those of `tests/problems/advice.yml`, whose head says how they are written.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from typing import Any

import yaml as pyyaml

from clearinghouse.problems.problem import Problem
from clearinghouse.reading.files.folder import DataFile, RecordFile
from clearinghouse.reading.files.strict_yaml import Document
from clearinghouse.reading.files.year_folders import path_at
from clearinghouse.reading.typing.read import read
from clearinghouse.reading.typing.sensitivity import Suspicion, suspicions, warnings
from tests.support.advice.sample import Files, Judge, Sample
from tests.support.examples import yaml
from tests.support.mistakes import MISTAKES, PICTURE, broken, others, own_place, place_of, plan_of
from tests.support.running import ROOT

ADVICE: list[dict[str, Any]] = pyyaml.load((ROOT / "tests" / "problems" / "advice.yml").read_text(encoding="utf-8"), pyyaml.CSafeLoader)
_SOUND = re.compile("<([a-z]+)>")
_PATHS = {"legislation": "legislation/la.yml", "activities": "activities/poe/1.1.1.yml", "plans": "plans/poe.yml"}


def records() -> Iterable[Sample]:
    """All samples on records."""
    yield from map(_of_mistake, MISTAKES)
    yield from map(_of_advice, ADVICE)


def judge(company: Files = ()) -> Judge:
    """Finds problems of files as `chm check` does. company: other files of their folder; without content no more than names."""

    def problems(files: Files) -> Iterable[Problem]:
        suspected: list[Suspicion] = []

        def look(file: RecordFile, document: Document) -> None:
            suspected.extend(suspicions(file, document))

        only = {file.path for file in files} | {file.path for file in company if file.content}
        return [*read([*company, *files], only, look).problems, *warnings(suspected, ())]

    return problems


def _file(path: str, text: str, others: Collection[str] = ()) -> DataFile:
    return DataFile(path_at(path, others.__contains__), path, text.encode("utf-8"), lies_at=path)


def _of_mistake(mistake: dict[str, Any]) -> Sample:
    """The author makes of it what it was before, or what the mistake says."""
    sound, text = broken(mistake)
    place, own = place_of(mistake), own_place(mistake)
    fixed = text.replace(mistake["new"], mistake["fixed"], 1) if "fixed" in mistake else sound
    around = others(mistake["among"]) if "among" in mistake else _named(others(_folder(mistake["file"])), sound + text)
    company = [file for file in [*around, *plan_of(own)] if file.path not in (place, own)]
    return Sample(
        mistake["name"],
        mistake["code"],
        [_file(place, text)],
        [_file(mistake.get("renamed", own), fixed)],
        judge([*company, PICTURE]),
        mistake.get("loses", ""),
    )


def _named(files: Files, text: str) -> Files:
    """The files that a text names, without what they hold: to know that they are there is enough."""
    return [
        DataFile(file.path, file.name) for file, stem in zip(files, _stems(tuple(file.path for file in files)), strict=True) if stem in text
    ]


@cache
def _stems(paths: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(path.rpartition("/")[2].removesuffix(".yml") for path in paths)


def _folder(path: str) -> str:
    return "tests/living" if path.startswith("tests/living/") else "data"


def _of_advice(sample: dict[str, Any]) -> Sample:
    collection, old, new = sample.get("of", "trainings"), sample.get("old", ""), sample["new"]
    sound = sample.get("sound") or yaml(collection)
    assert old in sound, f"{sample['kind']}: there is nothing to break"
    path = sample.get("as", _PATHS.get(collection, f"{collection}/th-2026-03-example.yml"))
    beside = {name: _SOUND.sub(lambda match: yaml(match[1]), text) for name, text in sample.get("beside", {}).items()}
    fixed = sound.replace(old, sample.get("fixed", old), 1)
    after = {sample.get("renamed", path): fixed} | {
        name: _mended(text, sample.get("mends", {}).get(name, "")) for name, text in beside.items()
    }
    before = {path: sound.replace(old, new, 1)} | beside
    return Sample(sample["kind"], sample["kind"], _files(before), _files(after), judge(), sample.get("loses", ""))


def _mended(text: str, edit: Sequence[str] | None) -> str | None:
    """A text in which one piece became another; nothing where it is deleted."""
    return None if edit is None else text.replace(edit[0], edit[1], 1) if edit else text


def _files(texts: Mapping[str, str | None]) -> list[DataFile]:
    there = {path for path, text in texts.items() if text is not None}
    return [_file(path, text, there) for path, text in texts.items() if text is not None]

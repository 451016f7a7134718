"""Samples of advice on forms: what somebody answers, and what he answers after the report."""

from collections.abc import Iterable, Mapping
from typing import Any

import yaml

from clearinghouse.problems.problem import Problem
from clearinghouse.reading.files.folder import DataFile
from clearinghouse.reading.intake.issue_form import submission
from clearinghouse.reading.intake.sections import NO_RESPONSE
from clearinghouse.reading.outcome import outcome
from tests.support import examples
from tests.support.advice.sample import Files, Sample
from tests.support.github.filled import SOURCE, TRAINING, filled
from tests.support.running import ROOT

ADVICE: list[dict[str, Any]] = yaml.load((ROOT / "tests" / "problems" / "advice_forms.yml").read_text(encoding="utf-8"), yaml.CSafeLoader)
TODAY = "2026-11-26"
_SOUND = {
    "training": TRAINING,
    "correction": {"Which record": "trainings/th-2026-03-course", "What happened": "corrected", "In a sentence": "It was wrong."},
    "legislation": {"State": "LA · Lao PDR", "In a sentence": "It is new.", **SOURCE},
}
"""Answers that need nothing more, by the kind of the form; of a correction all but what is corrected."""


def forms() -> Iterable[Sample]:
    """All samples on forms."""
    for sample in ADVICE:
        kind = sample.get("form", "training")
        there = sample.get(
            "beside", {"trainings/th-2026-03-course.yml": examples.yaml("trainings"), "legislation/la.yml": examples.yaml("legislation")}
        )
        before, after = ({**_SOUND[kind], **sample.get(name, {})} for name in ("before", "after"))
        texts = (
            _typed(filled(kind, _whole(before)), sample.get("typed", {})),
            _typed(filled(kind, _whole(after)), sample.get("mended", {})),
        )
        folders = [there, {**there, **sample.get("mends", {})}]
        files = [
            [_file("form.md", text), *(_file(path, content) for path, content in folder.items())]
            for text, folder in zip(texts, folders, strict=True)
        ]
        yield Sample(sample["kind"], sample["kind"], files[0], files[1], judge, f"{NO_RESPONSE} {sample.get('loses', '')}")


def judge(files: Files) -> Iterable[Problem]:
    """Finds problems of a form as `chm form` does. The first file is the text of the issue, the others the data folder."""
    form, *there = files
    sent = submission(form.content.decode("utf-8"))
    assert sent
    return outcome(sent, there, TODAY).problems


def _whole(answers: Mapping[str, Any]) -> dict[str, Any]:
    """The answers that are given: null takes one away that is there otherwise."""
    return {label: answer for label, answer in answers.items() if answer is not None}


def _typed(text: str, edits: Mapping[str, str]) -> str:
    """The text as somebody edited it by hand."""
    for old, new in edits.items():
        assert old in text, f"the form has no {old}"
        text = text.replace(old, new, 1)
    return text


def _file(path: str, text: str) -> DataFile:
    return DataFile(path, path, text.encode("utf-8"))

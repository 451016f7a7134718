"""Samples of advice on calendars: an odd one, or one with other lines, and the lines that the office writes after the report."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

import yaml

from clearinghouse.problems.codes import KINDS
from clearinghouse.problems.problem import Problem, Refusal
from clearinghouse.reading.files.folder import DataFile
from clearinghouse.reading.intake.agendas.table import of_ics
from clearinghouse.reading.intake.rows import rows_of
from tests.support.advice.sample import Files, Judge, Sample, words_of
from tests.support.reading.books import GIVEN
from tests.support.reading.odd_agendas import ODD, Odd
from tests.support.running import ROOT

ADVICE: list[dict[str, Any]] = yaml.safe_load((ROOT / "tests" / "problems" / "advice_agendas.yml").read_text(encoding="utf-8"))
PLAIN = "one day"
"""The odd calendar in which nothing is odd."""
WITH_ANSWERS = "agenda.ics --set"


def agendas() -> Iterable[Sample]:
    """All samples on calendars."""
    for sample in ADVICE:
        odd = next(odd for odd in ODD if odd.name == sample.get("odd", PLAIN))
        before = _with(odd, sample.get("before", {}))
        after = _with(before, sample.get("after", {}))
        there = [DataFile(path, path, text.encode("utf-8")) for path, text in sample.get("beside", {}).items()]
        if "set" in sample:
            # What is given beside the file stands for all of it.
            judge = _judge_with(sample["set"])
            yield Sample(sample["kind"], sample["kind"], [_file(before), *there], [_file(after, WITH_ANSWERS), *there], judge)
        else:
            loses = str(sample.get("loses", ""))
            mended = [DataFile(path, path, text.encode("utf-8")) for path, text in sample.get("mends", {}).items()] or there
            yield Sample(sample["kind"], sample["kind"], [_file(before), *there], [_file(after), *mended], _judge_with({}), loses)


def _judge_with(answers: Mapping[str, str]) -> Judge:
    """Finds problems as `chm import` does. The first file is the calendar; answers: what `--set` gives where its name says so."""

    def problems(files: Files) -> Iterable[Problem]:
        agenda, *there = files
        try:
            table = of_ics(agenda.name, agenda.content, "trainings")
        except Refusal as refusal:
            return [refusal.problem]
        given = {**GIVEN, **(answers if agenda.path == WITH_ANSWERS else {})}
        problems = rows_of(table, "trainings", given, there).problems
        return [problem for problem in problems if not any(KINDS[kind].is_notice for kind in words_of(problem).kinds)]

    return problems


def _with(odd: Odd, lines: Mapping[str, Any]) -> Odd:
    changes: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in lines.items()}
    return replace(odd, **changes)


def _file(odd: Odd, path: str = "agenda.ics") -> DataFile:
    return DataFile(path, "agenda.ics", odd.content)

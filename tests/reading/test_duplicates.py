"""Duplicates, as those hear of them who change records, import a table or add a record: the same golden cases for all."""

from dataclasses import replace

import pytest

from clearinghouse.reading.change.revisions import compared
from clearinghouse.reading.intake.drafts import Draft
from clearinghouse.reading.intake.rows import rows_of
from clearinghouse.reading.intake.tables import of_csv
from tests.support.duplicates import CASES, NEW_ID, Case

CASE = pytest.mark.parametrize("case", CASES, ids=lambda case: case.why)


def answers(case: Case) -> dict[str, str]:
    """The new event as answers to what is asked of a record."""
    source = case.new["sources"][0]
    return {key: text for key, text in case.new.items() if isinstance(text, str)} | {f"sources.0.{key}": source[key] for key in source}


@CASE
def test_check_warns_of_them(case: Case) -> None:
    """In a change that adds the second record; nothing else is wrong with it."""
    problems = compared([case.there_file], [case.there_file, case.new_file]).problems
    assert [problem.code for problem in problems] == (["TWIN-001"] if case.shared else [])
    assert all(f"has the same days and {case.shared}:" in problem.allowed for problem in problems)


def test_check_names_the_first_three_and_counts_the_others() -> None:
    """Of many events on one day and at one place, each has all others for likely duplicates."""
    names = [f"trainings/th-2026-03-{letter}.yml" for letter in "abcdef"]
    new = [replace(CASES[0].new_file, path=name, name=name) for name in names]
    fixes = [problem.fix for problem in compared([], new).problems if problem.path == names[0]]
    first = [f"if it is the same, add to {name} instead" for name in names[1:4]]
    assert fixes == [*first[:2], f"{first[2]} (not named here: 2 more)"]


@CASE
def test_import_warns_of_them(case: Case) -> None:
    """At the cell of the day, and writes the row nevertheless."""
    texts = {"id": NEW_ID, **answers(case)}
    table = of_csv("table.csv", "\n".join(",".join(f'"{text}"' for text in row) for row in (texts, texts.values())).encode())
    rows = rows_of(table, "trainings", {}, [case.there_file])
    assert [problem.code for problem in rows.problems] == (["TWIN-001"] if case.shared else [])
    assert all(f"has the same days and {case.shared}:" in problem.fix for problem in rows.problems)
    assert len(rows.new) == 1


@CASE
def test_new_asks_whether_it_is_one_of_them(case: Case) -> None:
    """By the path of its file."""
    draft = Draft("trainings", [case.there_file], answers(case), chosen=NEW_ID)
    duplicates = [(duplicate.path, duplicate.shared) for duplicate in draft.verdict.duplicates[draft.proposal.path]]
    assert duplicates == ([(case.there_file.path, case.shared)] if case.shared else [])

"""One hundred mistakes: sound files, each broken in one way, and what their authors are told."""

import re
from collections import Counter
from typing import Any

import pytest

from clearinghouse.records.collection import COLLECTIONS
from tests.support.mistakes import MISTAKES, broken, own_place, place_of, problems_of
from tests.support.running import ROOT

NAMES = [mistake["name"] for mistake in MISTAKES]


def expected_line(mistake: dict[str, Any], sound: str, text: str) -> int:
    """Where the mistake has to be told."""
    if "at" in mistake:
        begins = (number for number, line in enumerate(text.split("\n"), start=1) if line.strip().startswith(mistake["at"]))
        return next(begins) if mistake["at"] else 1
    same = next(place for place, (one, other) in enumerate(zip(sound, text, strict=False)) if one != other)
    return text.count("\n", 0, same) + 1


def is_exact(mistake: dict[str, Any]) -> tuple[bool, str]:
    """Whether what is told is what has to be, and all that is told."""
    sound, text = broken(mistake)
    known = Counter(
        (problem.code, problem.key, problem.found)
        for problem in problems_of(mistake, sound, place_of(mistake | {"as": own_place(mistake)}))
    )
    problems = [problem for problem in problems_of(mistake, text, place_of(mistake)) if not known[problem.code, problem.key, problem.found]]
    line = expected_line(mistake, sound, text)
    codes = sorted([mistake["code"], *mistake.get("also", [])])
    is_so = sorted(problem.code for problem in problems) == codes and any(
        (problem.code, problem.line) == (mistake["code"], line) for problem in problems
    )
    return is_so, f"expected {codes} with line {line}, told {[(problem.code, problem.line, problem.key) for problem in problems]}"


@pytest.mark.parametrize(
    "mistake",
    # What is wrong among other files takes long to read, and tests/problems/test_advice.py reads it every day.
    [
        pytest.param(mistake, id=name, marks=pytest.mark.long if mistake.get("among") else ())
        for mistake, name in zip(MISTAKES, NAMES, strict=True)
    ],
)
def test_a_mistake_is_told_by_its_code_on_its_line(mistake: dict[str, Any]) -> None:
    """Nothing else is told, and whoever reads it knows what to write."""
    is_so, explanation = is_exact(mistake)
    assert is_so, explanation
    for problem in problems_of(mistake, broken(mistake)[1], place_of(mistake)):
        assert problem.allowed
        assert problem.fix
        assert problem.severity == "error" or problem.code != mistake["code"]


def test_there_are_a_hundred_of_them_over_all_collections() -> None:
    """Of every kind, each of its own."""
    assert len(set(NAMES)) == len(NAMES) >= 100
    assert {place_of(mistake).split("/")[0] for mistake in MISTAKES} >= set(COLLECTIONS)
    assert len({mistake["code"] for mistake in MISTAKES}) >= 30
    assert len({(mistake["file"], mistake["old"], mistake["new"], mistake.get("as")) for mistake in MISTAKES}) == len(MISTAKES)


@pytest.mark.parametrize("collection", sorted({mistake["file"] for mistake in MISTAKES if mistake["file"].startswith("data/")}))
def test_all_mistakes_of_a_file_are_told_in_one_run(collection: str) -> None:
    """Those on values, all made in the same file: none hides another."""
    chosen: list[dict[str, Any]] = []
    text = (ROOT / collection).read_text(encoding="utf-8")
    for mistake in MISTAKES:
        simple = mistake["file"] == collection and not {"at", "also", "as", "among"} & set(mistake) and mistake["code"] not in HIDING
        if simple and "\n" not in mistake["new"] and mistake["old"] in text and not any(_is_one_line(mistake, one) for one in chosen):
            text = text.replace(mistake["old"], mistake["new"], 1)
            chosen.append(mistake)
    problems = problems_of(chosen[0], text, place_of(chosen[0]))
    lines = text.split("\n")
    for mistake in chosen:
        at = {number for number, line in enumerate(lines, start=1) if mistake["new"] in line}
        assert any(problem.code == mistake["code"] and problem.line in at for problem in problems), mistake["name"]
    assert len(chosen) >= 2


HIDING = ("ID-005", "YAML-001", "YAML-002", "YAML-003", "YAML-007", "YAML-008", "FILE-001", "FILE-003", "DATE-003", "DATE-004", "DATE-006")
"""A file that cannot be read tells no more; and nothing is said of two keys of which one is wrong by itself."""


def _is_one_line(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether two mistakes concern the same key."""
    key = re.compile(r"[\w-]*:")
    return one["old"] in other["old"] or other["old"] in one["old"] or key.findall(one["old"])[:1] == key.findall(other["old"])[:1] != []

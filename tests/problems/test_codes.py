"""Codes: stable names of problems, each with a story and with words whose gaps are filled wherever they are used."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from clearinghouse.problems.codes import CODES, KINDS
from clearinghouse.problems.kind import Kind
from clearinghouse.problems.problem import Place, Problem
from tests.support.running import ROOT

MODULES = sorted((ROOT / "clearinghouse").rglob("*.py"))
REF = Kind(
    code="REF-000",
    title="A title",
    why="Why.",
    mend="Mend.",
    allowed="one of {known}",
    fixes=("did you mean {near} of {known}?", "correct it"),
)


def test_codes_stand_once_and_in_families() -> None:
    """A family's numbers run from 1 without a gap, since codes are never reused."""
    families: dict[str, list[int]] = {}
    for code in CODES:
        match = re.fullmatch(r"([A-Z]+)-(\d{3})", code)
        assert match, code
        families.setdefault(match[1], []).append(int(match[2]))
    assert families == {family: list(range(1, len(numbers) + 1)) for family, numbers in families.items()}


def test_a_kind_is_called_by_its_code() -> None:
    """A word behind it names another way of coming upon the same; title, why and mend are those of the code."""
    for name, kind in KINDS.items():
        assert re.fullmatch(re.escape(kind.code.replace("-", "_")) + r"(_[A-Z]+)*", name)
        first = CODES[kind.code]
        assert (kind.title, kind.why, kind.mend, kind.severity) == (first.title, first.why, first.mend, first.severity), name


def test_a_code_says_what_why_and_how() -> None:
    """Its title is no sentence, why and how are."""
    for code, kind in CODES.items():
        assert not kind.title.endswith("."), code
        assert re.match(r"[A-Z`]", kind.title), code
        for sentence in (kind.why, kind.mend):
            assert re.search(r"[.)`]$", sentence), sentence
            assert re.match(r"[A-Z0-9`]", sentence), sentence


def test_a_problem_is_its_kind_with_the_gaps_filled() -> None:
    """The first fix is said whose gaps all hold something."""
    place = Place("data/x.yml", 3, 5, "serves.0")
    gaps = {"known": "a, b", "near": "a"}
    assert REF.at(place, found="c", **gaps) == Problem(
        "data/x.yml", 3, 5, "REF-000", "serves.0", "c", "one of a, b", "did you mean a of a, b?"
    )
    assert REF.at(place, found="c", **gaps | {"near": ""}).fix == "correct it"
    assert REF.also("leave it out").at(place, known="a").fix == "leave it out"
    assert REF.filled(known="a").at(place, near="").allowed == "one of a"


@pytest.mark.parametrize("gaps", [{}, {"known": "a"}, {"known": "a", "near": "", "more": "x"}, {"knwon": "a", "near": ""}])
def test_a_gap_that_is_missing_or_misspelt_fails_at_once(gaps: dict[str, str]) -> None:
    """Also where it would be filled for good, when the module is imported."""
    with pytest.raises(TypeError, match="REF-000"):
        REF.at(Place("x"), **gaps)
    with pytest.raises(TypeError, match="REF-000 has no gap knwon"):
        REF.filled(knwon="a")


def with_text(part: str) -> Iterator[tuple[Path, str]]:
    """The modules in whose text this stands, and their texts: to take all of them apart would take long."""
    texts = ((module, module.read_text(encoding="utf-8")) for module in MODULES)
    return ((module, text) for module, text in texts if part in text)


def called_kinds(tree: ast.Module) -> list[tuple[Kind, ast.Call]]:
    """The calls of `.at(` on a kind that is named there and then: `REF_004.at(…)`, `kinds.REF_004.at(…)`."""
    calls = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "at":
            owner = node.func.value
            name = owner.attr if isinstance(owner, ast.Attribute) else owner.id if isinstance(owner, ast.Name) else ""
            calls += [(KINDS[name], node)] if name in KINDS else []
    return calls


def called_faults(tree: ast.Module) -> list[tuple[Kind, ast.Call, set[str]]]:
    """The calls of `Fault(` on a kind that is named there and then, with the gaps that they fill where these are written out."""
    calls = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Fault":
            first, gaps = node.args[0], node.args[1] if len(node.args) > 1 else ast.Dict([], [])
            name = first.attr if isinstance(first, ast.Attribute) else first.id if isinstance(first, ast.Name) else ""
            if name in KINDS and isinstance(gaps, ast.Dict) and all(isinstance(key, ast.Constant) for key in gaps.keys):
                calls.append((KINDS[name], node, {str(key.value) for key in gaps.keys if isinstance(key, ast.Constant)}))
    return calls


def test_whoever_finds_a_fault_fills_its_gaps() -> None:
    """As those do who find a problem at once."""
    checked = 0
    for module, text in with_text("Fault("):
        for kind, call, gaps in called_faults(ast.parse(text)):
            assert gaps == kind.gaps, f"{module}:{call.lineno}: {kind.code} has {sorted(kind.gaps)}"
            checked += 1
    assert checked > 5


def test_whoever_finds_a_problem_fills_its_gaps() -> None:
    """No call anywhere misses a gap, or fills one that its kind does not have."""
    checked = 0
    for module, text in with_text(".at("):
        for kind, call in called_kinds(ast.parse(text)):
            gaps = {keyword.arg for keyword in call.keywords if keyword.arg} - {"found"}
            is_open = any(keyword.arg is None for keyword in call.keywords)
            assert gaps <= kind.gaps if is_open else gaps == kind.gaps, f"{module}:{call.lineno}: {kind.code} has {sorted(kind.gaps)}"
            checked += 1
    assert checked > 60


def test_every_kind_is_used_and_declared_nowhere_else() -> None:
    """What nobody finds any more goes; and no code stands as a text outside of the declarations."""
    sources = {module: module.read_text(encoding="utf-8") for module in MODULES}
    names = Counter(name for source in sources.values() for name in re.findall(r"\b[A-Z]\w+\b", source))
    assert {name for name in KINDS if names[name] < 2} == set()
    elsewhere = {module for module in MODULES if "problems" not in module.parts}
    literals = re.compile(r"[\"'][A-Z]{2,6}-\d{3}[\"']")
    assert not [str(module) for module in elsewhere if literals.search(sources[module])]

"""Names: the struck words of docs/glossary.md are no identifiers, neither in Python nor in templates."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from jinja2 import Environment, nodes

ROOT = Path(__file__).parents[1]
GLOSSARY = (ROOT / "docs" / "glossary.md").read_text("utf-8")
STRUCK = frozenset(re.findall(r"`(\w+)`", GLOSSARY.partition("<!-- struck")[2].partition("<!-- end of struck")[0]))
NOWHERE = frozenset({"told", "manager", "helper", "util"})
"""Struck words that are no part of a longer name either: `told_beside`, `TestHelper`."""


_TEXTS_AND_COMMENTS = re.compile(r'"""(?:\\.|[^\\])*?"""|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'|#[^\n]*', re.DOTALL)
_STRUCK_LETTERS = re.compile(rf"{'|'.join(sorted(NOWHERE))}|\b_*(?:{'|'.join(sorted(STRUCK))})_*\b", re.IGNORECASE)


def words_of(name: str) -> set[str]:
    """The words of an identifier, in small letters: of `ToldBeside` and `told_beside` told and beside."""
    return set(re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower().strip("_").split("_"))


@cache
def is_struck(name: str) -> bool:
    """Whether a name is one of the struck words, or holds one that no name may hold."""
    return name.strip("_").lower() in STRUCK or not NOWHERE.isdisjoint(words_of(name))


def is_part_of_a_problem(name: str, text: str) -> bool:
    """Whether `found` is the author's text of a problem, which has a key of that name: declared so, or handed on as such."""
    return name == "found" and ("found: str" in text or "found=" in text)


def names_of(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """The names that a module gives, with their lines; those of tests are sentences."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            if not node.name.startswith("test_"):
                yield node.name, node.lineno
        elif isinstance(node, ast.arg):
            yield node.arg, node.lineno
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id, node.lineno
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            yield node.attr, node.lineno


def may_be_struck(text: str) -> bool:
    """Whether struck letters stand anywhere in a module but in texts and comments: only then is it taken apart, which takes long."""
    return bool(_STRUCK_LETTERS.search(_TEXTS_AND_COMMENTS.sub(" ", text)))


def test_the_glossary_names_what_is_struck() -> None:
    """Else this test would hold nothing."""
    assert NOWHERE < STRUCK


def test_python_gives_no_struck_name() -> None:
    """To functions, classes, arguments, variables and modules."""
    struck = []
    for path in (path for room in ("clearinghouse", "hooks", "tools", "tests") for path in sorted((ROOT / room).rglob("*.py"))):
        text = path.read_text("utf-8")
        names = [(path.stem, 1)] if not path.stem.startswith("test_") else []
        struck += [
            f"{path.relative_to(ROOT).as_posix()}:{line} {name}"
            for name, line in [*names, *(names_of(ast.parse(text)) if may_be_struck(text) else ())]
            if is_struck(name) and not is_part_of_a_problem(name, text)
        ]
    assert not struck, "\n".join(struck)


def test_templates_give_no_struck_name() -> None:
    """To macros, their arguments, loop variables and what is set."""
    struck = []
    for path in sorted((ROOT / "overrides").rglob("*.html")):
        tree = Environment().parse(path.read_text("utf-8"))
        names = {node.name for node in tree.find_all(nodes.Name) if node.ctx in ("store", "param")}
        names |= {macro.name for macro in tree.find_all(nodes.Macro)}
        struck += [f"{path.relative_to(ROOT).as_posix()} {name}" for name in sorted(names) if is_struck(name)]
    assert not struck, "\n".join(struck)

"""Reading ease: what people read here asks for no more school than its kind of text may, by Flesch and Kincaid."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import click
import pytest
import yaml

from clearinghouse.commands.shell import COMMANDS, chm
from clearinghouse.problems.codes import KINDS
from clearinghouse.vocabulary.glossary import GLOSSARY
from tests.support.prose.reading_ease import grade, sentences

ROOT = Path(__file__).parents[1]
_SAID = re.compile(r"""(?:printf|echo) (?:'([^'\n]* [^'\n]*)'|"([^"\n]* [^"\n]*)")""")


def _prose() -> Iterator[tuple[str, str]]:
    for path in sorted((ROOT / "content").glob("*.md")):
        yield path.name, path.read_text("utf-8")


def _documents() -> Iterator[tuple[str, str]]:
    for name in ("README.md", "CONTRIBUTING.md", "HOSTING.md", "SECURITY.md"):
        for section in re.split(r"^(?=##+ )", (ROOT / name).read_text("utf-8"), flags=re.MULTILINE):
            yield f"{name}, {section.partition(chr(10))[0].strip('# ')}", section


def _glossary() -> Iterator[tuple[str, str]]:
    for entry in GLOSSARY:
        yield entry.label, entry.meaning


def _problems() -> Iterator[tuple[str, str]]:
    yield from dict.fromkeys((kind.code, f"{kind.title}.\n\n{kind.why}\n\n{kind.mend}") for kind in KINDS.values())


def _helps() -> Iterator[tuple[str, str]]:
    for name, summary in COMMANDS.items():
        command = chm.get_command(click.Context(chm), name)
        assert command
        lines = [re.split(" {3,}", line)[-1] if line.startswith("  ") else line for line in (command.help or "").splitlines()]
        options = [option.help or "" for option in command.params if isinstance(option, click.Option)]
        yield name, "\n\n".join((summary, *lines, *options))


def _forms() -> Iterator[tuple[str, str]]:
    for path in sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml")):
        form = yaml.safe_load(path.read_text("utf-8"))
        fields = [part["attributes"] for part in form.get("body", ())]
        texts = [field.get("description") or field.get("value") or "" for field in fields]
        yield path.name, "\n\n".join((form.get("description", ""), *texts))
    for path in sorted((ROOT / ".github").rglob("*.md")):
        yield path.name, path.read_text("utf-8")


def _workflows() -> Iterator[tuple[str, str]]:
    for path in sorted((ROOT / ".github" / "workflows").glob("*.yml")):
        yield path.name, "\n\n".join((one or other).replace("\\n", "\n\n") for one, other in _SAID.findall(path.read_text("utf-8")))


KINDS_OF_TEXT = {_prose: 7, _documents: 7, _glossary: 6, _problems: 6, _helps: 6, _forms: 5, _workflows: 5}
"""Each kind of text, and the grade that all of its sentences together may ask for."""
MOST = 9.5
"""The grade that a single text may ask for: a short one is a sentence or two, in which a long word weighs much."""


@pytest.mark.parametrize(("texts", "most_of_all"), KINDS_OF_TEXT.items(), ids=lambda kind: getattr(kind, "__name__", ""))
def test_texts_ask_for_few_years_of_school(texts: Callable[[], Iterator[tuple[str, str]]], most_of_all: float) -> None:
    """Each text alone, and all of a kind together."""
    read = {name: list(sentences(text)) for name, text in texts()}
    assert {name: round(grade(text), 1) for name, text in read.items() if grade(text) > MOST} == {}
    every = [sentence for text in read.values() for sentence in text]
    assert every
    assert grade(every) <= most_of_all


@pytest.mark.parametrize(
    ("text", "becomes"),
    [
        ("One. Two three four, e.g. five!", ["Two three four, e.g. five!"]),
        ("# A heading of words\n\nOne two\nthree.", ["One two three."]),
        ("| a table of words |\n\n- one two three\n- four five six", ["- one two three", "- four five six"]),
        ("Read `chm build` and [the long page](a/b.md) now.", ["Read X and the long page now."]),
        ("The Convention on International Trade in Endangered Species of Wild Fauna and Flora is old.", ["The Name is old."]),
        ("They call it \u201can exceedingly complicated convention\u201d there.", ["They call it X there."]),
    ],
)
def test_names_quotations_and_code_are_not_our_words(text: str, becomes: list[str]) -> None:
    """Nor are headings and tables sentences."""
    assert list(sentences(text)) == becomes


def test_a_grade_grows_with_words_and_sentences() -> None:
    """By the formula; without a sentence there is nothing to read."""
    assert grade(["The cat sat on the mat."]) == pytest.approx(0.39 * 6 + 11.8 - 15.59)
    assert grade(["Institutional cooperation necessitates documentation."]) > 20 > grade(["They ask for a paper."])
    assert grade([]) == 0

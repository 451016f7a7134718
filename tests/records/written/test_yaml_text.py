"""YAML text: one text for a record, whoever writes it; and strict reading finds in it what was put in."""

import json
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from clearinghouse.reading.files.strict_yaml import Document, read_yaml
from clearinghouse.reading.typing.typing_records import typed
from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.written.yaml_text import WIDTH, plain, yaml_text
from tests.support.running import ROOT

CASES = json.loads((Path(__file__).parent / "yaml_text_cases.json").read_text(encoding="utf-8"))
"""What the twin in the browser is held against as well: name, collection, data, and the text that they become."""
FOLDERS = (ROOT / "data", ROOT / "tests" / "living")


def found_in(text: str) -> dict[str, Any]:
    """What strict reading finds in a text."""
    document = read_yaml("x.yml", text.encode("utf-8"))
    assert isinstance(document, Document), document
    return dict(document.data)


def as_written(data: Any, key: str = "") -> Any:
    """What is left of data when it is written: no empty values, and a body that ends with one line end."""
    if isinstance(data, dict):
        members = {name: as_written(member, name) for name, member in data.items()}
        return {name: member for name, member in members.items() if member}
    if isinstance(data, list):
        return [member for member in map(as_written, data) if member]
    body = re.sub("\r\n?", "\n", data).strip(" \t\n")
    return data if key != "body" else f"{body}\n" if body else ""


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_record_becomes_this_text(case: dict[str, Any]) -> None:
    """To the byte; and reading finds the same data in it."""
    text = yaml_text(case["collection"], case["data"])
    assert text == case["yaml"]
    assert found_in(text) == as_written(case["data"])


def test_there_are_cases_for_whatever_is_odd() -> None:
    """Each under a name of its own."""
    assert len({case["name"] for case in CASES}) == len(CASES) >= 30


def document_of(path: Path, content: bytes) -> Document:
    """A file as strict reading has it."""
    document = read_yaml(path.as_posix(), content)
    assert isinstance(document, Document), document
    return document


def record_of(collection: str, document: Document) -> BaseModel:
    """A document as a typed record."""
    record = typed(COLLECTIONS[collection].model, document, {"id": "x", "path": "x"})
    assert not isinstance(record, list), record
    return record


@pytest.mark.parametrize(
    "folder",
    [pytest.param(folder, marks=pytest.mark.long if folder.name == "data" else ()) for folder in FOLDERS],
    ids=lambda folder: folder.name,
)
def test_every_record_there_is_survives_being_written(folder: Path) -> None:
    """As read, and as typed and made plain again; written a second time, it stays as it is."""
    for path in folder.glob("[!_]*/**/[!_]*.yml"):
        collection = path.relative_to(folder).parts[0]
        document = document_of(path, path.read_bytes())
        text = yaml_text(collection, document.data)
        assert found_in(text) == as_written(dict(document.data)), path
        assert yaml_text(collection, found_in(text)) == text, path
        record = record_of(collection, document)
        assert record_of(collection, document_of(path, yaml_text(collection, plain(record)).encode("utf-8"))) == record, path


def test_no_line_that_can_be_broken_is_too_long() -> None:
    """A line of a folded text ends before the word that would not fit."""
    words = "protected species at the border of three states " * 20
    lines = yaml_text("trainings", {"summary": words.strip(), "note": "x" * 200}).splitlines()
    assert max(len(line) for line in lines[:-1]) <= WIDTH
    assert all(len(line) + len(after.split()[0]) >= WIDTH for line, after in pairwise(lines[1:-1]))


LEGAL = st.characters(
    max_codepoint=0xDFFFF, exclude_categories=("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"), include_characters="\t\n\u200b\u200c\u200d"
)
"""What strict reading lets stand; above the last it refuses all."""
ODD = st.sampled_from(
    [" ", "  ", "\n", "\n\n", "\t", ": ", " #", "- ", '"', "'", "\\", "|", ">-", "word ", "ភាសាខ្មែរ", "ไทย ", "a b " * 60]
)
TEXTS = st.one_of(st.text(LEGAL, max_size=40), st.lists(st.one_of(ODD, st.text(LEGAL, max_size=8)), max_size=12).map("".join))
SOURCES = st.lists(st.fixed_dictionaries({}, optional=dict.fromkeys(("url", "publisher", "kind", "other"), TEXTS)), max_size=3)
RECORDS = st.fixed_dictionaries(
    {},
    optional={
        "title": TEXTS,
        "title_local": st.dictionaries(TEXTS.filter(bool), TEXTS, max_size=3),
        "summary": TEXTS,
        "body": TEXTS,
        "note": TEXTS,
        "organisers": st.lists(TEXTS, max_size=4),
        "sources": SOURCES,
        "registration": st.fixed_dictionaries({}, optional={"url": TEXTS, "contact": TEXTS}),
    },
)


@given(RECORDS)
def test_whatever_is_written_is_found_again(data: dict[str, Any]) -> None:
    """Any text that a record may hold, at any place, but for what is empty."""
    written = as_written(data)
    if written:
        assert found_in(yaml_text("trainings", data)) == written

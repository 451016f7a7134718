"""Amending: a file with other data keeps what does not change, to the letter."""

import difflib
from pathlib import Path
from typing import Any

import pytest

from clearinghouse.reading.editing.amending import amended
from clearinghouse.reading.files.strict_yaml import Document, read_yaml
from clearinghouse.records.written.yaml_text import yaml_text
from tests.support.plain import DATA

TEXT = """\
# A comment at the top

title:   Crime scenes   # of rangers
kind: training
status: announced
starts: "2026-03-02"
# A comment on the source
sources:
  - {url: https://example.org/a, publisher: "Office", kind: news, accessed: 2026-01-10}
confidence: high
published: 2026-01-10

# The end
"""
CHANGE = {"on": "2026-02-01", "what": "held", "id": "held"}


def data_of(text: str) -> dict[str, Any]:
    """The plain data of a file."""
    document = read_yaml("", text.encode())
    assert isinstance(document, Document), document
    return dict(document.data)


def differing(before: str, after: str) -> list[str]:
    """The lines that went (-) and came (+)."""
    return [line.rstrip("\n") for line in difflib.ndiff(before.splitlines(True), after.splitlines(True)) if line[0] in "-+"]


def test_nothing_changes_where_nothing_does() -> None:
    """Comments, spaces, quotes and flow style stay."""
    assert amended("trainings", TEXT.encode(), data_of(TEXT)) == TEXT


def test_only_the_keys_that_change_are_written_anew() -> None:
    """And new ones stand where they belong."""
    data = data_of(TEXT) | {"status": "held", "place": "Kui Buri", "changes": [CHANGE]}
    assert differing(TEXT, amended("trainings", TEXT.encode(), data)) == [
        "- status: announced", "+ status: held", "+ place: Kui Buri",
        "+ changes:", "+   - on: 2026-02-01", "+     what: held", "+     id: held",
    ]  # fmt: skip


def test_a_list_that_grew_keeps_its_members_as_they_stand() -> None:
    """Where they are written as `yaml_text` writes them."""
    text = TEXT.replace("published", "changes:\n  - on:   2026-01-20\n    what: confirmed   # by mail\n    id: confirmed\npublished")
    data = data_of(text)
    data["changes"] = [*data["changes"], CHANGE]
    assert differing(text, amended("trainings", text.encode(), data)) == ["+   - on: 2026-02-01", "+     what: held", "+     id: held"]


def test_a_list_that_is_written_in_another_way_is_written_anew() -> None:
    """So that its members stand alike."""
    text = TEXT.replace("published", "changes: [{on: 2026-01-20, what: confirmed, id: confirmed}]\npublished")
    data = data_of(text)
    data["changes"] = [*data["changes"], CHANGE]
    amended_text = amended("trainings", text.encode(), data)
    assert data_of(amended_text) == data
    assert amended_text.count("  - on: ") == 2
    assert "# The end" in amended_text


def test_a_key_may_go() -> None:
    """With its lines."""
    data = {key: value for key, value in data_of(TEXT).items() if key != "starts"}
    assert differing(TEXT, amended("trainings", TEXT.encode(), data)) == ['- starts: "2026-03-02"', "- # A comment on the source"]


@pytest.mark.parametrize(
    "text",
    [
        "{title: Crime scenes, kind: training}\n",
        "title: Crime scenes\nkind: training",
        '\ufefftitle: Crime scenes\n"kind": training\n',
        "---\nkind: training\ntitle: Crime scenes\n...\n",
    ],
)
def test_a_file_of_another_form_is_written_whole_if_need_be(text: str) -> None:
    """What it says is right in any case."""
    data = data_of(text) | {"kind": "study visit", "status": "held", "place": "# no: comment"}
    assert data_of(amended("trainings", text.encode(), data)) == data


@pytest.mark.parametrize("path", sorted((DATA / "legislation").glob("[a-z]*.yml")), ids=lambda path: path.stem)
def test_true_files_grow_by_what_is_added(path: Path) -> None:
    """Nothing else in them changes, and they say what they should."""
    text = path.read_text(encoding="utf-8")
    data = data_of(text)
    for key in ("assessments", "changes"):
        data[key] = [*data.get(key, []), {"as_of": "2026", "note": "x: # y"}]
    amended_text = amended("legislation", text.encode(), data)
    assert data_of(amended_text) == data
    assert {line[0] for line in differing(text, amended_text)} == {"+"}
    assert data_of(yaml_text("legislation", data)) == data

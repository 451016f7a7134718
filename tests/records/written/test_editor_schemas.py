"""Editor schemas: an editor finds nothing wrong with a sound record, and sees the commonest mistakes while they are typed."""

import re
from functools import cache
from typing import Any

import pytest
import yaml

from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.written.editor_schemas import editor_schema
from tests.support.haste import daily
from tests.support.running import ROOT
from tests.support.schemas import validator
from tools.schemas import texts

FOLDERS = (ROOT / "data", ROOT / "tests" / "living")


class AsEditorsRead(yaml.CSafeLoader):
    """YAML 1.2's core schema, by which editors take texts for numbers, truth values and nothing."""


AsEditorsRead.yaml_implicit_resolvers = {}


for kind, pattern, first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", r"~|null|Null|NULL|", "~nN"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
):
    AsEditorsRead.add_implicit_resolver(f"tag:yaml.org,2002:{kind}", re.compile(f"(?:{pattern})$"), list(first))


@cache
def rules(collection: str) -> Any:
    """The schema of a collection, as an editor uses it."""
    return validator(editor_schema(collection))


def wrong(collection: str, text: str) -> list[str]:
    """Where an editor underlines something."""
    errors = rules(collection).iter_errors(yaml.load(text, AsEditorsRead))
    return sorted(".".join(map(str, error.absolute_path)) for error in errors)


@pytest.mark.parametrize("collection", daily(COLLECTIONS, "trainings", "legislation"))
def test_a_schema_is_a_schema(collection: str) -> None:
    """Draft 7, which editors know best; every key has its help."""
    schema = editor_schema(collection)
    assert validator(schema)
    assert "draft-07" in schema["$schema"]
    assert all(key["description"] for key in schema["properties"].values())


def test_the_committed_schemas_are_those_of_the_fields() -> None:
    """Else make them again: .venv/bin/python -m tools.schemas."""
    assert len(texts()) == len(COLLECTIONS) + 1
    old = [path.as_posix() for path, text in texts().items() if (ROOT / path).read_text(encoding="utf-8") != text]
    assert not old, "run python -m tools.schemas"


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_the_sample_names_its_schema(collection: str) -> None:
    """In its first line, relative to itself, so that a copy of it in the same folder finds it as well."""
    first = (ROOT / "data" / collection / "_example.yml").read_text(encoding="utf-8").splitlines()[0]
    assert first == f"# yaml-language-server: $schema=../_schemas/{collection}.json"


@pytest.mark.parametrize("collection", daily(COLLECTIONS, "trainings", "legislation", "projects"))
def test_an_editor_finds_nothing_wrong_with_sound_records(collection: str) -> None:
    """Nor with the sample, though it reads `2026` as a number and `true` as a truth value."""
    files = [path for folder in FOLDERS for path in (folder / collection).rglob("*.yml") if path.stem != "_about"]
    assert files
    assert {path: places for path in files if (places := wrong(collection, path.read_text(encoding="utf-8")))} == {}


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("kind: training ", "kind: trainings ", "kind"),
        ("starts: 2026-03-02", "starts: 2 March 2026", "starts"),
        ("host: TH", "host: Thailand", "host"),
        ("  - rangers", "  - park rangers", "audience.0"),
        ("status: announced", "state: announced", ""),
        ('from: "09:00"', 'from: "9:00"', "time.from"),
        ("url: https://example.org/crime-scene", "url: example.org/crime-scene", "sources.0.url"),
        ("participants: 32", "participants: about 30", "participants"),
        ("serves:", "serves: none\nserved:", ""),
        ("    publisher: Office of Examples", "    # publisher", "sources.0"),
        ("contact: training@office.example", "contact: office", "registration.contact"),
    ],
)
def test_a_mistake_is_seen_while_it_is_typed(old: str, new: str, where: str) -> None:
    """Where it stands, or at the group in which a key is missing or unknown."""
    sample = (ROOT / "data" / "trainings" / "_example.yml").read_text(encoding="utf-8")
    assert old in sample
    assert where in wrong("trainings", sample.replace(old, new, 1))

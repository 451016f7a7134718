"""Keys: what people are asked for is what the models take and what the commented samples show."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from clearinghouse.problems.problem import Problem
from clearinghouse.reading.files.strict_yaml import Document, read_yaml
from clearinghouse.reading.typing.typing_records import typed
from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.keys.key import BY_LANGUAGE, GROUP, Key
from clearinghouse.records.keys.values import VALUES
from clearinghouse.records.written.keys import key_in, keys_in, leaves_of
from tests.support.plain import DATA

OUTSIDE = {"id": "th-2026-03-x", "path": "x.yml"}
ODD = (
    "no such thing",
    "two\nlines",
    " ",
    "2026-02-30",
    "2026-03",
    "1899",
    "12:99",
    "-1",
    "1.5",
    "<b>",
    "TRUE",
    "Thailand",
    "th",
    "http:",
    "new",
)
"""Texts that one type or another refuses, each in words of its own."""
LONG = ("x" * 201, "x" * 301, "x" * 1_201, "x" * 4_001, "x" * 20_001)
FEW = 50
COMPARING = ("DATE-003", "DATE-004", "DATE-005", "DATE-006", "DATE-012", "KEY-003")
"""Rules that compare keys: with odd values in all of them, they say nothing of one."""
TEXTUAL = ("line", "title", "paragraph", "wording", "body")

Path_ = tuple[str, ...]


def every(keys: tuple[Key, ...], path: Path_ = ()) -> Iterator[tuple[Path_, Key]]:
    """Keys with those of their groups, by path; a member of a list is its first."""
    for key in keys:
        here = (*path, key.name)
        yield here, key
        yield from every(key.parts, (*here, "0") if key.many else here)


def example(key: Key) -> Any:
    """A key filled with its example."""
    if key.type == GROUP:
        value: Any = {part.name: example(part) for part in key.parts}
    elif key.type == BY_LANGUAGE:
        return dict([key.example.split(": ")])
    else:
        value = key.example.split("; ") if key.many else key.example
    return [value] if key.many and key.type == GROUP else value


def full(collection: str) -> dict[str, Any]:
    """A record in which every key holds its example; what rules out another key is left out."""
    record = {key.name: example(key) for key in keys_in(collection) if key.name != "undated"}
    for part in (record, *record.get("sub_activities", ())):
        for indicator in part.get("indicators", ()):
            del indicator["type"]
    return record


def problems_of(collection: str, data: dict[str, Any]) -> list[Problem]:
    """The problems of a record."""
    record = typed(COLLECTIONS[collection].model, Document("x.yml", data, {}, {}), OUTSIDE)
    return record if isinstance(record, list) else []


def put(data: dict[str, Any], path: Path_, value: Any) -> dict[str, Any]:
    """The record with another value at a path."""
    place: Any = data
    for part in path[:-1]:
        place = place[int(part)] if isinstance(place, list) else place[part]
    place[path[-1]] = value
    return data


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_keys_stand_in_the_order_of_the_sample(collection: str) -> None:
    """Which shows every key, `undated` as a comment."""
    sample = read_yaml("x", (DATA / collection / "_example.yml").read_bytes())
    assert isinstance(sample, Document)

    def hold(data: Any, known: tuple[Key, ...], path: str = "") -> None:
        keys = [key.name for key in known]
        assert [key for key in data if key in keys] == sorted(data, key=keys.index), path
        for key in known:
            inner = data.get(key.name) or []
            for member in (inner if key.many else [inner]) if key.type == GROUP and inner else []:
                hold(member, key.parts, f"{path}{key.name}.")

    hold(sample.data, keys_in(collection))
    assert set(sample.data) | {"undated"} >= {key.name for key in keys_in(collection)}


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_what_is_required_is_what_an_empty_record_lacks(collection: str) -> None:
    """At the top and in every group."""
    assert {problem.key for problem in problems_of(collection, {}) if problem.code == "KEY-002"} == {
        key.name for key in keys_in(collection) if key.required
    }
    for path, key in every(keys_in(collection)):
        if key.type == GROUP:
            data = put(full(collection), path, [{}] if key.many else {})
            inside = ".".join([*path, "0"] if key.many else path)
            lacking = {
                problem.key
                for problem in problems_of(collection, data)
                if problem.code == "KEY-002" and problem.key.startswith(f"{inside}.")
            }
            assert lacking == {f"{inside}.{part.name}" for part in key.parts if part.required}, path


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_a_record_made_of_the_examples_is_sound(collection: str) -> None:
    """So an example can be copied."""
    assert not problems_of(collection, full(collection))


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_a_key_is_checked_by_the_rules_of_its_type(collection: str) -> None:
    """An odd value is told with the same code and words by the record and by the rules of the type that the field names."""
    texts = [(path, key) for path, key in every(keys_in(collection)) if key.type not in (GROUP, BY_LANGUAGE)]
    for odd in (*ODD, *LONG):
        tries = [(path, key) for path, key in texts if odd in ODD or key.type in TEXTUAL]
        for several in (tries[start : start + FEW] for start in range(0, len(tries), FEW)):  # no more than 100 problems are told
            data = full(collection)
            for path, key in several:
                put(data, path, [odd] if key.many else odd)
            problems = {
                problem.key: (problem.code, problem.allowed, problem.fix)
                for problem in problems_of(collection, data)
                if problem.code not in COMPARING
            }
            for path, key in several:
                value = VALUES[key.type]
                fault = (value.of_words(key.words) if key.words else value).fault(odd)
                expected = (fault.kind.code, *fault.kind.words(fault.gaps)) if fault else None
                assert problems.get(".".join([*path, "0"] if key.many else path)) == expected, path


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_every_key_says_what_belongs_there(collection: str) -> None:
    """In a sentence, with an example, under a label that neither is nor means another."""
    for path, key in every(keys_in(collection)):
        assert key.label, path
        assert key.type == GROUP or key.example, path
        assert re.search(r"[.…]$|[:)]$", key.help), path
    named = [name for leaf in leaves_of(collection) for name in {leaf.label.casefold(), leaf.path}]
    assert len(named) == len(set(named)), "a label or key means two fields"


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("title", "title"),
        ("sources.1.url", "url"),
        ("audience.12", "audience"),
        ("title_local.th", "th"),
        ("registration.contact", "contact"),
    ],
)
def test_a_key_is_found_by_its_path(path: str, name: str) -> None:
    """Dotted, members of lists by number."""
    known = key_in("trainings", path)
    assert known
    assert known.name == name


@pytest.mark.parametrize(
    "path", ["titel", "sources.url", "title.x", "audience.x", "title.0", "registration.x", "sources.0.0", "audience.1.2", ""]
)
def test_where_nothing_may_stand_there_is_no_key(path: str) -> None:
    """Neither by a misspelt key nor by a number too many."""
    assert key_in("trainings", path) is None


@pytest.mark.parametrize(
    ("path", "text", "value"),
    [
        ("host", "thailand", "TH"),
        ("host", "la", "LA"),
        ("languages", "Khmer", "km"),
        ("audience", "Forest rangers", "rangers"),
        ("topics", "DNA", "forensics"),
        ("sources.0.kind", "Law text", "law text copy"),
        ("sources.0.kind", "news (Thai)", "news (Thai)"),
        ("mode", "In Person", "in person"),
        ("undated", "Yes", "true"),
        ("host", "Nowhere", "Nowhere"),
        ("title", "Thailand", "Thailand"),
    ],
)
def test_another_spelling_means_a_value_of_the_closed_list(path: str, text: str, value: str) -> None:
    """A name, a synonym or capitals; what means none stays as it is, to be told as a problem."""
    key = key_in("trainings", path)
    assert key
    assert key.meant(text) == value


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_the_models_give_a_json_schema_by_themselves(collection: str) -> None:
    """In which every key has its label where it has one, its help and its example, since the models say so in pydantic's own terms."""
    schema = COLLECTIONS[collection].model.model_json_schema()
    for key in keys_in(collection):
        words = schema["properties"][key.name]
        group = schema["$defs"].get(words.get("$ref", "").rpartition("/")[2], {})
        assert (words.get("title") or group["title"], words["description"]) == (key.label, key.help)
        assert key.type == GROUP or words["examples"]

"""Fields: what people are asked for is what the record types take and what the commented samples show."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from clearinghouse.problems.problem import Problem
from clearinghouse.reading.files.strict_yaml import Document, read_yaml
from clearinghouse.reading.typing.typing_records import known_keys, typed
from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.keys.conditions import first_failed
from clearinghouse.records.keys.rules import VALUES
from clearinghouse.records.written.field import BY_LANGUAGE, GROUP, Field
from clearinghouse.records.written.fields import FIELDS, field_at, leaves_of

DATA = Path(__file__).parents[2] / "data"
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
COMPARING = ("DATE-003", "DATE-004", "DATE-005", "DATE-006")
"""Rules that compare keys: with odd values in all of them, they say nothing of one."""
UNTRIMMED = tuple(name for name, rules in VALUES.items() if rules[0].fails != "blank")
TEXTUAL = ("line", "title", "paragraph", "wording", "body")

Path_ = tuple[str, ...]


def every(fields: tuple[Field, ...], path: Path_ = ()) -> Iterator[tuple[Path_, Field]]:
    """Fields with those of their groups, by path; a member of a list is its first."""
    for field in fields:
        here = (*path, field.key)
        yield here, field
        yield from every(field.parts, (*here, "0") if field.many else here)


def example(field: Field) -> Any:
    """A field filled with its example."""
    if field.type == GROUP:
        value: Any = {part.key: example(part) for part in field.parts}
    elif field.type == BY_LANGUAGE:
        return dict([field.example.split(": ")])
    else:
        value = field.example.split("; ") if field.many else field.example
    return [value] if field.many and field.type == GROUP else value


def full(collection: str) -> dict[str, Any]:
    """A record in which every field holds its example; what rules out another key is left out."""
    return {field.key: example(field) for field in FIELDS[collection] if field.key != "undated"}


def told(collection: str, data: dict[str, Any]) -> list[Problem]:
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
def test_the_fields_are_the_keys_of_the_record_type(collection: str) -> None:
    """None missing, none invented, in all groups."""
    model = COLLECTIONS[collection].model
    assert {field.key for field in FIELDS[collection]} == set(known_keys(model, ()))
    for path, field in every(FIELDS[collection]):
        if field.type == GROUP:
            inside = tuple(int(part) if part.isdecimal() else part for part in path) + ((0,) if field.many else ())
            assert {part.key for part in field.parts} == set(known_keys(model, inside)), path


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_the_fields_stand_in_the_order_of_the_sample(collection: str) -> None:
    """Which shows every key, `undated` as a comment."""
    sample = read_yaml("x", (DATA / collection / "_example.yml").read_bytes())
    assert isinstance(sample, Document)

    def held(data: Any, fields: tuple[Field, ...], path: str = "") -> None:
        keys = [field.key for field in fields]
        assert [key for key in data if key in keys] == sorted(data, key=keys.index), path
        for field in fields:
            inner = data.get(field.key) or []
            for member in (inner if field.many else [inner]) if field.type == GROUP and inner else []:
                held(member, field.parts, f"{path}{field.key}.")

    held(sample.data, FIELDS[collection])
    assert set(sample.data) | {"undated"} >= {field.key for field in FIELDS[collection]}


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_what_is_required_is_what_an_empty_record_lacks(collection: str) -> None:
    """At the top and in every group."""
    assert {problem.key for problem in told(collection, {}) if problem.code == "KEY-002"} == {
        field.key for field in FIELDS[collection] if field.required
    }
    for path, field in every(FIELDS[collection]):
        if field.type == GROUP:
            data = put(full(collection), path, [{}] if field.many else {})
            inside = ".".join([*path, "0"] if field.many else path)
            lacking = {
                problem.key for problem in told(collection, data) if problem.code == "KEY-002" and problem.key.startswith(f"{inside}.")
            }
            assert lacking == {f"{inside}.{part.key}" for part in field.parts if part.required}, path


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_a_record_made_of_the_examples_is_sound(collection: str) -> None:
    """So an example can be copied."""
    assert not told(collection, full(collection))


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_a_field_is_checked_by_the_rules_of_its_type(collection: str) -> None:
    """An odd value is told with the same code and words by the record and by the rules of the type that the field names."""
    texts = [(path, field) for path, field in every(FIELDS[collection]) if field.type not in (GROUP, BY_LANGUAGE)]
    for odd in (*ODD, *LONG):
        asked = [(path, field) for path, field in texts if odd in ODD or field.type in TEXTUAL]
        for several in (asked[start : start + FEW] for start in range(0, len(asked), FEW)):  # no more than 100 problems are told
            data = full(collection)
            for path, field in several:
                put(data, path, [odd] if field.many else odd)
            problems = {each.key: (each.code, each.allowed, each.fix) for each in told(collection, data) if each.code not in COMPARING}
            for path, field in several:
                failed = first_failed(field.type, odd.strip() if field.type not in UNTRIMMED else odd, field.words)
                expected = (failed.code, failed.allowed, failed.fix) if failed else None
                assert problems.get(".".join([*path, "0"] if field.many else path)) == expected, path


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_every_field_says_what_belongs_there(collection: str) -> None:
    """In a sentence, with an example, under a label that neither is nor means another."""
    for path, field in every(FIELDS[collection]):
        assert field.label, path
        assert field.type == GROUP or field.example, path
        assert re.search(r"[.…]$|[:)]$", field.help), path
    named = [name for leaf in leaves_of(collection) for name in {leaf.label.casefold(), leaf.path}]
    assert len(named) == len(set(named)), "a label or key means two fields"


@pytest.mark.parametrize(
    ("path", "key"),
    [
        ("title", "title"),
        ("sources.1.url", "url"),
        ("audience.12", "audience"),
        ("title_local.th", "th"),
        ("registration.contact", "contact"),
    ],
)
def test_a_field_is_found_by_its_path(path: str, key: str) -> None:
    """Dotted, members of lists by number."""
    found = field_at("trainings", path)
    assert found
    assert found.key == key


@pytest.mark.parametrize(
    "path", ["titel", "sources.url", "title.x", "audience.x", "title.0", "registration.x", "sources.0.0", "audience.1.2", ""]
)
def test_where_nothing_may_stand_there_is_no_field(path: str) -> None:
    """Neither by a misspelt key nor by a number too many."""
    assert field_at("trainings", path) is None


@pytest.mark.parametrize(
    ("path", "text", "value"),
    [
        ("host", "thailand", "TH"),
        ("host", "la", "LA"),
        ("languages", "Khmer", "km"),
        ("audience", "Forest rangers", "rangers"),
        ("topics", "DNA", "forensics"),
        ("mode", "In Person", "in person"),
        ("undated", "Yes", "true"),
        ("host", "Nowhere", "Nowhere"),
        ("title", "Thailand", "Thailand"),
    ],
)
def test_another_spelling_means_a_value_of_the_closed_list(path: str, text: str, value: str) -> None:
    """A name, a synonym or capitals; what means none stays as it is, to be told as a problem."""
    field = field_at("trainings", path)
    assert field
    assert field.meant(text) == value

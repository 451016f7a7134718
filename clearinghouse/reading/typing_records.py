"""Typing: a strictly read document becomes a record of its collection, or problems, all of them at once."""

import difflib
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from clearinghouse.problems.codes import CODES
from clearinghouse.problems.problem import Problem
from clearinghouse.reading.strict_yaml import Document, Path

Model = TypeVar("Model", bound=BaseModel)
FROM_OUTSIDE = ("id", "path")
"""What a record knows of itself from its file's name, and must not write again."""
FEW = 10

_SHAPES = {
    "tuple_type": "a list: one value a line, each after a hyphen",
    "list_type": "a list: one value a line, each after a hyphen",
    "dict_type": "keys and values, indented below the key",
    "mapping_type": "keys and values, indented below the key",
    "model_type": "keys and values, indented below the key",
    "model_attributes_type": "keys and values, indented below the key",
    "string_type": "text",
}


def typed(model: type[Model], document: Document, outside: Mapping[str, str]) -> Model | list[Problem]:
    """Types one document. `outside` holds id and path where the model has them."""
    data = {key: value for key, value in document.data.items() if not (key in FROM_OUTSIDE and _is_outside(model, key))}
    try:
        record = model.model_validate(data | dict(outside))
    except ValidationError as error:
        found = error.errors(include_url=False, include_input=False)
        told = [_problem(model, document, details) for details in found if not _is_echo(document, details)]
        return told + list(_outside_keys(model, document))
    return list(_outside_keys(model, document)) or record


def _is_outside(model: type[BaseModel], key: str) -> bool:
    return key in FROM_OUTSIDE and key in model.model_fields


def _outside_keys(model: type[BaseModel], document: Document) -> Iterator[Problem]:
    for key in FROM_OUTSIDE:
        if key in document.data and _is_outside(model, key):
            line, column = document.place((key,), of_key=True)
            yield Problem(
                document.path,
                line,
                column,
                "KEY-001",
                key,
                key,
                "no such key: a record's id is the name of its file",
                f"delete the line `{key}: …`",
            )


def _problem(model: type[BaseModel], document: Document, details: ErrorDetails) -> Problem:
    path, is_key = _blamed(document, details)
    line, column = document.place(path, of_key=is_key or details["type"] == "extra_forbidden")
    code, found, allowed, fix = _told(model, details, path, str(path[-1]) if is_key else _found(document, path))
    return Problem(document.path, line, column, code, ".".join(map(str, path)), found, allowed, fix)


def _is_echo(document: Document, details: ErrorDetails) -> bool:
    """Whether a list is only too short because its members, told by themselves, were left out."""
    return details["type"] == "too_short" and (*details["loc"], details["ctx"]["min_length"] - 1) in document.values


def _blamed(document: Document, details: ErrorDetails) -> tuple[Path, bool]:
    """What is wrong, and whether it is the key that is: pydantic reports a mapping's key at (…, key, "[key]")."""
    path = details["loc"]
    if path[-1:] == ("[key]",) and path not in document.values:
        return path[:-1], True
    return path + tuple(details.get("ctx", {}).get("at", ())), False


def _told(model: type[BaseModel], details: ErrorDetails, path: Path, found: str | None) -> tuple[str, str, str, str]:
    """Code, found, allowed and fix. found: the author's text, empty where it is empty, None where nothing stands."""
    kind, context = details["type"], details.get("ctx", {})
    if kind == "missing":
        return "KEY-002", "", f"the key `{path[-1]}`", f"add `{path[-1]}: …`, as in _example.yml of the folder"
    if kind == "extra_forbidden":
        known = known_keys(model, path[:-1])
        near = difflib.get_close_matches(str(path[-1]), known, n=1, cutoff=0.6)
        fix = f"did you mean `{near[0]}`?" if near else "correct the spelling, or put the fact into `note`"
        allowed = ", ".join(known) if len(known) <= FEW or not near else "only the keys of _example.yml of the folder"
        return "KEY-001", str(path[-1]), allowed, fix
    if found == "":
        return "TEXT-001", "", "a value, or no such line", "fill it in, or delete the line: a gap stays a gap"
    if kind in CODES:
        return kind, str(context.get("found") or found or ""), str(context["allowed"]), str(context["fix"])
    if kind == "literal_error":
        return "TERM-001", found or "", str(context["expected"]).replace("'", ""), "take one of the allowed words"
    if kind == "too_short":
        return "TYPE-001", found or "", f"a list of at least {context['min_length']}", "add one, as in _example.yml of the folder"
    if kind == "too_long":
        return "TYPE-001", found or "", f"a list of at most {context['max_length']}", "take some out"
    return "TYPE-001", found or "", _SHAPES.get(kind, str(details["msg"])), "write it as in _example.yml of the folder"


def _found(document: Document, path: Path) -> str | None:
    # A rule on a key that the author did not write (neither `starts` nor `undated`) found nothing.
    if path not in document.values:
        return None
    value: Any = document.data
    for part in path:
        value = value[part]
    return value if isinstance(value, str) else "a list" if isinstance(value, list) else "keys and values"


def known_keys(model: type[BaseModel], path: Path) -> list[str]:
    """The keys that may stand at a path inside a record, as authors write them."""
    schema = _schema(model)
    node: Any = schema
    for part in path:
        node = _resolved(node, schema)
        node = node.get("items", {}) if isinstance(part, int) else node.get("properties", {}).get(part, {})
    properties = _resolved(node, schema).get("properties", {})
    return [name for name in properties if path or name not in FROM_OUTSIDE]


@cache
def _schema(model: type[BaseModel]) -> dict[str, Any]:
    return model.model_json_schema(mode="validation")


def _resolved(node: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    for choice in node.get("anyOf", []):
        if choice.get("type") != "null":
            node = choice
            break
    reference = node.get("$ref", "")
    return schema["$defs"][reference.rpartition("/")[2]] if reference else node

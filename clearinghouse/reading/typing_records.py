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
        told = [_problem(model, document, details) for details in error.errors(include_url=False, include_input=True)]
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
    # A mapping's key that is wrong is reported by pydantic at (…, key, "[key]").
    path = tuple(part for part in details["loc"] if part != "[key]")
    of_key = details["loc"][-1:] == ("[key]",)
    kind, context = details["type"], details.get("ctx", {})
    key = ".".join(str(part) for part in path)
    if kind == "missing":
        line, column = document.place(path[:-1])
        name = str(path[-1])
        return Problem(document.path, line, column, "KEY-002", key, "", f"the key `{name}`", f"add `{name}: …`")
    if kind == "extra_forbidden":
        line, column = document.place(path, of_key=True)
        known = known_keys(model, path[:-1])
        near = difflib.get_close_matches(str(path[-1]), known, n=1, cutoff=0.6)
        fix = f"did you mean `{near[0]}`?" if near else "correct the spelling, or put the fact into `note`"
        return Problem(document.path, line, column, "KEY-001", key, str(path[-1]), ", ".join(known), fix)
    line, column = document.place(path, of_key)
    found = str(path[-1]) if of_key else _found(details["input"], document, path)
    if kind in CODES:
        return Problem(document.path, line, column, kind, key, found, str(context["allowed"]), str(context["fix"]))
    if kind in _SHAPES:
        return Problem(document.path, line, column, "TYPE-001", key, found, _SHAPES[kind], "write it as in _example.yml of the folder")
    if kind == "literal_error":
        return Problem(
            document.path, line, column, "TERM-001", key, found, str(context["expected"]).replace("'", ""), "take one of the allowed words"
        )
    if kind in ("too_short", "too_long"):
        least, most = context.get("min_length"), context.get("max_length")
        allowed = f"at least {least}" if least is not None else f"at most {most}"
        return Problem(
            document.path, line, column, "TYPE-001", key, found, f"a list of {allowed}", "add one" if least is not None else "take some out"
        )
    return Problem(document.path, line, column, "TYPE-001", key, found, str(details["msg"]), "write it as in _example.yml of the folder")


def _found(value: Any, document: Document, path: Path) -> str:
    # A rule on a key that the author did not write (neither `starts` nor `undated`) found nothing.
    if path and path not in document.values:
        return ""
    if isinstance(value, str):
        return value
    return "a list" if isinstance(value, list) else "keys and values" if isinstance(value, dict) else ""


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

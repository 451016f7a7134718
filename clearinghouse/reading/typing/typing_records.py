"""Typing: a strictly read document becomes a record of its collection, or problems, all of them at once."""

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from clearinghouse.problems.codes import CODES
from clearinghouse.problems.problem import Problem, first_told
from clearinghouse.reading.files.strict_yaml import Document, Path
from clearinghouse.records.keys.keys_of import names_at
from clearinghouse.records.keys.shapes import SHAPES, misshapen, unknown

Model = TypeVar("Model", bound=BaseModel)
FROM_OUTSIDE: tuple[str, ...] = SHAPES["outside"].given["keys"]
"""What a record knows of itself from its file's name, and must not write again."""

_SHAPES = {
    "tuple_type": "no_list",
    "list_type": "no_list",
    "dict_type": "no_group",
    "mapping_type": "no_group",
    "model_type": "no_group",
    "model_attributes_type": "no_group",
}
"""Pydantic's words for the ways of having another shape."""


def typed(model: type[Model], document: Document, outside: Mapping[str, str]) -> Model | list[Problem]:
    """Types one document. `outside` holds id and path where the model has them."""
    data = {key: value for key, value in document.data.items() if not (key in FROM_OUTSIDE and _is_outside(model, key))}
    try:
        record = model.model_validate(data | dict(outside))
    except ValidationError as error:
        found = [details for details in error.errors(include_url=False, include_input=False) if not _is_echo(document, details)]
        return first_told((_problem(model, document, details) for details in found), len(found)) + list(_outside_keys(model, document))
    return list(_outside_keys(model, document)) or record


def _is_outside(model: type[BaseModel], key: str) -> bool:
    return key in FROM_OUTSIDE and key in model.model_fields


def _outside_keys(model: type[BaseModel], document: Document) -> Iterator[Problem]:
    for key in FROM_OUTSIDE:
        if key in document.data and _is_outside(model, key):
            line, column = document.place((key,), of_key=True)
            told = misshapen("outside", key=key)
            yield Problem(document.path, line, column, told.code, key, key, told.allowed, told.fix)


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
    if kind in CODES and found != "":
        return kind, str(context.get("found") or found or ""), str(context["allowed"]), str(context["fix"])
    if kind == "missing":
        told = misshapen("missing", key=str(path[-1]))
    elif kind == "extra_forbidden":
        found, told = str(path[-1]), unknown(str(path[-1]), names_at(model, path[:-1]))
    elif found == "":
        told = misshapen("empty")
    elif kind == "too_short":
        told = misshapen("too_few", least=str(context["min_length"]))
    elif kind in _SHAPES:
        told = misshapen(_SHAPES[kind])
    else:
        return "TYPE-001", found or "", str(details["msg"]), "write it as in _example.yml of the folder"
    return told.code, found or "", told.allowed, told.fix


def _found(document: Document, path: Path) -> str | None:
    # A rule on a key that the author did not write (neither `starts` nor `undated`) found nothing.
    if path not in document.values:
        return None
    value: Any = document.data
    for part in path:
        value = value[part]
    return value if isinstance(value, str) else "a list" if isinstance(value, list) else "keys and values"

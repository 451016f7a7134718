"""Typing: a strictly read document becomes a record of its collection, or problems, all of them at once."""

from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from clearinghouse.problems.files import FILE_003_SPACE
from clearinghouse.problems.kind import Fault
from clearinghouse.problems.limit import first_problems
from clearinghouse.problems.problem import Problem
from clearinghouse.problems.values import TYPE_001_OTHER
from clearinghouse.reading.files.strict_yaml import Document, Path
from clearinghouse.records.keys.hidden import ODD_SPACES, name_of
from clearinghouse.records.keys.keys_of import names_at, outside_of
from clearinghouse.records.keys.shapes import SHAPES, unknown_key
from clearinghouse.records.keys.value import FAULT

Model = TypeVar("Model", bound=BaseModel)

_SHAPES = {
    **dict.fromkeys(("tuple_type", "list_type"), SHAPES["no_list"]),
    **dict.fromkeys(("dict_type", "mapping_type", "model_type", "model_attributes_type"), SHAPES["no_group"]),
}
"""What it is that pydantic finds where a value has another shape."""


def typed(model: type[Model], document: Document, outside: Mapping[str, str]) -> Model | list[Problem]:
    """Types one document. `outside` holds id and path where the model has them."""
    own = [key for key in outside_of(model) if key in document.data]
    problems = [SHAPES["outside"].at(document.place((key,), of_key=True), found=key, key=key) for key in own]
    data = {key: value for key, value in document.data.items() if key not in own}
    try:
        record = model.model_validate(data | dict(outside))
    except ValidationError as error:
        errors = [details for details in error.errors(include_url=False, include_input=False) if not _is_echo(document, details)]
        return first_problems((_problem(model, document, details) for details in errors), len(errors)) + problems
    return problems or record


def _is_echo(document: Document, details: ErrorDetails) -> bool:
    """Whether a list is only too short because its members, which are wrong by themselves, were left out."""
    return details["type"] == "too_short" and (*details["loc"], details["ctx"]["min_length"] - 1) in document.values


def _problem(model: type[BaseModel], document: Document, details: ErrorDetails) -> Problem:
    path = details["loc"]
    # Pydantic reports a mapping's key at (…, key, "[key]").
    is_key = path[-1:] == ("[key]",) and path not in document.values
    if is_key:
        path = path[:-1]
    if details["type"] == "extra_forbidden":
        key = str(path[-1])
        if odd := next((character for character in key if character in ODD_SPACES), None):
            return FILE_003_SPACE.at(document.place(path, of_key=True), found=key, space=ODD_SPACES[odd], name=name_of(odd))
        return unknown_key(key, names_at(model, path[:-1])).at(document.place(path, of_key=True), found=key)
    fault: Fault = details.get("ctx", {}).get(FAULT) or _misshapen(details)
    path += fault.part
    found = str(path[-1]) if is_key else _text(document, path)
    return (Fault(SHAPES["empty"]) if found == "" else fault).at(document.place(path, of_key=is_key), found=found or "")


def _misshapen(details: ErrorDetails) -> Fault:
    """A key that is missing, or a value of another shape, as pydantic reports it."""
    way, context = details["type"], details.get("ctx", {})
    if way == "missing":
        return Fault(SHAPES["missing"], {"key": str(details["loc"][-1])})
    if way == "too_short":
        return Fault(SHAPES["too_few"], {"least": str(context["min_length"])})
    if way == "too_long":
        return Fault(SHAPES["too_many"], {"most": str(context["max_length"])})
    return Fault(_SHAPES[way]) if way in _SHAPES else Fault(TYPE_001_OTHER, {"message": details["msg"]})


def _text(document: Document, path: Path) -> str | None:
    """What the author wrote there, None where nothing stands: neither `starts` nor `undated`, for one."""
    if path not in document.values:
        return None
    value: Any = document.data
    for part in path:
        value = value[part]
    return value if isinstance(value, str) else "a list" if isinstance(value, list) else "keys and values"

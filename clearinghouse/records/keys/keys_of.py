"""Keys of a model: pydantic's fields with all that is said of them, as keys in the order in which they stand in a file.

A key is declared once, as a line of its model: its name, the type of its value, whether it must be there, and as
title, description and examples what those who write it read. All who ask for records walk over it from here.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from annotated_types import MinLen
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from clearinghouse.records.keys.key import BY_LANGUAGE, GROUP, InForm, Key, Lasting, Mark, Offered, Place
from clearinghouse.records.keys.shapes import MOST_IN_A_LIST
from clearinghouse.records.keys.value import Value
from clearinghouse.records.keys.values import OFFICIAL_TITLE


@cache
def keys_of(model: type[BaseModel]) -> tuple[Key, ...]:
    """The keys that may be written into a record or a group of a type."""
    written = {name: info for name, info in model.model_fields.items() if name not in outside_of(model)}
    names = sorted(written, key=lambda name: _place(model, name, written[name]))
    return tuple(_key(name, written[name]) for name in names)


@cache
def outside_of(model: type[BaseModel]) -> tuple[str, ...]:
    """What a record of a type knows of itself from its file's name, and what nobody writes."""
    return tuple(name for name, info in model.model_fields.items() if Mark.OUTSIDE in info.metadata)


@cache
def unpublished_in(model: type[BaseModel]) -> frozenset[str]:
    """The keys of a record of a type that stay in its file."""
    return frozenset(info.alias or name for name, info in model.model_fields.items() if Mark.UNPUBLISHED in info.metadata)


def key_at(keys: Iterable[Key], path: Iterable[str | int]) -> Key | None:
    """The key at a path among some: a member of a list is a key like its list; None where nothing may stand."""
    key: Key | None = None
    is_member = False
    for part in path:
        if key is not None and key.type == BY_LANGUAGE:
            return Key(str(part), str(part), key.help, type=OFFICIAL_TITLE)
        if key is not None and key.many and not is_member:
            if not _is_member(str(part)):
                return None
            is_member = True
            continue
        key, is_member = next((other for other in keys if other.name == part), None), False
        if key is None:
            return None
        keys = key.parts
    return key


def _is_member(part: str) -> bool:
    """Whether it is the number of a member: a list has a bound, and nobody makes room for what lies beyond it."""
    return part.isdecimal() and len(part) <= len(str(MOST_IN_A_LIST)) and int(part) < MOST_IN_A_LIST


def names_at(model: type[BaseModel], path: Iterable[str | int]) -> list[str]:
    """The names of the keys that may stand at a path inside a record, as authors write them."""
    keys, path = keys_of(model), tuple(path)
    if path:
        group = key_at(keys, path)
        keys = group.parts if group else ()
    return [key.name for key in keys]


def _place(model: type[BaseModel], name: str, info: FieldInfo) -> Place:
    declared_in = next(part for part in model.__mro__ if name in vars(part).get("__annotations__", ()))
    marks = [mark for mark in info.metadata if isinstance(mark, Place)]
    return marks[0] if marks else vars(declared_in).get("keys_stand", Place.AMID)


def _key(name: str, info: FieldInfo) -> Key:
    kind, metadata = _bare(info.annotation, info.metadata)
    many = get_origin(kind) is tuple
    least = next((mark.min_length for mark in metadata if isinstance(mark, MinLen)), 0)
    if many:
        kind, metadata = _bare(get_args(kind)[0], metadata)
    is_group = isinstance(kind, type) and issubclass(kind, BaseModel)
    value = next((mark for mark in metadata if isinstance(mark, Value)), None)
    key = info.alias or name
    return Key(
        key,
        info.title or key,
        info.description or "",
        _written(info.examples[0]) if info.examples else "",
        GROUP if is_group else BY_LANGUAGE if get_origin(kind) is Mapping else value.name if value else "",
        info.is_required(),
        many,
        value.words if value else (),
        keys_of(kind) if is_group else (),
        next((mark.value for mark in metadata if isinstance(mark, Offered)), ""),
        Mark.LATER in metadata,
        Mark.PASSING in metadata,
        next((mark for mark in metadata if isinstance(mark, Lasting)), None),
        least,
        next((mark.help for mark in metadata if isinstance(mark, InForm)), ""),
    )


def _bare(annotation: Any, metadata: Iterable[Any]) -> tuple[Any, list[Any]]:
    """A type without what is annotated to it and without `| None`; and all that was annotated."""
    annotated = list(metadata)
    while True:
        if get_origin(annotation) is Annotated:
            annotation, *more = get_args(annotation)
            annotated += more
        elif get_origin(annotation) in (Union, UnionType):
            annotation = next(choice for choice in get_args(annotation) if choice is not NoneType)
        else:
            return annotation, annotated


def _written(example: Any) -> str:
    """An example as one types it."""
    if isinstance(example, Mapping):
        return "; ".join(f"{name}: {value}" for name, value in example.items())
    return "; ".join(example) if isinstance(example, list) else str(example)

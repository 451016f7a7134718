"""Editor schemas: JSON Schemas (draft 7) by which an editor completes a record and checks it while its author types.

They are made from `fields` and `rules`. An editor takes `2026` for a number and `true` for a truth value, where strict
reading takes texts: so whatever YAML may make of a text is allowed beside it. They know no rule that compares keys or
records; `chm check` does.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.keys.lists import LISTS
from clearinghouse.records.keys.rules import VALUES
from clearinghouse.records.keys.shapes import MOST_IN_A_LIST
from clearinghouse.records.written.field import BY_LANGUAGE, GROUP, Field
from clearinghouse.records.written.fields import FIELDS

_SCALAR = ["string", "number", "boolean", "null"]
_OTHERWISE: Mapping[str, tuple[bool, ...]] = {"true": (True,), "false": (False,), "yes": (True,), "no": (False,)}
"""What an editor may make of a word."""


def editor_schema(collection: str) -> dict[str, Any]:
    """The schema of a collection's records, for a line `# yaml-language-server: $schema=…` at the top of a file."""
    fields = FIELDS[collection]
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": f"A record of {collection}: {COLLECTIONS[collection].one}",
        **_group(fields),
        "definitions": {name: _value(name) for name in sorted(set(_types(fields)))},
    }


def _types(fields: Iterable[Field]) -> Iterable[str]:
    for field in fields:
        yield from _types(field.parts)
        if field.type not in (GROUP, BY_LANGUAGE, "word"):
            yield field.type
        if field.type == BY_LANGUAGE:
            yield "line"


def _group(fields: Iterable[Field]) -> dict[str, Any]:
    fields = list(fields)
    required = [field.key for field in fields if field.required]
    return {
        "type": "object",
        "properties": {field.key: _field(field) for field in fields},
        **({"required": required} if required else {}),
        "additionalProperties": False,
    }


def _field(field: Field) -> dict[str, Any]:
    example = f" e.g. {field.example}" if field.example else ""
    told = {"title": field.label, "description": f"{field.help}{example}"}
    one = _one(field)
    if not field.many:
        return {**told, **one}
    return {**told, "type": "array", "items": one, "minItems": int(field.required), "maxItems": MOST_IN_A_LIST}


def _one(field: Field) -> dict[str, Any]:
    if field.type == GROUP:
        return _group(field.parts)
    if field.type == BY_LANGUAGE:
        texts = {tag: {"title": name, "allOf": [{"$ref": "#/definitions/line"}]} for tag, name in LISTS["languages"].names.items()}
        return {"type": "object", "properties": texts, "additionalProperties": False}
    if field.words:
        return {"enum": _spellings(field.words)}
    return {"allOf": [{"$ref": f"#/definitions/{field.type}"}]}


def _spellings(words: Iterable[str]) -> list[Any]:
    """The words, and what an editor may make of them."""
    found: list[Any] = []
    for word in words:
        found += [word, *_OTHERWISE.get(word, ()), *([int(word)] if word.isdecimal() else [])]
    return [each for place, each in enumerate(found) if not any(each is other for other in found[:place])]


def _value(name: str) -> dict[str, Any]:
    """What the rules on a value say, as far as a schema can."""
    schema: dict[str, Any] = {"type": _SCALAR}
    for rule in VALUES[name]:
        if rule.fails == "longer":
            schema["maxLength"] = rule.given["most"]
        elif rule.fails == "unlike" and name != "flag":
            schema.setdefault("allOf", []).append({"pattern": f"^(?:{rule.given['pattern']})$", "patternErrorMessage": rule.allowed})
        elif rule.fails in ("not_a_date", "not_a_day"):
            day = "" if name == "day" else "?"
            schema["pattern"] = f"^[0-9]{{4}}(-[0-9]{{2}}(-[0-9]{{2}}){day}){day}$"
        elif rule.fails == "not_a_time":
            schema["pattern"] = "^([01][0-9]|2[0-3]):[0-5][0-9]$"
    if name == "zone":  # every computer has its own list of them
        return schema | {"pattern": "^([A-Z][A-Za-z_-]+/.+|UTC)$", "examples": ["Asia/Bangkok", "Asia/Jakarta", "Asia/Manila"]}
    choices = Field(name, "", "", type=name).choices
    return {"enum": _spellings(choices)} if choices else schema

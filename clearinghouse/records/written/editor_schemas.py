"""Editor schemas: JSON Schemas (draft 7) by which an editor completes a record and checks it while its author types.

They are made from the keys of the models and `values`. An editor takes `2026` for a number and `true` for a truth value, where strict
reading takes texts: so whatever YAML may make of a text is allowed beside it. They know no rule that compares keys or
records; `chm check` does.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.keys import conditions
from clearinghouse.records.keys.key import BY_LANGUAGE, GROUP, Key
from clearinghouse.records.keys.lists import LISTS
from clearinghouse.records.keys.shapes import MOST_IN_A_LIST
from clearinghouse.records.keys.values import OFFICIAL_TITLE, VALUES
from clearinghouse.records.written.keys import keys_in

_SCALAR = ["string", "number", "boolean", "null"]
_OTHERWISE: Mapping[str, tuple[bool, ...]] = {"true": (True,), "false": (False,), "yes": (True,), "no": (False,)}
"""What an editor may make of a word."""


def editor_schema(collection: str) -> dict[str, Any]:
    """The schema of a collection's records, for a line `# yaml-language-server: $schema=…` at the top of a file."""
    keys = keys_in(collection)
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": f"A record of {collection}: {COLLECTIONS[collection].one}",
        **_group(keys),
        "definitions": {name: _value(name) for name in sorted(set(_types(keys)))},
    }


def schema_text(collection: str) -> str:
    """The schema as the text of its file."""
    return json.dumps(editor_schema(collection), ensure_ascii=False, indent=1) + "\n"


def _types(keys: Iterable[Key]) -> Iterable[str]:
    for key in keys:
        yield from _types(key.parts)
        if key.type not in (GROUP, BY_LANGUAGE, "word"):
            yield key.type
        if key.type == BY_LANGUAGE:
            yield OFFICIAL_TITLE


def _group(keys: Iterable[Key]) -> dict[str, Any]:
    keys = list(keys)
    required = [key.name for key in keys if key.required]
    return {
        "type": "object",
        "properties": {key.name: _key(key) for key in keys},
        **({"required": required} if required else {}),
        "additionalProperties": False,
    }


def _key(key: Key) -> dict[str, Any]:
    example = f" e.g. {key.example}" if key.example else ""
    head = {"title": key.label, "description": f"{key.help}{example}"}
    one = _one(key)
    if not key.many:
        return {**head, **one}
    return {**head, "type": "array", "items": one, "minItems": int(key.required), "maxItems": MOST_IN_A_LIST}


def _one(key: Key) -> dict[str, Any]:
    if key.type == GROUP:
        return _group(key.parts)
    if key.type == BY_LANGUAGE:
        texts = {
            tag: {"title": name, "allOf": [{"$ref": f"#/definitions/{OFFICIAL_TITLE}"}]} for tag, name in LISTS["languages"].names.items()
        }
        return {"type": "object", "properties": texts, "additionalProperties": False}
    if key.words:
        return {"enum": _spellings(key.words)}
    return {"allOf": [{"$ref": f"#/definitions/{key.type}"}]}


def _spellings(words: Iterable[str]) -> list[Any]:
    """The words, and what an editor may make of them."""
    spellings: list[Any] = []
    for word in words:
        spellings += [word, *_OTHERWISE.get(word, ()), *([int(word)] if word.isdecimal() else [])]
    return [spelling for place, spelling in enumerate(spellings) if not any(spelling is other for other in spellings[:place])]


def _value(name: str) -> dict[str, Any]:
    """What the rules on a value say, as far as a schema can."""
    schema: dict[str, Any] = {"type": _SCALAR}
    for rule in VALUES[name].rules:
        if rule.fails is conditions.longer:
            schema["maxLength"] = rule.given["most"]
        elif rule.fails is conditions.unlike and name != "flag":
            schema.setdefault("allOf", []).append({"pattern": f"^(?:{rule.given['pattern']})$", "patternErrorMessage": rule.kind.allowed})
        elif rule.fails in (conditions.not_a_date, conditions.not_a_day):
            day = "" if name == "day" else "?"
            schema["pattern"] = f"^[0-9]{{4}}(-[0-9]{{2}}(-[0-9]{{2}}){day}){day}$"
        elif rule.fails is conditions.not_a_time:
            schema["pattern"] = "^([01][0-9]|2[0-3]):[0-5][0-9]$"
    if name == "zone":  # every computer has its own list of them
        return schema | {"pattern": "^([A-Z][A-Za-z_-]+/.+|UTC)$", "examples": ["Asia/Bangkok", "Asia/Jakarta", "Asia/Manila"]}
    choices = Key(name, name, type=name).choices
    return {"enum": _spellings(choices)} if choices else schema

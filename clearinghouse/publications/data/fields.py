"""Fields: the shapes of the API come in, all their fields leave as lines, so that a kept copy shows what went or changed."""

from collections.abc import Iterator, Mapping
from typing import Any

from clearinghouse.records.written.api_words import VERSION

_HEAD = "Version "


def fields_text(components: Mapping[str, Any]) -> str:
    """One field a line: its group and name, its type, and what it means. components: schemas by name, as OpenAPI has them."""
    lines = [line for name in sorted(components) for line in _lines(name, components[name])]
    return "".join(f"{line}\n" for line in (f"{_HEAD}{VERSION}", *lines))


def _lines(name: str, schema: Mapping[str, Any]) -> Iterator[str]:
    required = schema.get("required", ())
    for key, field in schema.get("properties", {}).items():
        meaning = f": {description}" if (description := field.get("description")) else ""
        yield f"{name}.{key} {_type(field)}{'' if key in required else ' or absent'}{meaning}"


def _type(field: Mapping[str, Any]) -> str:
    """`string`, `date`, `list of Source`, `integer or null`."""
    if "anyOf" in field:
        return " or ".join(_type(choice) for choice in field["anyOf"])
    if "$ref" in field:
        return str(field["$ref"]).rpartition("/")[2]
    if field.get("type") == "array":
        return f"list of {_type(field['items'])}"
    if isinstance(values := field.get("additionalProperties"), Mapping):
        return f"map of {_type(values)}"
    return str(field.get("format") or field.get("type") or "anything")


def broken_fields(kept: str, new: str) -> list[str]:
    """The fields of a kept text that the new one no longer has, or has with another type, in the same version."""
    (version, *before), (new_version, *after) = kept.splitlines(), new.splitlines()
    types = {line.partition(": ")[0] for line in after}
    return [] if version != new_version else [typed for line in before if (typed := line.partition(": ")[0]) not in types]

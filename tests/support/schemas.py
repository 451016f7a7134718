"""Schemas: documents held against JSON Schema, as jsonschema reads it."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jsonschema.protocols import Validator


def validator(schema: dict[str, Any], *, formats: bool = False) -> "Validator":
    """Finds what breaks a schema, which is itself sound by the draft that it names. formats: addresses and dates are looked at too."""
    from jsonschema.validators import validator_for  # for seconds it compiles grammars, which every worker would wait for

    draft = validator_for(schema)
    draft.check_schema(schema)
    return draft(schema, format_checker=draft.FORMAT_CHECKER if formats else None)

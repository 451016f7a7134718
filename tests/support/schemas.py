"""Schemas: documents held against JSON Schema, as jsonschema reads it; tests have it from here alone."""

import json
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jsonschema.protocols import Validator
    from referencing import Registry

_GRAMMARS = "rfc3987_syntax"
"""With this jsonschema looks at the format `iri`, which none of our schemas names: to import it takes seconds, in every worker."""


def validator(schema: dict[str, Any], *, formats: bool = False, registry: "Registry[Any] | None" = None) -> "Validator":
    """Finds what breaks a schema, which is itself sound by the draft that it names (without one: 2020-12). formats: addresses and dates
    are looked at too. registry: other schemas, to which it may refer."""
    sys.modules.setdefault(_GRAMMARS, None)  # type: ignore[arg-type]  # by this Python knows that it is not there
    from jsonschema.validators import validator_for

    assert '"format": "iri' not in json.dumps(schema), "nothing looks at this format"
    draft = validator_for(schema)
    draft.check_schema(schema)
    others: dict[str, Any] = {"registry": registry} if registry else {}
    return draft(schema, format_checker=draft.FORMAT_CHECKER if formats else None, **others)

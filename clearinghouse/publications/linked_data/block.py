"""Block: things come in, the element of a page's head that holds them leaves; browsers run none of it."""

import json
from collections.abc import Sequence
from decimal import Decimal

from clearinghouse.publications.linked_data.names import Thing

CONTEXT, TERMS = "https://schema.org", {"dct": "http://purl.org/dc/terms/"}
CONFORMS = "dct:conformsTo"
MEDIA_TYPE = "application/ld+json"


def block(things: Sequence[Thing]) -> str:
    """The element. No text ends it or begins a comment in it, since none holds a `<`."""
    context = [CONTEXT, TERMS] if any(CONFORMS in thing for thing in things) else CONTEXT
    text = json.dumps({"@context": context, "@graph": things}, ensure_ascii=False, separators=(",", ":"), default=_number)
    safe = text.replace("<", "\\u003c")
    return f'<script type="{MEDIA_TYPE}">{safe}</script>'


def _number(value: object) -> int | float:
    if not isinstance(value, Decimal):
        raise TypeError(f"{value!r} is no JSON")
    return int(value) if value == value.to_integral_value() else float(value)

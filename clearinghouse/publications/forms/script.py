"""A script: data come in, a classic script leaves that puts them where the form finds them, since file:// lets no page fetch anything."""

import json
from typing import Any

HOUSE = "(globalThis.clearingHouse??={})"


def script(name: str, value: Any) -> str:
    """Data under a name; `records:trainings/x` is the member `trainings/x` of `records`."""
    group, _, member = name.partition(":")
    place = f"({HOUSE}.{group}??={{}})[{as_json(member)}]" if member else f"{HOUSE}.{group}"
    return f"{place}={as_json(value)}\n"


def data_of(text: str) -> tuple[str, Any]:
    """What such a script says: the name of the member, and its data."""
    place, _, value = text.partition("]=")
    return json.loads(place.rpartition(")[")[2]), json.loads(value)


def as_json(value: Any) -> str:
    """JSON that a script may hold, wherever it stands: no tag can begin in it, and no line end of JavaScript."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")

"""Announcing: a record's plain data with one more of its `changes`, of which subscribers learn."""

from collections.abc import Mapping
from typing import Any


def with_change(data: Mapping[str, Any], what: str, today: str, note: str = "", **days: str | None) -> dict[str, Any]:
    """The data with a change under an id that is new in the record. days: `from` and `to`, where a date changed; an empty
    one is left out."""
    changes = data.get("changes", [])
    known_ids = [change.get("id") for change in changes if isinstance(change, dict)]
    name, number = f"{what}-{today}", 2
    while name in known_ids:
        name, number = f"{what}-{today}-{number}", number + 1
    known = {key: value for key, value in days.items() if value}
    change = {"on": today, "what": what, "id": name} | known | ({"note": note} if note else {})
    return {**data, "changes": [*changes, change]}

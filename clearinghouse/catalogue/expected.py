"""Expected: what a reader looks for in a record of each collection, and which of it a record does not tell."""

from typing import Any

from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.collections.record import Record


def expected(record: Record) -> tuple[str, ...]:
    """The keys that a reader of this record looks for. Keys that every record must have are not among them, nor such as say
    that there is nothing to tell (`changes`, `note`)."""
    return tuple(key for key in COLLECTIONS[record.collection].expected if record.can_tell(key))


def missing(record: Record) -> tuple[str, ...]:
    """Those of the expected keys of which the record tells nothing: absent, empty, unknown, or an address that nobody opened."""
    return tuple(key for key in expected(record) if not _is_answered(record, key))


def _is_answered(record: Any, key: str) -> bool:
    group, _, part = key.partition(".")
    value = getattr(record, group)
    if part:
        return bool(getattr(value, part).met != "unknown")
    return value is not None and value != () and value is not False

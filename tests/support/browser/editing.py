"""Editing: the text of a record's file, as the form gives it, is read as the check reads it."""

from typing import Any

from clearinghouse.reading.files.strict_yaml import Document, read_yaml
from clearinghouse.reading.typing.typing_records import typed
from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.collections.record import Record
from tests.support.running import ROOT


def document(text: str) -> Document:
    """A text as strict reading has it."""
    parsed = read_yaml("x.yml", text.encode("utf-8"))
    assert isinstance(parsed, Document), parsed
    return parsed


def stored(key: str) -> dict[str, Any]:
    """What a record's file says, but for the reason of a review, which stays there."""
    said = data_of((ROOT / "data" / f"{key}.yml").read_text("utf-8"))
    return {name: value for name, value in said.items() if name != "reviewed"}


def data_of(text: str) -> dict[str, Any]:
    """What a text says, without the white space that folding and blocks leave at its ends."""

    def trimmed(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: trimmed(member) for key, member in value.items()}
        return [trimmed(member) for member in value] if isinstance(value, list) else value.strip()

    return {key: trimmed(value) for key, value in document(text).data.items()}


def record_of(key: str, text: str) -> Record:
    """A text as a record."""
    collection, _, record_id = key.partition("/")
    record = typed(COLLECTIONS[collection].model, document(text), {"id": record_id, "path": f"{key}.yml"})
    assert isinstance(record, Record), record
    return record

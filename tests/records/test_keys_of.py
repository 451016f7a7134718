"""Keys of the models: what the walk reads from them is what the tables of fields have said so far."""

import pytest

from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.keys.key import Key
from clearinghouse.records.keys.keys_of import keys_of
from clearinghouse.records.written.field import Field
from clearinghouse.records.written.fields import FIELDS


def as_key(field: Field) -> Key:
    """A field of the tables as a key."""
    parts = tuple(as_key(part) for part in field.parts)
    asked = (field.type, field.required, field.many, field.words, parts, field.default, field.later)
    return Key(field.key, field.label, field.help, field.example, *asked)


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_models_and_tables_agree(collection: str) -> None:
    """Key by key, in the same order."""
    assert keys_of(COLLECTIONS[collection].model) == tuple(map(as_key, FIELDS[collection]))

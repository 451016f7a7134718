"""Shapes: how keys, lists and groups must be. The reader holds YAML against them, the form in the browser what it holds."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from clearinghouse.problems.kind import Fault, Kind
from clearinghouse.problems.terms import TERM_004_NONE
from clearinghouse.problems.values import (
    KEY_001,
    KEY_001_OUTSIDE,
    KEY_002,
    TEXT_001,
    TYPE_001,
    TYPE_001_FEW,
    TYPE_001_GROUP,
    TYPE_001_LIST,
    TYPE_001_MANY,
)
from clearinghouse.vocabulary.nearest import nearest

MOST_IN_A_LIST = 200
FEW_KEYS = 10
"""How many keys are listed by name; of more only the sample tells."""
THE_SAMPLE = "only the keys of _example.yml of the folder"

SHAPES: Mapping[str, Kind] = MappingProxyType(
    {
        "missing": KEY_002,
        "unknown": KEY_001,
        "outside": KEY_001_OUTSIDE,
        "empty": TEXT_001,
        "no_text": TYPE_001,
        "no_list": TYPE_001_LIST,
        "no_group": TYPE_001_GROUP,
        "no_tag": TERM_004_NONE,
        "too_few": TYPE_001_FEW,
        "too_many": TYPE_001_MANY,
    }
)
"""Ways of having another shape, by the names that the form in the browser has for them."""


def unknown_key(key: str, known: Iterable[str]) -> Fault:
    """A key that is none of the known ones."""
    known = list(known)
    listed = ", ".join(known) if len(known) <= FEW_KEYS else THE_SAMPLE
    return Fault(KEY_001, {"known": listed, "near": nearest(key, known) or ""})

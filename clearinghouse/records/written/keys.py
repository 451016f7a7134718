"""Keys of a collection: what may be written into its records, in the order in which it stands in a file.

All who ask for records walk over these: `chm new`, the spreadsheets of `chm import`, the schemas that editors complete
from, GitHub's forms, the form in the browser, and `yaml_text`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from clearinghouse.records.collection import COLLECTIONS, AnyRecord
from clearinghouse.records.keys.key import GROUP, Key
from clearinghouse.records.keys.keys_of import key_at, keys_of

OWN_WORDS: Mapping[str, str] = MappingProxyType({"audience": "audience_note", "topics": "topics_note"})
"""Where the source's own words are kept when a term was chosen for them, by key."""


@dataclass(frozen=True)
class Leaf:
    """A key that holds a text or a list of texts, wherever it lies. path: dotted; of a list of groups the first one
    (`sources.0.url`); label: after those of its groups; required: together with all its groups."""

    path: str
    label: str
    key: Key
    required: bool


def keys_in(collection: str) -> tuple[Key, ...]:
    """The keys of a collection's records. Raises KeyError for an unknown collection."""
    return keys_of(COLLECTIONS[collection].model)


def key_in(collection: str, path: str) -> Key | None:
    """The key at a dotted path: `title`, `sources.0.url`, `audience.1`, `title_local.th`; None where nothing may stand."""
    return key_at(keys_in(collection), path.split("."))


def leaves_of(collection: str) -> tuple[Leaf, ...]:
    """What somebody who adds a record may be asked for, groups by their parts; what only comes later is left out."""
    return _leaves_of(COLLECTIONS[collection].model)


@cache
def _leaves_of(model: type[AnyRecord]) -> tuple[Leaf, ...]:
    return tuple(_leaves(keys_of(model), "", "", True))


def _leaves(keys: tuple[Key, ...], path: str, label: str, required: bool) -> Iterator[Leaf]:
    for key in keys:
        if key.later:
            continue
        wanted = required and key.required
        if key.type == GROUP:
            inner = f"{path}{key.name}.0." if key.many else f"{path}{key.name}."
            yield from _leaves(key.parts, inner, f"{label}{key.label}: ", wanted)
        else:
            yield Leaf(f"{path}{key.name}", f"{label}{key.label}", key, wanted)

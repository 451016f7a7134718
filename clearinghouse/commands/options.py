"""Options: answers to a record's fields that stand on the command line."""

import difflib
from collections.abc import Iterable, Mapping

from clearinghouse.records.written.field import GROUP
from clearinghouse.records.written.fields import field_at, leaves_of
from clearinghouse.world.failure import Failure


def answers(collection: str, pairs: Iterable[str], keyed: Mapping[str, str] | None = None) -> dict[str, str]:
    """Answers by dotted key, from `key=value` pairs and those that have a key already.

    Raises Failure for a pair without a value, and for a key that the collection does not have.
    """
    found = dict(keyed or {})
    for pair in pairs:
        key, sign, text = pair.partition("=")
        if not sign:
            raise Failure(f"--set {pair} has no value: write --set KEY=VALUE, e.g. --set sources.0.url=https://example.org/news")
        found[key] = text
    for key in found:
        field = field_at(collection, key)
        if field is None or field.type == GROUP:
            near = difflib.get_close_matches(key, [leaf.path for leaf in leaves_of(collection)], n=1)
            raise Failure(f"{collection} have no key {key}" + (f"; did you mean {near[0]}?" if near else ": see its _example.yml"))
    return found

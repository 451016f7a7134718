"""Answers: what the command line says of a new record, by the dotted keys of its collection."""

from collections.abc import Iterable, Mapping

from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.keys.key import GROUP
from clearinghouse.records.written.keys import key_in, leaves_of
from clearinghouse.vocabulary.nearest import nearest
from clearinghouse.world.failure import Failure

FLAT = tuple(name for name, collection in COLLECTIONS.items() if collection.is_flat)
"""Those whose records are asked for and imported."""


def answers_given(collection: str, pairs: Iterable[str], keyed: Mapping[str, str] | None = None) -> dict[str, str]:
    """Answers by dotted key, from `key=value` pairs and those that have a key already.

    Raises Failure for a pair without a value, and for a key that the collection does not have.
    """
    answers = dict(keyed or {})
    for pair in pairs:
        path, sign, text = pair.partition("=")
        if not sign:
            raise Failure(f"--set {pair} has no value: write --set KEY=VALUE, e.g. --set sources.0.url=https://example.org/news")
        answers[path] = text
    for path in answers:
        key = key_in(collection, path)
        if key is None or key.type == GROUP:
            near = nearest(path, (leaf.path for leaf in leaves_of(collection)))
            raise Failure(f"{collection} have no key {path}" + (f"; did you mean {near}?" if near else ": see its _example.yml"))
    return answers

"""Form scripts: what the form in the browser knows, as classic scripts, since file:// lets no page fetch anything.

`schema` holds the rules that `chm check` runs on every record, `schema_of` the keys, lists and rules of one kind of record, `rule_texts`
what they all say in words, and `record_script` a record's own data, to be edited.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.catalogue.duplicates import ALIKE, DAYS_APART, SAID_EVERYWHERE
from clearinghouse.problems.files import FILE_003
from clearinghouse.problems.kind import Kind
from clearinghouse.problems.references import ID_002_FORM, ID_003, ID_004, REF_001, REF_002_OR_NAME
from clearinghouse.publications.form_links import FORM, FORMS
from clearinghouse.publications.forms.known import known_scripts
from clearinghouse.publications.forms.script import script
from clearinghouse.publications.site import Site
from clearinghouse.records.collection import COLLECTIONS, AnyRecord
from clearinghouse.records.collections.collection import Collection
from clearinghouse.records.collections.event import NEWSWORTHY
from clearinghouse.records.collections.record import Record
from clearinghouse.records.keys.comparisons import RECORDS
from clearinghouse.records.keys.hidden import RANGES
from clearinghouse.records.keys.key import BY_LANGUAGE, Key
from clearinghouse.records.keys.keys_of import outside_of, unpublished_in
from clearinghouse.records.keys.lists import LISTS, ClosedList
from clearinghouse.records.keys.names import BAD_ID, EVENT_ID, RESERVED
from clearinghouse.records.keys.rules import BOUNDED_ID, Rule
from clearinghouse.records.keys.sensitive import POINTERS, Pointer
from clearinghouse.records.keys.shapes import FEW_KEYS, MOST_IN_A_LIST, SHAPES, THE_SAMPLE
from clearinghouse.records.keys.values import VALUES
from clearinghouse.records.written.keys import keys_in
from clearinghouse.records.written.yaml_text import plain
from clearinghouse.vocabulary.states import MEMBER_STATES
from clearinghouse.vocabulary.trade.measures import MEASURES
from clearinghouse.vocabulary.trade.units import SHARE, UNITS

COMPARED: Mapping[str, tuple[str, ...]] = {
    "time": ("time",),
    "registration": ("registration",),
    "assessments": ("claim",),
    "laws": ("claim",),
    "penalties": ("claim", "penalty"),
    "offices": ("claim",),
    "authorities": ("claim",),
    "prohibition": ("claim",),
    "confiscation": ("claim",),
    "next_steps": ("claim",),
    "cites": ("claim",),
    "statements": ("claim",),
    "compliance": ("claim", "compliance"),
    "log": ("log",),
    "indicators": ("indicator",),
}
"""By the key of a group: the rules that compare its keys with one another."""
_GIVEN: Mapping[str, Mapping[str, Any]] = {
    "unfit": {
        "measures": {measure.id: measure.kinds for measure in MEASURES},
        "units": {unit.id: unit.kind for unit in UNITS},
        "fits_all": SHARE,
    },
}
"""By the name of a condition: what its twin needs of closed lists beside ids and names."""
_BOUNDS: Mapping[str, Mapping[str, Any]] = {
    "unknown": {"few": FEW_KEYS, "otherwise": THE_SAMPLE},
    "outside": {"keys": outside_of(Record)},
    "too_many": {"most": MOST_IN_A_LIST},
}
"""What the form needs to know beside the words on a shape."""
_TEXTS = frozenset({"allowed", "fixes", "spaces", "otherwise", "measures"})
"""By what names texts stand in the rules: those of kinds of problems, and words that fill their gaps."""
_GAP = re.compile(r"\{\w+\}")


def scripts(catalogue: Catalogue, site: Site) -> Iterator[tuple[str, str]]:
    """All of them, by address: what the form always needs, what it needs of some records, and one for each record that it can edit."""
    yield f"{FORM}schema.js", schema(site)
    for collection in FORMS:
        yield f"{FORM}schema/{collection}.js", schema_of(collection)
    yield from known_scripts(catalogue)
    for collection in FORMS:
        for record in catalogue.by_collection[collection].values():
            if isinstance(record, Record):
                yield f"{FORM}records/{record.key}.js", record_script(record)


def schema(site: Site) -> str:
    """The rules that any record may need, and where records are kept."""
    return script(
        "schema",
        {
            **_rules(),
            "members": {code: state.name for code, state in MEMBER_STATES.items()},
            "newsworthy": NEWSWORTHY,
            "duplicates": {"days": DAYS_APART, "alike": ALIKE, "everywhere": SAID_EVERYWHERE},
            "repository": site.repository,
            "branch": site.branch,
            "data": site.data,
            "mailbox": site.mailbox,
            "relay": site.relay,
            "name": site.name,
            "url": site.url,
        },
    )


def schema_of(collection: str) -> str:
    """The keys of a kind of record, the rules that compare them, and the closed lists from which their values are taken."""
    lists = set(_lists_among(keys_in(collection)))
    content = {
        "collection": _collection(COLLECTIONS[collection]),
        "records": _comparisons(collection),
        "lists": {name: _list(closed) for name, closed in LISTS.items() if name in lists},
    }
    return script(f"kinds:{collection}", content)


def record_script(record: Record) -> str:
    """A record's data as they stand in its file, by its collection and id; but for what stays there, and lists that hold nothing."""
    data = {key: value for key, value in plain(record).items() if value and key not in unpublished_in(type(record))}
    return script(f"records:{record.key}", data)


def rule_texts() -> tuple[str, ...]:
    """What the rules say in words, each text once, with its gaps open; what is nothing but gaps needs no words."""
    return tuple(
        dict.fromkeys(text for text in _texts_in((_rules(), *map(_comparisons, FORMS))) if any(map(str.isalpha, _GAP.sub("", text))))
    )


def _texts_in(part: Any, is_text: bool = False) -> Iterator[str]:
    """The texts in data, which stand under the names of texts."""
    if isinstance(part, str) and is_text:
        yield part
    elif isinstance(part, Mapping):
        for name, member in part.items():
            yield from _texts_in(member, is_text or name in _TEXTS)
    elif isinstance(part, list | tuple):
        for member in part:
            yield from _texts_in(member, is_text)


def _rules() -> dict[str, Any]:
    return {
        "values": {name: [_rule(rule) for rule in value.rules] for name, value in VALUES.items()},
        "shapes": {name: _kind(kind, **_BOUNDS.get(name, {})) for name, kind in SHAPES.items()},
        "names": {
            "id": _kind(BAD_ID, pattern=BOUNDED_ID),
            "reserved": _kind(ID_003, names=sorted(RESERVED)),
            "event": _kind(ID_004, pattern=EVENT_ID),
            "known": _kind(ID_002_FORM),
        },
        "references": {"activity": _kind(REF_001), "network": _kind(REF_002_OR_NAME)},
        "sensitive": [_pointer(pointer) for pointer in POINTERS],
        "hidden": {**_kind(FILE_003), "ranges": RANGES},
    }


def _comparisons(collection: str) -> dict[str, Any]:
    compared = {*COLLECTIONS[collection].compared, *_compared_among(keys_in(collection))}
    return {name: [(key, _rule(rule)) for key, rule in pairs] for name, pairs in RECORDS.items() if name in compared}


def _kind(kind: Kind, **given: Any) -> dict[str, Any]:
    return {"code": kind.code, "allowed": kind.allowed, "fixes": kind.for_senders or kind.fixes} | ({"given": given} if given else {})


def _rule(rule: Rule) -> dict[str, Any]:
    return {"fails": rule.fails.name} | _kind(rule.kind) | {"given": {**rule.given, **_GIVEN.get(rule.fails.name, {})}}


def _pointer(pointer: Pointer) -> dict[str, Any]:
    given = {"pattern": pointer.pattern, "sign": pointer.sign, "ignores_case": pointer.ignores_case, "in_links": pointer.in_links}
    return _kind(pointer.kind, **{name: value for name, value in given.items() if value})


def _list(closed: ClosedList) -> dict[str, Any]:
    """What the form makes of it all spellings: those that are no name and no id, and names only where they are not the ids."""
    return {"names": [key if key == name else (key, name) for key, name in closed.names.items()], "spellings": list(closed.others.items())}


def _collection(collection: Collection[AnyRecord]) -> dict[str, Any]:
    return {"fields": [_key(key) for key in keys_in(collection.name)], "compared": collection.compared, "ids": collection.ids}


def _key(key: Key) -> dict[str, Any]:
    return {
        "key": key.name,
        "type": key.type,
        "required": key.required,
        "many": key.many,
        "least": key.least,
        "words": key.words,
        "parts": [_key(part) for part in key.parts],
        "compared": COMPARED.get(key.name, ()) if key.parts else (),
    }


def _lists_among(keys: Iterable[Key]) -> Iterator[str]:
    for key in keys:
        yield from (rule.given["list"] for rule in VALUES[key.type].rules if rule.given.get("list")) if key.type in VALUES else ()
        yield from _lists_among(key.parts)
        if key.type == BY_LANGUAGE:
            yield "languages"


def _compared_among(keys: Iterable[Key]) -> Iterator[str]:
    for key in keys:
        if key.parts:
            yield from (*COMPARED.get(key.name, ()), *_compared_among(key.parts))

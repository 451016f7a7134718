"""Lasting: what was published for good and is no more, or says something else now; one walk over the keys of any model.

Which keys last is said in the models, see `Lasting`: members of a list are known again by the keys that are named there.
Two states come in as their models dump them, problems leave at the places where the new state stands.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from pydantic import BaseModel

from clearinghouse.catalogue.differences import text_of
from clearinghouse.problems.kind import Kind
from clearinghouse.problems.problem import Problem, excerpt
from clearinghouse.reading.files.strict_yaml import Document, Path
from clearinghouse.records.keys.key import GROUP, Key, Lasting
from clearinghouse.records.keys.keys_of import keys_of

_Group = Mapping[str, Any]


@dataclass(frozen=True)
class _Loss:
    """Something that is no more as it was. path: where it stands now; found: what is there; known: what fills the gaps of the kind."""

    kind: Kind
    path: Path
    found: str
    known: Mapping[str, str]

    def at(self, document: Document) -> Problem:
        return self.kind.at(document.place(self.path), found=self.found, **{gap: self.known[gap] for gap in self.kind.gaps})


def losses(was: BaseModel, now: BaseModel, document: Document) -> Iterator[Problem]:
    """What was published for good in a record and has gone, or was rewritten. document: of the new state."""
    for loss in _losses(keys_of(type(was)), _dumped(was), _dumped(now), ()):
        yield loss.at(document)


def said(part: BaseModel) -> _Group:
    """What a member of a list says, without that which may change."""
    return _said(keys_of(type(part)), _dumped(part))


def _dumped(model: BaseModel) -> _Group:
    return model.model_dump(mode="json", by_alias=True)


def _said(keys: Iterable[Key], group: _Group) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for key in keys:
        value: Any = group.get(key.name)
        if key.passing or _is_absent(value):
            continue
        if key.type == GROUP:
            value = [_said(key.parts, member) for member in value] if key.many else _said(key.parts, value)
        values[key.name] = value
    return values


def _losses(keys: Iterable[Key], was: _Group, now: _Group, path: Path, inside: Lasting | None = None, member: str = "") -> Iterator[_Loss]:
    """Of the keys of a group. inside: how all of a group lasts in which they stand; member: of which list it is one."""
    for key in keys:
        if key.passing:
            continue
        old, new, here, lasting = was.get(key.name), now.get(key.name), (*path, key.name), key.stays or inside
        if lasting and key.type == GROUP and key.many:
            yield from _members(key, lasting, old or [], new or [], here)
        elif key.type == GROUP and old and (new or not lasting):
            # What stood in a group may go with it; but not the history that it holds.
            parts = key.parts if new else [part for part in key.parts if part.many]
            yield from _losses(parts, old, new or {}, here, lasting, member)
        elif lasting and not _stays(old, new, lasting):
            added = key.name if _is_absent(old) else ""
            known = {"member": member, "key": key.name, "added": added, "before": "nothing stated" if added else excerpt(text_of(old))}
            yield _Loss(lasting.rewritten, here, "" if _is_absent(new) else text_of(new), known)


def _is_absent(value: Any) -> bool:
    return value is None or value in ([], {})


def _stays(old: Any, new: Any, lasting: Lasting) -> bool:
    """Whether a value still says what it said, and no more where nothing may be added."""
    if old == new or not lasting.grows:
        return bool(old == new)
    if isinstance(old, list) and isinstance(new, list):
        return all(member in new for member in old)
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        return all(new.get(name) == value for name, value in old.items())
    return _is_absent(old)


def _members(key: Key, lasting: Lasting, was: Sequence[_Group], now: Sequence[_Group], path: Path) -> Iterator[_Loss]:
    """Of the members of a list, each of which is sought among those of now."""
    places = _places(key, lasting, was, now)
    for number, member in enumerate(was):
        name = _name(key, lasting, member)
        if (place := places.get(number)) is not None:
            yield from _losses(key.parts, member, now[place], (*path, place), lasting, name)
        else:
            near = (*path, min(number, len(now) - 1)) if now else path
            yield _Loss(lasting.gone, near, "", {"member": name})
    for number, other in pairwise(sorted(places)):
        if lasting.order and places[other] < places[number]:
            yield _Loss(lasting.order, (*path, places[other]), "", {"member": _name(key, lasting, was[other])})


def _places(key: Key, lasting: Lasting, was: Sequence[_Group], now: Sequence[_Group]) -> dict[int, int]:
    """Where the members of a list stand now: first those that say the same as before, then those that are known by a key."""
    places: dict[int, int] = {}

    def seek(values: Sequence[Any], others: Sequence[Any]) -> None:
        left = sorted(set(range(len(others))).difference(places.values()))
        for number, value in enumerate(values):
            place = next((place for place in left if others[place] == value), None)
            if number not in places and value is not None and place is not None:
                places[number] = place
                left.remove(place)

    seek([_said(key.parts, member) for member in was], [_said(key.parts, member) for member in now])
    for name in lasting.by:
        seek([member.get(name) for member in was], [member.get(name) for member in now])
    return places


def _name(key: Key, lasting: Lasting, member: _Group) -> str:
    """What a member is called: `the law Law on Wildlife`."""
    texts = {name: text_of(value) for name, value in member.items() if not _is_absent(value)}
    if lasting.name:
        return excerpt(lasting.name.format_map({part.name: "" for part in key.parts} | texts))
    first = next((texts[name] for name in lasting.by if name in texts), next(iter(texts.values()), ""))
    return excerpt(f"the {key.label.casefold()} {first}")

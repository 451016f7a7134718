"""Differences: what became of a record between two states of the data, field by field."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.records.collection import AnyRecord
from clearinghouse.records.collections.record import Record
from clearinghouse.records.keys.keys_of import outside_of

Kind = Literal["added", "changed", "renamed", "withdrawn", "removed"]


@dataclass(frozen=True)
class FieldChange:
    """A key, dotted for parts, with the text that it had and has; None where it had or has none."""

    key: str
    before: str | None
    after: str | None


@dataclass(frozen=True)
class Difference:
    """A record before and after; at least one of them is there."""

    before: AnyRecord | None
    after: AnyRecord | None

    @property
    def record(self) -> AnyRecord:
        """As it is now, or was last."""
        record = self.after or self.before
        assert record is not None
        return record

    @property
    def kind(self) -> Kind:
        """What happened to it. A draft is not there: it reaches no output."""
        before, after = _published(self.before), _published(self.after)
        if before is None or after is None:
            return "added" if before is None else "removed"
        if getattr(after, "withdrawn", None) and not getattr(before, "withdrawn", None):
            return "withdrawn"
        return "renamed" if before.id != after.id else "changed"

    @property
    def is_hidden(self) -> bool:
        """Whether it was a draft and still is."""
        return _published(self.before) is None and _published(self.after) is None

    @cached_property
    def fields(self) -> tuple[FieldChange, ...]:
        """What differs, in the order of the record's keys; members of lists stand alone where they came or went."""
        old, new = _dumped(self.before), _dumped(self.after)
        keys = dict.fromkeys((*(type(self.record).model_fields[name].alias or name for name in type(self.record).model_fields), *old, *new))
        return tuple(change for key in keys for change in _changes(key, old.get(key), new.get(key)))

    @property
    def news(self) -> tuple[str, ...]:
        """Ids of what feeds will tell of it: `collection/id#new`, its new entries of `changes`, its withdrawal."""
        before, after = _published(self.before), _published(self.after)
        if not isinstance(after, Record):
            return ()
        known = {change.id for change in before.changes} if isinstance(before, Record) else set()
        added = [change.id for change in after.changes if change.id not in known]
        if before is None:
            added.insert(0, "new")
        if self.kind == "withdrawn" and not any(change.what == "withdrawn" for change in after.changes):
            added.append("withdrawn")
        return tuple(f"{after.first_key}#{change_id}" for change_id in added)


@dataclass(frozen=True)
class ChangeSet:
    """All differences between two states of the data, and the catalogues of both. These may hold no more than what
    differs and what that depends on: they are asked for the records of the change alone."""

    differences: tuple[Difference, ...]
    before: Catalogue
    after: Catalogue


def _published(record: AnyRecord | None) -> AnyRecord | None:
    return None if isinstance(record, Record) and record.draft else record


def _dumped(record: AnyRecord | None) -> Mapping[str, Any]:
    if record is None:
        return {}
    return record.model_dump(mode="json", by_alias=True, exclude_defaults=True, exclude=set(outside_of(type(record))))


def _changes(key: str, old: Any, new: Any) -> Iterator[FieldChange]:
    if old == new:
        return
    if isinstance(old or new, Mapping) and isinstance(new or old, Mapping):
        for part in dict.fromkeys((*(old or {}), *(new or {}))):
            yield from _changes(f"{key}.{part}", (old or {}).get(part), (new or {}).get(part))
    elif isinstance(old or new, list) and isinstance(new or old, list):
        gone, come = _without(old or [], new or []), _without(new or [], old or [])
        if not gone and not come:
            yield FieldChange(key, text_of(old), text_of(new))
        yield from (FieldChange(key, text_of(member), None) for member in gone)
        yield from (FieldChange(key, None, text_of(member)) for member in come)
    else:
        yield FieldChange(key, None if old is None else text_of(old), None if new is None else text_of(new))


def _without(members: list[Any], others: list[Any]) -> list[Any]:
    left, rest = list(others), []
    for member in members:
        if member in left:
            left.remove(member)
        else:
            rest.append(member)
    return rest


def text_of(value: Any) -> str:
    """A value on one line, as it would stand in a record's file."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {text_of(member)}" for key, member in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(text_of(member) for member in value) + "]"
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)

"""Expected: what a reader looks for in a record of each collection, and which of it a record does not tell."""

from collections.abc import Callable, Mapping
from typing import Any

from clearinghouse.records.collections.record import Record
from clearinghouse.vocabulary.kinds import REQUIREMENTS

_Applies = Callable[[Any], bool]
_EVERYWHERE = ("observance", "operation")
"""Kinds of events that take place wherever somebody takes part, and have no list of participants."""


def _always(record: Any) -> bool:
    return True


def _has_place(event: Any) -> bool:
    return event.mode != "online" and event.kind not in _EVERYWHERE


def _has_host(event: Any) -> bool:
    """An event that is online, or the region's, belongs to no state."""
    return _has_place(event) and event.region is None


def _was_attended(event: Any) -> bool:
    return event.status == "held" and event.kind not in _EVERYWHERE


def _has_url(record: Any) -> bool:
    return record.url is not None


_EVENT: tuple[tuple[str, _Applies], ...] = (("starts", _always), ("place", _has_place), ("host", _has_host), ("organisers", _always))
_PEOPLE: tuple[tuple[str, _Applies], ...] = (("participants", _was_attended),)
_CHECKED: tuple[tuple[str, _Applies], ...] = (("url_checked", _has_url),)
EXPECTED: Mapping[str, tuple[tuple[str, _Applies], ...]] = {
    "trainings": (*_EVENT, ("audience", _always), ("topics", _always), *_PEOPLE),
    "workshops": (*_EVENT, ("topics", _always), *_PEOPLE),
    "programmes": (("audience", _always), ("topics", _always), ("access", _always), *_CHECKED),
    "legislation": (
        ("cites", _always),
        ("assessments", _always),
        ("laws", _always),
        *((f"requirements.{each}", _always) for each in REQUIREMENTS),
    ),
    "documents": (("url", _always),),
    "networks": (("url", _always), *_CHECKED),
    "projects": (("countries", _always), ("period", _always), ("reports", _always)),
    "figures": (),
}
"""The keys by collection, each with when it is expected: nobody can tell where something online, or a day that all the world
observes, takes place. Keys that every record must have are not among them, nor such as say that there is nothing to tell
(`changes`, `note`)."""


def expected(record: Record) -> tuple[str, ...]:
    """The keys that a reader of this record looks for."""
    return tuple(key for key, applies in EXPECTED[record.collection] if applies(record))


def missing(record: Record) -> tuple[str, ...]:
    """Those of the expected keys of which the record tells nothing: absent, empty, unknown, or an address that nobody opened."""
    return tuple(key for key in expected(record) if not _told(record, key))


def _told(record: Any, key: str) -> bool:
    group, _, part = key.partition(".")
    value = getattr(record, group)
    if part:
        return bool(getattr(value, part).met != "unknown")
    return value is not None and value != () and value is not False

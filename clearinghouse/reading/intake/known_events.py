"""Known events: the records that an earlier import made of events of a calendar, and what a later version changes in them.

A record remembers its event by a digest of the UID, since a UID may hold the name of a person or a computer; no page shows it.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from clearinghouse.reading.files.folder import DataFile
from clearinghouse.reading.files.strict_yaml import Document, read_yaml
from clearinghouse.records.written.announcing import with_change
from clearinghouse.records.written.yaml_text import yaml_text

IMPORTED = "imported"
"""The key of a record under which it remembers its event."""
_DAYS = ("starts", "ends", "time")
"""What an event says all of: an end that is gone from it is gone."""
_WORDS = ("title", "title_local", "summary", "body", "audience", "audience_note", "topics", "topics_note")
_KEYS = (*_DAYS, "place", "status", *_WORDS)
_SAID_BY_AGENDAS = ("announced", "confirmed", "cancelled")
_DIGITS = 16


@dataclass(frozen=True)
class KnownEvent:
    """A record that was made of an event. path: of its file, relative to the data folder; data: as it is there; copy: the
    path of another record that says to be made of the same event, or nothing."""

    path: str
    data: Mapping[str, Any]
    copy: str = ""

    @property
    def id(self) -> str:
        """The id of the record."""
        return self.path.partition("/")[2].removesuffix(".yml")


@dataclass(frozen=True)
class Revision:
    """What a version of an event does to the record that was made of it. data: of the record afterwards; replaced: keys
    whose value it changes; kept: keys that say something else in the event, and stay as they are in the record; is_older:
    whether the record was made of a later version."""

    data: Mapping[str, Any]
    replaced: Sequence[str] = field(default=())
    kept: Sequence[str] = field(default=())
    is_older: bool = False


def digest(text: str) -> str:
    """The first 64 bits of a text's SHA-256, in hexadecimal digits: enough to know it again, too little to read it."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


def known_events(collection: str, files: Iterable[DataFile]) -> dict[str, KnownEvent]:
    """The records of a collection that were made of events, by the digest of the UID."""
    known: dict[str, KnownEvent] = {}
    for file in files:
        if file.path.startswith(f"{collection}/") and IMPORTED.encode() in file.content:
            document = read_yaml(file.name, file.content)
            memory = document.data.get(IMPORTED) if isinstance(document, Document) else None
            if isinstance(document, Document) and isinstance(memory, Mapping) and isinstance(memory.get("event"), str):
                first = known.get(memory["event"])
                known[memory["event"]] = replace(first, copy=file.path) if first else KnownEvent(file.path, document.data)
    return known


def own_records(collection: str, files: Iterable[DataFile]) -> dict[str, KnownEvent]:
    """The records of a collection by the first id that each ever had, under which our own agendas know them."""
    known: dict[str, KnownEvent] = {}
    for file in files:
        document = read_yaml(file.name, file.content) if file.path.startswith(f"{collection}/") else []
        if isinstance(document, Document):
            record = KnownEvent(file.path, document.data)
            known[next(iter(document.data.get("former_ids") or [record.id]))] = record
    return known


def remembering(collection: str, data: Mapping[str, Any]) -> dict[str, Any]:
    """The data of a record that knows what its event said, so that a later import sees whether somebody edited it since."""
    return {**data, IMPORTED: {**data[IMPORTED], "content": _content(collection, data)}}


def revision(collection: str, record: Mapping[str, Any], event: Mapping[str, Any], today: str) -> Revision:
    """What an event changes in the record that was made of its first version. event: what it says, as plain data.

    Nobody edited the record: all that the event says replaces what is there. Somebody did: only day, hours and place do,
    and the status where it is cancelled. The same version, or an older one, changes nothing, nor do our own agendas; and
    nothing changes what was withdrawn.
    """
    before = record.get(IMPORTED, {})
    now = event.get(IMPORTED, before)
    if _version(now) < _version(before):
        return Revision(record, is_older=True)
    says_days = "starts" in event
    differing = [key for key in _KEYS if (key in event or (says_days and key in _DAYS)) and not _is_same(collection, key, record, event)]
    # Our own agendas cannot leave out an end where there are hours: that is no other day.
    moving = [key for key in differing if key != "ends" or not (_lasts_a_day(record) and _lasts_a_day(event))]
    if not differing or _version(now) == _version(before) or "withdrawn" in record:
        return Revision(record, kept=moving)
    is_untouched = before.get("content") == _content(collection, record)
    replaced = [key for key in differing if is_untouched or _is_when_or_where(key, record, event)]
    written = {*replaced, *(_DAYS if "starts" in replaced else ())}
    data = {key: value for key, value in record.items() if key not in written}
    data |= {key: event[key] for key in _KEYS if key in written and key in event}
    if "starts" in replaced and data.get("status") == "postponed":
        data["status"] = event.get("status", "announced")  # it has a day again
    if what := _what([key for key in replaced if key in moving], event):
        days = {"from": record.get("starts"), "to": data.get("starts")} if "starts" in replaced else {}
        data = with_change(data, what, today, "", **days)
    memory = {**before, **now}
    data[IMPORTED] = {**memory, "content": _content(collection, data)} if is_untouched else memory
    return Revision(data, replaced, [key for key in differing if key not in replaced])


def _version(memory: Mapping[str, str]) -> tuple[int, str]:
    number, _, stamp = memory.get("version", "").partition("-")
    return int(number) if number.isdecimal() else 0, stamp


def _content(collection: str, data: Mapping[str, Any]) -> str:
    return digest(yaml_text(collection, {key: data[key] for key in _KEYS if key in data}))


def _is_same(collection: str, key: str, record: Mapping[str, Any], event: Mapping[str, Any]) -> bool:
    one, other = ({key: _stripped(data[key])} if data.get(key) else {} for data in (record, event))
    if key == "ends" and key not in event and _lasts_a_day(record):
        return True  # the event states no end
    return yaml_text(collection, one) == yaml_text(collection, other)


def _lasts_a_day(data: Mapping[str, Any]) -> bool:
    """Whether its last day is the first one, or is not stated."""
    return data.get("ends") in (None, "", data.get("starts"))


def _stripped(value: Any) -> Any:
    """A block of text ends in a line break where its author had YAML keep one."""
    return value.strip() if isinstance(value, str) else value


def _is_when_or_where(key: str, record: Mapping[str, Any], event: Mapping[str, Any]) -> bool:
    """Whether who holds the event knows better than who edited the record. `held` is more than a calendar knows."""
    is_cancelled = event.get("status") == "cancelled"
    return key in (*_DAYS, "place") or (key == "status" and (is_cancelled or record.get("status") in _SAID_BY_AGENDAS))


def _what(replaced: Sequence[str], event: Mapping[str, Any]) -> str:
    """What subscribers must learn, as a change of the record has it; empty where it is nothing."""
    if "status" in replaced and event.get("status") in ("cancelled", "confirmed"):
        return str(event["status"])
    if any(key in replaced for key in _DAYS):
        return "moved"
    return "updated" if "place" in replaced or "status" in replaced else ""

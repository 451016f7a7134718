"""Guards: what a change must not do to records that were published, whatever else it does."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.catalogue.news import served_later, serves_id
from clearinghouse.problems import changes as kinds
from clearinghouse.problems.problem import Place, Problem
from clearinghouse.reading.files.folder import RecordFile
from clearinghouse.reading.files.strict_yaml import Document, Path
from clearinghouse.reading.typing.read import Reading
from clearinghouse.records.collection import AnyRecord
from clearinghouse.records.collections.activity import Activity
from clearinghouse.records.collections.event import NEWSWORTHY, Event
from clearinghouse.records.collections.legislation import Assessment, LegislationStatus
from clearinghouse.records.collections.record import Record

_AMENDABLE: Mapping[str, bool | set[str]] = {"note": True, "other_sources": True, "source": {"accessed", "archived"}}
"""What may be added to an assessment later, since it changes nothing of what it says."""

Pair = tuple[RecordFile | None, RecordFile | None]
"""A record's file before and after."""


class State(Protocol):
    """What guards ask of a state of the folder."""

    @property
    def reading(self) -> Reading:
        """All records that were read, those with former ids among them."""

    def record(self, file: RecordFile | None) -> AnyRecord | None:
        """The sound record of a file."""

    def document(self, file: RecordFile | None) -> Document | None:
        """The content of a file that is well-formed."""


def lost(pairs: Iterable[Pair], before: State, after: State) -> Iterator[Problem]:
    """Ids that were published and lead nowhere now: files that are gone, former ids, and records that became drafts."""
    redirected = {
        f"{name}/{former}"
        for name, records in after.reading.records.items()
        for record in records.values()
        for former in (record.former_ids if isinstance(record, Record) else ())
    }
    for old, new in pairs:
        was, now, document = before.record(old), after.record(new), after.document(new)
        if old is None or (isinstance(was, Record) and was.draft):
            continue
        key = f"{old.collection}/{old.id}"
        if new is None and key not in redirected:
            kind = kinds.LOST_001_ACTIVITY if old.collection == Activity.collection else kinds.LOST_001
            yield kind.at(old.file.place, found=key)
        if isinstance(was, Record) and isinstance(now, Record) and document:
            if now.draft:
                yield kinds.LOST_001_DRAFT.at(document.place(("draft",)), found=key)
            for former in was.former_ids:
                if f"{was.collection}/{former}" not in redirected and former not in after.reading.records[was.collection]:
                    yield kinds.LOST_001_FORMER.at(document.place(("former_ids",)), found=former, id=former)


def lost_at_once(losses: Sequence[Problem], pairs: Iterable[Pair], before: State, after: State, most: int) -> Iterator[Problem]:
    """That a change loses or withdraws more than so many records."""
    gone = [(loss.path, loss.found) for loss in losses]
    for old, new in pairs:
        was, now = before.record(old), after.record(new)
        if new and getattr(now, "withdrawn", None) and isinstance(was, Record) and not was.withdrawn:
            gone.append((new.file.name, was.key))
    if len(gone) > most:
        path, key = gone[0]
        yield kinds.LOST_002.at(Place(path), found=f"{len(gone)} records, {key} among them", most=str(most))


def rewritten(was: Record, now: Record, document: Document, catalogue: Catalogue) -> Iterator[Problem]:
    """What a published record's new state changes that must not change, or must not change in silence.

    catalogue: of the new state, for the plans.
    """
    if was.published != now.published:
        yield kinds.CHANGE_003.at(document.place(("published",)), found=str(now.published), day=str(was.published))
    ids = {change.id for change in now.changes}
    for change in was.changes:
        if change.id not in ids:
            yield kinds.CHANGE_002.at(document.place(("changes",)), id=change.id, day=str(change.on))
    if isinstance(was, LegislationStatus) and isinstance(now, LegislationStatus):
        yield from _assessments(was, now, document)
    if was.first_key != now.first_key:
        first = was.first_key.partition("/")[2]
        yield kinds.CHANGE_005.at(document.place(("former_ids",)), found=now.first_key.partition("/")[2], first=first)
    if not ids - {change.id for change in was.changes}:
        yield from _unannounced(was, now, document)
    for number, served in enumerate(now.serves):
        if served not in was.serves and served not in served_later(now, catalogue):
            yield kinds.CHANGE_001_SERVES.at(document.place(("serves", number)), found=served, id=serves_id(served, catalogue))


def _assessments(was: LegislationStatus, now: LegislationStatus, document: Document) -> Iterator[Problem]:
    kept = [_said(assessment) for assessment in now.assessments]
    for number, assessment in enumerate(was.assessments):
        if _said(assessment) not in kept:
            path: Path = ("assessments", min(number, len(now.assessments) - 1)) if now.assessments else ("assessments",)
            category, as_of = str(assessment.category), str(assessment.as_of)
            yield kinds.CHANGE_004.at(document.place(path), category=category, date=as_of, document=assessment.document)


def _said(assessment: Assessment) -> dict[str, object]:
    return assessment.model_dump(mode="json", exclude=_AMENDABLE)


def _unannounced(was: Record, now: Record, document: Document) -> Iterator[Problem]:
    """Changes of which subscribers must learn, where no new entry says them."""
    what = _what(was, now)
    for key in NEWSWORTHY if isinstance(was, Event) and isinstance(now, Event) else ():
        old, new = getattr(was, key), getattr(now, key)
        if old != new:
            found = "" if new is None else _words(new)
            yield kinds.CHANGE_001.at(document.place((key,)), found=found, key=key, before=_words(old), what=what)
    if was.withdrawn and not now.withdrawn:
        yield kinds.CHANGE_001_WITHDRAWN.at(document.place(()), what=what)
    if isinstance(was, LegislationStatus) and isinstance(now, LegislationStatus):
        known = [_said(assessment) for assessment in was.assessments]
        for number, assessment in enumerate(now.assessments):
            if _said(assessment) not in known:
                found = f"{assessment.category}, {assessment.as_of}"
                yield kinds.CHANGE_001_ASSESSMENT.at(document.place(("assessments", number)), found=found, what=what)


def _what(was: Record, now: Record) -> str:
    """What the missing entry most likely says."""
    if isinstance(was, Event) and isinstance(now, Event):
        if was.status != now.status and now.status in ("confirmed", "postponed", "cancelled", "held"):
            return now.status
        return "moved" if (was.starts, was.ends) != (now.starts, now.ends) else "updated"
    return "assessed" if isinstance(now, LegislationStatus) else "updated"


def _words(value: object) -> str:
    from_, to = getattr(value, "from_", None), getattr(value, "to", None)
    if from_ and to:
        return f"{from_:%H:%M}-{to:%H:%M}"
    return "absent" if value is None else str(value).lower() if isinstance(value, bool) else str(value)

"""Guards: what a change must not do to records that were published, whatever else it does."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.catalogue.news import served_later, serves_id
from clearinghouse.problems.problem import Problem
from clearinghouse.reading.files.folder import RecordFile
from clearinghouse.reading.files.strict_yaml import Document, Path
from clearinghouse.reading.typing.read import Reading
from clearinghouse.records.collection import AnyRecord
from clearinghouse.records.collections.activity import Activity
from clearinghouse.records.collections.event import NEWSWORTHY, Event
from clearinghouse.records.collections.legislation import Assessment, LegislationStatus
from clearinghouse.records.collections.record import Record

_AMENDABLE = {"note": True, "other_sources": True, "source": {"accessed", "archived"}}
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
            yield Problem(old.file.told, 1, 1, "LOST-001", "", key, "an id that leads somewhere, as it did", _mend(old.collection))
        if isinstance(was, Record) and isinstance(now, Record) and document:
            if now.draft:
                fix = "delete the line `draft: true`; what should not be seen any more is withdrawn, with a reason"
                yield _at(document, ("draft",), "LOST-001", key, "no draft, since it was published", fix)
            for former in was.former_ids:
                if f"{was.collection}/{former}" not in redirected and former not in after.reading.records[was.collection]:
                    allowed = "an id that leads somewhere, as it did"
                    yield _at(document, ("former_ids",), "LOST-001", former, allowed, f"add {former} to `former_ids` again")


def _mend(collection: str) -> str:
    if collection == Activity.collection:
        return "bring it back: a plan does not change afterwards"
    return "bring it back; if it was renamed, add its id to `former_ids` of the new record; if it should not be, add `withdrawn`"


def lost_at_once(losses: Sequence[Problem], pairs: Iterable[Pair], before: State, after: State, most: int) -> Iterator[Problem]:
    """That a change loses or withdraws more than so many records."""
    gone = [(loss.path, loss.found) for loss in losses]
    for old, new in pairs:
        was, now = before.record(old), after.record(new)
        if new and getattr(now, "withdrawn", None) and isinstance(was, Record) and not was.withdrawn:
            gone.append((new.file.told, was.key))
    if len(gone) > most:
        found = f"{len(gone)} records, {gone[0][1]} among them"
        fix = "bring them back, or withdraw them in smaller changes (`chm explain LOST-002`)"
        yield Problem(gone[0][0], 1, 1, "LOST-002", "", found, f"at most {most} records lost or withdrawn in a change", fix)


def rewritten(was: Record, now: Record, document: Document, catalogue: Catalogue) -> Iterator[Problem]:
    """What a published record's new state changes that must not change, or must not change in silence.

    catalogue: of the new state, for the plans.
    """
    if was.published != now.published:
        yield _at(document, ("published",), "CHANGE-003", str(now.published), str(was.published), f"write {was.published} again")
    ids = {change.id for change in now.changes}
    for change in was.changes:
        if change.id not in ids:
            fix = "bring the entry back; what is to be told anew gets an entry of its own"
            yield _at(document, ("changes",), "CHANGE-002", "", f"the entry `{change.id}` of {change.on}", fix)
    if isinstance(was, LegislationStatus) and isinstance(now, LegislationStatus):
        yield from _assessments(was, now, document)
    if was.first_key != now.first_key:
        first = was.first_key.partition("/")[2]
        fix = f"write {first} first; what should lead to another record is withdrawn, with `see`"
        yield _at(document, ("former_ids",), "CHANGE-005", now.first_key.partition("/")[2], f"`former_ids` that begin with {first}", fix)
    if not ids - {change.id for change in was.changes}:
        yield from _untold(was, now, document)
    for place, served in enumerate(now.serves):
        if served not in was.serves and served not in served_later(now, catalogue):
            allowed = "an entry in `changes` from which the plan's feed learns of it"
            fix = f"add e.g. {{on: <today>, what: updated, id: {serves_id(served, catalogue)}, note: …}} at the end of `changes`"
            yield _at(document, ("serves", place), "CHANGE-001", served, allowed, fix)


def _assessments(was: LegislationStatus, now: LegislationStatus, document: Document) -> Iterator[Problem]:
    kept = [_said(assessment) for assessment in now.assessments]
    for place, assessment in enumerate(was.assessments):
        if _said(assessment) not in kept:
            at: Path = ("assessments", min(place, len(now.assessments) - 1)) if now.assessments else ("assessments",)
            allowed = f"the assessment {assessment.category} of {assessment.as_of}, {assessment.document}, as it was"
            yield _at(document, at, "CHANGE-004", "", allowed, "bring it back, and append what is new")


def _said(assessment: Assessment) -> dict[str, object]:
    return assessment.model_dump(mode="json", exclude=_AMENDABLE)  # type: ignore[arg-type]


def _untold(was: Record, now: Record, document: Document) -> Iterator[Problem]:
    """Changes of which subscribers must learn, where no new entry tells them."""
    fix = f"add an entry at the end of `changes`, e.g. {{on: <today>, what: {_what(was, now)}, id: <new>, note: …}}"
    for key in NEWSWORTHY if isinstance(was, Event) and isinstance(now, Event) else ():
        old, new = getattr(was, key), getattr(now, key)
        if old != new:
            allowed = f"a new entry in `changes`, since {key} was {_words(old)}"
            yield _at(document, (key,), "CHANGE-001", "" if new is None else _words(new), allowed, fix)
    if was.withdrawn and not now.withdrawn:
        yield _at(document, (), "CHANGE-001", "", "a new entry in `changes`, since it was withdrawn", fix)
    if isinstance(was, LegislationStatus) and isinstance(now, LegislationStatus):
        known = [_said(assessment) for assessment in was.assessments]
        for place, assessment in enumerate(now.assessments):
            if _said(assessment) not in known:
                allowed = "a new entry in `changes`: subscribers learn of an assessment from there"
                yield _at(document, ("assessments", place), "CHANGE-001", f"{assessment.category}, {assessment.as_of}", allowed, fix)


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


def _at(document: Document, path: Path, code: str, found: str, allowed: str, fix: str) -> Problem:
    line, column = document.place(path)
    return Problem(document.path, line, column, code, ".".join(map(str, path)), found, allowed, fix)

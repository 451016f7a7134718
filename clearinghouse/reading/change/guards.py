"""Guards: what a change must not do to records that were published, whatever else it does."""

from collections.abc import Iterable, Iterator, Set

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.catalogue.news import served_later, serves_id
from clearinghouse.problems import changes as kinds
from clearinghouse.problems.problem import Problem
from clearinghouse.reading.change.lasting import losses, said
from clearinghouse.reading.files.folder import DataFile
from clearinghouse.reading.files.link_reports import JOURNAL, NAME
from clearinghouse.reading.files.strict_yaml import Document
from clearinghouse.records.collections.event import NEWSWORTHY, Event
from clearinghouse.records.collections.legislation import LegislationStatus
from clearinghouse.records.collections.record import Record
from clearinghouse.vocabulary.kinds import CHANGES, EVENT_STATUSES

_STATUSES = frozenset(EVENT_STATUSES) & frozenset(CHANGES)
"""Those of which an entry can tell by their name."""


def reserved(files: Iterable[DataFile]) -> Iterator[Problem]:
    """Files that a workflow writes, and nobody else."""
    for file in files:
        if file.path in (NAME, JOURNAL):
            yield kinds.CHANGE_010.at(file.place, found=file.path)


def rewritten(was: Record, now: Record, document: Document, catalogue: Catalogue) -> Iterator[Problem]:
    """What a published record's new state changes that must not change, or must not change in silence.

    catalogue: of the new state, for the plans.
    """
    yield from losses(was, now, document)
    if was.first_key != now.first_key:
        first = was.first_key.partition("/")[2]
        yield kinds.CHANGE_005.at(document.place(("former_ids",)), found=now.first_key.partition("/")[2], first=first)
    known = {change.id for change in was.changes}
    yield from _unannounced(was, now, document, {change.what for change in now.changes if change.id not in known})
    for number, served in enumerate(now.serves):
        if served not in was.serves and served not in served_later(now, catalogue):
            yield kinds.CHANGE_001_SERVES.at(document.place(("serves", number)), found=served, id=serves_id(served, catalogue))


def _unannounced(was: Record, now: Record, document: Document, news: Set[str]) -> Iterator[Problem]:
    """Changes of which subscribers must learn, where no new entry says them. news: what the new entries say.

    Any entry will do, but for a new status: a feed that says `updated` where a training is cancelled sends people there.
    """
    what = _what(was, now)
    for key in NEWSWORTHY if isinstance(was, Event) and isinstance(now, Event) else ():
        old, new = getattr(was, key), getattr(now, key)
        if old != new and (not news or (key == "status" and what in _STATUSES and not news & {what, "corrected"})):
            found = "" if new is None else _words(new)
            yield kinds.CHANGE_001.at(document.place((key,)), found=found, key=key, before=_words(old), what=what)
    if news:
        return
    if was.withdrawn and not now.withdrawn:
        yield kinds.CHANGE_001_WITHDRAWN.at(document.place(()), what=what)
    if isinstance(was, LegislationStatus) and isinstance(now, LegislationStatus):
        known = [said(assessment) for assessment in was.assessments]
        for number, assessment in enumerate(now.assessments):
            if said(assessment) not in known:
                found = f"{assessment.category}, {assessment.as_of}"
                yield kinds.CHANGE_001_ASSESSMENT.at(document.place(("assessments", number)), found=found, what=what)


def _what(was: Record, now: Record) -> str:
    """What the missing entry most likely says."""
    if isinstance(was, Event) and isinstance(now, Event):
        if was.status != now.status and now.status in _STATUSES:
            return now.status
        return "moved" if (was.starts, was.ends) != (now.starts, now.ends) else "updated"
    return "assessed" if isinstance(now, LegislationStatus) else "updated"


def _words(value: object) -> str:
    from_, to = getattr(value, "from_", None), getattr(value, "to", None)
    if from_ and to:
        return f"{from_:%H:%M}-{to:%H:%M}"
    return "absent" if value is None else str(value).lower() if isinstance(value, bool) else str(value)

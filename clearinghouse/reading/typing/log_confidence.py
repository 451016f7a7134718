"""Confidence of logs: an entry is no surer than what shows it."""

from collections.abc import Iterator

from clearinghouse.problems.problem import Problem
from clearinghouse.problems.values import KEY_004_LOG
from clearinghouse.reading.files.strict_yaml import Path
from clearinghouse.reading.typing.references import Documents, Records
from clearinghouse.records.collections.activity import Activity, Commitment, LogEntry
from clearinghouse.records.collections.record import Record
from clearinghouse.vocabulary.bearing import bearing_class


def unborne_entries(documents: Documents, records: Records) -> Iterator[Problem]:
    """The entries of high confidence that neither a record of high confidence nor a source bears.

    An entry that names a record which was not read, or has problems of its own, cannot be judged.
    """
    for activity in records[Activity.collection].values():
        if isinstance(activity, Activity):
            for path, entry in _entries(activity):
                if entry.confidence == "high" and not _is_borne(entry, records):
                    place = documents[Activity.collection][activity.id].place((*path, "confidence"))
                    yield KEY_004_LOG.at(place, found=entry.confidence)


def _entries(activity: Activity) -> Iterator[tuple[Path, LogEntry]]:
    """All entries with the way to them."""
    parts: list[tuple[Path, Commitment]] = [((), activity)]
    parts += [(("sub_activities", place), part) for place, part in enumerate(activity.sub_activities)]
    for path, part in parts:
        for place, entry in enumerate(part.log):
            yield (*path, "log", place), entry


def _is_borne(entry: LogEntry, records: Records) -> bool:
    if entry.evidence is None:
        return False
    named = [records.get(name, {}).get(record_id) for name, _, record_id in (key.partition("/") for key in entry.evidence.records)]
    if any(not isinstance(record, Record) or record.confidence == "high" for record in named):
        return True
    return bearing_class(entry.evidence.sources) is not None

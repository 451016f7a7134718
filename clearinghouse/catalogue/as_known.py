"""As known: all records on one day come in, those that the site had on an earlier day leave, as they stood then."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.catalogue.news import served_later
from clearinghouse.records.collection import AnyRecord
from clearinghouse.records.collections.activity import Activity
from clearinghouse.records.collections.plan import Plan
from clearinghouse.records.collections.record import Record


def known_on(catalogue: Catalogue, day: date) -> Catalogue:
    """The catalogue as it stood on a day, which is its today as well.

    Records, and what has a day of its own in them (changes, withdrawals, assessments, laws, logs), are there from that day on.
    What nobody dated stands as it is now. What was found at addresses is left out: it is a picture of today.
    """
    records = {
        name: {key: known for key, record in of_collection.items() if (known := _known(record, catalogue, day))}
        for name, of_collection in catalogue.by_collection.items()
    }
    plans = records[Plan.collection]
    records[Activity.collection] = {
        key: activity for key, activity in records[Activity.collection].items() if isinstance(activity, Activity) and activity.plan in plans
    }
    return replace(catalogue, by_collection=_without_links_to_none(records), as_of=day, links=None, proposals={})


def _known(record: AnyRecord, catalogue: Catalogue, day: date) -> AnyRecord | None:
    known = record.known_on(day)
    if not isinstance(record, Record) or not isinstance(known, Record):
        return known
    later = {activity for activity, change in served_later(record, catalogue).items() if change.on > day}
    return known.model_copy(update={"serves": tuple(activity for activity in known.serves if activity not in later)}) if later else known


def _without_links_to_none(records: Mapping[str, Mapping[str, AnyRecord]]) -> Mapping[str, Mapping[str, AnyRecord]]:
    activities = records[Activity.collection]

    def linked(record: AnyRecord) -> AnyRecord:
        if not isinstance(record, Record) or all(activity in activities for activity in record.serves):
            return record
        return record.model_copy(update={"serves": tuple(activity for activity in record.serves if activity in activities)})

    return {name: {key: linked(record) for key, record in of_collection.items()} for name, of_collection in records.items()}

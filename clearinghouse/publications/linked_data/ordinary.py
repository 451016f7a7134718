"""Ordinary: what a record is to machines where its collection declares nothing: an event is one, all else is a work."""

from clearinghouse.publications.linked_data.events import event
from clearinghouse.publications.linked_data.names import Names, Thing
from clearinghouse.publications.linked_data.works import work
from clearinghouse.records.collections.event import Event
from clearinghouse.records.collections.record import Record


def ordinary(record: Record, names: Names) -> Thing:
    """A record of any collection."""
    return event(record, names) if isinstance(record, Event) else work(record, names)

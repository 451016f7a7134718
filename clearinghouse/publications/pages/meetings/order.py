"""Meetings: those of a body in their order, and the numbers of which no record is found."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.records.collections.workshop import COLLECTION, Workshop


@dataclass(frozen=True)
class Gap:
    """Numbers of meetings, from first to last, of which no record is found."""

    first: int
    last: int


def meetings_of(catalogue: Catalogue, body: str) -> tuple[Workshop, ...]:
    """The meetings of a body, the oldest first; one without a date stands by its number, or last."""
    records = catalogue.collection(COLLECTION.name)
    meetings = [record for record in records if isinstance(record, Workshop) and record.body_of == body and record.withdrawn is None]
    ordered = sorted((meeting for meeting in meetings if meeting.starts), key=lambda meeting: (str(meeting.starts), meeting.id))
    for meeting in sorted((meeting for meeting in meetings if not meeting.starts), key=lambda meeting: (meeting.number or 0, meeting.id)):
        number = meeting.number
        later = (place for place, other in enumerate(ordered) if number and other.number and other.number > number)
        ordered.insert(next(later, len(ordered)), meeting)
    return tuple(ordered)


def with_gaps(meetings: Sequence[Workshop], first: int = 1) -> Iterator[Workshop | Gap]:
    """The meetings with a gap wherever numbers are missing before one that has a number."""
    due = first
    for meeting in meetings:
        if meeting.number:
            if meeting.number > due:
                yield Gap(due, meeting.number - 1)
            due = max(due, meeting.number + 1)
        yield meeting

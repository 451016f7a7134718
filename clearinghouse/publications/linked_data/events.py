"""Events in linked data: when, where, for whom, by whom, and whether it was moved or called off."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

from clearinghouse.publications.linked_data.names import Names, Thing, audience_of, keywords_of, place, stated
from clearinghouse.records.collections.event import Event
from clearinghouse.records.collections.training import Training
from clearinghouse.records.keys.dates import PartialDate

SCHEMA = "https://schema.org/"
_COURSES = ("training", "training of trainers", "e-learning")
_OFF = {"postponed": "EventPostponed", "cancelled": "EventCancelled"}
_MODES = {"in person": "OfflineEventAttendanceMode", "online": "OnlineEventAttendanceMode", "hybrid": "MixedEventAttendanceMode"}


def training(record: Training, names: Names) -> Thing:
    """A training is an event; a course also an instance of one."""
    return _event(record, names, ["EducationEvent", "CourseInstance"] if record.kind in _COURSES else ["EducationEvent"])


def event(record: Event, names: Names) -> Thing:
    """Any other event."""
    return _event(record, names, ["Event"])


def _event(record: Event, names: Names, kinds: list[str]) -> Thing:
    hours = record.time
    return names.thing(
        record,
        kinds[0] if len(kinds) == 1 else kinds,
        # What was put off has no date until a new one is known.
        startDate=None if record.status == "postponed" else _moment(record.starts, record, hours.from_ if hours else None),
        endDate=None if record.status == "postponed" else _moment(record.ends, record, hours.to if hours else None),
        previousStartDate=_before(record),
        eventStatus=_status(record, names),
        eventAttendanceMode=SCHEMA + _MODES[record.mode] if record.mode else None,
        location=_location(record),
        organizer=names.organisations(record.organisers),
        contributor=names.organisations(record.partners),
        audience=audience_of(record.audience),
        keywords=keywords_of(record.topics),
        inLanguage=list(record.languages),
        maximumAttendeeCapacity=record.seats,
    )


def _status(record: Event, names: Names) -> str | None:
    """Its status; none where nobody confirmed it or said that it was held and its last day has passed."""
    moved = any(change.what == "moved" for change in record.changes)
    if record.status in _OFF:
        return SCHEMA + _OFF[record.status]
    is_sure = record.status == "held" or (record.status != "unconfirmed" and record.lies_ahead(names.catalogue.as_of))
    return SCHEMA + ("EventRescheduled" if moved else "EventScheduled") if is_sure else None


def _before(record: Event) -> str | None:
    """The first day from which it was moved last, or the one on which what was put off was to begin."""
    if record.status == "postponed":
        return str(record.starts) if record.starts else None
    moves = [str(change.from_) for change in record.changes if change.what == "moved" and change.from_]
    return moves[-1] if moves else None


def _moment(day: PartialDate | None, record: Event, hour: time | None) -> str | None:
    """A date as precise as it is known, with the hour and its distance from UTC where both are known (ISO 8601)."""
    if day is None or hour is None or record.time is None or not day.is_day:
        return str(day) if day else None
    return datetime.combine(day.first, hour, ZoneInfo(record.time.zone)).isoformat()


def _location(record: Event) -> list[Thing] | Thing:
    here = place(record.place, record.host) if record.mode != "online" else {}
    if record.mode not in ("online", "hybrid"):
        return here
    virtual = stated(type_="VirtualLocation", name="Online")
    return [here, virtual] if here else virtual

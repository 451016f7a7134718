"""VEVENT: an event, or the end of its registration, as calendars understand it (RFC 5545 §3.6.1)."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import Alarm, vCalAddress, vCategory, vDatetime, vDDDTypes, vInt, vRecur, vText, vUri
from icalendar import Event as VEvent

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.publications.agendas.folding import folded
from clearinghouse.publications.site import Site
from clearinghouse.publications.words import capital, date_words, listed
from clearinghouse.records.collections.event import Event
from clearinghouse.records.written.agenda_words import AUDIENCE, CLOSES, OFF, ONLINE, REGISTER, STATUS, WITHDRAWN
from clearinghouse.vocabulary.audiences import AUDIENCES
from clearinghouse.vocabulary.states import name_of
from clearinghouse.vocabulary.topics import TOPICS

_STATUSES = {
    "announced": "TENTATIVE",
    "confirmed": "CONFIRMED",
    "held": "CONFIRMED",
    "unconfirmed": "TENTATIVE",
    # Nobody should go there on that day. Once there is a new one, the same UID returns with a higher SEQUENCE.
    "postponed": "CANCELLED",
    "cancelled": "CANCELLED",
}
_READ_AS = {"TENTATIVE": "announced", "CONFIRMED": "confirmed", "CANCELLED": "cancelled"}
"""What a status of an agenda is read as; any other one of a record is written beside it."""
_ALARMS = (timedelta(-6, hours=-15), timedelta(hours=-15))
"""Nine in the morning, a week and a day before the day: an alarm of an all-day event counts from its midnight."""


def as_last_dated(event: Event) -> Event | None:
    """The event as calendars know it: itself, or, where its day was taken away, put off from the day that it last had."""
    if event.days:
        return event
    days = [change.from_ for change in sorted(event.changes, key=lambda change: change.on) if change.from_ and change.from_.is_day]
    if not days:
        return None
    status = event.status if event.is_off else "postponed"
    return event.model_copy(update={"starts": days[-1], "ends": None, "time": None, "status": status})


def vevent(event: Event, catalogue: Catalogue, site: Site) -> bytes:
    """An event whose first and last day are known. All of it comes from the record, so that each build gives the same bytes."""
    component = _component(event, event.first_key, catalogue, site)
    component["SUMMARY"] = vText(_title(event, event.title))
    _add_days(component, event)
    if location := _location(event):
        component["LOCATION"] = vText(location)
    component["CATEGORIES"] = vCategory([capital(str(getattr(event, "kind", ""))), *(TOPICS[topic].label for topic in event.topics)])
    return folded(component.content_lines())


def vdeadline(event: Event, deadline: date, catalogue: Catalogue, site: Site) -> bytes:
    """The last day of an event's registration, with an alarm a week and a day before."""
    component = _component(event, f"{event.first_key}/deadline", catalogue, site)
    component["SUMMARY"] = vText(_title(event, f"Registration closes: {event.title}"))
    component["DTSTART"] = vDDDTypes(deadline)
    component["DTEND"] = vDDDTypes(deadline + timedelta(1))
    for trigger in _ALARMS if _status(event) != "CANCELLED" else ():
        alarm = Alarm()
        alarm["ACTION"] = vText("DISPLAY")
        alarm["DESCRIPTION"] = vText(f"Registration closes on {date_words(deadline)}: {event.title}")
        alarm["TRIGGER"] = vDDDTypes(trigger)
        component.add_component(alarm)
    return folded(component.content_lines())


def _component(event: Event, name: str, catalogue: Catalogue, site: Site) -> VEvent:
    """What an event and the end of its registration share. Values are set as what they are: `add` would find out at length."""
    component = VEvent()
    component["UID"] = vText(f"{name}@{site.authority}")
    # Without a method, DTSTAMP says when the event was last revised (§3.8.7.2): on a day of its record, not of the build.
    component["DTSTAMP"] = component["LAST-MODIFIED"] = vDatetime(datetime.combine(event.last_change, time(), UTC))
    component["CREATED"] = vDatetime(datetime.combine(event.published, time(), UTC))
    withdrawn = event.withdrawn is not None and all(change.what != "withdrawn" for change in event.changes)
    component["SEQUENCE"] = vInt(len(event.changes) + withdrawn)
    component["STATUS"] = vText(_status(event))
    if _READ_AS[_status(event)] != event.status:
        component[STATUS] = vText(event.status)
    component["TRANSP"] = vText("TRANSPARENT")
    component["DESCRIPTION"] = vText("\n\n".join(_description(event, site)))
    component["URL"] = vUri(site.url + event.address)
    _add_office(component, event, catalogue)
    return component


def _add_days(component: VEvent, event: Event) -> None:
    """DTEND is exclusive: the day after the last; where no last day is stated, calendars show the first (RFC 5545 §3.6.1).
    Hours of several days are the first day's, repeated daily."""
    assert event.starts
    assert event.days
    first = event.starts.first
    if not event.time:
        component["DTSTART"] = vDDDTypes(first)
        if event.ends:
            component["DTEND"] = vDDDTypes(first + timedelta(event.days))
        return
    zone = ZoneInfo(event.time.zone)
    component["DTSTART"] = vDDDTypes(datetime.combine(first, event.time.from_, zone))
    component["DTEND"] = vDDDTypes(datetime.combine(first, event.time.to, zone))
    if event.days > 1:
        component["RRULE"] = vRecur(freq="daily", count=event.days)


def _status(event: Event) -> str:
    return "CANCELLED" if event.withdrawn else _STATUSES[event.status]


def _title(event: Event, title: str) -> str:
    """With a word before it where it is off: some calendars show what is cancelled like anything else."""
    word = "withdrawn" if event.withdrawn else event.status if event.status in OFF else ""
    return f"{capital(word)}: {title}" if word else title


def _location(event: Event) -> str:
    places = [event.place, name_of(event.host) if event.host else None, ONLINE if event.mode in ("online", "hybrid") else None]
    return ", ".join(dict.fromkeys(place for place in places if place))


def _description(event: Event, site: Site) -> Iterator[str]:
    yield event.summary
    if event.audience:
        yield f"{AUDIENCE}{listed([AUDIENCES[term].label for term in event.audience])}."
    registration = event.registration
    if registration and registration.deadline:
        yield f"{CLOSES}{date_words(registration.deadline)}."
    if registration and registration.url:
        yield f"{REGISTER}{registration.url}"
    if event.withdrawn:
        yield f"{WITHDRAWN}{event.withdrawn.reason}"
    yield from (change.note for change in event.changes if change.note)
    yield site.url + event.address


def _add_office(component: VEvent, event: Event, catalogue: Catalogue) -> None:
    """An office's mailbox, never a person's. A calendar needs an address for an organiser, so names alone are a contact."""
    names = [network.name if (network := catalogue.network(name)) else name for name in event.organisers]
    contact = event.registration.contact if event.registration else None
    if contact:
        organiser = vCalAddress(f"mailto:{contact}")
        organiser.params["CN"] = names[0] if names else "Office for registration"
        component["ORGANIZER"] = organiser
    elif names:
        component["CONTACT"] = vText(listed(names))

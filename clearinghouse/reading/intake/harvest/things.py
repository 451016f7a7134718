"""Things: what schema.org's words say of an event, a course or a work becomes an entry under our keys.

Persons are never read: of organisers and publishers only organisations are.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from clearinghouse.reading.intake.harvest.entries import Entry
from clearinghouse.reading.intake.harvest.fields import fill, fill_list, fill_terms
from clearinghouse.reading.intake.harvest.pages import Thing, types_of
from clearinghouse.reading.intake.harvest.texts import LONGEST_TITLE, day_of, line, paragraph, web_address
from clearinghouse.reading.intake.known_events import digest
from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.collections.document import Document
from clearinghouse.records.collections.programme import Programme
from clearinghouse.records.harvest_sources import HarvestSource
from clearinghouse.records.keys.lists import LISTS

_WORKS = frozenset(
    (
        "CreativeWork",
        "LearningResource",
        "Report",
        "DigitalDocument",
        "Book",
        "Article",
        "ScholarlyArticle",
        "HowTo",
        "Guide",
        "Legislation",
    )
)
_PERSON = "Person"
_STATUSES = {"EventCancelled": "cancelled", "EventPostponed": "postponed"}
_MODES = {
    **{"offlineeventattendancemode": "in person", "onlineeventattendancemode": "online", "mixedeventattendancemode": "hybrid"},
    **{"onsite": "in person", "face-to-face": "in person", "online": "online", "blended": "hybrid", "hybrid": "hybrid"},
}


def entries_of(things: Sequence[Thing], source: HarvestSource, page: str) -> Iterator[Entry]:
    """The entries for the collection of a source, each once. page: the address of the page that describes the things."""
    wanted = [thing for thing in things if _is_wanted(thing, source.collection)]
    seen: set[str] = set()
    for thing in wanted:
        entry = _entry(thing, source, page, is_alone=len(wanted) == 1)
        if entry.address not in seen:
            seen.add(entry.address)
            yield entry


def _is_wanted(thing: Thing, collection: str) -> bool:
    types = types_of(thing)
    if COLLECTIONS[collection].is_event:
        return "CourseInstance" in types or any(kind.endswith("Event") for kind in types)
    return "Course" in types if collection == Programme.collection else bool(types & _WORKS)


def _entry(thing: Thing, source: HarvestSource, page: str, is_alone: bool) -> Entry:
    """What one thing says; an instance of a course says the rest by its course."""
    course: Thing = thing["@around"] if "Course" in types_of(thing["@around"]) and "CourseInstance" in types_of(thing) else {}
    both = {**course, **{key: value for key, value in thing.items() if value not in (None, "", [])}}
    data: dict[str, Any] = {}
    title, name = line(_first(both.get("name"), both.get("headline")), LONGEST_TITLE), source.collection
    fill(data, name, "title", title)
    summary = paragraph(_first(both.get("description"), both.get("abstract")))
    put_text(data, "summary", summary or ("The source gives no description." if title else ""))
    fill_list(data, name, "languages", (line(_name(member)) for member in _members(both.get("inLanguage"))))
    fill_terms(data, name, "audience", (line(_name(member)) for member in _members(both.get("audience"))))
    fill_terms(data, name, "topics", _keywords(both))
    remarks: list[str] = []
    if COLLECTIONS[name].is_event:
        remarks += _read_event(both, source, data)
    else:
        _read_work(both, source, data)
    for field, key in source.mapping.items():
        fill(data, name, key, "; ".join(text for member in _members(both.get(field)) if (text := line(_name(member)))))
    address = _address(thing, course, page, f"{title} {both.get('startDate', '')}", is_alone)
    if "url" in data or name in (Programme.collection, Document.collection):
        data["url"] = address
    return Entry(address, title, data, remarks=tuple(remarks), refusal="" if title else "it has no name")


def put_text(data: dict[str, Any], key: str, text: str) -> None:
    """Puts a text whose lines belong together."""
    if text:
        data[key] = text


def _read_event(thing: Thing, source: HarvestSource, data: dict[str, Any]) -> Iterator[str]:
    """When, where, how and by whom; yields what is not taken."""
    name = source.collection
    status = line(_last_part(thing.get("eventStatus")))
    data["status"] = _STATUSES.get(status, "announced")
    starts = day_of(_first(thing.get("startDate"), thing.get("previousStartDate")))
    ends = day_of(thing.get("endDate"))
    fill(data, name, "starts", starts)
    fill(data, name, "ends", ends)
    if not starts:
        data |= {"undated": "true", "note": "The source gives no date."}
    yield from _read_hours(thing, source, data)
    modes = [_last_part(member).casefold() for member in _members(thing.get("eventAttendanceMode", thing.get("courseMode")))]
    fill(data, name, "mode", next((_MODES[mode] for mode in modes if mode in _MODES), ""))
    places = [place for place in _members(thing.get("location")) if not (isinstance(place, dict) and "VirtualLocation" in types_of(place))]
    if len(places) < len(_members(thing.get("location"))) and "mode" not in data:
        fill(data, name, "mode", "hybrid" if places else "online")
    if places and data.get("mode") != "online":
        _read_place(places[0], name, data)
    organisers = _members(thing.get("organizer")) or _members(thing.get("provider"))
    if any(isinstance(one, dict) and _PERSON in types_of(one) for one in organisers):
        yield "who organises it: a person"
    fill_list(data, name, "organisers", _organisations(organisers))
    fill_list(data, name, "partners", _organisations(_members(thing.get("contributor")) + _members(thing.get("sponsor"))))
    fill(data, name, "seats", line(thing.get("maximumAttendeeCapacity")))
    offer = next((one for one in _members(thing.get("offers")) if isinstance(one, dict)), {})
    fill(data, name, "registration.url", web_address(offer.get("url"), source.url))


def _read_hours(thing: Thing, source: HarvestSource, data: dict[str, Any]) -> Iterator[str]:
    """The hours, in the zone that harvest.yml gives for the source: a distance from UTC alone names no zone."""
    moments = [thing.get(key) for key in ("startDate", "endDate")]
    if not any(isinstance(moment, str) and "T" in moment and not moment.endswith("T00:00:00Z") for moment in moments):
        return
    zone = source.given.get("time.zone", "")
    if not zone:
        yield "its hours: no time zone is known, see `given: {time.zone: …}`"
        return
    try:
        place = ZoneInfo(zone)
        begin, end = (datetime.fromisoformat(str(moment).strip()) for moment in moments)
        begin, end = (moment.astimezone(place) if moment.tzinfo else moment for moment in (begin, end))
    except (ValueError, KeyError, OSError, OverflowError):
        yield "its hours: they cannot be read"
        return
    data |= {"starts": f"{begin:%Y-%m-%d}", "ends": f"{end:%Y-%m-%d}"}
    if f"{begin:%H:%M}" < f"{end:%H:%M}":
        data["time"] = {"from": f"{begin:%H:%M}", "to": f"{end:%H:%M}", "zone": zone}


def _read_place(place: Any, name: str, data: dict[str, Any]) -> None:
    address = place.get("address", {}) if isinstance(place, dict) else {}
    parts = address if isinstance(address, dict) else {}
    town = line(parts.get("addressLocality"))
    label = line(_name(place))
    fill(data, name, "place", label if not town or town.casefold() in label.casefold() else f"{label}, {town}".strip(", "))
    country = line(_name(parts.get("addressCountry")))
    fill(data, name, "host", LISTS["states"].meant_by(country) or "")


def _read_work(thing: Thing, source: HarvestSource, data: dict[str, Any]) -> None:
    """By whom and when."""
    name = source.collection
    makers = _members(thing.get("publisher")) or _members(thing.get("provider")) or _members(thing.get("sourceOrganization"))
    maker = next(iter(_organisations(makers)), source.name)
    fill(data, name, "publisher", maker)
    fill(data, name, "provider", maker)
    if name == Programme.collection:
        data["url_checked"] = "false"
        return
    day = day_of(_first(thing.get("datePublished"), thing.get("dateModified"), thing.get("dateCreated")))
    data |= {"date": day} if day else {"undated": "true", "note": "The source gives no date."}


def _address(thing: Thing, course: Thing, page: str, mark: str, is_alone: bool) -> str:
    """The address by which a thing is known again: that which it says, else that of the page, with a mark where there are others."""
    own = web_address(_first(thing.get("url"), thing.get("@id")), page)
    of_course = web_address(_first(course.get("url"), course.get("@id")), page)
    if own and own != of_course:
        return own
    around = of_course or page
    return around if is_alone else f"{around.partition('#')[0]}#{digest(mark)}"


def _keywords(thing: Thing) -> list[str]:
    """What it is about, as words: a text with commas, a list, or terms with names."""
    members = _members(thing.get("keywords")) + _members(thing.get("about"))
    return [line(word) for member in members for word in (member.split(",") if isinstance(member, str) else [_name(member)])]


def _organisations(members: Iterable[Any]) -> list[str]:
    return [line(_name(one)) for one in members if isinstance(one, str) or (isinstance(one, dict) and _PERSON not in types_of(one))]


def _members(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None or value == "" else [value]


def _name(value: Any) -> Any:
    """What a thing is called, or the text that stands in its place."""
    if isinstance(value, dict):
        keys = ("name", "audienceType", "educationalRole", "@value", "alternateName", "identifier", "@id")
        return _first(*(value.get(key) for key in keys))
    return value


def _first(*values: Any) -> Any:
    """The first that is a text; of a list its first member, of a text in a language the text."""
    for value in values:
        for member in _members(value)[:1]:
            text = member.get("@value") if isinstance(member, dict) else member
            if isinstance(text, str | int | float) and str(text).strip():
                return text
    return None


def _last_part(value: Any) -> str:
    """`EventCancelled` of `https://schema.org/EventCancelled`."""
    return str(_first(value, value.get("@id") if isinstance(value, dict) else None) or "").strip().rpartition("/")[2]

"""Events: what the pages, lists and forms of trainings, workshops and other events share."""

from dataclasses import replace
from datetime import date

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.publications.channels import EVENT
from clearinghouse.publications.collections.cells import ListColumn, quiet, silent_cell, title_cell
from clearinghouse.publications.collections.presentation import SERVES, SOURCES, FormPart
from clearinghouse.publications.collections.view import (
    Setting,
    View,
    badges_of,
    body_section,
    closing_facts,
    closing_sections,
    head_of,
    kind_badge,
    notices_of,
    species_fact,
)
from clearinghouse.publications.html.days import day_after, day_before, days, earliest, stretches
from clearinghouse.publications.html.facts import NOT_STATED as UNSTATED
from clearinghouse.publications.html.facts import fact, facts, stated
from clearinghouse.publications.html.lines import own_words, separated, state_bit, state_lines, terms_line, text_bit, topics_line
from clearinghouse.publications.html.parts import Action, Badge, Bit, Cell, Column, EventLine, Fact, Lead, Line, Notice, Section
from clearinghouse.publications.narrowed import list_under
from clearinghouse.publications.words import capital, counted, date_words, language_names, state_name, when
from clearinghouse.records.collections.event import Event
from clearinghouse.vocabulary.audiences import AUDIENCES
from clearinghouse.vocabulary.states import ASEAN
from clearinghouse.vocabulary.writing_systems import language_by_script

_STATUS_STYLES = {"held": "done", "announced": "soon", "confirmed": "soon", "postponed": "heed", "unconfirmed": "heed", "cancelled": "stop"}
_UNREPORTED = ("announced", "confirmed", "unconfirmed")
NO_REPORT = "No report found"
_TITLE = "What it is about"


def status_badge(event: Event, as_of: date) -> Badge:
    """Its status on a day as a shape and a word. A moved event that still lies ahead says so, one that goes on as well,
    and one that is over without anybody having said that it was held."""
    if event.is_under_way(as_of):
        return Badge("soon", "Under way")
    if event.lies_ahead(as_of) and any(change.what == "moved" for change in event.changes):
        return Badge("heed", "Moved")
    if event.is_over(as_of) and event.status in _UNREPORTED:
        return Badge("heed", NO_REPORT)
    return Badge(_STATUS_STYLES[event.status], status_words(event.status))


def status_words(status: str) -> str:
    """A status as readers see it: one that a record calls unconfirmed is that of an event over which nobody reported."""
    return NO_REPORT if status == "unconfirmed" else capital(status)


def status_badges(event: Event, as_of: date) -> tuple[Badge, ...]:
    """Its status on the day of the build and on all later days, of which a page shows one."""
    badges = stretches(lambda day: status_badge(event, day), event.turns, as_of, zone_of(event))
    return tuple(replace(badge, days=stretch) for stretch, badge in badges)


def zone_of(event: Event) -> str | None:
    """Whose day counts: that of the place where it has a time, else that of whoever reads."""
    return event.time.zone if event.time else None


def view(event: Event, setting: Setting, *own: Fact | None, sections: tuple[Section, ...] = ()) -> View:
    """The page of an event. own, sections: facts and first sections that only its collection has."""
    as_of = setting.catalogue.as_of
    year = event.starts.year if event.starts else None
    crumbs = [("Home", ""), (capital(event.collection), f"{event.collection}/")]
    crumbs += [(str(year), of_year)] if year and (of_year := list_under(event.collection, "years", str(year))) else []
    badges = badges_of(event, kind_badge(event), *status_badges(event, as_of))
    first = _first(event, as_of)
    return View(
        head_of(event, setting, badges, tuple(crumbs), downloads=_calendar_file(event, as_of)),
        facts(*_facts(event, setting, own), *closing_facts(event, setting), above=first),
        (*sections, *body_section(event, _TITLE), *closing_sections(event, setting, *sections)),
        (*_notices(event, as_of), *notices_of(event, setting)),
        Lead(rows=stated(*first), actions=(*_register(event, as_of), *_calendar(event, as_of))),
    )


def _first(event: Event, as_of: date) -> tuple[Fact | None, ...]:
    """When, where and for whom it is, and how to take part; of what is over, how many did."""
    is_ahead = event.lies_ahead(as_of)
    audience = terms_line(event.collection, "audience", AUDIENCES, event.audience), own_words(event.audience_note)
    return (
        fact("When", _when(event), _length(event), _time(event), silent="date not known"),
        fact("Where", _where(event), gap="place"),
        fact("Who can join" if is_ahead else "Audience", *audience, gap="audience"),
        fact("Seats", f"{event.seats:,}" if event.seats is not None else None, silent=None),
        fact("How to join", *_registration(event, as_of), silent=UNSTATED if is_ahead else None, gap="how to register"),
        fact("Participants", *_people(event), silent=None if is_ahead else UNSTATED, gap="number of participants"),
    )


def _register(event: Event, as_of: date) -> tuple[Action, ...]:
    """Where one registers, as long as one can."""
    registration = event.registration
    if not registration or not registration.url or event.is_off:
        return ()
    last = registration.deadline or event.last_day
    if last and last < earliest(as_of):
        return ()
    return (Action("Register", href=registration.url, main=True, days=days(as_of, registration.opens, last, zone_of(event))),)


def _calendar(event: Event, as_of: date) -> tuple[Action, ...]:
    """The event's own calendar file, where somebody can still come. One that is off is worth a file as well: a calendar that
    takes it over strikes it out."""
    if not event.days:
        return ()
    address = f"{event.address}{EVENT}"
    if event.is_off or event.status == "postponed":
        return (Action("Update my calendar", to=address),)
    return (Action("Add to calendar", to=address, main=not _register(event, as_of)),) if event.lies_ahead(as_of) else ()


def _calendar_file(event: Event, as_of: date) -> tuple[Action, ...]:
    """The same file, of what is over."""
    return (Action("Calendar file", to=f"{event.address}{EVENT}"),) if event.days and not _calendar(event, as_of) else ()


def _no_agenda(event: Event) -> str:
    """Why calendars do not know of it."""
    if not event.starts:
        return "not in the calendar: date unknown"
    if not event.starts.is_day:
        return f"not in the calendar: only the {event.starts.precision} is known"
    return "not in the calendar: last day unknown"


def _notices(event: Event, as_of: date) -> tuple[Notice, ...]:
    notices = []
    moves = [change for change in event.changes if change.what == "moved"]
    if moves and event.status not in ("cancelled", "postponed"):
        last = moves[-1]
        notices.append(
            Notice(
                f"Moved from {date_words(last.from_) or 'another date'} to {date_words(last.to) or when(event)}.",
                (Bit(last.note),) if last.note else (),
            )
        )
    for status, strong in (("cancelled", "This event was cancelled."), ("postponed", "This event was postponed. No new date is known.")):
        if event.status == status:
            note = next((change.note for change in reversed(event.changes) if change.what == status and change.note), None)
            notices.append(Notice(strong, (Bit(note),) if note else ()))
    if event.status in ("announced", "confirmed") and event.last_day and event.withdrawn is None:
        over = days(as_of, first=day_after(event.last_day), zone=zone_of(event))
        notices.append(Notice("It was announced; no report was found that it was held.", days=over))
    return tuple(notices)


def _length(event: Event) -> Bit | None:
    """How long it lasts, where an end or hours are given: a day alone may be the first of several."""
    if event.starts and not event.ends and not event.time:
        return Bit("end not stated", small=True)
    return Bit(counted(event.days, "day"), small=True) if event.days else None


def _facts(event: Event, setting: Setting, own: tuple[Fact | None, ...]) -> tuple[Fact | None, ...]:
    return (
        None if event.days else fact("Calendar", silent=_no_agenda(event)),
        *own,
        fact("Participating states", *_from(event)),
        fact("Topics", topics_line(event.topics), own_words(event.topics_note)),
        species_fact(event, setting.catalogue),
        fact("Organisers" if len(event.organisers) > 1 else "Organiser", _names(event.organisers, setting)),
        fact("Partners" if len(event.partners) > 1 else "Partner", _names(event.partners, setting), gap="partners"),
        fact("Languages" if len(event.languages) > 1 else "Language", language_names(event.languages) or None, gap="languages"),
    )


def _when(event: Event) -> Bit | None:
    return Bit(when(event), time=str(event.starts)) if event.starts else None


def _time(event: Event) -> str | None:
    if not event.time:
        return None
    daily = " each day" if event.days and event.days > 1 else ""
    return f"{event.time.from_:%H:%M} to {event.time.to:%H:%M}{daily}, {event.time.zone.replace('_', ' ')} time"


def _where(event: Event) -> Line | None:
    bits = [text_bit(event.place)] if event.place else []
    if event.host and event.place != state_name(event.host):
        bits.append(state_bit(event.host))
    mode = {"online": "online", "hybrid": "and online"}.get(event.mode or "")
    if mode:
        bits.append(Bit(mode if bits else capital(mode.removeprefix("and "))))
    return separated(bits) or None


def _from(event: Event) -> tuple[Line, ...]:
    if event.region == ASEAN:
        others = tuple(code for code in event.countries)
        count = len(event.taking_part) - len(set(others) - set(event.taking_part))
        return ((Bit(f"All {count} member states of that day" if not others else f"ASEAN and others, {len(event.taking_part)} states"),),)
    return state_lines(*event.countries)


def _people(event: Event) -> tuple[str, ...]:
    """The number, and what the source says of it; a note that holds the number needs no number beside it."""
    number = f"{event.participants:,}" if event.participants is not None else ""
    note = event.participants_note or ""
    return tuple(filter(None, (number if number not in note or not note else "", note)))


def _names(names: tuple[str, ...], setting: Setting) -> Line | None:
    bits = []
    for name in names:
        network = setting.catalogue.network(name)
        bits.append(Bit(network.name, to=network.address) if network else text_bit(name))
    return separated(bits) or None


def _registration(event: Event, as_of: date) -> tuple[Line, ...]:
    registration = event.registration
    if not registration:
        return ()
    opens, closes, zone = registration.opens, registration.deadline, zone_of(event)
    days_line: list[Bit] = []
    if opens and opens >= earliest(as_of):
        ahead = days(as_of, last=day_before(opens), zone=zone)
        days_line += [Bit("opens on ", days=ahead), Bit(date_words(opens), time=opens.isoformat(), days=ahead)]
        days_line += [Bit(", ", days=ahead)] if closes else []
    if closes:
        verbs = stretches(lambda day: "closed on " if day > closes else "closes on ", [day_after(closes)], as_of, zone)
        days_line += [Bit(verb, days=stretch) for stretch, verb in verbs]
        days_line.append(Bit(date_words(closes), time=closes.isoformat()))
    lines: list[Line] = [tuple(days_line)] if days_line else []
    ways = [
        *([Bit("registration page", href=registration.url)] if registration.url else []),
        *([Bit(registration.contact, href=f"mailto:{registration.contact}")] if registration.contact else []),
    ]
    if ways:
        lines.append(separated(ways))
    return tuple(lines)


def event_line(event: Event, as_of: date, *context: Bit) -> EventLine:
    """An event in a short list, with a badge where something is out of the ordinary."""
    badges = [badge for badge in status_badges(event, as_of) if badge.style in ("heed", "stop")]
    if event.confidence == "low":
        badges.append(Badge("heed", "Low confidence"))
    line = context or place_line(event)
    return EventLine(
        when(event),
        str(event.starts) if event.starts else None,
        event.title,
        event.address,
        line,
        tuple(badges),
        language_by_script(event.title),
    )


def place_line(event: Event) -> Line:
    """Where an event takes place, in one line."""
    bits = [Bit(event.place, lang=language_by_script(event.place))] if event.place else []
    bits += [Bit(state_name(event.host))] if event.host and state_name(event.host) != event.place else []
    return separated(bits) or ((Bit("Online"),) if event.mode == "online" else (Bit("All member states"),) if event.region else ())


REQUESTS = {
    "cancel": (),
    "move": ("starts", "ends", "place"),
    "held": ("participants", "participants_note", "sources"),
}
"""What may be asked for of an event in a short form."""
DECISIVE = "status"
"""Whoever announces an event is asked first when it is and how to register; whoever reports one that is over is not."""
CHOICES = {DECISIVE: {"unconfirmed": NO_REPORT}}
"""What choices are called where the words of a file say too little."""
_AHEAD = ("announced", "confirmed", "postponed")
_OVER = ("held", "unconfirmed")


def form_parts(*own: str) -> tuple[FormPart, ...]:
    """The form of an event. own: keys that only its collection has."""
    return (
        FormPart(
            "What it is",
            "Only the fields marked as required must be filled in now.",
            (DECISIVE, "title", "kind"),
            ("title_local",),
        ),
        FormPart(
            "For whom, about what",
            "Lists, filters and statistics need the same words everywhere.",
            ("summary", "audience", "topics"),
            ("audience_note", "topics_note", "countries", "languages", "species", "body", "note"),
        ),
        FormPart(
            "When and where",
            "As precise as the source: a day, a month or a year.",
            ("starts", "ends", "place", "host"),
            ("undated", "time", "mode", "region"),
            early=_AHEAD,
        ),
        FormPart("How to take part", "What a person needs who wants to come.", ("registration", "seats"), early=_AHEAD, only=_AHEAD),
        FormPart("Participants", "How many came, if you know.", ("participants",), ("participants_note",), only=_OVER),
        FormPart("Who holds it", "Offices and organisations, never persons.", ("organisers",), ("partners", *own)),
        SERVES,
        SOURCES,
    )


def _event_title(event: Event, catalogue: Catalogue) -> Cell:
    badges = () if event.withdrawn else status_badges(event, catalogue.as_of)
    return title_cell(event, catalogue, *(badge for badge in badges if badge.style in ("heed", "stop", "soon")))


def title_of_event(label: str) -> ListColumn[Event]:
    """The column of titles, with what is out of the ordinary about each on the day."""
    return Column(label), _event_title


def _date(event: Event, catalogue: Catalogue) -> Cell:
    return Cell(((Bit(when(event), time=str(event.starts)),),) if event.starts else quiet("date not known"))


def _place(event: Event, catalogue: Catalogue) -> Cell:
    code = (Bit(state_name(event.host), code=event.host), Bit(" ")) if event.host else ()
    place = (Bit(event.place, lang=language_by_script(event.place)),) if event.place else place_line(event)
    return Cell((code + place,)) if code or place else silent_cell("")


def _participants(event: Event, catalogue: Catalogue) -> Cell:
    if event.participants is None:
        return silent_cell("", is_number=True)
    return Cell(((Bit(f"{event.participants:,}"),),), is_number=True)


WHEN: ListColumn[Event] = (Column("Date", sorted="descending"), _date)
WHERE: ListColumn[Event] = (Column("Where", is_prose=True), _place)
PEOPLE: ListColumn[Event] = (Column("Participants", is_number=True, is_aside=True), _participants)
BY_MONTH = ("By month", "months/")


def status_of(event: Event) -> str:
    """Its status, as the search narrows by it."""
    return event.status

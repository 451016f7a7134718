"""Countries as pages: all that concerns one member state."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.catalogue.coverage import Coverage
from clearinghouse.publications.channels import channels
from clearinghouse.publications.collections.event import event_line, place_line
from clearinghouse.publications.collections.law.laws import laws_section
from clearinghouse.publications.collections.law.penalties import penalties_section
from clearinghouse.publications.collections.law.status import status_badge, status_in_words
from clearinghouse.publications.collections.legislation import offices_section, party_lines
from clearinghouse.publications.collections.trade.series import series_about
from clearinghouse.publications.collections.view import Setting, record_item
from clearinghouse.publications.feeds.following import following
from clearinghouse.publications.form_links import to_add, to_announce
from clearinghouse.publications.html.days import day_after, earliest, stretches
from clearinghouse.publications.html.facts import fact, facts
from clearinghouse.publications.html.lines import separated
from clearinghouse.publications.html.parts import Action, Badge, Bit, Cell, Column, EventLine, Fact, Head, Line, Notice, Section, Table
from clearinghouse.publications.html.templates import Templates
from clearinghouse.publications.narrowed import list_address
from clearinghouse.publications.page import Page
from clearinghouse.publications.pages import coverage
from clearinghouse.publications.search.traits import of_country
from clearinghouse.publications.translation.texts import gettext
from clearinghouse.publications.words import (
    capital,
    counted,
    date_words,
    listed,
    on_words,
    plural_of,
    records_counted,
    sentence,
    verified_words,
)
from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.collections.event import Event
from clearinghouse.records.collections.legislation import LegislationStatus, Party
from clearinghouse.records.collections.network import Network
from clearinghouse.records.collections.training import Training
from clearinghouse.records.keys.dates import PartialDate
from clearinghouse.vocabulary.states import MEMBER_STATES, State
from clearinghouse.vocabulary.writing_systems import language_by_script

MOST = 7
_OFFICES = ("national authority", "national network")
_OF_STATES = tuple(collection for collection in COLLECTIONS.values() if "countries" in collection.facets)
"""The collections whose records concern states, and whose lists can be narrowed to one."""
_WITH_KINDS = tuple(collection for collection in _OF_STATES if collection.kinds)
_EVENTS = tuple(collection for collection in _OF_STATES if collection.is_event)
_STANDING_FIRST = sorted(
    (collection for collection in _OF_STATES if not collection.is_event),
    key=lambda collection: (not collection.kinds, collection.is_newest_first),
)
"""What is no event: what stands for good, then what appeared on a day, then what is of no kind."""


@dataclass(frozen=True)
class Group:
    """A section of a country's page, with events below it and a way to the rest."""

    section: Section
    badges: tuple[Badge, ...] = ()
    events: tuple[EventLine, ...] = ()
    more: Line = ()


def table(catalogue: Catalogue) -> Table:
    """All member states with how many records concern each."""
    columns = (
        Column("State", sorted="ascending"),
        Column("Legislation"),
        *(Column(capital(collection.name), is_number=True) for collection in _WITH_KINDS),
    )
    rows = []
    for code, state in MEMBER_STATES.items():
        record = catalogue.legislation_of(code)
        names: tuple[Line, ...] = ((Bit(state.name, code=code), Bit(" "), Bit(state.name, to=f"countries/{state.address}/")),)
        names += ((Bit(state.local_name, lang=state.language, small=True),),) if _has_other_name(state) else ()
        head = Cell(names, is_heading=True)
        status = (
            Cell((), "Legislation", badges=(status_badge(record.status),))
            if record
            else Cell(((Bit("nothing listed", small=True),),), "Legislation")
        )
        numbers = (
            Cell(((Bit(str(len(catalogue.concerning(code, collection.name)))),),), column.label, is_number=True)
            for collection, column in zip(_WITH_KINDS, columns[2:], strict=True)
        )
        rows.append((head, status, *numbers))
    return Table("Member states A to Z; records that name each of them", columns, tuple(rows))


def context(state: State, setting: Setting) -> Mapping[str, Any]:
    """What the page of a member state lays out."""
    catalogue = setting.catalogue
    groups = [_status(state, catalogue), *_laws(state, catalogue)]
    groups += [_events(state, collection.name, catalogue) for collection in _EVENTS]
    groups += [group for collection in _STANDING_FIRST for group in _records(state, collection.name, catalogue)]
    groups += map(Group, series_about(catalogue, state=state.code))
    counts = {collection.name: len(catalogue.concerning(state.code, collection.name)) for collection in _OF_STATES}
    numbers = [records_counted(number, name) for name, number in counts.items() if number]
    holds = f"{capital(listed(numbers))}, on one page." if numbers else "No record is listed for this member state yet."
    lead = f"{in_a_sentence(state, catalogue)} {holds}"
    local = ((state.language, state.local_name),) if _has_other_name(state) else ()
    own = channels(catalogue)[f"countries/{state.address}"]
    actions = (*following(own, setting.site, main=True), Action("Coverage", to=f"coverage/{state.address}/"))
    actions += (Action("Announce a training", to=to_announce(Training.collection, host=state.code)),)
    head = Head(state.name, lead, local, actions=actions, crumbs=(("Home", ""), ("Countries", "countries/"), (state.name, None)))
    return {"head": head, "facts": _facts(state, catalogue), "sections": groups}


def _has_other_name(state: State) -> bool:
    """Whether a state calls itself by another name than the page does."""
    return state.local_name not in (state.name, gettext(state.name))


def in_a_sentence(state: State, catalogue: Catalogue) -> str:
    """`Viet Nam: party to CITES since 1994, Category 1 in the list of November 2019, 18 trainings hosted, the last in June 2025.`"""
    record = catalogue.legislation_of(state.code)
    party = record.cites if record else None
    words = [_party_in_short(party)]
    status = status_in_words(record.status) if record and record.status else "no assessment of its legislation found"
    words.append(status.replace("Not", "not", 1))
    hosted = [training for training in _trainings(state, catalogue) if training.host == state.code]
    newest = max((training.starts for training in hosted if training.starts), default=None)
    last = f", the last {on_words(PartialDate(newest.year, newest.month))}" if newest else ""
    words.append(f"{counted(len(hosted), 'training')} hosted{last}" if hosted else "no training hosted that we know of")
    return f"{state.name}: {', '.join(words)}."


def _party_in_short(party: Party | None) -> str:
    """Since which year it is a party, as far as sources say."""
    if not party:
        return "nothing found on whether it is a party to CITES"
    if not party.party:
        return "not confirmed as a party to CITES"
    since = party.in_force or party.since or party.accession or party.ratified
    return f"party to CITES since {since.year}" if since else "party to CITES"


def _trainings(state: State, catalogue: Catalogue) -> list[Event]:
    """The trainings that were held in a state, or that it took part in."""
    records = catalogue.concerning(state.code, Training.collection)
    return [record for record in records if isinstance(record, Event) and record.status == "held" and record.is_certain]


def _networks(state: State, catalogue: Catalogue) -> Line:
    """National networks and authorities that can be asked, never persons."""
    records = catalogue.concerning(state.code, Network.collection)
    return separated(Bit(record.title, to=record.address) for record in records if getattr(record, "kind", "") in _OFFICES)


def _facts(state: State, catalogue: Catalogue) -> tuple[Fact, ...]:
    record = catalogue.legislation_of(state.code)
    trainings = _trainings(state, catalogue)
    hosted = sum(training.host == state.code for training in trainings)
    leads = [
        Bit(f"{(plan.prefix if (plan := catalogue.plan(activity.plan)) else activity.plan)} {activity.number}", to=activity.address)
        for activity in catalogue.led_by(state.code)
    ]
    return facts(
        fact("Code", Bit(state.name, code=state.code)),
        fact("ASEAN", f"member since {date_words(record.asean_member_since)}" if record and record.asean_member_since else None),
        fact("CITES", *party_lines(record.cites if record else None)),
        fact("Leads", separated(leads) or None, silent="no plan activity"),
        fact(
            "Trainings",
            f"{hosted} hosted, {len(trainings) - hosted} attended elsewhere" if trainings else None,
            silent="none known to have been held",
        ),
        fact("Networks to ask", _networks(state, catalogue) or None, silent=None),
        fact("Coming up", _coming(state, catalogue)),
        fact("Legislation", capital(verified_words(record)) if record and record.verified else None, silent="not checked yet"),
    )


def _coming(state: State, catalogue: Catalogue) -> Line:
    """The next event that concerns a state, on the day of the build and on those after it."""
    events = sorted(
        (event for event in catalogue.events if state.code in event.states and event.lies_ahead(earliest(catalogue.as_of))),
        key=lambda event: (event.starts.last if event.starts else date.max, event.id),  # what is known by its year comes after
    )
    turns = [day_after(event.last_day) for event in events]
    coming = stretches(lambda day: next((event for event in events if event.lies_ahead(day)), None), turns, catalogue.as_of)
    return tuple(
        Bit(event.title, to=event.address, lang=language_by_script(event.title), days=stretch)
        if event
        else Bit("nothing announced", small=True, days=stretch)
        for stretch, event in coming
    )


def _status(state: State, catalogue: Catalogue) -> Group:
    record = catalogue.legislation_of(state.code)
    if not record:
        ask = Bit("Suggest which law applies, with its source.", to=to_add(LegislationStatus.collection, country=state.code))
        empty = Notice("No legislation status is listed.", (ask,))
        return Group(Section("status", "Status of legislation", empty=empty))
    status = record.status
    words = f"{status_in_words(status)}: {sentence(status.how)} " if status else "No assessment was found. "
    return Group(
        Section("status", "Status of legislation", paragraphs=((Bit(words), Bit("Timeline", to=record.address)),)),
        (status_badge(status),),
    )


def _laws(state: State, catalogue: Catalogue) -> tuple[Group, ...]:
    record = catalogue.legislation_of(state.code)
    if not record:
        return ()
    of_laws = (laws_section(record), penalties_section(record)) if record.laws else ()
    return tuple(map(Group, (*of_laws, *offices_section(record))))


def _events(state: State, collection: str, catalogue: Catalogue) -> Group:
    events = [record for record in catalogue.concerning(state.code, collection) if isinstance(record, Event)]
    title = plural_of(collection)
    if not events:
        ask = Bit("Announce one, or report one that was held.", to=to_add(collection, host=state.code))
        empty = Notice(f"No {collection.removesuffix('s')} is listed.", (ask,))
        return Group(Section(collection, title, empty=empty, is_searched=False))
    lines = tuple(event_line(event, catalogue.as_of, *_context(event, state)) for event in events[:MOST])
    more = (
        (Bit(f"All {records_counted(len(events), collection)}", to=list_address(collection, "countries", state.address)),)
        if len(events) > MOST
        else ()
    )
    return Group(Section(collection, title, is_searched=False), events=lines, more=more)


def _context(event: Event, state: State) -> Line:
    role = f"In {state.name}" if event.host == state.code else "Took part" if state.code in event.taking_part else "Concerned"
    place = ", ".join(bit.text for bit in place_line(event) if bit.text.strip(", ") and bit.text != state.name)
    people = f"{event.participants:,} people" if event.participants else "Number of people not stated"
    return (Bit(", ".join(filter(None, (role, place))) + f". {people}"),)


def _records(state: State, collection: str, catalogue: Catalogue) -> tuple[Group, ...]:
    records = catalogue.concerning(state.code, collection)
    if not records:
        return ()
    items = tuple(record_item(record) for record in records[:MOST])
    more = (
        (Bit(f"All {counted(len(records), collection.removesuffix('s'))}", to=list_address(collection, "countries", state.address)),)
        if len(records) > MOST
        else ()
    )
    return (Group(Section(collection, plural_of(collection), items, is_searched=False), more=more),)


def pages(setting: Setting, known: Coverage, templates: Templates) -> Iterator[Page]:
    """The page of each state, and that of its coverage."""
    for state in MEMBER_STATES.values():
        address, traits = f"countries/{state.address}/", of_country(state)
        html = templates.render("pages/country.html", address, traits=traits, **context(state, setting))
        described = f"All records that concern {state.name}."
        yield Page(address, state.name, described, html, "countries/", traits=traits, states=traits.states)
        yield from coverage.pages(state, known, templates)

"""Programmes, documents, networks, figures and updates: the parts of their pages."""

from pydantic_core import PydanticCustomError

from clearinghouse.publications.collections.view import (
    Setting,
    View,
    badges_of,
    body_section,
    cited_section,
    closing_facts,
    closing_sections,
    dated,
    fact,
    facts,
    head_of,
    notices_of,
    record_item,
    separated,
    sources_section,
    state_bit,
    state_line,
)
from clearinghouse.publications.html.parts import Badge, Bit, Fact, Line, Section
from clearinghouse.publications.words import capital, date_words, language_names, number_words
from clearinghouse.records.collections.document import Document
from clearinghouse.records.collections.figure import Figure
from clearinghouse.records.collections.network import Network
from clearinghouse.records.collections.programme import Programme
from clearinghouse.records.collections.record import Record
from clearinghouse.records.collections.update import Update
from clearinghouse.records.keys.dates import PartialDate
from clearinghouse.vocabulary.audiences import AUDIENCES
from clearinghouse.vocabulary.topics import TOPICS

MOST_EVENTS = 12


def _view(record: Record, setting: Setting, rows: tuple[Fact | None, ...], *sections: Section, badges: tuple[Badge, ...] = ()) -> View:
    return View(
        head_of(record, setting, badges_of(record, *badges)),
        facts(*rows, *closing_facts(record, setting)),
        (*body_section(record, "More"), *sections, *closing_sections(record, setting)),
        notices_of(record, setting),
    )


def _home(url: str | None, is_checked: bool | None) -> tuple[Line | Bit | None, ...]:
    if not url:
        return (None,)
    shown = url.split("://", 1)[-1].removesuffix("/")
    unchecked = Bit("address not checked by us", small=True) if is_checked is False else None
    return (Bit(shown, href=url), unchecked)


def _states(codes: tuple[str, ...]) -> tuple[Line, ...]:
    return tuple(state_line(code) for code in codes)


def programme(record: Programme, setting: Setting) -> View:
    """A standing course, laboratory or facility: who offers it, who may use it, and how to ask."""
    access = record.access
    where = separated([*([Bit(record.place)] if record.place else []), *([state_bit(record.host)] if record.host else [])])
    rows = (
        fact("Offered by", record.provider),
        fact("Where", where or None, silent="not tied to one state"),
        fact("Since", dated(record.since)),
        fact("Until", dated(record.until), silent=None),
        fact(
            "For",
            separated(Bit(AUDIENCES[each].label, to=f"programmes/by/audience/{each}/") for each in record.audience) or None,
            _words(record.audience_note),
        ),
        fact(
            "Topics",
            separated(Bit(TOPICS[each].label, to=f"programmes/by/topics/{each}/") for each in record.topics) or None,
            _words(record.topics_note),
        ),
        fact("States", *_states(record.countries), silent=None),
        fact("Languages", language_names(record.languages) or None),
        fact("Who may use it", access.who if access else None),
        fact("How to ask", access.apply if access else None),
        fact("Cost", access.cost if access else None),
        fact("Certificate", access.certificate if access else None, silent=None),
        fact("Places", f"{access.places:,}" if access and access.places else None, silent=None),
        fact("Accreditation", record.accreditation, silent=None),
        fact("Home", *_home(record.url, record.url_checked)),
    )
    return _view(record, setting, rows, badges=(Badge("kind", capital(record.kind)),))


def _words(note: str | None) -> Bit | None:
    return Bit(f"In the source's words: {note}", small=True) if note else None


def document(record: Document, setting: Setting) -> View:
    """A document: what, by whom, when."""
    rows = (
        fact("Date", dated(record.date or record.year), silent="date not known"),
        fact("Publisher", record.publisher),
        fact("States", *_states(record.countries), silent=None),
        fact("Language", language_names(record.languages) or None),
        fact("Series", record.series, silent=None),
        fact("Text", *_home(record.url, None), silent="see the source"),
    )
    return _view(record, setting, rows, *cited_section(record, setting), badges=(Badge("kind", capital(record.kind)),))


def network(record: Network, setting: Setting) -> View:
    """A network or organisation, and the events that it organised."""
    catalogue = setting.catalogue
    member_of = [found for name in record.member_of if (found := catalogue.network(name))]
    events = catalogue.organised_by(record)
    rows = (
        fact("Acronym", record.acronym, silent=None),
        fact("State", state_line(record.country) if record.country else None, silent=None),
        fact("Since", dated(record.started), silent=None),
        fact("Until", dated(record.ended), silent=None),
        fact("Part of", separated(Bit(other.name, to=other.address) for other in member_of) or None, silent=None),
        fact("Home", *_home(record.url, record.url_checked)),
    )
    shown = tuple(record_item(event) for event in events[:MOST_EVENTS])
    more = f"The latest {MOST_EVENTS} of {len(events)} events." if len(events) > MOST_EVENTS else ""
    section = Section("events", "Events with it", shown, paragraphs=((Bit(more, small=True),),) if more else (), is_searched=False)
    badges = (Badge("kind", capital(record.kind)), *([Badge("heed", "No longer active")] if record.ended else []))
    return _view(record, setting, rows, *([section] if events else []), *cited_section(record, setting), badges=badges)


def figure(record: Figure, setting: Setting) -> View:
    """One number, its unit, period and scope."""
    rows = (
        fact("Value", figure_words(record)),
        fact("Period", period_words(record)),
        fact("Scope", record.scope),
        fact("States", *_states(record.countries), silent=None),
        fact("Beside it", *(f"{number_words(amount.value)} {amount.unit}" for amount in record.also), silent=None),
    )
    return _view(record, setting, rows, badges=(Badge("kind", "Figure"),))


def figure_words(record: Figure) -> str:
    """`more than 200 tonnes`."""
    return " ".join(filter(None, (record.qualifier, number_words(record.value), record.unit)))


def period_words(record: Figure) -> str:
    """The period; one that is a mere date is told in words."""
    try:
        return date_words(PartialDate.parse(record.period))
    except PydanticCustomError:
        return record.period


def update(record: Update, setting: Setting) -> View:
    """A notice."""
    rows = (fact("Date", Bit(date_words(record.date), time=record.date.isoformat())), *closing_facts(record, setting))
    return View(
        head_of(record, setting, (Badge("kind", "Notice"),)),
        facts(*rows),
        (*body_section(record, "More"), sources_section(record)),
        notices_of(record, setting),
    )

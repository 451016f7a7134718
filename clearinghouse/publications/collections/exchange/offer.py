"""Offers: how they are shown: what, by which office, until when, how to answer, and what fits."""

from datetime import date, timedelta

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.catalogue.exchange.matches import matching, trainings_like
from clearinghouse.publications.collections.cells import AUDIENCE, text_column, title_cell
from clearinghouse.publications.collections.presentation import SERVES, SOURCES, FormLayout, FormPart, Presentation
from clearinghouse.publications.collections.view import (
    Setting,
    View,
    badges_of,
    body_section,
    closing_facts,
    head_of,
    history_section,
    kind_badge,
    note_section,
    notices_of,
    record_item,
    serves_section,
    sources_section,
    species_fact,
)
from clearinghouse.publications.html.days import Days, days, earliest
from clearinghouse.publications.html.facts import fact, facts, stated
from clearinghouse.publications.html.lines import own_words, state_bit, terms_line, topics_line
from clearinghouse.publications.html.parts import Action, Badge, Bit, Cell, Column, Item, Lead, Line, Notice, Section
from clearinghouse.publications.linked_data import works
from clearinghouse.publications.words import capital, date_words, language_names, span_words
from clearinghouse.records.collections.exchange.offer import COLLECTION, Offer
from clearinghouse.vocabulary.audiences import AUDIENCES
from clearinghouse.vocabulary.kinds import OFFER_KINDS
from clearinghouse.vocabulary.states import name_of
from clearinghouse.vocabulary.writing_systems import language_by_script

MOST_TRAININGS = 6


def view(record: Offer, setting: Setting) -> View:
    """An offer or a request, and what fits it."""
    as_of = setting.catalogue.as_of
    first = (
        fact(_verb(record), capital(record.about)),
        fact("From" if record.kind == OFFER_KINDS[0] else "By", (Bit(f"{record.office}, "), state_bit(record.country))),
        fact("Open until", Bit(date_words(record.expires), time=record.expires.isoformat())),
        fact("How to answer", *_ways(record, as_of)),
    )
    rows = (
        fact("When", span_words(record.starts, record.ends) if record.starts or record.ends else None, silent=None),
        fact("Audience", terms_line(record.collection, "audience", AUDIENCES, record.audience), own_words(record.audience_note)),
        fact("Topics", topics_line(record.topics), own_words(record.topics_note)),
        species_fact(record, setting.catalogue),
        fact("Languages", language_names(record.languages), silent=None),
    )
    past = Notice(f"This {record.kind} has expired.", (Bit(f"It was open until {date_words(record.expires)}."),), _past(record, as_of))
    return View(
        head_of(record, setting, badges_of(record, kind_badge(record), *_badges(record, as_of))),
        facts(*rows, *closing_facts(record, setting), above=first),
        (
            *body_section(record, "More"),
            _matches(record, setting.catalogue),
            *_trainings(record, setting.catalogue),
            *note_section(record),
            *serves_section(record, setting),
            sources_section(record),
            *history_section(record),
        ),
        (*([past] if record.withdrawn is None else []), *notices_of(record, setting)),
        Lead(rows=stated(*first), actions=_answer(record, as_of)),
    )


def _answer(offer: Offer, as_of: date) -> tuple[Action, ...]:
    """The button, as long as somebody waits for an answer."""
    if offer.withdrawn or offer.closes <= earliest(as_of):
        return ()
    return (Action(f"Answer this {offer.kind}", href=offer.answer, main=True, days=_open(offer, as_of)),)


def offer_item(offer: Offer, as_of: date) -> Item:
    """An offer or a request as a line of a list of open ones, on which it stands until it closes."""
    head = (Bit(offer.title, to=offer.address, lang=language_by_script(offer.title)),)
    said = f"{capital(offer.kind)}: {offer.about}. {offer.office}, {name_of(offer.country)}. Open until "
    context = (Bit(said), Bit(date_words(offer.expires), time=offer.expires.isoformat()), Bit("."))
    return Item(head, context, days=_open(offer, as_of), key=offer.key)


def _open(offer: Offer, as_of: date) -> Days:
    return days(as_of, last=offer.closes - timedelta(1))


def _past(offer: Offer, as_of: date) -> Days:
    return days(as_of, first=offer.closes)


def _verb(offer: Offer) -> str:
    return "Offered" if offer.kind == OFFER_KINDS[0] else "Needed"


def _badges(offer: Offer, as_of: date) -> tuple[Badge, ...]:
    if offer.withdrawn:
        return ()
    return (Badge("soon", "Open", _open(offer, as_of)), Badge("plain", "Past", _past(offer, as_of)))


def _ways(offer: Offer, as_of: date) -> tuple[Line, ...]:
    """The page or the mailbox of the office, as long as somebody waits for an answer there."""
    words = offer.answer.removeprefix("mailto:").split("://", 1)[-1].removesuffix("/")
    return ((Bit(words, href=offer.answer, days=_open(offer, as_of)), Bit("no longer open", small=True, days=_past(offer, as_of))),)


def _matches(offer: Offer, catalogue: Catalogue) -> Section:
    as_of = catalogue.as_of
    other = next(kind for kind in OFFER_KINDS if kind != offer.kind)
    matches = matching(offer, earliest(as_of), catalogue)
    last = max((match.closes for match in matches), default=None)
    none = Notice(f"No open {other} shares an audience or a topic with this {offer.kind}.", days=days(as_of, first=last))
    items = tuple(offer_item(match, as_of) for match in matches)
    return Section("matches", f"{capital(other)}s that fit", items, empty=none, is_searched=False)


def _trainings(offer: Offer, catalogue: Catalogue) -> tuple[Section, ...]:
    items = tuple(map(record_item, trainings_like(offer, catalogue)[:MOST_TRAININGS]))
    return (Section("trainings", "Trainings on the same topic for the same audience", items, is_searched=False),) if items else ()


def _title(record: Offer, catalogue: Catalogue) -> Cell:
    return title_cell(record, catalogue, *_badges(record, catalogue.as_of))


def _until(record: Offer, catalogue: Catalogue) -> Cell:
    return Cell(((Bit(date_words(record.expires), time=record.expires.isoformat()),),), "Open until")


_FORM = (
    FormPart(
        "What it is",
        "Only the fields marked as required must be filled in now.",
        ("kind", "about", "title", "summary"),
        ("title_local", "body", "note"),
    ),
    FormPart(
        "Who offers or needs it",
        "An authority and its page or general mailbox; never the name, mail or phone of a person.",
        ("office", "country", "answer", "expires"),
    ),
    FormPart(
        "For whom, about what",
        "Offers and requests are matched by audience and topic.",
        ("audience", "topics"),
        ("audience_note", "topics_note", "species", "languages", "starts", "ends"),
    ),
    SERVES,
    SOURCES,
)
PRESENTATION: Presentation[Offer] = Presentation(
    collection=COLLECTION,
    view=view,
    thing=works.offer,
    columns=(
        (Column("Title"), _title),
        text_column("What", lambda offer: f"{capital(offer.kind)}: {offer.about}", is_prose=True),
        text_column("Office", lambda offer: f"{offer.office}, {name_of(offer.country)}"),
        AUDIENCE,
        (Column("Open until", sorted="descending"), _until),
    ),
    form=FormLayout("an offer or request", "Seats, a laboratory or trainers that an office shares with others, or needs.", _FORM),
    synonyms=("seats", "help needed", "requests", "sharing"),
    add="Add an offer or request",
    order="open ones first",
)

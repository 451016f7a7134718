"""Workshops and meetings: how they are shown, and which body met under whose chair."""

from collections.abc import Iterator

from clearinghouse.publications.collections import event
from clearinghouse.publications.collections.cells import KIND, SERVES
from clearinghouse.publications.collections.event import (
    BY_MONTH,
    CHOICES,
    DECISIVE,
    PEOPLE,
    REQUESTS,
    WHEN,
    WHERE,
    form_parts,
    status_of,
    title_of_event,
)
from clearinghouse.publications.collections.presentation import FormLayout, Presentation
from clearinghouse.publications.collections.view import Setting, View, record_item
from clearinghouse.publications.html.facts import fact
from clearinghouse.publications.html.lines import state_bit, text_bit
from clearinghouse.publications.html.parts import Bit, Item, Line, Section
from clearinghouse.publications.linked_data import events
from clearinghouse.records.collections.record import Record
from clearinghouse.records.collections.workshop import COLLECTION, Workshop
from clearinghouse.vocabulary.bodies import BODIES
from clearinghouse.vocabulary.series import series_of_body


def view(workshop: Workshop, setting: Setting) -> View:
    """The page of a workshop or meeting."""
    body, chair = fact("Meeting of", _body(workshop), silent=None), fact("Chair", _chair(workshop), silent=None)
    return event.view(workshop, setting, body, chair, sections=tuple(_results(workshop, setting)))


def _results(workshop: Workshop, setting: Setting) -> Iterator[Section]:
    """What came of a meeting, and its documents."""
    if workshop.outcomes:
        yield Section("outcomes", "Outcomes", tuple(Item((text_bit(outcome),)) for outcome in workshop.outcomes))
    documents = tuple(record_item(record) for name in workshop.documents if isinstance(record := setting.catalogue.record(name), Record))
    if documents:
        yield Section("documents", "Its documents", documents, is_searched=False)


def _body(workshop: Workshop) -> Line | None:
    if not workshop.body_of:
        return None
    body = BODIES[workshop.body_of]
    number = (Bit(f", meeting {workshop.number}"),) if workshop.number else ()
    series = series_of_body(workshop.body_of)
    return (Bit(body.wording or body.label, to=series.address if series else None), *number)


def _chair(workshop: Workshop) -> Line | None:
    if not workshop.chair:
        return None
    vice = (Bit("; vice chair "), state_bit(workshop.vice_chair)) if workshop.vice_chair else ()
    return (state_bit(workshop.chair), *vice)


PRESENTATION: Presentation[Workshop] = Presentation(
    collection=COLLECTION,
    view=view,
    thing=events.event,
    columns=(WHEN, title_of_event("Workshop or meeting"), KIND, WHERE, PEOPLE, SERVES),
    form=FormLayout(
        "a workshop or meeting",
        "A workshop, seminar, conference, campaign or a meeting of a body.",
        form_parts("body_of", "number", "chair", "vice_chair", "outcomes", "documents"),
        requests=REQUESTS,
        decisive=DECISIVE,
        names=CHOICES,
    ),
    synonyms=("workshops", "meetings"),
    add="Announce a workshop",
    others=(BY_MONTH, ("Series of meetings", "series/")),
    in_booklet=2,
    status=status_of,
)

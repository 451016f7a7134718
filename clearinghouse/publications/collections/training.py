"""Trainings: how they are shown."""

from clearinghouse.publications.collections.cells import AUDIENCE, SERVES
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
    view,
)
from clearinghouse.publications.collections.presentation import FormLayout, Presentation
from clearinghouse.publications.linked_data import events
from clearinghouse.records.collections.training import COLLECTION, Training

PRESENTATION: Presentation[Training] = Presentation(
    collection=COLLECTION,
    view=view,
    thing=events.training,
    columns=(WHEN, title_of_event("Training"), WHERE, AUDIENCE, PEOPLE, SERVES),
    form=FormLayout(
        "a training",
        "A course, a training of trainers, e-learning or a study visit: announced, moved or held.",
        form_parts(),
        requests=REQUESTS,
        decisive=DECISIVE,
        names=CHOICES,
    ),
    synonyms=("training", "courses"),
    add="Announce a training",
    others=(BY_MONTH, ("Coverage", "coverage/")),
    in_booklet=1,
    status=status_of,
)

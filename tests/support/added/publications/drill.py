"""Drills: how they are shown."""

from clearinghouse.publications.collections import event
from clearinghouse.publications.collections.cells import KIND
from clearinghouse.publications.collections.event import BY_MONTH, WHEN, WHERE, form_parts, status_of, title_of_event
from clearinghouse.publications.collections.presentation import FormLayout, Presentation
from clearinghouse.publications.collections.view import Setting, View
from clearinghouse.publications.html.facts import fact
from tests.support.added.records.drill import COLLECTION, Drill


def view(drill: Drill, setting: Setting) -> View:
    """The page of a drill."""
    return event.view(drill, setting, fact("Scenario", drill.scenario))


PRESENTATION: Presentation[Drill] = Presentation(
    collection=COLLECTION,
    view=view,
    columns=(WHEN, title_of_event("Drill"), KIND, WHERE),
    form=FormLayout("a drill", "What is practised together.", form_parts("scenario")),
    add="Announce a drill",
    others=(BY_MONTH,),
    status=status_of,
)

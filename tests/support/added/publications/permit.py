"""Permits: how they are shown."""

from clearinghouse.publications.collections.cells import DATE, KIND, text_column, title_column
from clearinghouse.publications.collections.presentation import SERVES, SOURCES, FormLayout, FormPart, Presentation
from clearinghouse.publications.collections.view import Setting, View, kind_badge, plain_view
from clearinghouse.publications.html.facts import fact
from clearinghouse.publications.html.lines import dated, state_lines
from tests.support.added.records.permit import COLLECTION, Permit


def view(permit: Permit, setting: Setting) -> View:
    """The page of a permit."""
    rows = (fact("Given by", permit.authority), fact("Given", dated(permit.given)), fact("States", *state_lines(*permit.countries)))
    return plain_view(permit, setting, rows, badges=(kind_badge(permit),))


PRESENTATION: Presentation[Permit] = Presentation(
    collection=COLLECTION,
    view=view,
    columns=(DATE, title_column("Permit"), KIND, text_column("Given by", lambda permit: permit.authority)),
    form=FormLayout(
        "a permit", "What may cross a border.", (FormPart("What it is", "", ("title", "kind", "authority", "summary")), SERVES, SOURCES)
    ),
    synonyms=("licences",),
)
